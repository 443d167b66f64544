import {
  type AnyItem,
  CONTACT_COLUMNS,
  type ContactItem,
  type Leaf,
  LISTED_SECTIONS,
  type ListedSection,
  type PackageSection,
  type RowList,
  type TextList,
  WRITTEN_SECTIONS,
  type WrittenSection,
} from '../../rules';
import { formsOf, LabelBook } from './labels';

/** Something that has a label in a document, and its place in the package. */
export interface Place {
  path: string;
  item: Leaf | TextList | RowList | ContactItem;
}

/** What comes below one heading of a document: the title, or a section. */
export interface Chapter {
  /** `title`, or the section's name in the package. */
  name: string;
  section: PackageSection | null;
  heading: string;
  places: readonly Place[];
  book: LabelBook<Place>;
  /** What follows the heading of a contact, by the contact's path. */
  booksOfContacts: ReadonlyMap<string, LabelBook<Place>>;
  /** The table that comes without a label; null where there is none. */
  columns: readonly Leaf[] | null;
  listed: ListedSection | null;
}

/** What the first heading of a document begins with. */
export const TITLE = 'Handoff';

/** What a document says of itself. */
const TITLE_ITEMS: readonly Leaf[] = [
  { kind: 'text', name: 'dealKey', label: 'Deal', asks: "Give the deal's key, such as D-2026-0042." },
  { kind: 'date', name: 'date', label: 'Date', asks: 'Give the date.' },
  { kind: 'text', name: 'revision', label: 'Revision' },
];

/** The first column of the table of people. */
export const ROLE: Leaf = { kind: 'text', name: 'role', label: 'Role', asks: 'Name the role.' };

/** The title, then sections A to G. */
export const CHAPTERS: readonly Chapter[] = [
  chapter('title', TITLE_ITEMS, { section: null, heading: TITLE }),
  ...WRITTEN_SECTIONS.map(ofWritten),
  ...LISTED_SECTIONS.map(ofListed),
];

/** `Section A — Client basics`. */
export function headingOf(section: PackageSection, title: string): string {
  return `Section ${section} — ${title}`;
}

/** Every form of every label of a document: a text that looks like one has to be told from it. */
export const LABEL_FORMS: ReadonlySet<string> = new Set(
  CHAPTERS.flatMap(({ places }) => places)
    .flatMap(({ item }) => [item, ...(item.kind === 'contact' ? CONTACT_COLUMNS : [])])
    .flatMap(({ label }) => formsOf(label)),
);

function ofWritten({ section, name, title, items }: WrittenSection): Chapter {
  const hasContacts = items.some(({ kind }) => kind === 'contact');
  const heading = headingOf(section, title);
  return chapter(name, items, { section, heading, columns: hasContacts ? [ROLE, ...CONTACT_COLUMNS] : null });
}

function ofListed(listed: ListedSection): Chapter {
  const { section, name, title, columns } = listed;
  return chapter(name, [], { section, heading: headingOf(section, title), columns, listed });
}

function chapter(
  name: string,
  items: readonly AnyItem[],
  about: Pick<Chapter, 'section' | 'heading'> & Partial<Chapter>,
): Chapter {
  const own = items.map((item): Place => ({ path: `${name}.${item.name}`, item }));
  const contacts = own.filter(({ item }) => item.kind === 'contact');
  const places = [...own, ...contacts.flatMap((contact) => placesOf(contact, []))];
  const books = contacts.map((contact) => [contact.path, bookOf(placesOf(contact, CONTACT_COLUMNS))] as const);
  return {
    columns: null,
    listed: null,
    ...about,
    name,
    places,
    book: bookOf(places),
    booksOfContacts: new Map(books),
  };
}

function placesOf({ path, item }: Place, columns: readonly Leaf[]): Place[] {
  const details = item.kind === 'contact' ? item.details : [];
  return [...columns, ...details].map((leaf) => ({ path: `${path}.${leaf.name}`, item: leaf }));
}

function bookOf(places: readonly Place[]): LabelBook<Place> {
  return new LabelBook(places.map((place) => [place.item.label, place] as const));
}
