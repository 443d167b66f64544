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

test('The AE owns a deal until all is complete, the delivery lead until somebody is assigned', async () => {
  const deal = await Diary.open(db, 'Cinderford Ceramics', '2026-01-05 09:00');
  expect(await deal.standing()).toEqual([
    'SELLING, owned by ACCOUNT_EXECUTIVE, without SOW_SIGNED DEPOSIT_INVOICED CLOSED_WON',
  ]);
  await deal.on('2026-01-09 09:00', { feeAgreed: { amount: '40000.00' } });
  await deal.on('2026-01-12 10:00', { sowSigned: { party: 'CLIENT' } });
  await deal.on('2026-01-12 11:00', { sowSigned: { party: 'VENDOR' } });
  await deal.on('2026-01-13 09:00', { depositInvoiced: { amount: '15999.99' } });
  await deal.on('2026-01-13 10:00', { closedWon: { missingFields: ['purchaseOrder'] } });
  expect(await deal.standing()).toEqual(['SELLING, owned by ACCOUNT_EXECUTIVE, without DEPOSIT_INVOICED CLOSED_WON']);
  await deal.on('2026-01-14 09:00', { depositInvoiced: { amount: '0.01' } });
  await deal.on('2026-01-16 15:00', { closedWon: { missingFields: [] } });
  expect(await deal.standing()).toEqual(['HANDOFF, owned by DELIVERY_LEAD']);
  // A Friday: two working days later is Tuesday.
  expect(await deal.clock('ASSIGN_AM')).toEqual(['RUNNING until 2026-01-20 23:59:59.999']);
  await deal.on('2026-01-20 18:00', { amAssigned: { person: 'am-2' } });
  expect(await deal.standing()).toEqual(['HANDOFF, owned by ACCOUNT_MANAGER']);
  expect(await deal.clock('ASSIGN_AM')).toEqual(['MET until 2026-01-20 23:59:59.999']);
});

test('A client on hold stops the clocks: the days of the hold are not counted', async () => {
  const deal = await Diary.open(db, 'Cotterdale Dairies', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  expect(await deal.clock('HOLD_CALL')).toEqual(['RUNNING until 2026-01-19 23:59:59.999']);
  await deal.on('2026-01-14 10:00', { clientHoldStarted: { reason: 'Year-end stocktaking' } });
  expect(await deal.clock('HOLD_CALL')).toEqual(['PAUSED']);
  await deal.on('2026-01-21 16:00', { clientHoldEnded: { reason: 'Stock is counted' } });
  // Tuesday 13 January, then 22, 23, 26 and 27 January.
  expect(await deal.clock('HOLD_CALL')).toEqual(['RUNNING until 2026-01-27 23:59:59.999']);
  await deal.isHandedOver('2026-01-27');
  expect(await deal.clock('HOLD_CALL')).toEqual(['MET until 2026-01-27 23:59:59.999']);
  expect(await deal.faults()).toEqual([]);
});

test('An email that a client sends to the AE after the call is a fault until it is forwarded', async () => {
  const deal = await Diary.open(db, 'Crowmarsh Aerospace', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  await deal.isHandedOver('2026-01-15');
  const email = await deal.on('2026-01-20 10:05', { clientEmailedAe: { note: 'Can the second cohort move?' } });
  expect(await deal.faults()).toEqual(['AE_STILL_CONTACT']);
  await deal.on('2026-01-21 09:00', { aeForwarded: { forwards: email } });
  expect(await deal.faults()).toEqual([]);
});

test('What the AE knew and did not write down is a fault when it comes up', async () => {
  const deal = await Diary.open(db, 'Dunsfell Outdoor', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  await deal.isHandedOver('2026-01-15');
  await deal.on('2026-02-18 09:00', { riskMaterialised: { reference: 'The sponsor is new', declared: true } });
  await deal.on('2026-02-19 09:00', { commitmentDiscovered: { reference: 'A report in week 4', declared: true } });
  expect(await deal.faults()).toEqual([]);
  await deal.on('2026-02-20 09:00', { riskMaterialised: { reference: 'A restructure', declared: false } });
  await deal.on('2026-02-23 09:00', { commitmentDiscovered: { reference: 'A speech in May', declared: false } });
  expect(await deal.faults()).toEqual(['COMMITMENT_NOT_WRITTEN_DOWN', 'RISKS_NOT_SURFACED']);
});
