import { read } from './files';

interface LockedPackage {
  license?: string;
  resolved?: string;
  integrity?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Licences that ask for no more than to be named, or not even that. */
const SHIPPED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'PostgreSQL',
];
/** Alike, of argparse, which the tools for configuration files take along. */
const ALSO_SHIPPED = ['Python-2.0'];
/** Of tools that are not shipped: browsers' data, compression, types. */
const TOOLS = ['CC-BY-4.0', 'CC0-1.0', 'Zlib'];

/** Packages whose licence is in a file of theirs and not in their manifest, as read there. */
const READ_IN_FILE: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' };

const { packages } = JSON.parse(read('package-lock.json').text) as { packages: Record<string, LockedPackage> };
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** Whether an SPDX expression, such as `(MIT OR CC0-1.0)` or `Apache-2.0 AND MIT`, can be met with these licences. */
function isMet(expression: string, allowed: readonly string[]): boolean {
  const choices = expression.replace(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((licence) => allowed.includes(licence)));
}

describe('the packages that are installed', () => {
  test('may all be used: their licences ask for little', () => {
    expect(locked.length).toBeGreaterThan(500);
    const refused = locked.filter(([path, { license = READ_IN_FILE[path] ?? 'none', dev }]) => {
      const allowed = [...SHIPPED, ...ALSO_SHIPPED, ...(dev ? TOOLS : [])];
      return !isMet(license, allowed);
    });
    expect(refused.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  test.each(Object.entries(READ_IN_FILE))('%s has the licence %s in its own file', (path, licence) => {
    expect(read(`${path}/LICENSE`).text).toContain(`${licence} License`);
  });

  test.each([
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0', false],
    ['none', false],
  ])('are judged by %s', (expression, expected) => {
    expect(isMet(expression, SHIPPED)).toBe(expected);
  });

  test('are locked to their content, and to no registry', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(locked.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  test('are all locked, those for other platforms too: npm ci refuses a lock file in which one is missing', () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !isLockedFor(path, name)),
    );
    expect(missing).toEqual([]);
  });

  test('run nothing when they are installed: each that would is named, and kept from it', () => {
    const scripts = new Set(
      locked.flatMap(([path, { hasInstallScript }]) =>
        hasInstallScript ? (path.split('node_modules/').pop() ?? '') : [],
      ),
    );
    const { allowScripts } = JSON.parse(read('package.json').text) as { allowScripts: Record<string, boolean> };
    const kept = Object.keys(allowScripts).filter((name) => allowScripts[name] === false);
    expect([...scripts].filter((name) => !kept.includes(name))).toEqual([]);
  });

  test('are there for a reason: each that is declared is named where the reasons are', () => {
    const reasons = read('docs/decisions/0010-dependencies.md').text;
    const named = (name: string) => new RegExp(`(?<![\\w/-])${name}(?![\\w/-])`).test(reasons);
    const isNamed = (name: string) =>
      named(name) || (name.startsWith('@') && reasons.includes(name.replace(/\/.*/, '/*')));
    const declared = JSON.parse(read('package.json').text) as Record<string, Record<string, string>>;
    const names = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.keys(declared[kind]!),
    );
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => !isNamed(name))).toEqual([]);
    expect(isNamed('left-pad')).toBe(false);
  });

  test('are declared by exact versions', () => {
    const declared = JSON.parse(read('package.json').text) as Record<string, Record<string, string>>;
    const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(declared[kind]!).map(([name, version]) => `${name}@${version}`),
    );
    expect(versions.filter((version) => !/@\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

/** Whether a package finds another where Node looks for it: in its own folder, or in one of those around it. */
function isLockedFor(path: string, name: string): boolean {
  const below = path === '' ? '' : `${path}/`;
  if (Object.hasOwn(packages, `${below}node_modules/${name}`)) return true;
  return path !== '' && isLockedFor(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}
