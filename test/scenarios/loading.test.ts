import { type Database, openDatabase, type Queryable } from '../../src/database';
import { demonstrate } from '../../src/demonstration';
import { openDeals } from '../../src/recording';
import { StartFailure } from '../../src/start-failure';
import { introducePeople } from '../harness/api';
import { freshDatabase } from '../harness/database';
import { readModel, type StoredDeal } from './readModel';

/** Early, so that there are not many deals yet. */
const TODAY = Date.parse('2025-05-15T16:30:00Z');
const WEEKS_LATER = Date.parse('2025-07-01T09:00:00Z');

/** Statements at which a load is cut off: with nothing there, with people, deals, some facts, all, and notes. */
const CUTS = [0, 3, 5, 9, 13, 17, 20, 24, 28, 33, 37, 40, 42];
const DEALS_OPENED = 20;

/** Two databases to make and two loads, on a machine that does other things as well. */
jest.setTimeout(60_000);

const open = new Set<Database>();
const DEAL = { clientName: 'Own', accountExecutive: 'ae-1', currency: 'GBP', calendar: 'scotland', plan: 'standard' };
const FINANCE = { personKey: 'fin-1', role: 'FINANCE' } as const;

let whole: Map<string, StoredDeal>;
beforeAll(async () => {
  const db = await emptyDatabase();
  expect(await demonstrate(db, TODAY)).toBe(true);
  whole = await readModel(db);
  expect(whole.size).toBeGreaterThan(50);
});
afterEach(async () => {
  await Promise.all([...open].map((db) => db.close()));
  open.clear();
});

test('A database with nobody in it gets the same history whenever it is loaded, and only once', async () => {
  const db = await emptyDatabase();
  expect(await demonstrate(db, TODAY)).toBe(true);
  expect(await demonstrate(db, TODAY)).toBe(false);
  expect(await demonstrate(db, WEEKS_LATER)).toBe(false);
  expect(await readModel(db)).toEqual(whole);
});

test('A database in which there is somebody already is left alone', async () => {
  const db = await emptyDatabase();
  await introducePeople(db);
  expect(await demonstrate(db, TODAY)).toBe(false);
  expect(await readModel(db)).toEqual(new Map());
});

test.each(CUTS)(
  'A load that is cut off at statement %s is finished by the next start, as of the same day',
  async (cut) => {
    const db = await emptyDatabase();
    await expect(demonstrate(cutOffAt(cut, db), TODAY)).rejects.toThrow('cut off');
    const hasBegun = (await db.query('select from demonstration')).length > 0;
    expect(await demonstrate(db, hasBegun ? WEEKS_LATER : TODAY)).toBe(true);
    expect(await readModel(db)).toEqual(whole);
    expect(await demonstrate(db, WEEKS_LATER)).toBe(false);
  },
);

test('Of two servers that start at once on one database, one loads and the other waits for it', async () => {
  const url = await freshDatabase();
  const [one, other] = [await opened(url), await opened(url)];
  const done = await Promise.all([demonstrate(one, TODAY), demonstrate(other, TODAY)]);
  expect(done.sort()).toEqual([false, true]);
  expect(await readModel(one)).toEqual(whole);
});

test('Where deals were opened after a load was cut off, the next start says what to do', async () => {
  const db = await emptyDatabase();
  await expect(demonstrate(cutOffAt(DEALS_OPENED, db), TODAY)).rejects.toThrow('cut off');
  await openDeals(db, FINANCE, [DEAL]);
  const refused = demonstrate(db, TODAY);
  await expect(refused).rejects.toThrow(StartFailure);
  await expect(refused).rejects.toThrow('set DEMO=false, or give an empty database');
});

async function emptyDatabase(): Promise<Database> {
  return opened(await freshDatabase());
}

async function opened(url: string): Promise<Database> {
  const db = await openDatabase({ url, poolSize: 2 });
  open.add(db);
  return db;
}

/** A database that is lost after so many statements; what was committed by then stays. */
function cutOffAt(statements: number, db: Database): Database {
  let left = statements;
  const lossy = (on: Queryable): Queryable['query'] => {
    return async (...question) => {
      if (left-- <= 0) throw new Error('cut off');
      return on.query(...question);
    };
  };
  const transaction = (work: (tx: Queryable) => Promise<unknown>) => db.transaction((tx) => work({ query: lossy(tx) }));
  return Object.create(db, { query: { value: lossy(db) }, transaction: { value: transaction } }) as Database;
}
