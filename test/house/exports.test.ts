import path from 'node:path';
import { type SourceFile, writtenFiles } from './files';

/** Files that are started and not imported. */
const STARTED = ['src/main.ts', 'src/token.ts', 'src/terminal/main.ts'];

const DECLARED = /^export (?:abstract |async )?(?:const|let|function|class|interface|type) (\w+)/gm;
const LISTED = /^export (?:type )?\{([^}]*)\}/gm;
const IMPORTED = /^(?:import|export) (?:type )?(\{[^}]*\}|\* as \w+) from '(\.[^']*)'/gm;

/** The names in `{ a, type B, c as d }`: at a door the name after `as`, for who comes in the one before. */
function namesIn(list: string, side: 'before' | 'after'): string[] {
  const parts = list.replace(/[{}]/g, '').split(',');
  const pairs = parts.map((part) =>
    part
      .trim()
      .replace(/^type /, '')
      .split(' as '),
  );
  return pairs.map((pair) => (side === 'before' ? pair[0] : pair.at(-1))!).filter((name) => name !== '');
}

/** What files import, as `src/deals Deal` or `src/deals/deal Deal`; `*` where all is. */
function importsOf(files: readonly SourceFile[]): Set<string> {
  const found = files.flatMap((file) =>
    [...file.text.matchAll(IMPORTED)].flatMap(([, names = '', from = '']) => {
      const source = path.posix.join(path.posix.dirname(file.path), from).replace(/\/index$/, '');
      return names.startsWith('*') ? [`${source} *`] : namesIn(names, 'before').map((name) => `${source} ${name}`);
    }),
  );
  return new Set(found);
}

/** What files of src export, and nobody of those files imports nor the file itself uses, as `src/deals Deal`. */
function unusedExports(files: readonly SourceFile[]): string[] {
  const imported = importsOf(files);
  return files
    .filter(({ path: name }) => name.startsWith('src/') && name.endsWith('.ts') && !STARTED.includes(name))
    .flatMap(({ path: name, text }) => {
      const source = name.replace(/(\/index)?\.ts$/, '');
      const isInUse = (one: string) => imported.has(`${source} ${one}`) || imported.has(`${source} *`);
      const declared = [...text.matchAll(DECLARED)].map(([, one]) => one!);
      const unused = declared.filter((one) => !isInUse(one) && text.match(new RegExp(`\\b${one}\\b`, 'g'))!.length < 2);
      const listed = [...text.matchAll(LISTED)].flatMap(([, list]) => namesIn(list!, 'after'));
      return [...unused, ...listed.filter((one) => !isInUse(one))].map((one) => `${source} ${one}`);
    });
}

test('whatever src exports, somebody imports, or the file itself needs it', () => {
  expect(unusedExports(writtenFiles())).toEqual([]);
});

test('what nobody imports is found', () => {
  const file = (name: string, text: string): SourceFile => ({ path: name, text, lines: text.split('\n') });
  const door = file('src/deals/index.ts', "export { type Deal, find as seek, lost } from './deal';");
  const deal = file(
    'src/deals/deal.ts',
    'export class Deal {}\nexport function find() {}\nexport const lost = find();',
  );
  const user = file('test/deals.ts', "import { type Deal, seek } from '../src/deals';\nimport { gone } from './gone';");
  expect(unusedExports([door, deal, user])).toEqual(['src/deals lost']);
  expect(unusedExports([deal, user])).toEqual(['src/deals/deal Deal', 'src/deals/deal lost']);
});
