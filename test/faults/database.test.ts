import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrations } from '../../migrations';
import { type Database, DatabaseUnavailable, migrate, openDatabase } from '../../src/database';
import { refuseOldVersion } from '../../src/database/migrate';
import { freshDatabase, onServer } from '../harness/database';

let database: Database;
let ownerUrl: string;

beforeAll(async () => {
  ownerUrl = await freshDatabase();
  await onServer(ownerUrl, 'create table kept (word text unique); grant select, insert on kept to baton_app');
  database = await openDatabase({ url: ownerUrl, poolSize: 2 });
});

afterAll(() => database.close());

async function words(): Promise<string[]> {
  return (await database.query<{ word: string }>('select word from kept order by word')).map(({ word }) => word);
}

/** Ends the server's side of every connection that the application has. */
async function cutConnections(): Promise<void> {
  await onServer(
    ownerUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'baton'`,
  );
}

describe('queries', () => {
  test('dates, instants and large numbers come as text in UTC, json parsed', async () => {
    const [row] = await database.query(
      `select date '2026-03-29' as day, timestamptz '2026-03-29T01:30+01' as instant, array[date '2026-03-29'] as days,
         9007199254740993::bigint as large, sum(1)::bigint as sum, 1.10::numeric as exact, '{"a":[1]}'::jsonb as json`,
    );
    expect(row).toEqual({
      day: '2026-03-29',
      instant: '2026-03-29 00:30:00+00',
      days: ['2026-03-29'],
      large: '9007199254740993',
      sum: '1',
      exact: '1.10',
      json: { a: [1] },
    });
  });

  test('a name makes it a prepared statement', async () => {
    await database.transaction(async (tx) => {
      await tx.query('select $1::int as one', [1], 'one');
      const prepared = await tx.query(`select name from pg_prepared_statements`);
      expect(prepared).toEqual([{ name: 'one' }]);
    });
  });

  test('every statement is told to a listener, TypeORM’s too, until it no longer listens', async () => {
    const seen: string[] = [];
    const stop = database.onStatement((text) => seen.push(text));
    await database.query('select 1');
    await database.transaction((tx) => tx.query('select 2'));
    await database.dataSource.query('select 3');
    stop();
    await database.query('select 4');
    expect(seen).toEqual(['select 1', 'begin', 'select 2', 'commit', 'select 3']);
  });
});

describe('transactions', () => {
  test('what they throw comes out and nothing of them stays', async () => {
    const failure = new Error('our own');
    const work = database.transaction(async (tx) => {
      await tx.query(`insert into kept values ('half')`);
      throw failure;
    });
    await expect(work).rejects.toBe(failure);
    expect(await words()).toEqual([]);
  });

  test('what PostgreSQL refuses is its own error with its code, and the connection goes on', async () => {
    const twice = database.transaction(async (tx) => {
      await tx.query(`insert into kept values ('twin')`);
      await tx.query(`insert into kept values ('twin')`);
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    for (let i = 0; i < 5; i++) await database.transaction((tx) => tx.query('select 1'));
    expect(await words()).toEqual([]);
  });

  test('more of them than connections all get their turn', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => database.transaction(async (tx) => tx.query(`select ${i} as i`))),
    );
    expect(results).toEqual(Array.from({ length: 20 }, (_, i) => [{ i }]));
  });
});

describe('a lost connection is DatabaseUnavailable and the next use has a new one', () => {
  test.each(['in the middle of a statement', 'between two statements'])('%s of a transaction', async (when) => {
    const work = database.transaction(async (tx) => {
      await tx.query(`insert into kept values ('lost')`);
      const cut = when.startsWith('in') ? sleep(50).then(cutConnections) : cutConnections();
      if (when.startsWith('between')) await cut.then(() => sleep(50));
      await Promise.all([cut, tx.query('select pg_sleep(5)')]);
    });
    await expect(work).rejects.toThrow(DatabaseUnavailable);
    expect(await words()).toEqual([]);
  });

  test('while nobody uses it, nobody notices', async () => {
    await words();
    await cutConnections();
    await sleep(50);
    expect(await words()).toEqual([]);
  });

  test('a server that is not there', async () => {
    await expect(migrate('postgres://nobody:hunter2@127.0.0.1:1/none')).rejects.toThrow(
      /^The database does not answer: .*ECONNREFUSED.* \(DATABASE_URL\)$/,
    );
  });
});

describe('the application’s role', () => {
  test('works as baton_app in UTC and nothing waits for ever, whatever the URL says', async () => {
    const url = new URL(ownerUrl);
    url.searchParams.set('options', '-c role=none -c TimeZone=Asia/Tokyo -c statement_timeout=0');
    const stubborn = await openDatabase({ url: url.href, poolSize: 2 });
    const [session] = await stubborn.query(
      `select current_user as role, current_setting('TimeZone') as zone,
        current_setting('statement_timeout') as statement,
        current_setting('idle_in_transaction_session_timeout') as idle`,
    );
    await stubborn.close();
    expect(session).toEqual({ role: 'baton_app', zone: 'UTC', statement: '30s', idle: '1min' });
  });

  test('cannot change the schema, and has no more rights than were granted', async () => {
    const refused = { code: '42501' };
    await expect(database.query('create table mine (i int)')).rejects.toMatchObject(refused);
    await expect(database.query('drop table kept')).rejects.toMatchObject(refused);
    await expect(database.query(`update kept set word = 'x'`)).rejects.toMatchObject(refused);
    await expect(database.query('delete from migrations')).rejects.toMatchObject(refused);
  });
});

describe('migrations', () => {
  let count = 0;

  async function emptyDatabase(): Promise<string> {
    const url = `${ownerUrl}_${++count}`;
    await onServer(ownerUrl, `create database ${new URL(url).pathname.slice(1)}`);
    return url;
  }

  test('of many servers that start at once run one after the other, each once', async () => {
    const url = await emptyDatabase();
    await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const run = await onServer<{ name: string }>(url, 'select name from migrations order by id');
    expect(run.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
  });

  test('wait while another server migrates', async () => {
    const url = await emptyDatabase();
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query(`select pg_advisory_lock(hashtext('baton migrations'))`);
    let done = false;
    const migrated = migrate(url).then(() => {
      done = true;
    });
    await sleep(200);
    expect(done).toBe(false);
    await other.end();
    await migrated;
  });

  test('in a database or by a user that is not there are told in a line', async () => {
    const nowhere = new URL(ownerUrl);
    nowhere.pathname = '/no_such_database';
    await expect(migrate(nowhere.href)).rejects.toThrow(/^PostgreSQL does not have the database of DATABASE_URL: /);
    const stranger = new URL(ownerUrl);
    Object.assign(stranger, { username: 'no_such_user', password: 'hunter2' });
    await expect(migrate(stranger.href)).rejects.toThrow(
      /^PostgreSQL refuses the user( or the password)? of DATABASE_URL: /,
    );
    await expect(migrate(stranger.href)).rejects.not.toThrow(/hunter2/);
  });

  test.each(['14.9 (Debian 14.9-1)', '9.6.24', '14beta1'])('of PostgreSQL %s are refused: it is too old', (version) => {
    expect(() => refuseOldVersion(version)).toThrow(
      `PostgreSQL ${version} is too old: Baton needs version 15 or later`,
    );
    for (const recent of ['15.0', '18beta2', '18.4']) expect(() => refuseOldVersion(recent)).not.toThrow();
  });

  test('by a user who may not is told in a line', async () => {
    const name = `weak_${process.pid}`;
    await onServer(ownerUrl, `create role ${name} login password 'weak'`);
    const url = new URL(ownerUrl);
    Object.assign(url, { username: name, password: 'weak' });
    await expect(migrate(url.href)).rejects.toThrow(
      /^The user of DATABASE_URL lacks a right that Baton needs: permission denied/,
    );
    await onServer(ownerUrl, `drop role ${name}`);
  });
});
