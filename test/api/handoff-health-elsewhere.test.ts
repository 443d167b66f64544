import { type Api, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { answered, openDeal, record } from '../harness/deals';
import { HandoffHealthDocument } from './generated/operations';

/** The calendar of England, in Auckland. */
const AUCKLAND = `
  insert into calendar (code, version, zone, covers_from, covers_to, holidays)
  select 'auckland', 1, 'Pacific/Auckland', covers_from, covers_to, holidays from calendar
  where code = 'england-and-wales' order by version desc limit 1`;

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await onServer(api.databaseUrl, AUCKLAND);
});
afterAll(() => api.stop());

test('Week 1 starts when its day does where the deal is: half a day before London', async () => {
  const { key } = await openDeal(api, { calendar: 'auckland' });
  const at = '2026-03-10T12:00:00Z';
  await record(api, key, [
    [at, { feeAgreed: { amount: '48000.00' } }],
    [at, { sowSigned: { party: 'CLIENT' } }],
    [at, { sowSigned: { party: 'VENDOR' } }],
    [at, { depositInvoiced: { amount: '19200.00' } }],
    [at, { closedWon: {} }],
    [at, { kickoffConfirmed: { weekOne: '2026-03-16' } }],
  ]);
  const { handoffHealth } = answered(
    await api.run('fin-1', HandoffHealthDocument, { from: '2026-03-01', to: '2026-03-31' }),
  );
  const kickoff = handoffHealth.total.steps.find(({ step }) => step === 'KICKOFF');
  const minutes = (Date.parse('2026-03-15T11:00:00Z') - Date.parse(at)) / 60_000;
  expect(kickoff).toEqual({ step: 'KICKOFF', done: 1, medianMinutes: minutes });
});
