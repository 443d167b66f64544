/** The sections of a handoff package (the seed's A to G). */
export const PACKAGE_SECTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
export type PackageSection = (typeof PACKAGE_SECTIONS)[number];

/** One thing that is asked for. */
export interface Item {
  /** Its name in the API. */
  name: string;
  /** Its name in the document, unique in what it belongs to. */
  label: string;
  /** What to say where it is missing, as a sentence for a person; undefined for what may be left out. */
  asks?: string;
}

/** One value: text, a whole number, a delivery week, money in minor units, a local date, or one of a few. */
export interface Leaf extends Item {
  kind: 'text' | 'count' | 'week' | 'money' | 'date' | 'choice';
  choices?: readonly string[];
}

/** Several texts; an empty list says that there is none, unless some are asked for. */
export interface TextList extends Item {
  kind: 'texts';
  needsSome?: boolean;
}

/** Several rows of a table; an empty list says that there is none, unless some are asked for. */
export interface RowList extends Item {
  kind: 'rows';
  /** What one row is called. */
  row: string;
  columns: readonly Leaf[];
  needsSome?: boolean;
}

/** A person at the client, and what is asked about them beside name, email, phone and notes. */
export interface ContactItem extends Item {
  kind: 'contact';
  details: readonly Leaf[];
}

/** Anything that a written section asks for. */
export type AnyItem = Leaf | TextList | RowList | ContactItem;

/** A section whose items are written in the package itself. */
export interface WrittenSection {
  section: PackageSection;
  name: 'clientBasics' | 'people' | 'whatTheyAreSolving' | 'whatWeAreDelivering' | 'commercials';
  title: string;
  items: readonly AnyItem[];
}

/** A section that lists what the deal has, or states that there is nothing and that the AE has asked. */
export interface ListedSection {
  section: PackageSection;
  name: 'risks' | 'commitments';
  statement: 'noRisksAndIHaveAsked' | 'noCommitmentsAndIHaveAsked';
  title: string;
  row: string;
  columns: readonly Leaf[];
  asks: string;
}

/** How everybody at the client can be reached. */
export const CONTACT_COLUMNS: readonly Leaf[] = [
  { kind: 'text', name: 'name', label: 'Name', asks: 'Say who it is.' },
  { kind: 'text', name: 'email', label: 'Email', asks: 'Give their email.' },
  { kind: 'text', name: 'phone', label: 'Phone', asks: 'Give their phone.' },
  { kind: 'text', name: 'notes', label: 'Notes' },
];

/** A text that is asked for. */
export function text(name: string, label: string, asks: string): Leaf {
  return { kind: 'text', name, label, asks };
}

/** A list of texts that is asked for; it may be empty. */
export function texts(name: string, label: string, asks: string): TextList {
  return { kind: 'texts', name, label, asks };
}

/** An amount of money that is asked for, as a column. */
export function money(): Leaf {
  return { kind: 'money', name: 'amount', label: 'Amount', asks: 'Give the amount.' };
}
