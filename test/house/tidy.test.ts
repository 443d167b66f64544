import { read, type SourceFile, writtenFiles } from './files';
import { functionsOf } from './functions';

const LINE_LENGTH_MAX = 120;
const FILE_LENGTH_MAX = 300;
const FUNCTION_LENGTH_MAX = 60;

const files = writtenFiles();
const ofTypeScript = files.filter(({ path }) => path.endsWith('.ts'));
const ofProgram = ofTypeScript.filter(({ path }) => /^(src|migrations)\//.test(path));

/** Every line for which something is true, as `path:line`. */
function linesWhere(among: readonly SourceFile[], isWrong: (line: string, index: number, file: SourceFile) => boolean) {
  return among.flatMap((file) =>
    file.lines.flatMap((line, index) =>
      isWrong(line, index, file) ? [`${file.path}:${index + 1}: ${line.trim()}`] : [],
    ),
  );
}

/** The value below which a share of all values lies. */
function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

test('the files that are written are found', () => {
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['src/main.ts', 'migrations/index.ts', 'test/house/tidy.test.ts']));
  expect(paths).toEqual(expect.arrayContaining(['.ci/run', '.dependency-cruiser.cjs', 'codegen.yml']));
  expect(ofProgram.length).toBeGreaterThan(200);
});

describe('lengths', () => {
  const functions = ofProgram.flatMap(functionsOf).filter(({ isNamed }) => isNamed);
  const programs = ofProgram.filter(({ path }) => path.startsWith('src/')).map(({ lines }) => lines.length);

  test(`no line has more than ${LINE_LENGTH_MAX} characters, whether it is code, comment, text or SQL`, () => {
    expect(linesWhere(files, (line) => [...line].length > LINE_LENGTH_MAX)).toEqual([]);
  });

  test(`no file has more than ${FILE_LENGTH_MAX} lines`, () => {
    const long = files.filter(({ lines }) => lines.length > FILE_LENGTH_MAX);
    expect(long.map(({ path, lines }) => `${path}: ${lines.length}`)).toEqual([]);
  });

  test(`no function has more than ${FUNCTION_LENGTH_MAX} lines; half have 8 at most, nine in ten 25`, () => {
    expect(functions.filter(({ length }) => length > FUNCTION_LENGTH_MAX)).toEqual([]);
    const lengths = functions.map(({ length }) => length);
    expect(lengths.length).toBeGreaterThan(500);
    expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(8);
    expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(25);
  });

  test('half of the files have 60 lines at most, nine in ten 180', () => {
    expect(quantile(programs, 0.5)).toBeLessThanOrEqual(60);
    expect(quantile(programs, 0.9)).toBeLessThanOrEqual(180);
  });

  test('are counted as people count them', () => {
    const text = `// ’ takes more bytes than one
const f = () =>
  1;
class C {
  m() {
    return [1].map((n) => n);
  }
}
`;
    const found = functionsOf({ path: 'x.ts', text, lines: [] });
    expect(found.map(({ line, length, isNamed }) => [line, length, isNamed])).toEqual([
      [2, 2, true],
      [5, 3, true],
      [6, 1, false],
    ]);
  });
});

describe('what is exported', () => {
  const EXPORTED = /^export (default )?(abstract )?(async )?(function|class|interface|type|const|enum)\b(?! \{)/;
  /** GraphQL has its words already: the description of a type, an enumeration or the list of a type. */
  const DESCRIBED = /description:|@(ArgsType|Resolver)\(|^export const \w+ = (enumeration|connectionOf)\b/m;

  /** Whether a docstring ends above a line and the decorators over it, or a list of which it is the type. */
  function isExplained({ lines }: SourceFile, index: number): boolean {
    let above = index - 1;
    while (above >= 0 && /^([@)}\s]|\/\/ biome-ignore)/.test(lines[above]!) && !isDocEnd(lines[above]!)) above--;
    const isTypeOfList = /^export type \w+ = \(typeof /.test(lines[index]!) && above >= 0 && lines[above] !== '';
    return isTypeOfList || isDocEnd(lines[above] ?? '') || DESCRIBED.test(lines.slice(above + 1, index + 1).join('\n'));
  }

  const isDocEnd = (line: string) => /(^| )\*\/$/.test(line);

  test('says what it is', () => {
    expect(linesWhere(ofProgram, (line, index, file) => EXPORTED.test(line) && !isExplained(file, index))).toEqual([]);
  });

  test.each([
    ['export const a = 1;', false],
    ['/** A. */\nexport const a = 1;', true],
    ['/** A. */\n\nexport const a = 1;', false],
    ['/** A. */\n@Entity()\n@Check(\n  "x",\n)\nexport class A {', true],
    ['const b = 1;\n@Entity()\nexport class A {', false],
    ["@ObjectType({ description: 'A.' })\nexport class A {", true],
    ['/** All. */\nexport const ALL = [1] as const;\nexport type One = (typeof ALL)[number];', true],
    ['const ALL = [1] as const;\n\nexport type One = (typeof ALL)[number];', false],
  ])('is seen for what it is in %j', (text, expected) => {
    const lines = text.split('\n');
    expect(isExplained({ path: 'x.ts', text, lines }, lines.length - 1)).toBe(expected);
  });
});

describe('nobody', () => {
  const without = (among: readonly SourceFile[], forbidden: RegExp) =>
    expect(linesWhere(among, (line, _index, { path }) => forbidden.test(line) && !path.startsWith('test/house/')));

  test('calculates money with floating point', () => {
    const ofMoney = ofProgram.filter(({ text }) => /minor|money/i.test(text));
    expect(ofMoney.length).toBeGreaterThan(20);
    without(ofMoney, /\bMath\.(round|floor|ceil|trunc)\(|\bNumber\([^)]*minor/i).toEqual([]);
    without(ofProgram, /\bparseFloat\b|\.toFixed\(/).toEqual([]);
    without(ofProgram, /\b(Float|GraphQLFloat)\b|double precision|\breal (not )?null|_minor\)?::float/).toEqual([]);
    expect(read('src/schema.graphql').text).not.toMatch(/: \[?Float\b/);
  });

  test('silences the compiler or the linter about types', () => {
    without(ofTypeScript, /@ts-(ignore|expect-error|nocheck)|biome-ignore \S*noExplicitAny/).toEqual([]);
  });

  test('leaves a test out, or something to be done', () => {
    without(
      ofTypeScript,
      /\b(test|it|describe)(\.\w+)*\.(skip|only|todo|failing)\b|\b[xf](it|test|describe)\(/,
    ).toEqual([]);
    without(files, /\b(TODO|FIXME|XXX)\b(?!')/).toEqual([]);
  });

  test('imports a type in the middle of code, where the doors of the house do not see it', () => {
    without(ofProgram, /\bimport\(|\brequire\(/).toEqual([]);
  });

  test('counts on the folders of their own machine', () => {
    without(files, /(^|[\s'"`(=:])(\/(home|root|work|Users|mnt)\/\w|[A-Z]:\\\w)/).toEqual([]);
  });

  test('names a room by nothing', () => {
    const empty = /(^|\/)(utils?|helpers?|managers?|data|common|misc|lib)(\/|\.ts$)/;
    expect(files.filter(({ path }) => empty.test(path)).map(({ path }) => path)).toEqual([]);
  });
});
