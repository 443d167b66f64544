import type { Database } from '../../src/database';
import { demonstrate } from '../../src/demonstration';
import { dealState, type Instant } from '../../src/rules';
import { openFreshDatabase } from '../harness/database';
import { storedHistories } from './histories';

const TODAY = Date.parse('2026-11-23T12:00:00Z');
const LOADED_WITHIN_MS = 60_000;

describe('the books of the demonstration', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openFreshDatabase();
    await demonstrate(db, TODAY);
  }, LOADED_WITHIN_MS);
  afterAll(() => db.close());

  test('balance: each line is debited once and credited once, and all debits are all credits', async () => {
    const [sums] = await db.query<Record<string, string>>(`
      select count(*) as lines,
        count(*) filter (where p.debit = abs(l.amount_minor) and p.credit = -abs(l.amount_minor)) as balanced,
        sum(p.debit)::text as debits, (-sum(p.credit))::text as credits
      from commission_line l join (
        select deal_id, line_id, sum(amount_minor) filter (where amount_minor > 0) as debit,
          sum(amount_minor) filter (where amount_minor < 0) as credit
        from posting group by deal_id, line_id having count(*) = 2) p on p.deal_id = l.deal_id and p.line_id = l.id`);
    const [counted] = await db.query<{ lines: string }>('select count(*) as lines from commission_line');
    expect(Number(counted!.lines)).toBeGreaterThan(800);
    expect(sums).toMatchObject({ lines: counted!.lines, balanced: counted!.lines });
    expect(sums!.debits).toBe(sums!.credits);
  });

  test('say at every instant at which something was learned what the facts known then give', async () => {
    const books = await booksByDeal(db);
    const asKnown = (key: string, at: Instant) => ({ deal: key, at, ...books.get(key)!.asKnown(at) });
    let instants = 0;
    for (const [key, { events, terms }] of await storedHistories(db))
      for (const { recordedAt: at } of events) {
        const { payments, lines } = dealState(events, terms, { effectiveAt: at, knownAt: at }).commission;
        const due = {
          payments: payments.map((payment) => [
            ...[payment.tranche, payment.payee, payment.status, String(payment.amount)],
            ...[String(payment.releasedToDate), payment.earnedAt, payment.releasedAt],
          ]),
          lines: lines.map((line) => [line.kind, line.tranche, line.payee, String(line.amount), line.effectiveAt]),
        };
        expect(asKnown(key, at)).toEqual({ deal: key, at, payments: due.payments.sort(), lines: due.lines.sort() });
        instants++;
      }
    expect(instants).toBeGreaterThan(4_000);
  });

  test('have as the last version of each payment the payment itself', async () => {
    const [counted] = await db.query<{ payments: number; same: number }>(`
      select count(*)::int as payments, count(*) filter (where
        (p.status, p.amount_minor, p.released_minor, p.earned_at, p.released_at, p.withdrawn)
        is not distinct from
        (v.status, v.amount_minor, v.released_minor, v.earned_at, v.released_at, v.withdrawn))::int as same
      from commission_payment p cross join lateral (
        select * from commission_payment_version v
        where v.deal_id = p.deal_id and v.tranche = p.tranche and v.payee = p.payee
        order by v.recorded_at desc limit 1) v`);
    expect(counted!.payments).toBeGreaterThan(1_000);
    expect(counted!.same).toBe(counted!.payments);
  });

  test('have a version only where a payment changed', async () => {
    const repeated = await db.query(`
      select * from (
        select v.*, lag(row(status, amount_minor, released_minor, earned_at, released_at, withdrawn))
          over (partition by deal_id, tranche, payee order by recorded_at) as before
        from commission_payment_version v) v
      where before is not distinct from row(status, amount_minor, released_minor, earned_at, released_at, withdrawn)`);
    expect(repeated).toEqual([]);
  });
});

interface Version {
  recordedAt: Instant;
  withdrawn: boolean;
  name: string;
  says: unknown[];
}

interface Posted {
  recordedAt: Instant;
  takenBackAt: Instant | null;
  says: unknown[];
}

/** What a deal's tables say was known at an instant. */
class Books {
  constructor(
    private readonly versions: readonly Version[],
    private readonly posted: readonly Posted[],
  ) {}

  asKnown(at: Instant) {
    const latest = new Map(
      this.versions.filter(({ recordedAt }) => recordedAt <= at).map((version) => [version.name, version]),
    );
    const payments = [...latest.values()].filter(({ withdrawn }) => !withdrawn).map(({ says }) => says);
    const live = this.posted.filter(
      ({ recordedAt, takenBackAt }) => recordedAt <= at && (takenBackAt === null || takenBackAt > at),
    );
    return { payments: payments.sort(), lines: live.map(({ says }) => says).sort() };
  }
}

async function booksByDeal(db: Database): Promise<Map<string, Books>> {
  const rows = await db.query<{ key: string; versions: Version[]; posted: Posted[] | null }>(BOOKS);
  return new Map(rows.map(({ key, versions, posted }) => [key, new Books(versions, posted ?? [])]));
}

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::int8`;

const BOOKS = `
  select d.key,
    (select json_agg(json_build_object('recordedAt', ${ms('v.recorded_at')}, 'withdrawn', v.withdrawn,
       'name', v.tranche || ' ' || v.payee,
       'says', json_build_array(v.tranche, v.payee, v.status, v.amount_minor::text, v.released_minor::text,
         ${ms('v.earned_at')}, ${ms('v.released_at')})) order by v.recorded_at)
     from commission_payment_version v where v.deal_id = d.id) as versions,
    (select json_agg(json_build_object('recordedAt', ${ms('l.recorded_at')}, 'takenBackAt', ${ms('r.recorded_at')},
       'says', json_build_array(l.kind, l.tranche, l.payee, l.amount_minor::text, ${ms('l.effective_at')})))
     from commission_line l left join commission_line r on r.deal_id = l.deal_id and r.reverses = l.id
     where l.deal_id = d.id and l.kind <> 'REVERSAL') as posted
  from deal d`;
