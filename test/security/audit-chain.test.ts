import { type Anchor, headOf, sealAll, type Verified, verifyLog } from '../../src/audit';
import { type Api, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { openDeal } from '../harness/deals';

/** PostgreSQL's code for a right that is missing. */
const REFUSED = { code: '42501' };
const DEALS = 12;

let api: Api;
beforeEach(async () => {
  api = await startApi();
  for (let index = 0; index < DEALS; index++) await openDeal(api);
  await sealed();
});
afterEach(() => api.stop());

const verified = (anchors: readonly Anchor[] = []): Promise<Verified> =>
  api.db.reading((snapshot) => verifyLog(snapshot, anchors));

/** Seals all that there is: transactions of other databases of the server hold the horizon back for a moment. */
async function sealed(): Promise<void> {
  do await sealAll(api.db);
  while ((await verified()).unsealed > 0);
}

/** What whoever owns the database can do. */
const tamper = (statement: string) => onServer(api.databaseUrl, statement);

/** The number of the entry at a place of the chain. */
async function numberAt(place: number): Promise<number> {
  const [row] = await api.db.query<{ number: string }>('select number from audit_seal where place = $1', [place]);
  return Number(row!.number);
}

test('a log that nobody touched is whole, and says how far it goes', async () => {
  const { sealed, unsealed, redacted, flaw, head } = await verified();
  expect({ unsealed, redacted, flaw }).toEqual({ unsealed: 0, redacted: 0, flaw: null });
  expect(sealed).toBeGreaterThanOrEqual(DEALS);
  expect(head).toBe((await headOf(api.db, Date.now())).hash);
});

test('an entry that is not sealed yet is counted, and sealed next', async () => {
  await openDeal(api);
  expect(await verified()).toMatchObject({ unsealed: 1, flaw: null });
  await sealed();
  expect(await verified()).toMatchObject({ unsealed: 0, flaw: null });
});

describe('of what was tampered with, the first place is named:', () => {
  test('an entry that was altered', async () => {
    const number = await numberAt(7);
    await tamper(`update audit_entry set person = 'fin-2' where number >= ${number}`);
    expect((await verified()).flaw).toMatchObject({ kind: 'ALTERED', place: 7, number });
  });

  test('an entry that is missing, with or without its seal', async () => {
    const number = await numberAt(7);
    await tamper(`delete from audit_detail where number = ${number}; delete from audit_entry where number = ${number}`);
    expect((await verified()).flaw).toMatchObject({ kind: 'MISSING', place: 7, number });
    await tamper('delete from audit_seal where place = 7');
    expect((await verified()).flaw).toMatchObject({ kind: 'MISSING', place: 7 });
  });

  test('two entries that have changed places', async () => {
    const [one, other] = [await numberAt(5), await numberAt(6)];
    await tamper(`update audit_seal set number = -place where place in (5, 6);
      update audit_seal set number = case place when 5 then ${other} else ${one} end where place in (5, 6)`);
    expect((await verified()).flaw).toMatchObject({ kind: 'REORDERED', place: 5, number: other });
  });

  test('details that were altered, or that are gone and no erasure says so', async () => {
    const number = await numberAt(4);
    await tamper(`update audit_detail set content = '{}' where number = ${number}`);
    expect((await verified()).flaw).toMatchObject({ kind: 'DETAIL_ALTERED', place: 4, number });
    await tamper(`delete from audit_detail where number = ${number}`);
    expect((await verified()).flaw).toMatchObject({ kind: 'DETAIL_MISSING', place: 4, number });
  });

  test('the end that was cut off, by an anchor that was kept elsewhere; without one nobody can tell', async () => {
    const anchor = await headOf(api.db, Date.now());
    await tamper(`delete from audit_seal where place > 8;
      delete from audit_detail where number not in (select number from audit_seal);
      delete from audit_entry where number not in (select number from audit_seal)`);
    expect((await verified()).flaw).toBeNull();
    expect((await verified([anchor])).flaw).toMatchObject({ kind: 'CUT', place: 9 });
  });

  test('what was altered and sealed again, by an anchor', async () => {
    const anchor = await headOf(api.db, Date.now());
    const number = await numberAt(3);
    await tamper(`update audit_entry set person = 'fin-2' where number = ${number}; delete from audit_seal`);
    await sealed();
    expect((await verified()).flaw).toBeNull();
    expect((await verified([anchor])).flaw).toMatchObject({ kind: 'ANCHOR_DIFFERS', place: anchor.place });
  });
});

test('details that are taken away leave an entry, and the chain whole', async () => {
  const numbers = [await numberAt(2), await numberAt(3)];
  await api.db.query('select redact_audit($1, $2, $3)', [numbers, 'ad-1', 'eraseContact']);
  await sealed();
  expect(await verified()).toMatchObject({ redacted: 2, flaw: null });
});

test('entries of transactions that end out of order are all sealed', async () => {
  let goOn!: () => void;
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const insert = `insert into audit_entry (kind, action) values ('CALL', 'slow')`;
  const slow = api.db.transaction(async (tx) => {
    await tx.query(insert);
    await waiting;
  });
  await openDeal(api);
  await sealAll(api.db);
  goOn();
  await slow;
  await sealed();
  expect(await verified()).toMatchObject({ unsealed: 0, flaw: null });
});

describe('the application', () => {
  test.each(['audit_entry', 'audit_detail', 'audit_seal', 'audit_anchor'])('cannot change %s', async (table) => {
    const column = { audit_entry: 'at', audit_detail: 'salt', audit_seal: 'place', audit_anchor: 'day' }[table];
    for (const statement of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `select from ${table} for update`,
    ])
      await expect(api.db.query(statement)).rejects.toMatchObject(REFUSED);
  });

  test.each([
    `insert into audit_seal values (999, 999, sha256('x'))`,
    'alter table risk disable trigger risk_audit_update',
    'drop function seal_audit(integer)',
  ])('cannot get round it: %s', async (statement) => {
    await expect(api.db.query(statement)).rejects.toMatchObject(REFUSED);
  });
});
