import type { Database } from '../../src/database';
import { STANDARD_PLAN } from '../../src/rules';
import { definePlan } from '../../src/terms';
import { introducePeople } from '../harness/api';
import { openFreshDatabase } from '../harness/database';
import { Diary } from './diary';

let db: Database;
beforeAll(async () => {
  db = await openFreshDatabase();
  await introducePeople(db);
  await definePlan(db, 'claw-back-on-cancel', { ...STANDARD_PLAN, onCancel: 'CLAW_BACK' });
});
afterAll(() => db.close());

test('A fee amended down, then up, is trued up on the day: in the end a tenth of the last fee is paid', async () => {
  const deal = await Diary.open(db, 'Birchcombe Water', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  await deal.isHandedOver('2026-01-15');
  await deal.on('2026-01-20 11:00', { feeAgreed: { amount: '36000.00' } });
  await deal.hasWorkshop('2026-02-17 12:30');
  await deal.on('2026-03-02 11:00', { feeAgreed: { amount: '50000.00' } });
  await deal.hasBoardReport('2026-04-28 11:00');
  expect(await deal.ledger()).toEqual([
    '2026-01-12 TRANCHE SOW_SIGNED ae-1 2000.00',
    '2026-01-20 TRUE_UP SOW_SIGNED ae-1 -200.00',
    '2026-02-17 TRANCHE WEEK_2_WORKSHOP ae-1 1080.00',
    '2026-03-02 TRUE_UP WEEK_2_WORKSHOP ae-1 420.00',
    '2026-03-02 TRUE_UP SOW_SIGNED ae-1 700.00',
    '2026-04-28 TRANCHE WEEK_12_BOARD_REPORT ae-1 1000.00',
  ]);
  expect(await deal.payments()).toEqual([
    'SOW_SIGNED ae-1 RELEASED 2500.00 of 2500.00',
    'WEEK_2_WORKSHOP ae-1 RELEASED 1500.00 of 1500.00',
    'WEEK_12_BOARD_REPORT ae-1 RELEASED 1000.00 of 1000.00',
  ]);
});

test('Two AEs share odd pennies so that they add up, and a new split reaches only what is released later', async () => {
  const deal = await Diary.open(db, 'Blackthorn & Vale Architects', '2026-01-05 09:00');
  const shares = (first: number) => [
    { person: 'ae-1', shareBp: first },
    { person: 'ae-2', shareBp: 10_000 - first },
  ];
  await deal.on('2026-01-09 16:00', { splitAgreed: { payees: shares(6_667) } });
  await deal.isSold('2026-01-12', '33333.33', '13333.33');
  await deal.isHandedOver('2026-01-15');
  await deal.hasWorkshop('2026-02-17 12:30');
  await deal.on('2026-03-02 16:00', { splitAgreed: { payees: shares(5_000) } });
  await deal.hasBoardReport('2026-04-28 11:00');
  expect(await deal.ledger()).toEqual([
    '2026-01-12 TRANCHE SOW_SIGNED ae-1 1111.17',
    '2026-01-12 TRANCHE SOW_SIGNED ae-2 555.50',
    '2026-02-17 TRANCHE WEEK_2_WORKSHOP ae-1 666.69',
    '2026-02-17 TRANCHE WEEK_2_WORKSHOP ae-2 333.30',
    '2026-04-28 TRANCHE WEEK_12_BOARD_REPORT ae-1 333.33',
    '2026-04-28 TRANCHE WEEK_12_BOARD_REPORT ae-2 333.33',
  ]);
});

test('A deal that is cancelled keeps what was released and forfeits the rest, whatever happens then', async () => {
  const deal = await Diary.open(db, 'Bramblecote Hotels', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  await deal.isHandedOver('2026-01-15');
  await deal.on('2026-02-06 15:00', { dealCancelled: { reason: 'The hotels were sold' } });
  await deal.hasWorkshop('2026-02-17 12:30');
  expect(await deal.standing()).toEqual(['CANCELLED, owned by ACCOUNT_MANAGER']);
  expect(await deal.payments()).toEqual([
    'SOW_SIGNED ae-1 RELEASED 2000.00 of 2000.00',
    'WEEK_2_WORKSHOP ae-1 FORFEITED 0.00 of 1200.00',
    'WEEK_12_BOARD_REPORT ae-1 FORFEITED 0.00 of 800.00',
  ]);
  expect(await deal.ledger()).toEqual(['2026-01-12 TRANCHE SOW_SIGNED ae-1 2000.00']);
});

test('Under a plan that claws back, cancelling takes back all that was released', async () => {
  const deal = await Diary.open(db, 'Calderfold Engineering', '2026-01-05 09:00', 'claw-back-on-cancel');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  await deal.isHandedOver('2026-01-15');
  await deal.hasWorkshop('2026-02-17 12:30');
  await deal.on('2026-03-03 10:00', { dealCancelled: { reason: 'The parent company froze all budgets' } });
  expect(await deal.ledger()).toEqual([
    '2026-01-12 TRANCHE SOW_SIGNED ae-1 2000.00',
    '2026-02-17 TRANCHE WEEK_2_WORKSHOP ae-1 1200.00',
    '2026-03-03 CLAWBACK WEEK_2_WORKSHOP ae-1 -1200.00',
    '2026-03-03 CLAWBACK SOW_SIGNED ae-1 -2000.00',
  ]);
  expect(await deal.payments()).toEqual([
    'SOW_SIGNED ae-1 CLAWED_BACK 0.00 of 2000.00',
    'WEEK_2_WORKSHOP ae-1 CLAWED_BACK 0.00 of 1200.00',
    'WEEK_12_BOARD_REPORT ae-1 FORFEITED 0.00 of 800.00',
  ]);
});
