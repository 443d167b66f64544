/** The cells of a row of a table, as they are written: pipes part them, but for escaped ones. */
export function cellsOf(row: string): string[] {
  const inside = row.trim().replace(/^\|/, '');
  const cells: string[] = [];
  let start = 0;
  for (let at = 0; at < inside.length; at++) {
    if (inside[at] === '\\') at++;
    else if (inside[at] === '|') {
      cells.push(inside.slice(start, at).trim());
      start = at + 1;
    }
  }
  const last = inside.slice(start).trim();
  return last === '' ? cells : [...cells, last];
}

/** Whether a line has a pipe that parts cells. */
export function isRow(line: string): boolean {
  return /(?<!\\)(\\\\)*\|/.test(line);
}

/** Whether cells are what stands between a table's header and its rows. */
export function isDelimiter(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell));
}
