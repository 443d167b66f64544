import { dealState } from '../../src/rules';
import {
  ApprovePayRunDocument,
  CreatePayRunDocument,
  DiscardPayRunDocument,
  type FactInput,
  MarkPayRunPaidDocument,
  RecordEventsDocument,
} from '../api/generated/operations';
import { type Api, startApi } from '../harness/api';
import { answered, heldHandoff, type Opened, openDeal, record } from '../harness/deals';
import { storedHistories } from './histories';

const WRITERS = 20;
const CALLS = 25;
const MONTHS = ['2026-03', '2026-04', '2026-05'];

let api: Api;
let deals: Opened[];
/** Events that writers may take back. */
const told: { deal: string; id: string }[] = [];
let isWriting = true;

beforeAll(async () => {
  api = await startApi();
  deals = await Promise.all(Array.from({ length: 5 }, () => openDeal(api)));
  for (const { key } of deals) await record(api, key, heldHandoff('ae-1', 'ae-2'));
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  const paying = payMonths();
  await writing.finally(() => {
    isWriting = false;
  });
  await paying;
}, 120_000);
afterAll(() => api.stop());

/** Facts of every kind that moves money, in an order of its own for each writer. */
async function write(writer: number): Promise<void> {
  for (let call = 0; call < CALLS; call++) {
    const { key: deal } = deals[(writer + call) % deals.length]!;
    const fact = factOf(writer * CALLS + call, deal);
    const events = [{ deal, event: { occurredAt: new Date(Date.now() - 60_000).toISOString(), fact } }];
    const { recordEvents } = answered(await api.run('fin-1', RecordEventsDocument, { input: { events } }));
    if (recordEvents.errors.length === 0 && !('eventRetracted' in fact))
      told.push({ deal, id: recordEvents.events![0]!.id });
    // Whoever takes back what was taken back already is refused: that is no loss.
    else if (!('eventRetracted' in fact)) throw new Error(JSON.stringify(recordEvents.errors));
  }
}

function factOf(number: number, deal: string): FactInput {
  const taken = told.findLast((event) => event.deal === deal);
  const kinds: FactInput[] = [
    { feeAgreed: { amount: `${40_000 + (number % 97) * 100}.00` } },
    { workshopDelivered: { week: 2, cohort: 1, attended: 1 + (number % 9) } },
    { splitAgreed: { payees: ['ae-1', 'ae-3'].map((person) => ({ person, shareBp: 5_000 })) } },
    { boardReportDelivered: { week: 12 } },
    { slaWaived: { sla: 'SUBMIT_PACKAGE', approver: 'fin-2', reason: 'It was agreed' } },
    ...(taken ? [{ eventRetracted: { retracts: taken.id, reason: 'Recorded by mistake' } }] : []),
  ];
  return kinds[(number * 7) % kinds.length]!;
}

/** Finance pays one month after the other meanwhile: a run that is out of date is discarded, and made anew. */
async function payMonths(): Promise<void> {
  for (const period of MONTHS)
    for (;;) {
      const { payRun } = answered(await api.run('fin-1', CreatePayRunDocument, { input: { period } })).createPayRun;
      const run = { payRun: payRun!.id };
      const approved = answered(await api.run('fin-2', ApprovePayRunDocument, { input: run })).approvePayRun;
      const input = { ...run, reference: `BACS ${period}` };
      const paid = answered(await api.run('fin-1', MarkPayRunPaidDocument, { input })).markPayRunPaid;
      if (approved.errors.length + paid.errors.length === 0) break;
      if (!isWriting) throw new Error(JSON.stringify([approved.errors, paid.errors]));
      answered(await api.run('fin-1', DiscardPayRunDocument, { input: run }));
    }
}

describe('twenty writers of five hundred facts, while three months are paid and closed,', () => {
  test('leave books in which every invariant holds', async () => {
    const { data } = await api.ask<{ reconciliation: { code: string; isFine: boolean }[] }>(
      'fin-1',
      '{ reconciliation { code isFine } }',
    );
    expect(data!.reconciliation.length).toBeGreaterThan(5);
    expect(data!.reconciliation.filter(({ isFine }) => !isFine)).toEqual([]);
  });

  test('leave as posted, for each payment, what the rules make of the facts now', async () => {
    const histories = await storedHistories(api.db);
    const posted = await api.db.query<{ key: string; tranche: string; payee: string; minor: string }>(
      `select d.key, l.tranche, l.payee, sum(l.amount_minor)::text as minor
       from commission_line l join deal d on d.id = l.deal_id
       group by d.key, l.tranche, l.payee having sum(l.amount_minor) <> 0 order by d.key, l.tranche, l.payee`,
    );
    const expected = [...histories].flatMap(([key, { events, terms }]) => {
      const at = events.at(-1)!.recordedAt;
      const { payments } = dealState(events, terms, { effectiveAt: at, knownAt: at }).commission;
      return payments
        .filter(({ releasedToDate }) => releasedToDate !== 0n)
        .map(({ tranche, payee, releasedToDate }) => ({ key, tranche, payee, minor: String(releasedToDate) }));
    });
    const inOrder = (rows: typeof posted) => rows.map((row) => JSON.stringify(row)).sort();
    expect(inOrder(posted)).toEqual(inOrder(expected));
    expect(posted.length).toBeGreaterThan(5);
  });

  test('lose no fact, and change nothing of a month that is closed', async () => {
    const [{ facts }] = (await api.db.query<{ facts: number }>('select count(*)::int as facts from deal_event')) as [
      { facts: number },
    ];
    expect(facts).toBeGreaterThanOrEqual(told.length + deals.length * heldHandoff('ae-1', 'ae-2').length);
    const late = await api.db.query(
      'select l.id from commission_line l join period p on p.month = l.period where l.recorded_at > p.closed_at',
    );
    expect(late).toEqual([]);
    const closed = await api.db.query<{ month: string }>('select month from period order by month');
    expect(closed.map(({ month }) => month)).toEqual(MONTHS);
  });

  test('leave every run paying what its lines and the balance before it add up to', async () => {
    const wrong = await api.db.query(
      `select p.run_id, p.payee from pay_run_payee p
       left join lateral (
         select coalesce(sum(l.amount_minor), 0) as minor from pay_run_line t
         join commission_line l on l.deal_id = t.deal_id and l.id = t.line_id
         where t.run_id = p.run_id and l.payee = p.payee and l.currency = p.currency) as own on true
       where own.minor <> p.lines_minor`,
    );
    expect(wrong).toEqual([]);
  });
});
