import {
  CONTACT_COLUMNS,
  type ContactItem,
  EMPTY_PACKAGE,
  isExcused,
  type Leaf,
  type ListedSection,
  type LocalDate,
  type PackageContent,
  type RowList,
  type TextList,
  valueInWords,
} from '../../rules';
import { CHAPTERS, type Chapter, type Place, ROLE, TITLE } from './chapters';
import { disguised, escapeCell, escapeInline, escapeLines } from './escape';
import { NONE_AND_ASKED_IN_WORDS, NONE_IN_WORDS, saysNone } from './none';
import { tableText } from './tableText';

/** What a document is about, beside the package itself. */
export interface DocumentTitle {
  dealKey: string;
  clientName: string;
  date: LocalDate;
  /** Null for a draft. */
  revision: number | null;
  currency: string;
}

/** What is written, for whom, and whether labels of what may be left out are written as well. */
interface Writing {
  content: PackageContent;
  currency: string;
  isTemplate: boolean;
}

type Row = Record<string, unknown>;

/** A package as Markdown, by the headings and tables of rules.md §5. The same package is always the same text. */
export function renderDocument(title: DocumentTitle, content: PackageContent): string {
  const writing = { content, currency: title.currency, isTemplate: false };
  const revision = title.revision === null ? 'Draft' : String(title.revision);
  const said = { dealKey: title.dealKey, date: title.date, revision };
  return documentText(title.clientName, said, writing);
}

/** A document to be filled in: every heading, label and table, and what belongs there as comments. */
export function documentTemplate(currency: string): string {
  return documentText(null, {}, { content: EMPTY_PACKAGE, currency, isTemplate: true });
}

function documentText(clientName: string | null, title: Row, writing: Writing): string {
  const name = clientName === null ? prompt("Give the client's name.") : headingText(clientName);
  const blocks = CHAPTERS.flatMap((chapter) =>
    chapter.section === null
      ? [`# ${TITLE}: ${name}`, ...ofItems(chapter, title, writing)]
      : [`## ${chapter.heading}`, ...ofSection(chapter, writing)],
  );
  return `${blocks.join('\n\n')}\n`;
}

function ofSection(chapter: Chapter, writing: Writing): string[] {
  if (chapter.listed) return ofListed(chapter.listed, writing);
  const values = writing.content[chapter.name as keyof PackageContent] as unknown as Row;
  return chapter.columns ? ofPeople(chapter, values, writing) : ofItems(chapter, values, writing);
}

function ofItems({ places }: Pick<Chapter, 'places'>, values: Row, writing: Writing): string[] {
  return places.flatMap(({ item }) => ofItem(item, values[item.name] ?? null, writing));
}

function ofItem(item: Place['item'], value: unknown, writing: Writing): string[] {
  switch (item.kind) {
    case 'contact':
      return [];
    case 'texts':
      return ofTexts(item, value as string[] | null);
    case 'rows':
      return ofRows(item, value as Row[] | null, writing);
    default:
      return ofLeaf(item, value, writing);
  }
}

function ofLeaf(leaf: Leaf, value: unknown, { content, currency, isTemplate }: Writing): string[] {
  if (value !== null) return [`${label(leaf)} ${escapeLines(inWords(leaf, value, currency))}`];
  if (isTemplate) return [`${label(leaf)} ${prompt(asked(leaf, currency))}`];
  return leaf.asks === undefined || isExcused(leaf, content) ? [] : [`${label(leaf)} ${prompt(leaf.asks)}`];
}

function ofTexts(item: TextList, texts: readonly string[] | null): string[] {
  if (texts === null) return [`${label(item)} ${prompt(listAsked(item, NONE_IN_WORDS))}`];
  if (texts.length === 0) return [`${label(item)} ${NONE_IN_WORDS}`];
  const bullets = texts.map((text) => {
    const escaped = escapeLines(text, '  ');
    return `- ${texts.length === 1 && saysNone(escaped) ? disguised(escaped) : escaped}`;
  });
  return [label(item), bullets.join('\n')];
}

function ofRows({ columns, ...item }: RowList, rows: readonly Row[] | null, { currency }: Writing): string[] {
  if (rows?.length === 0) return [`${label(item)} ${NONE_IN_WORDS}`];
  const asks = rows === null ? ` ${prompt(listAsked(item, NONE_IN_WORDS))}` : '';
  return [`${label(item)}${asks}`, rowsText(columns, rows ?? [], currency)];
}

function ofListed({ name, statement, columns, asks }: ListedSection, { content, currency }: Writing): string[] {
  const rows = content[name] as unknown as Row[];
  const said = content[statement] ? [NONE_AND_ASKED_IN_WORDS] : [];
  if (rows.length > 0) return [rowsText(columns, rows, currency), ...said];
  return content[statement]
    ? said
    : [prompt(listAsked({ asks }, NONE_AND_ASKED_IN_WORDS)), rowsText(columns, [], currency)];
}

/** The table of everybody, then what is asked about each of them alone. */
function ofPeople({ places }: Chapter, people: Row, writing: Writing): string[] {
  const contacts = places.flatMap(({ item }) => (item.kind === 'contact' ? [item] : []));
  const rows = contacts.map(({ name, label: role }) => ({ ...(people[name] as Row | null), [ROLE.name]: role }));
  const table = rowsText([ROLE, ...CONTACT_COLUMNS], rows, writing.currency);
  return [table, ...contacts.flatMap((contact) => ofContact(contact, people[contact.name] as Row | null, writing))];
}

function ofContact(contact: ContactItem, values: Row | null, writing: Writing): string[] {
  if (values === null && contact.asks === undefined && !writing.isTemplate) return [];
  return [
    `### ${contact.label}`,
    ...contact.details.flatMap((leaf) => ofLeaf(leaf, values?.[leaf.name] ?? null, writing)),
  ];
}

function rowsText(columns: readonly Leaf[], rows: readonly Row[], currency: string): string {
  const cells = rows.map((row) => {
    const said = columns.map((leaf) =>
      row[leaf.name] == null ? '' : escapeCell(inWords(leaf, row[leaf.name], currency)),
    );
    return isSaidToBeNone(said, columns, rows.length) ? said.map(disguisedNone) : said;
  });
  const isNumber = columns.map(({ kind }) => kind === 'money' || kind === 'count' || kind === 'week');
  return tableText(
    columns.map((column) => column.label),
    isNumber,
    cells,
  );
}

/** Whether a row would be taken for "None": the only one of a list, or a person, of which nothing else is said. */
function isSaidToBeNone(cells: readonly string[], [first]: readonly Leaf[], rowCount: number): boolean {
  const own = first === ROLE ? cells.slice(1) : cells;
  const isAlone = first === ROLE || rowCount === 1;
  return isAlone && saysNone(own[0]!) && own.filter((cell) => cell !== '').length === 1;
}

function disguisedNone(cell: string): string {
  return saysNone(cell) ? disguised(cell) : cell;
}

function label({ label: words }: { label: string }): string {
  return `**${words}:**`;
}

function prompt(words: string): string {
  return `<!-- ${words} -->`;
}

function asked({ kind, asks = 'May be left out.' }: Leaf, currency: string): string {
  return kind === 'money' ? `${asks.replace(/\.$/, '')}, in ${currency}.` : asks;
}

/** Where there may be none, what to write for it. */
function listAsked({ asks = '', needsSome }: { asks?: string; needsSome?: boolean }, none: string): string {
  return needsSome ? asks : `${asks.replace(/\.$/, '')}: "${none}"`;
}

function inWords(leaf: Leaf, value: unknown, currency: string): string {
  return leaf.kind === 'date' && String(value) < '1000' ? String(value) : valueInWords(leaf.kind, value, currency);
}

/** A heading is one line, and number signs at its end are none of it. */
function headingText(text: string): string {
  return escapeInline(text.replace(/\s+/g, ' ').trim()).replaceAll('#', '\\#');
}
