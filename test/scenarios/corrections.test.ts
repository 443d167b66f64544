import { type Api, startApi } from '../harness/api';
import { Diary, instantOf, type LondonTime } from './diary';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

test('A workshop recorded by mistake is taken back by a reversal, and paid when it is really held', async () => {
  const deal = await Diary.open(api.db, 'Carrow Lane Logistics', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  await deal.isHandedOver('2026-01-15');
  const mistake = await deal.hasWorkshop('2026-02-17 12:30');
  expect(await february(deal, '2026-02-20 18:00')).toEqual(['TRANCHE 1200.00 in 1']);

  const reason = 'Nobody had come: it was the list of registrations';
  await deal.on('2026-02-24 09:40', { eventRetracted: { retracts: mistake, reason } });
  expect(await deal.payments()).toContain('WEEK_2_WORKSHOP ae-1 NOT_EARNED 0.00 of 1200.00');
  await deal.hasWorkshop('2026-03-03 12:30');
  expect(await deal.ledger()).toEqual([
    '2026-01-12 TRANCHE SOW_SIGNED ae-1 2000.00',
    '2026-02-17 TRANCHE WEEK_2_WORKSHOP ae-1 1200.00',
    '2026-02-17 REVERSAL WEEK_2_WORKSHOP ae-1 -1200.00, recorded 2026-02-24',
    '2026-03-03 TRANCHE WEEK_2_WORKSHOP ae-1 1200.00',
  ]);
  expect(await february(deal, '2026-02-28 18:00')).toEqual(['TRANCHE 1200.00 in 1', 'REVERSAL -1200.00 in 1']);
  expect(await february(deal, '2026-02-20 18:00')).toEqual(['TRANCHE 1200.00 in 1']);
});

test('A workshop of February that is learned of in March changes February’s report only from then on', async () => {
  const deal = await Diary.open(api.db, 'Castlewick Insurance', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  await deal.isHandedOver('2026-01-15');
  expect(await february(deal, '2026-02-28 18:00')).toEqual([]);
  await deal.hasWorkshop('2026-02-26 12:30', '2026-03-04 10:15');
  expect(await february(deal, '2026-02-28 18:00')).toEqual([]);
  expect(await february(deal, '2026-03-04 10:14')).toEqual([]);
  expect(await february(deal, '2026-03-04 10:15')).toEqual(['TRANCHE 1200.00 in 1']);
  expect(await deal.ledger()).toEqual([
    '2026-01-12 TRANCHE SOW_SIGNED ae-1 2000.00',
    '2026-02-26 TRANCHE WEEK_2_WORKSHOP ae-1 1200.00, recorded 2026-03-04',
  ]);
  const statusAt = (known: LondonTime) => workshopAsKnown(deal, '2026-02-28 18:00', known);
  expect(await statusAt('2026-02-28 18:00')).toBe('NOT_EARNED');
  expect(await statusAt('2026-03-05 09:00')).toBe('RELEASED');
});

test('A higher fee of January that is learned of in March takes back what was posted and posts it anew', async () => {
  const deal = await Diary.open(api.db, 'Chalkdown Brewery', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  await deal.isHandedOver('2026-01-15');
  await deal.hasWorkshop('2026-02-17 12:30');
  await deal.on('2026-01-30 12:00', { feeAgreed: { amount: '44000.00' } }, '2026-03-09 09:00');
  expect(await deal.ledger()).toEqual([
    '2026-01-12 TRANCHE SOW_SIGNED ae-1 2000.00',
    '2026-02-17 TRANCHE WEEK_2_WORKSHOP ae-1 1200.00',
    '2026-01-30 TRUE_UP SOW_SIGNED ae-1 200.00, recorded 2026-03-09',
    '2026-02-17 REVERSAL WEEK_2_WORKSHOP ae-1 -1200.00, recorded 2026-03-09',
    '2026-02-17 TRANCHE WEEK_2_WORKSHOP ae-1 1320.00, recorded 2026-03-09',
  ]);
  expect(await february(deal, '2026-03-08 09:00')).toEqual(['TRANCHE 1200.00 in 1']);
  expect(await february(deal, '2026-03-10 09:00')).toEqual(['TRANCHE 2520.00 in 2', 'REVERSAL -1200.00 in 1']);
});

const REPORT = `query Report($knownAt: DateTime!) {
  commissionReport(period: "2026-02", groupBy: [DEAL, LINE_KIND], knownAt: $knownAt) {
    rows { dealKey lineKind lines amount { amount } }
  }
}`;

/** February's lines of a deal by kind, as known then. */
async function february({ key }: Diary, known: LondonTime): Promise<string[]> {
  type Row = { dealKey: string; lineKind: string; lines: number; amount: { amount: string } };
  const variables = { knownAt: new Date(instantOf(known)).toISOString() };
  const { data } = await api.ask<{ commissionReport: { rows: Row[] } }>('fin-1', REPORT, variables);
  const rows = data!.commissionReport.rows.filter(({ dealKey, lines }) => dealKey === key && lines > 0);
  return rows.map(({ lineKind, lines, amount }) => `${lineKind} ${amount.amount} in ${lines}`).reverse();
}

const STATUS = `query Status($key: String!, $effectiveAt: DateTime!, $knownAt: DateTime!) {
  deal(key: $key) { commission(effectiveAt: $effectiveAt, knownAt: $knownAt) { payments { tranche status } } }
}`;

async function workshopAsKnown({ key }: Diary, effective: LondonTime, known: LondonTime): Promise<string | undefined> {
  type Answer = { deal: { commission: { payments: { tranche: string; status: string }[] } } };
  const [effectiveAt, knownAt] = [effective, known].map((time) => new Date(instantOf(time)).toISOString());
  const { data } = await api.ask<Answer>('fin-1', STATUS, { key, effectiveAt, knownAt });
  return data!.deal.commission.payments.find(({ tranche }) => tranche === 'WEEK_2_WORKSHOP')?.status;
}
