import { median } from './rounds';

/** A line of the bench's table. */
export interface Line {
  what: string;
  /** Figures of each round. */
  ours: readonly number[];
  theirs?: readonly number[];
  /** What theirs are figures of. */
  against?: string;
  target?: string;
}

/** A figure that needs words. */
export interface Remark {
  what: string;
  remark: string;
  target?: string;
}

const HEAD = ['', 'Baton', 'ratio', 'target', 'compared with'];

/** The whole table as text: medians, with the least and the most of all rounds. */
export function table(lines: readonly (Line | Remark)[]): string {
  const rows = [HEAD, ...lines.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cells(line: Line | Remark): string[] {
  if ('remark' in line) return [line.what, line.remark, '', line.target ?? '', ''];
  const { what, ours, theirs, against = '', target = '' } = line;
  if (!theirs) return [what, spread(ours), '', target, ''];
  const ratio = median(ours) / median(theirs);
  return [what, spread(ours), ratio.toFixed(2), target, `${spread(theirs)} ${against}`];
}

function spread(figures: readonly number[]): string {
  const shown = figures.length === 1 ? [] : [` (${digits(Math.min(...figures))}–${digits(Math.max(...figures))})`];
  return `${digits(median(figures))}${shown.join('')}`;
}

function digits(figure: number): string {
  return Math.round(figure).toLocaleString('en-GB');
}
