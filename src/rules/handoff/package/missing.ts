import type { PackageContent } from './content';
import type { AnyItem, Leaf, ListedSection, PackageSection } from './items';
import { LISTED_SECTIONS, WRITTEN_SECTIONS } from './sections';
import { contactColumns } from './values';

/** Something that a package lacks: its section, the path of its field, and what to do, in words for a person. */
export interface MissingItem {
  section: PackageSection;
  path: string;
  message: string;
}

/** A lack before its section is known. */
type Lack = Omit<MissingItem, 'section'>;

/** What a package lacks to be submitted, in the order of the document; nothing when it is complete (rules.md §5). */
export function missingItems(content: PackageContent): MissingItem[] {
  const written = WRITTEN_SECTIONS.flatMap(({ section, name, title, items }) =>
    items
      .filter((item) => !isExcused(item, content))
      .flatMap((item) => lacksOf(item, valueIn(content[name], item.name), `${name}.${item.name}`, title))
      .map((lack) => ({ section, ...lack })),
  );
  const listed = LISTED_SECTIONS.flatMap((listing) =>
    lacksOfListing(listing, content).map((lack) => ({ section: listing.section, ...lack })),
  );
  return [...written, ...listed];
}

/** A client that is not at Companies House has neither a number nor filings there. */
export function isExcused({ name }: Pick<AnyItem, 'name'>, { clientBasics }: PackageContent): boolean {
  return (name === 'companyNumber' || name === 'filings') && clientBasics.notRegisteredBecause !== null;
}

function lacksOf(item: AnyItem, value: unknown, path: string, where: string): Lack[] {
  if (item.kind === 'contact') return lacksOfContact(item, value, path);
  if (value === null) return item.asks === undefined ? [] : [{ path, message: said(where, item.label, item.asks) }];
  if (item.kind === 'texts' || item.kind === 'rows') {
    const rows = value as readonly unknown[];
    if (rows.length === 0 && item.needsSome) return [{ path, message: said(where, item.label, item.asks!) }];
    if (item.kind === 'rows') return lacksOfRows(item.row, item.columns, rows, path);
  }
  return [];
}

function lacksOfContact(item: Extract<AnyItem, { kind: 'contact' }>, value: unknown, path: string): Lack[] {
  if (value === null) return item.asks === undefined ? [] : [{ path, message: item.asks }];
  return lacksOfColumns(contactColumns(item), value, path, item.label);
}

function lacksOfListing(
  { name, statement, title, row, columns, asks }: ListedSection,
  content: PackageContent,
): Lack[] {
  const rows = content[name];
  if (rows.length > 0) return lacksOfRows(row, columns, rows, name);
  return content[statement] ? [] : [{ path: name, message: `${title}: ${asks}` }];
}

function lacksOfRows(row: string, columns: readonly Leaf[], rows: readonly unknown[], path: string): Lack[] {
  return rows.flatMap((value, index) => lacksOfColumns(columns, value, `${path}.${index}`, `${row} ${index + 1}`));
}

function lacksOfColumns(columns: readonly Leaf[], value: unknown, path: string, where: string): Lack[] {
  return columns.flatMap(({ name, label, asks }) =>
    asks !== undefined && valueIn(value, name) === null
      ? [{ path: `${path}.${name}`, message: said(where, label, asks) }]
      : [],
  );
}

function valueIn(object: unknown, name: string): unknown {
  return (object as Record<string, unknown>)[name] ?? null;
}

function said(where: string, label: string, asks: string): string {
  return `${where}, ${label}: ${asks}`;
}
