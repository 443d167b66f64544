import { CONTACT_COLUMNS, type Leaf, written } from '../../rules';
import { type Chapter, type Place, ROLE } from './chapters';
import type { Findings } from './finding';
import { LabelBook } from './labels';
import { readTexts } from './lists';
import { saysNone, saysNoneAndAsked } from './none';
import type { Part, WrittenChapter } from './outline';
import { plain } from './plain';
import { excerpt, firstParagraph, isBlank, joined, type Line, paragraphsOf } from './source';
import { readTable, type TableRow } from './tables';
import { type Reading, readLeaf } from './values';
import type { Values } from './valuesRead';

/** What chapters are read with, and into. */
interface Context {
  currency: string;
  findings: Findings;
  values: Values;
}

/** Reads all that is written in a chapter. */
export function readChapter({ chapter, line, heading, loose, parts }: WrittenChapter, context: Context): void {
  context.values.saw(chapter.name, line);
  if (chapter.section === null) context.values.take('title.clientName', line, written(plain(heading)));
  if (chapter.listed) readListed(chapter, loose, context);
  else if (chapter.columns) readPeople(chapter, loose, context);
  for (const part of parts) readPart(part, context);
}

function readPart({ place, line, lines }: Part, context: Context): void {
  const { path, item } = place;
  const { values, findings } = context;
  if (item.kind === 'texts') {
    const saw = (text: string, at: number) => values.saw(text, at);
    values.take(path, line, readTexts(lines, { path, findings, saw }));
  } else if (item.kind === 'rows') values.take(path, line, readRows(item.columns, lines, path, context));
  else if (item.kind === 'contact') {
    values.saw(path, line);
    refuseLoose(paragraphsOf(lines), path, findings, `below "${item.label}" stand its labels`);
  } else values.take(path, line, readOne(item, lines, { ...context, line, path }));
}

/** A text goes on in the next paragraphs; any other value, and what the title says, is but one. */
function readOne(leaf: Leaf, lines: readonly Line[], reading: Reading): unknown {
  if (leaf.kind === 'text' && !reading.path.startsWith('title.')) return readLeaf(leaf, joined(lines), reading);
  const { paragraph, others } = firstParagraph(lines);
  refuseLoose(others, reading.path, reading.findings, `it is not part of "${leaf.label}"`);
  return readLeaf(leaf, joined(paragraph), reading);
}

/** The rows of a list; empty where it says that there is none, null where it says nothing. */
function readRows(columns: readonly Leaf[], lines: readonly Line[], path: string, context: Context): unknown[] | null {
  const { findings, values } = context;
  const table = readTable(lines, columns, path, findings);
  const none = table.loose.find(({ text }) => saysNone(text));
  const start = table.line ?? none?.number;
  if (start !== undefined) values.saw(`${path}.table`, start);
  refuseLoose(
    table.loose.filter((line) => line !== none),
    path,
    findings,
    `a table belongs here, or "None."`,
  );
  if (none && table.rows.length > 0)
    findings.error('UNREADABLE_VALUE', none.number, path, 'this says that there is none, and the table has some');
  const rows = table.rows.map((row, index) => {
    values.saw(`${path}.${index}`, row.line);
    return rowOf(columns, row, `${path}.${index}`, context);
  });
  if (none || table.saysNone) return [];
  return rows.length === 0 ? null : rows;
}

function rowOf(columns: readonly Leaf[], { line, cells }: TableRow, path: string, context: Context): object {
  return Object.fromEntries(
    columns.map((column) => [
      column.name,
      readLeaf(column, cells.get(column.name) ?? '', { ...context, line, path: `${path}.${column.name}` }),
    ]),
  );
}

function readListed({ listed, columns }: Chapter, loose: readonly Line[], context: Context): void {
  const { name, statement } = listed!;
  const { values, findings } = context;
  const asked = loose.filter(({ text }) => saysNoneAndAsked(text));
  const others = loose.filter(({ text }) => !saysNoneAndAsked(text));
  for (const { number } of asked.slice(0, 1)) values.take(statement, number, true);
  const rows = readRows(columns!, others, name, context);
  if (rows && rows.length > 0) values.take(name, others[0]!.number, rows);
  else if (rows && asked.length === 0)
    findings.warning(
      'UNREADABLE_VALUE',
      lineOfNone(others),
      name,
      'write "None, and I have asked.": to say none is not enough',
    );
}

function lineOfNone(lines: readonly Line[]): number {
  return lines.find(({ text }) => !isBlank(text))!.number;
}

function readPeople({ name, places, columns }: Chapter, loose: readonly Line[], context: Context): void {
  const { findings } = context;
  const table = readTable(loose, columns!, name, findings);
  refuseLoose(table.loose, name, findings, 'the table of people belongs here');
  const contacts = places.filter(({ item }) => item.kind === 'contact');
  const book = new LabelBook(contacts.map((place) => [place.item.label, place] as const));
  for (const row of table.rows) readPerson(row, book, name, context);
}

function readPerson(row: TableRow, book: LabelBook<Place>, name: string, context: Context): void {
  const { line, cells } = row;
  const { findings } = context;
  const role = plain(cells.get(ROLE.name) ?? '');
  const exact = book.exactly(role);
  const near = exact || findings.isFull ? undefined : book.nearly(role);
  const place = exact ?? near?.named;
  if (near) findings.warning('UNKNOWN_PART', line, near.named.path, `"${excerpt(role)}" is taken for "${near.label}"`);
  if (place) takePerson(row, place.path, context);
  else {
    const who = role === '' ? 'a row without a role' : `the role "${excerpt(role)}"`;
    findings.error('UNKNOWN_PART', line, name, `${who} has no place among the people`);
  }
}

function takePerson({ line, cells }: TableRow, contact: string, context: Context): void {
  context.values.saw(contact, line);
  if (isNobody(cells)) return;
  for (const column of CONTACT_COLUMNS) {
    const path = `${contact}.${column.name}`;
    context.values.take(path, line, readLeaf(column, cells.get(column.name) ?? '', { ...context, line, path }));
  }
}

/** A person of whom nothing is said but that there is none. */
function isNobody(cells: TableRow['cells']): boolean {
  const said = [...cells].filter(([name, cell]) => name !== ROLE.name && cell !== '');
  return said.length === 1 && said[0]![0] === CONTACT_COLUMNS[0]!.name && saysNone(said[0]![1]);
}

function refuseLoose(loose: readonly Line[], path: string, findings: Findings, why: string): void {
  for (const { number, text } of loose)
    findings.error('UNKNOWN_PART', number, path, `"${excerpt(text)}" has no place here: ${why}`);
}
