import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const CRUISER = path.join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const DOORS = path.join(ROOT, '.dependency-cruiser.cjs');

/** A house in which every door is open: each file, and what is written in it. */
const OPEN_HOUSE: Readonly<Record<string, string>> = {
  'package.json': '{ "dependencies": { "uuid": "*" }, "devDependencies": { "jest": "*" } }',
  'src/main.ts': "import './server/http'; import './facts'; import './rules'; import './database'; import './console';",
  'src/token.ts': "import './settings'; import './graphql'; import './demonstration';",
  'src/rules/index.ts': "import { v7 } from 'uuid'; export const rule = v7;",
  'src/graphql/index.ts': "export type { Deal } from '../deals';",
  'src/database/index.ts': "export * from '../deals'; import '../../migrations';",
  'src/console/index.ts': "import '../rules';",
  'src/settings.ts': "import './graphql';",
  'src/server/http.ts': 'export const http = 1;',
  'src/facts/index.ts': "import { secret } from '../deals/secret'; export const fact = secret;",
  'src/deals/index.ts': "import { http } from '../server/http'; export interface Deal { key: typeof http }",
  'src/deals/secret.ts': "import '../main'; export const secret = 1;",
  'src/people/index.ts': "import 'jest'; import '../../test/harness'; import '../terms';",
  'src/terms/index.ts': "import '../people';",
  'src/demonstration/index.ts': "import '../settings';",
  'migrations/index.ts': "import '../src/rules';",
  'test/harness.ts': 'export const harness = 1;',
};

/** What is seen of it. */
const SEEN = [
  'concepts-meet-at-their-index: src/deals/index.ts',
  'concepts-meet-at-their-index: src/deals/secret.ts',
  'concepts-meet-at-their-index: src/facts/index.ts',
  'concepts-meet-at-their-index: src/people/index.ts',
  'console-stands-alone: src/console/index.ts',
  'database-knows-no-concept: src/database/index.ts',
  'demonstration-uses-what-is-public: src/demonstration/index.ts',
  'graphql-is-vocabulary: src/graphql/index.ts',
  'migrations-are-history: migrations/index.ts',
  'no-circles-of-rooms: src/people',
  'no-circles-of-rooms: src/terms',
  'no-circles: src/deals/secret.ts',
  'no-circles: src/people/index.ts',
  'no-tests-in-production: src/people/index.ts',
  'nobody-imports-main: src/deals/secret.ts',
  'nobody-imports-server: src/deals/index.ts',
  'nothing-unused: src/people/index.ts',
  'nothing-unused: src/terms/index.ts',
  'only-declared-packages: src/people/index.ts',
  'rules-are-pure: src/rules/index.ts',
  'settings-stand-alone: src/settings.ts',
];

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

/** Everything that dependency-cruiser has to say about a house, by rule. */
function violations(house: string): Violation[] {
  const args = [CRUISER, '--config', DOORS, '--output-type', 'json', 'src', 'migrations', 'test'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (!stdout) throw new Error(`dependency-cruiser said nothing: ${stderr}`);
  const { summary } = JSON.parse(stdout) as { summary: { totalCruised: number; violations: Violation[] } };
  expect(summary.totalCruised).toBeGreaterThan(10);
  return summary.violations;
}

function build(house: string): void {
  for (const [file, text] of Object.entries(OPEN_HOUSE)) {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    writeFileSync(path.join(house, file), text);
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(house, 'node_modules'), 'junction');
}

describe('the doors of the house', () => {
  const house = mkdtempSync(path.join(tmpdir(), 'baton-house-'));
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  test('are shut', () => {
    expect(violations(ROOT).map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  test('are each seen when they stand open', () => {
    build(house);
    const seen = new Set(violations(house).map(({ rule, from }) => `${rule.name}: ${from}`));
    expect([...seen].sort()).toEqual(SEEN);
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(DOORS);
    expect(new Set(SEEN.map((line) => line.split(':')[0]))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });
});
