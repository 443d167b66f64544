/** SQL for an instant in the form in which it leaves Baton: RFC 3339, UTC, milliseconds. */
export function isoInSql(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
