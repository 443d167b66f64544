import { aligned } from './aligned';
import type { PackageContent } from './content';
import type { AnyItem, Leaf, ListedSection, PackageSection } from './items';
import { LISTED_SECTIONS, WRITTEN_SECTIONS } from './sections';
import { valueInWords } from './valueInWords';
import { contactColumns } from './values';

/** One thing that differs between two packages, in words for a person; null where nothing is. */
export interface PackageDifference {
  section: PackageSection;
  /** Its place, in the second package where it has it: `people.hrSponsor.email`. */
  path: string;
  /** What it is called: `HR sponsor (primary contact), Email`. */
  label: string;
  before: string | null;
  after: string | null;
}

type Difference = Omit<PackageDifference, 'section'>;
type Row = Record<string, unknown>;

/** Compares under a path and a label, with amounts in one currency. */
interface Place {
  path: string;
  label: string;
  currency: string;
}

/** All that differs between two packages, in the order of the document; `currency` is their deal's. */
export function packageDifferences(
  before: PackageContent,
  after: PackageContent,
  currency: string,
): PackageDifference[] {
  const written = WRITTEN_SECTIONS.flatMap(({ section, name, title, items }) =>
    items.flatMap((item) => {
      const place = { path: `${name}.${item.name}`, label: `${title}, ${item.label}`, currency };
      const [was, is] = [before[name], after[name]].map((values) => (values as unknown as Row)[item.name] ?? null);
      return ofItem(item, was, is, place).map((difference) => ({ section, ...difference }));
    }),
  );
  const listed = LISTED_SECTIONS.flatMap((listing) =>
    ofListing(listing, before, after, currency).map((difference) => ({ section: listing.section, ...difference })),
  );
  return [...written, ...listed];
}

function ofItem(item: AnyItem, before: unknown, after: unknown, place: Place): Difference[] {
  if (item.kind === 'contact')
    return ofColumns(contactColumns(item), before ?? {}, after ?? {}, { ...place, label: item.label });
  if (item.kind !== 'texts' && item.kind !== 'rows') return ofLeaf(item, before, after, place);
  const [was, is] = [before, after].map((list) => (list ?? []) as Row[]);
  const of = item.kind === 'rows' ? ofRows(item.columns, item.row, was!, is!, place) : ofTexts(before, after, place);
  return [...ofNone(before, after, place), ...of];
}

function ofTexts(before: unknown, after: unknown, { path, label }: Place): Difference[] {
  const [was, is] = [before, after].map((list) => (list ?? []) as string[]);
  return aligned(was!, is!, Object.is).map(({ before: text = null, after: next = null, index }) => ({
    path: `${path}.${index}`,
    label: `${label} ${index + 1}`,
    before: text,
    after: next,
  }));
}

/** To say that there is none is not the same as to say nothing. */
function ofNone(before: unknown, after: unknown, { path, label }: Place): Difference[] {
  const [was, is] = [before, after].map((list) => (Array.isArray(list) && list.length === 0 ? 'None' : null));
  const isChange = (before === null && is === 'None') || (after === null && was === 'None');
  return isChange ? [{ path, label, before: was!, after: is! }] : [];
}

function ofListing(
  { name, statement, title, row, columns }: ListedSection,
  before: PackageContent,
  after: PackageContent,
  currency: string,
): Difference[] {
  const place = { path: name, label: title, currency };
  const rows = ofRows(columns, row, before[name] as unknown as Row[], after[name] as unknown as Row[], place);
  if (before[statement] === after[statement]) return rows;
  const [was, is] = [before, after].map((content) => (content[statement] ? 'Yes' : 'No'));
  return [...rows, { path: statement, label: `${title}: none, and I have asked`, before: was!, after: is! }];
}

function ofRows(
  columns: readonly Leaf[],
  row: string,
  before: readonly Row[],
  after: readonly Row[],
  { path, currency }: Place,
): Difference[] {
  const isSame = (a: Row, b: Row) => columns.every(({ name }) => (a[name] ?? null) === (b[name] ?? null));
  return aligned(before, after, isSame).flatMap(({ before: was, after: is, index }) => {
    const place = { path: `${path}.${index}`, label: `${row} ${index + 1}`, currency };
    if (was && is) return ofColumns(columns, was, is, place);
    const inWords = (values?: Row) => (values ? rowInWords(columns, values, currency) : null);
    return [{ path: place.path, label: place.label, before: inWords(was), after: inWords(is) }];
  });
}

function ofColumns(columns: readonly Leaf[], before: object, after: object, place: Place): Difference[] {
  return columns.flatMap((column) => {
    const [was, is] = [before, after].map((values) => (values as Row)[column.name] ?? null);
    const { path, label } = place;
    return ofLeaf(column, was, is, {
      ...place,
      path: `${path}.${column.name}`,
      label: `${label}, ${column.label}`,
    });
  });
}

function ofLeaf({ kind }: Leaf, before: unknown, after: unknown, { path, label, currency }: Place): Difference[] {
  if (before === after) return [];
  const [was, is] = [before, after].map((value) => (value === null ? null : valueInWords(kind, value, currency)));
  return [{ path, label, before: was!, after: is! }];
}

function rowInWords(columns: readonly Leaf[], values: Row, currency: string): string {
  const said = columns.flatMap(({ name, label, kind }) =>
    (values[name] ?? null) === null ? [] : [[label, valueInWords(kind, values[name], currency)] as const],
  );
  return said.map(([label, value]) => `${label}: ${value}`).join('; ') || 'An empty row';
}
