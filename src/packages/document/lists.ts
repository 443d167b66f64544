import { written } from '../../rules';
import type { Findings } from './finding';
import { bulletIn, indentOf } from './marks';
import { saysNone } from './none';
import { plain } from './plain';
import { excerpt, isBlank, joined, type Line } from './source';

/** Where a list stands, what is told about it, and who wants to know where each text is. */
export interface ListReading {
  path: string;
  findings: Findings;
  saw(path: string, line: number): void;
}

/** One text of a list. */
interface Entry {
  lines: Line[];
  /** How far its bullet is indented; null for a text without one. */
  indent: number | null;
}

/** Reads the texts of a list: one for each bullet, or one without; null where nothing is said, empty for "None.". */
export function readTexts(lines: readonly Line[], reading: ListReading): string[] | null {
  const found = entriesOf(lines, reading);
  const entries = found.filter((entry) => entry.lines.some(({ text }) => !isBlank(text)));
  if (entries.length === 0) return null;
  if (entries.length === 1 && saysNone(joined(entries[0]!.lines))) return [];
  return entries.flatMap((entry, index) => {
    reading.saw(`${reading.path}.${index}`, entry.lines[0]!.number);
    return written(plain(joined(entry.lines))) ?? [];
  });
}

function entriesOf(lines: readonly Line[], { path, findings }: ListReading): Entry[] {
  const entries: Entry[] = [];
  let isApart = false;
  let isStray = false;
  for (const line of lines) {
    const last = entries.at(-1);
    const bullet = bulletIn(line.text);
    const isNext = bullet && (last?.indent == null || bullet.indent <= last.indent + 1);
    if (isNext) entries.push({ indent: bullet.indent, lines: [{ ...line, text: bullet.rest }] });
    else if (isBlank(line.text) || !last) {
      if (last) last.lines.push(line);
      else if (!isBlank(line.text)) entries.push({ indent: null, lines: [line] });
    } else if (last.indent === null || !isApart || indentOf(line.text) >= last.indent + 2) last.lines.push(line);
    else {
      if (!isStray)
        findings.error('UNKNOWN_PART', line.number, path, `"${excerpt(line.text)}" belongs to no bullet of the list`);
      isStray = true;
      continue;
    }
    isStray = false;
    isApart = isBlank(line.text);
  }
  return entries;
}
