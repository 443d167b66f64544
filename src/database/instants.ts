/** SQL for an instant in the form in which it leaves Baton: RFC 3339, UTC, milliseconds. */
export function isoInSql(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** SQL for an instant as it is inside: epoch milliseconds, as a number both in a row and in JSON. */
export function millisecondsInSql(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::float8`;
}
