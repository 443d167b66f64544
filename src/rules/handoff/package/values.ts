import type { AnyItem, Leaf, WrittenSection } from './items';
import { CONTACT_COLUMNS } from './items';

/** Makes one value into another; null never comes here. `path` is its place in the package. */
export type Convert = (leaf: Pick<Leaf, 'kind' | 'choices'>, value: unknown, path: string) => unknown;

/** A section with every value made into another. Items that are undefined stay left out; an unknown one is dropped. */
export function convertSection(
  { name, items }: WrittenSection,
  given: object,
  convert: Convert,
): Record<string, unknown> {
  const values = given as Record<string, unknown>;
  return Object.fromEntries(
    items
      .filter((item) => values[item.name] !== undefined)
      .map((item) => [item.name, convertItem(item, values[item.name], `${name}.${item.name}`, convert)]),
  );
}

/** A row of a list, or a contact, with every column; what is left out is null. */
export function convertRow(
  columns: readonly Leaf[],
  given: unknown,
  path: string,
  convert: Convert,
): Record<string, unknown> {
  const values = given as Record<string, unknown>;
  return Object.fromEntries(
    columns.map((column) => {
      const value = values[column.name] ?? null;
      return [column.name, value === null ? null : (convert(column, value, `${path}.${column.name}`) ?? null)];
    }),
  );
}

/** The columns of a contact: what everybody has, and what is asked about them alone. */
export function contactColumns({ details }: Extract<AnyItem, { kind: 'contact' }>): readonly Leaf[] {
  return [...CONTACT_COLUMNS, ...details];
}

/** Somebody of whom nothing is said is nobody. */
function contactOrNobody(contact: Record<string, unknown>): Record<string, unknown> | null {
  return Object.values(contact).every((value) => value === null) ? null : contact;
}

function convertItem(item: AnyItem, value: unknown, path: string, convert: Convert): unknown {
  if (value === null) return null;
  switch (item.kind) {
    case 'contact':
      return contactOrNobody(convertRow(contactColumns(item), value, path, convert));
    case 'rows':
      return (value as unknown[]).map((row, index) => convertRow(item.columns, row, `${path}.${index}`, convert));
    case 'texts':
      return (value as unknown[]).map((text, index) => convert({ kind: 'text' }, text, `${path}.${index}`));
    default:
      return convert(item, value, path) ?? null;
  }
}
