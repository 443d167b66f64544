/** Which rows of a document a deal has already, which are new, and which of the deal's it does not name. */
export interface Matched<Row, There extends Row> {
  known: { given: Row; there: There }[];
  added: Row[];
  others: There[];
}

/**
 * Pairs the rows of a document with those that a deal has, both in their order, by what `traitsOf` tells of them: none
 * without the first trait in common, the exact words; of several with the same words those that have most in common,
 * each once. So the rows of a document that was written from the deal find their own.
 */
export function matched<Row extends object, There extends Row>(
  given: readonly Row[],
  there: readonly There[],
  traitsOf: (row: Row) => readonly unknown[],
): Matched<Row, There> {
  const left = new Set(there);
  const found = new Map<Row, There>();
  for (let common = given[0] ? traitsOf(given[0]).length : 0; common > 0; common--) {
    const start = (row: Row) => JSON.stringify(traitsOf(row).slice(0, common));
    const twins = grouped(left, start);
    for (const row of given) {
      const twin = found.has(row) ? undefined : twins.get(start(row))?.shift();
      if (twin === undefined) continue;
      found.set(row, twin);
      left.delete(twin);
    }
  }
  return {
    known: [...found].map(([row, twin]) => ({ given: row, there: twin })),
    added: given.filter((row) => !found.has(row)),
    others: [...left],
  };
}

function grouped<Row>(rows: Iterable<Row>, by: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group) group.push(row);
    else groups.set(by(row), [row]);
  }
  return groups;
}
