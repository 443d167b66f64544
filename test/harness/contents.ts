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

const aboutNow = fc.date({ min: new Date('2019-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
const everSince = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const anyDate = fc.oneof({ weight: 9, arbitrary: aboutNow }, everSince).map((date) => date.toISOString().slice(0, 10));

/** What packages are made of, with one kind of text in all of them. */
class Parts {
  constructor(private readonly anyText: fc.Arbitrary<string>) {}

  value({ kind, choices = [] }: Leaf): fc.Arbitrary<unknown> {
    switch (kind) {
      case 'count':
        return fc.nat();
      case 'week':
        return fc.oneof(fc.integer({ min: -4, max: -1 }), fc.integer({ min: 1, max: 520 }));
      case 'money':
        return fc.bigInt({ min: 0n, max: 10n ** 18n - 1n });
      case 'date':
        return anyDate;
      case 'choice':
        return fc.constantFrom(...choices);
      default:
        return this.anyText;
    }
  }

  item(item: Item): fc.Arbitrary<unknown> {
    if (item.kind === 'contact') return fc.option(this.row([...REACHED, ...item.details]).map(orNull), { nil: null });
    if (item.kind === 'texts') return fc.option(fc.array(this.anyText, { maxLength: 4 }), { nil: null });
    if (item.kind === 'rows') return fc.option(this.rows(item.columns), { nil: null });
    return fc.option(this.value(item), { nil: null });
  }

  /** An empty row is none. */
  rows(columns: readonly Leaf[]): fc.Arbitrary<object[]> {
    return fc.array(this.row(columns), { maxLength: 4 }).map((rows) => rows.filter((row) => orNull(row) !== null));
  }

  private row(columns: readonly Leaf[]): fc.Arbitrary<object> {
    return fc.record(
      Object.fromEntries(columns.map((column) => [column.name, fc.option(this.value(column), { nil: null })])),
    );
  }
}

/** Somebody of whom nothing is said is nobody. */
function orNull(row: object): object | null {
  return Object.values(row).every((value) => value === null) ? null : row;
}

const REACHED: readonly Leaf[] = ['name', 'email', 'phone', 'notes'].map((name) => ({ name, kind: 'text' }));

/** Any package in the form in which packages are kept, whatever it lacks and however little sense it makes. */
export function contentsOf(texts: fc.Arbitrary<string>): fc.Arbitrary<PackageContent> {
  const parts = new Parts(texts);
  const sections = WRITTEN_SECTIONS.map(({ name, items }) => [
    name,
    fc.record(Object.fromEntries(items.map((item) => [item.name, parts.item(item)]))),
  ]);
  const listed = LISTED_SECTIONS.map(({ name, columns }) => [name, parts.rows(columns)]);
  const statements = { noRisksAndIHaveAsked: fc.boolean(), noCommitmentsAndIHaveAsked: fc.boolean() };
  return fc
    .record({ ...Object.fromEntries([...sections, ...listed]), ...statements })
    .map((content) => ({ ...EMPTY_PACKAGE, ...content }));
}

/** Any package with texts as people write them. */
export const anyContent = contentsOf(anyText);
