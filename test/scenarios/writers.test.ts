import { dealStage, dealState, isoOf } from '../../src/rules';
import {
  CommissionReportDocument,
  type CommissionReportQueryVariables,
  type DealFactInput,
  RecordEventsDocument,
} from '../api/generated/operations';
import { type Api, startApi } from '../harness/api';
import { answered, heldHandoff, openDeal, record } from '../harness/deals';
import { storedHistories } from './histories';
import { readModel } from './readModel';

const WRITERS = 16;
const CALLS = 5;
const MARCH: CommissionReportQueryVariables = {
  period: '2026-03',
  groupBy: ['DEAL', 'PAYEE', 'LINE_KIND', 'STATUS'],
};
/** Whoever comes first records it; to all the others it is recorded already. */
const SHARED = { occurredAt: '2026-03-30T09:00:00Z', source: 'crm', sourceEventId: 'shared', fact: { introSent: {} } };

/** An event that was recorded, by whom, and in which of their calls. */
interface Written {
  deal: string;
  id: string;
  recordedAt: string;
  sourceEventId?: string | null;
  writer: number;
}

let api: Api;
let deals: string[];
let written: Written[];
let reports: string[];
let isWriting = true;

beforeAll(async () => {
  api = await startApi();
  deals = [];
  for (let index = 0; index < 4; index++) deals.push((await openDeal(api)).key);
  for (const deal of deals) await record(api, deal, heldHandoff('ae-1', 'ae-2'));
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  const watching = watch();
  const all = await writing.finally(() => {
    isWriting = false;
  });
  [written, reports] = [all.flat(), await watching];
}, 60_000);
afterAll(() => api.stop());

describe('sixteen writers at once, on four deals,', () => {
  test('lose no fact and record none twice', async () => {
    const [{ n } = { n: '' }] = await api.db.query<{ n: string }>('select count(*) as n from deal_event');
    const recorded = new Set(written.map(({ id }) => id));
    expect(recorded.size).toBe(WRITERS * CALLS * 2 + deals.length);
    expect(Number(n)).toBe(recorded.size + deals.length * heldHandoff('ae-1', 'ae-2').length);
  });

  test('have their facts learned one after another within each deal', async () => {
    const again = await api.db.query('select from deal_event group by deal_id, recorded_at having count(*) > 1');
    expect(again).toHaveLength(0);
    for (const deal of deals)
      for (let writer = 0; writer < WRITERS; writer++) {
        const theirs = written.filter(
          (event) => event.deal === deal && event.writer === writer && !event.sourceEventId,
        );
        const amended = theirs.map(({ recordedAt }) => recordedAt);
        expect(amended).toEqual([...new Set(amended)].sort());
      }
  });

  test('leave what the rules make of the facts', async () => {
    const histories = await storedHistories(api.db);
    for (const [key, { deal, payments, live }] of await readModel(api.db)) {
      const { events, terms } = histories.get(key)!;
      const at = events.at(-1)!.recordedAt;
      const { history, handoff, commission } = dealState(events, terms, { effectiveAt: at, knownAt: at });
      expect(deal).toMatchObject({
        last_recorded_at: isoOf(at),
        stage: dealStage(history, handoff.triggeredAt),
        fee_minor: String(commission.fee),
      });
      expect(payments.map(({ tranche, payee, released_minor: sum }) => `${tranche} ${payee} ${sum}`).sort()).toEqual(
        commission.payments.map(({ tranche, payee, releasedToDate: sum }) => `${tranche} ${payee} ${sum}`).sort(),
      );
      expect(live.map((line) => `${line.kind} ${line.payee} ${line.amount_minor} ${line.effective_at}`).sort()).toEqual(
        commission.lines.map((line) => `${line.kind} ${line.payee} ${line.amount} ${isoOf(line.effectiveAt)}`).sort(),
      );
    }
  });

  test('leave books that balance', async () => {
    const lines = await api.db.query<{ sum: string }>('select sum(amount_minor) as sum from posting group by line_id');
    expect(lines.length).toBeGreaterThan(WRITERS * CALLS);
    expect(new Set(lines.map(({ sum }) => sum))).toEqual(new Set(['0']));
  });

  test('change no report that was given: as known then, it has the same bytes now', async () => {
    expect(new Set(reports.map(rowsOf)).size).toBeGreaterThan(2);
    for (const report of reports) expect(JSON.stringify(await reported(JSON.parse(report).knownAt))).toBe(report);
  });
});

/** Amends the fee of two deals in each call, in an order of its own, and states what all others state too. */
async function write(writer: number): Promise<Written[]> {
  const all: Written[] = [];
  for (let call = 0; call < CALLS; call++) {
    const first = (writer + call) % 4;
    const pair = [deals[first]!, deals[(first + 1 + (writer % 3)) % 4]!];
    const events = [...pair.map((deal) => amendment(deal, writer, call)), { deal: pair[0]!, event: SHARED }];
    const { recordEvents } = answered(await api.run('fin-1', RecordEventsDocument, { input: { events } }));
    expect(recordEvents.errors).toEqual([]);
    all.push(...recordEvents.events!.map((event, index) => ({ ...event, deal: events[index]!.deal, writer })));
  }
  return all;
}

/** Asks for the report of March again and again, and each time once more as it was known when it was first asked. */
async function watch(): Promise<string[]> {
  const seen: string[] = [];
  while (isWriting) {
    const report = await reported();
    expect(JSON.stringify(await reported(report.knownAt))).toBe(JSON.stringify(report));
    seen.push(JSON.stringify(report));
  }
  return seen;
}

async function reported(knownAt?: string) {
  const variables = { ...MARCH, knownAt };
  return answered(await api.run('fin-1', CommissionReportDocument, variables)).commissionReport;
}

function rowsOf(report: string): string {
  return JSON.stringify(JSON.parse(report).rows);
}

/** An amendment of the fee on a day of March, at an instant of its own. */
function amendment(deal: string, writer: number, call: number): DealFactInput {
  const occurredAt = `2026-03-${10 + call}T10:${10 + writer}:00Z`;
  const fact = { feeAgreed: { amount: `${48_000 + writer * 100 + call}.00` } };
  return { deal, event: { occurredAt, fact } };
}
