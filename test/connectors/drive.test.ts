import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { folderDrive, handoffFolder, slugOf } from '../../src/drive';
import { DriveFailure } from '../../src/graphql';

describe('the drive', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'baton-drive-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const drive = () => folderDrive(path.join(folder, 'drive'));
  const at = (file: string) => path.join(folder, 'drive', file);

  test('writes a file where it belongs, whole, and again over it', async () => {
    expect(await drive().write('clients/elm/01-handoff/a.md', 'first ☺')).toBe('clients/elm/01-handoff/a.md');
    await drive().write('clients/elm/01-handoff/a.md', Buffer.from('second'));
    expect(readFileSync(at('clients/elm/01-handoff/a.md'), 'utf8')).toBe('second');
    expect(readdirSync(at('clients/elm/01-handoff'))).toEqual(['a.md']);
  });

  test('shows a reader the old file or the new one, never a part of one', async () => {
    const texts = ['a', 'b'].map((letter) => letter.repeat(2_000_000));
    await drive().write('x/big.md', texts[0]!);
    const seen = new Set<string>();
    const writing = Promise.all(Array.from({ length: 20 }, (_, index) => drive().write('x/big.md', texts[index % 2]!)));
    let done = false;
    void writing.then(() => {
      done = true;
    });
    while (!done) {
      seen.add(readFileSync(at('x/big.md'), 'utf8'));
      await new Promise(setImmediate);
    }
    expect([...seen].every((text) => texts.includes(text))).toBe(true);
    expect(readdirSync(at('x'))).toEqual(['big.md']);
  });

  test.each([
    '../outside.md',
    'clients/../../outside.md',
    '/etc/outside.md',
    'clients//a.md',
    'clients/./a.md',
    'clients/a\0.md',
    'clients/.hidden',
    'clients\\..\\a.md',
    'C:/a.md',
    '',
  ])('refuses the path %j', async (file) => {
    await expect(drive().write(file, 'x')).rejects.toThrow(DriveFailure);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is not led out by a link that somebody has put into it', async () => {
    const outside = path.join(folder, 'outside');
    mkdirSync(outside);
    mkdirSync(at('.'), { recursive: true });
    symlinkSync(outside, at('clients'));
    await expect(drive().write('clients/elm/a.md', 'x')).rejects.toThrow('"clients" on the drive is not a folder');
    expect(readdirSync(outside)).toEqual([]);
    writeFileSync(path.join(outside, 'theirs'), 'theirs');
    mkdirSync(at('y'));
    symlinkSync(path.join(outside, 'theirs'), at('y/a.md'));
    await drive().write('y/a.md', 'ours');
    expect(readFileSync(path.join(outside, 'theirs'), 'utf8')).toBe('theirs');
    expect(readFileSync(at('y/a.md'), 'utf8')).toBe('ours');
  });

  test('says why it cannot write, and leaves nothing behind', async () => {
    mkdirSync(at('.'), { recursive: true });
    writeFileSync(at('clients'), 'a file');
    await expect(drive().write('clients/a.md', 'x')).rejects.toThrow('"clients" on the drive is not a folder');
    mkdirSync(at('full/a.md'), { recursive: true });
    await expect(drive().write('full/a.md', 'x')).rejects.toThrow(
      'full/a.md could not be written to the drive: a folder has that name',
    );
    expect(readdirSync(at('full'))).toEqual(['a.md']);
  });
});

test.each(['/proc/baton/drive', '/dev/null/drive'])('a drive at %s says at once that it cannot be', async (root) => {
  await expect(folderDrive(root).write('clients/a.md', 'x')).rejects.toThrow(/^clients\/a\.md could not be written/);
});

describe('the slug of a client', () => {
  test.each([
    ['Larch & Finch Ltd', 'larch-finch-ltd'],
    ["O'Brien’s Café, Zürich", 'obriens-cafe-zurich'],
    ['Straße Øst Łódź', 'strasse-ost-lodz'],
    ['  --A--  ', 'a'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'client-con'],
    ['☺', 'client-dfa62991'],
    ['株式会社', 'client-e6843c6e'],
    ['有限会社', 'client-c62fe593'],
    ['x'.repeat(100), 'x'.repeat(60)],
  ])('of %j is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test('is a plain name, whatever the client is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slugOf(name).length).toBeLessThanOrEqual(67);
        expect(handoffFolder(slugOf(name)).split('/')).toHaveLength(3);
        expect(slugOf(slugOf(name))).toBe(slugOf(name));
      }),
      { numRuns: 2_000 },
    );
  });
});
