import type { Database } from '../../src/database';
import { introducePeople } from '../harness/api';
import { openFreshDatabase } from '../harness/database';
import { Diary } from './diary';

let db: Database;
beforeAll(async () => {
  db = await openFreshDatabase();
  await introducePeople(db);
});
afterAll(() => db.close());

test('A clean handoff pays half at signing, 30% at the workshop and 20% at the board report', async () => {
  const deal = await Diary.open(db, 'Aldersyke Foods', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  expect(await deal.payments()).toEqual([
    'SOW_SIGNED ae-1 RELEASED 2000.00 of 2000.00',
    'WEEK_2_WORKSHOP ae-1 NOT_EARNED 0.00 of 1200.00',
    'WEEK_12_BOARD_REPORT ae-1 NOT_EARNED 0.00 of 800.00',
  ]);
  await deal.isHandedOver('2026-01-15');
  await deal.hasWorkshop('2026-02-17 12:30');
  await deal.hasBoardReport('2026-04-28 11:00');
  expect(await deal.ledger()).toEqual([
    '2026-01-12 TRANCHE SOW_SIGNED ae-1 2000.00',
    '2026-02-17 TRANCHE WEEK_2_WORKSHOP ae-1 1200.00',
    '2026-04-28 TRANCHE WEEK_12_BOARD_REPORT ae-1 800.00',
  ]);
});

test('A package that comes seven weeks late holds the workshop’s money until it is there', async () => {
  const deal = await Diary.open(db, 'Ashgrove Pike Solicitors', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  await deal.on('2026-01-13 09:00', { amAssigned: { person: 'am-1' } });
  await deal.on('2026-01-15 14:00', {
    callHeld: { attendees: ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] },
  });
  await deal.on('2026-01-15 14:50', { introSent: {} });
  // It was due at the call, earlier than the five working days.
  expect(await deal.clock('SUBMIT_PACKAGE')).toEqual(['BREACHED until 2026-01-15 14:00:00.000']);
  expect(await deal.faults()).toEqual(['PACKAGE_MISSING_AT_CALL']);

  await deal.hasWorkshop('2026-02-17 12:30');
  expect(await deal.payments()).toContain('WEEK_2_WORKSHOP ae-1 HELD 0.00 of 1200.00');
  expect(await deal.ledger()).toEqual(['2026-01-12 TRANCHE SOW_SIGNED ae-1 2000.00']);

  await deal.on('2026-03-02 17:15', { packageSubmitted: { revision: 1 } });
  expect(await deal.clock('SUBMIT_PACKAGE')).toEqual(['MET_LATE until 2026-01-15 14:00:00.000']);
  expect(await deal.payments()).toContain('WEEK_2_WORKSHOP ae-1 RELEASED 1200.00 of 1200.00');
  expect(await deal.ledger()).toEqual([
    '2026-01-12 TRANCHE SOW_SIGNED ae-1 2000.00',
    '2026-03-02 TRANCHE WEEK_2_WORKSHOP ae-1 1200.00',
  ]);
});

test('A call that was never held holds the money until finance waives it', async () => {
  const deal = await Diary.open(db, 'Barrowmere Housing', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  await deal.on('2026-01-13 09:00', { amAssigned: { person: 'am-1' } });
  await deal.on('2026-01-15 10:00', { packageSubmitted: { revision: 1 } });
  await deal.hasWorkshop('2026-02-17 12:30');
  expect(await deal.clock('HOLD_CALL')).toEqual(['BREACHED until 2026-01-19 23:59:59.999']);
  expect(await deal.payments()).toContain('WEEK_2_WORKSHOP ae-1 HELD 0.00 of 1200.00');

  const reason = 'The client’s office was flooded; all was handed over in writing';
  await deal.on('2026-02-20 16:00', { slaWaived: { sla: 'HOLD_CALL', approver: 'fin-1', reason } });
  expect(await deal.clock('HOLD_CALL')).toEqual(['WAIVED until 2026-01-19 23:59:59.999']);
  expect(await deal.ledger()).toEqual([
    '2026-01-12 TRANCHE SOW_SIGNED ae-1 2000.00',
    '2026-02-20 TRANCHE WEEK_2_WORKSHOP ae-1 1200.00',
  ]);
});

test('A call without the delivery lead is nobody’s call, but not the AE’s delay either: no money is held', async () => {
  const deal = await Diary.open(db, 'Bellhurst Retail Group', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  await deal.on('2026-01-13 09:00', { amAssigned: { person: 'am-1' } });
  await deal.on('2026-01-14 10:00', { packageSubmitted: { revision: 1 } });
  await deal.on('2026-01-16 14:00', { callHeld: { attendees: ['ACCOUNT_EXECUTIVE', 'ACCOUNT_MANAGER'] } });
  await deal.hasWorkshop('2026-02-17 12:30');
  expect(await deal.clock('HOLD_CALL')).toEqual(['BREACHED until 2026-01-19 23:59:59.999']);
  expect(await deal.faults()).toEqual(['CALL_LATE']);
  expect(await deal.payments()).toContain('WEEK_2_WORKSHOP ae-1 RELEASED 1200.00 of 1200.00');
});
