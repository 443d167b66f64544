/** Longer cells are not waited for by the others of their column. */
const ALIGNED_LENGTH_MAX = 40;

/** A table in Markdown, its columns aligned. Cells are given as they are written; numbers stand to the right. */
export function tableText(header: readonly string[], isNumber: readonly boolean[], rows: readonly string[][]): string {
  const widths = header.map((label, column) => {
    const lengths = [label, ...rows.map((row) => row[column] ?? '')].map(lengthOf);
    return Math.max(3, ...lengths.filter((length) => length <= ALIGNED_LENGTH_MAX));
  });
  const dashes = widths.map((width, column) => (isNumber[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [header, dashes, ...rows].map((cells) => rowText(cells, widths, isNumber)).join('\n');
}

function rowText(cells: readonly string[], widths: readonly number[], isNumber: readonly boolean[]): string {
  const padded = cells.map((cell, column) => {
    const blanks = ' '.repeat(Math.max(0, widths[column]! - lengthOf(cell)));
    return isNumber[column] ? blanks + cell : cell + blanks;
  });
  return `| ${padded.join(' | ')} |`;
}

/** Characters as people count them, more or less. */
function lengthOf(text: string): number {
  return [...text].length;
}
