import fc from 'fast-check';
import { EMPTY_PACKAGE, LISTED_SECTIONS, type PackageContent, WRITTEN_SECTIONS, written } from '../../src/rules';

type Section = (typeof WRITTEN_SECTIONS)[number];
type Item = Section['items'][number];
type Leaf = { name: string; kind: string; choices?: readonly string[] };

/** Texts as people write them, with what Markdown and tables are made of; kept as a package keeps them. */
const PIECES = ['a', 'Dana', '|', '\\', '*', '_', '#', '-', '1.', '<br>', '&amp;', '`', '"', '‘', 'é', '😀', ' ', '\n'];
const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.array(fc.constantFrom(...PIECES)).map((all) => all.join('')),
  )
  .map((text) => written(text.replace(/(?!\n)[\p{Cc}\u2028\u2029]/gu, '')))
  .filter((text): text is string => text !== null);

const anyDate = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function anyValue({ kind, choices = [] }: Leaf): fc.Arbitrary<unknown> {
  switch (kind) {
    case 'count':
      return fc.nat();
    case 'money':
      return fc.bigInt({ min: 0n, max: 10n ** 18n - 1n });
    case 'date':
      return anyDate;
    case 'choice':
      return fc.constantFrom(...choices);
    default:
      return anyText;
  }
}

function anyRow(columns: readonly Leaf[]): fc.Arbitrary<object> {
  return fc.record(
    Object.fromEntries(columns.map((column) => [column.name, fc.option(anyValue(column), { nil: null })])),
  );
}

const REACHED: readonly Leaf[] = ['name', 'email', 'phone', 'notes'].map((name) => ({ name, kind: 'text' }));

function anyItem(item: Item): fc.Arbitrary<unknown> {
  if (item.kind === 'contact') return fc.option(anyRow([...REACHED, ...item.details]), { nil: null });
  if (item.kind === 'texts') return fc.option(fc.array(anyText, { maxLength: 4 }), { nil: null });
  if (item.kind === 'rows') return fc.option(fc.array(anyRow(item.columns), { maxLength: 4 }), { nil: null });
  return fc.option(anyValue(item), { nil: null });
}

const anySections = fc.record(
  Object.fromEntries(
    WRITTEN_SECTIONS.map(({ name, items }) => [
      name,
      fc.record(Object.fromEntries(items.map((item) => [item.name, anyItem(item)]))),
    ]),
  ),
);
const anyListed = fc.record(
  Object.fromEntries(LISTED_SECTIONS.map(({ name, columns }) => [name, fc.array(anyRow(columns), { maxLength: 4 })])),
);
const anyStatements = fc.record({ noRisksAndIHaveAsked: fc.boolean(), noCommitmentsAndIHaveAsked: fc.boolean() });

/** Any package in the form in which packages are kept, whatever it lacks and however little sense it makes. */
export const anyContent: fc.Arbitrary<PackageContent> = fc
  .tuple(anySections, anyListed, anyStatements)
  .map(([sections, listed, statements]) => ({ ...EMPTY_PACKAGE, ...sections, ...listed, ...statements }));
