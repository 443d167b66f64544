import { globalId } from '../../src/graphql';
import { type Api, type Asker, startApi } from '../harness/api';
import { heldHandoff, type Opened, openDeal, record, type Told } from '../harness/deals';
import { refused, type Stated } from '../harness/refused';
import type { FactInput } from './generated/operations';

let api: Api;
let deal: Opened;
let other: Opened;
beforeAll(async () => {
  api = await startApi();
  [deal, other] = [await openDeal(api), await openDeal(api, { accountExecutive: 'ae-3', currency: 'JPY' })];
  await record(api, deal.key, heldHandoff('ae-1', 'fin-2'));
});
afterAll(() => api.stop());

const NO_UUID = '01900000-0000-7000-8000-000000000000';
const GOOD = { introSent: { note: 'A good one' } };
const fee = (amount: string) => ({ feeAgreed: { amount } });
const split = (...payees: [person: string, shareBp: number][]) => ({
  splitAgreed: { payees: payees.map(([person, shareBp]) => ({ person, shareBp })) },
});
const retraction = (retracts: string) => ({ eventRetracted: { retracts, reason: 'Wrong' } });
const waiver = (sla: 'HOLD_CALL' | 'ASSIGN_AM', approver: string) => ({
  slaWaived: { sla, approver, reason: 'Holidays' },
});

const INPUT = 'BAD_USER_INPUT';
type Wrong = [
  name: string,
  stated: Partial<Stated> & { fact: FactInput },
  code: string,
  path: string,
  message: string,
  by?: Asker,
];
const WRONG: Wrong[] = [
  ['too many digits', { fact: fee('100.005') }, INPUT, 'fact.feeAgreed.amount', 'more than the 2 decimal digits'],
  ['digits of yen', { fact: fee('100.0'), of: 'other' }, INPUT, 'fact.feeAgreed.amount', 'the 0 decimal digits'],
  ['"1,00"', { fact: fee('1,00') }, INPUT, 'fact.feeAgreed.amount', '"1,00" is not one'],
  ['"1e3"', { fact: fee('1e3') }, INPUT, 'fact.feeAgreed.amount', '"1e3" is not one'],
  ['"NaN"', { fact: fee('NaN') }, INPUT, 'fact.feeAgreed.amount', '"NaN" is not one'],
  ['a negative fee', { fact: fee('-1.00') }, INPUT, 'fact.feeAgreed.amount', '-1.00 is negative'],
  ['10^30', { fact: fee(`1${'0'.repeat(30)}`) }, INPUT, 'fact.feeAgreed.amount', 'is more than 9999999999999999.99'],
  ['no deposit', { fact: { depositInvoiced: { amount: '0' } } }, INPUT, 'fact.depositInvoiced.amount', 'more than'],
  ['a short split', { fact: split(['ae-1', 9_999]) }, INPUT, 'fact.splitAgreed', 'add up to 9999, not to 10000'],
  ['one twice', { fact: split(['ae-1', 5_000], ['ae-1', 5_000]) }, INPUT, 'fact.splitAgreed', 'named twice'],
  ['a stranger', { fact: split(['x-1', 10_000]) }, INPUT, 'fact.splitAgreed.payees.0.person', 'no person "x-1"'],
  ['an unknown manager', { fact: { amAssigned: { person: 'x-1' } } }, INPUT, 'fact.amAssigned.person', 'no person'],
  ['a manager who is none', { fact: { amAssigned: { person: 'ae-2' } } }, INPUT, 'fact.amAssigned.person', 'ae-2 is'],
  ['the future', { fact: GOOD, occurredAt: '2999-01-01T00:00:00Z' }, INPUT, 'occurredAt', 'is in the future'],
  ['an id', { fact: GOOD, id: 'mine' }, INPUT, 'id', 'ids are given by Baton'],
  ['when it was recorded', { fact: GOOD, recordedAt: '2026-03-25T09:00:00Z' }, INPUT, 'recordedAt', 'decided by Baton'],
  ['a key of no source', { fact: GOOD, sourceEventId: '1' }, INPUT, 'source', 'a key needs the source'],
  ['no fact', { fact: {} as FactInput }, INPUT, 'fact', 'Exactly one key'],
  ['two facts', { fact: { ...GOOD, ...fee('1.00') } as object as FactInput }, INPUT, 'fact', 'Exactly one key'],
  ['a garbled event', { fact: retraction('x') }, INPUT, 'fact.eventRetracted.retracts', 'not an id of this API'],
  ['a waiver by the AE', { fact: waiver('HOLD_CALL', 'dl-2') }, 'FORBIDDEN', 'fact.slaWaived', 'not ACC', 'ae-1'],
  ['the AE’s approval', { fact: waiver('HOLD_CALL', 'ae-1') }, 'FORBIDDEN', 'fact.slaWaived.approver', 'ae-1 is ACC'],
  ['one who is paid', { fact: waiver('HOLD_CALL', 'fin-2') }, 'FORBIDDEN', 'fact.slaWaived.approver', 'frees fin-2'],
  ['who is to act', { fact: waiver('ASSIGN_AM', 'dl-1') }, 'FORBIDDEN', 'fact.slaWaived.approver', 'frees dl-1'],
  [
    'a hold by the AE',
    { fact: { clientHoldStarted: { reason: 'x' } } },
    'FORBIDDEN',
    'fact.clientHoldStarted',
    'not ACC',
    'ae-1',
  ],
];

describe('a fact that is refused leaves nothing of its call', () => {
  test.each(WRONG)('with %s', async (_name, stated, code, path, message, by = 'ad-1') => {
    const of = stated.of === 'other' ? other.key : deal.key;
    const good = { of: deal.key, fact: by === 'ae-1' ? GOOD : fee('52000.00') };
    const problem = await refused(api, by, [good, { ...stated, of }, good]);
    expect(problem).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(problem.path).toMatch(new RegExp(`^(input\\.)?events\\.1\\.event\\.${path}$`));
  });
});

describe('a retraction', () => {
  const retract = (event: string) => refused(api, 'ad-1', [{ of: deal.key, fact: retraction(event) }]);
  const path = 'events.0.event.fact.eventRetracted.retracts';

  test('of a retraction is refused: the fact is recorded again instead', async () => {
    const [wrong] = await record(api, deal.key, [['2026-03-25T08:00:00Z', GOOD]]);
    const [back] = await record(api, deal.key, [['2026-03-25T08:30:00Z', retraction(wrong!)]]);
    const message = 'a retraction cannot be retracted: record the fact again instead';
    expect(await retract(back!)).toEqual({ code: INPUT, path, message });
  });

  test('of what this deal has not is refused, even if another deal has it', async () => {
    const [theirs] = await record(api, other.key, [['2026-03-25T08:00:00Z', GOOD]]);
    const message = expect.stringContaining('is not an event of this deal');
    expect(await retract(theirs!)).toEqual({ code: INPUT, path, message });
    expect(await retract(other.id)).toEqual({ code: INPUT, path, message });
    const unknown = globalId('DealEvent', Buffer.from(deal.id, 'base64url').toString().split(':')[1]!, NO_UUID);
    expect(await retract(unknown)).toMatchObject({ code: INPUT, path, message: `the deal has no event "${NO_UUID}"` });
  });
});

/** The account manager is assigned when the call is overdue, and it is held at once: it was the delivery lead's. */
const LATE: Told[] = [
  ...heldHandoff('ae-1', 'ae-2').slice(0, 6),
  ['2026-03-20T09:00:00Z', { amAssigned: { person: 'am-1' } }],
  ['2026-03-23T14:00:00Z', { callHeld: { attendees: ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] } }],
];

test.each([
  ['while it was late', '2026-03-20T10:00:00Z'],
  ['as if it had been given in time', '2026-03-03T11:00:00Z'],
])('a call that was late because of the delivery lead is not waived by them: %s', async (_name, occurredAt) => {
  const { key: of } = await openDeal(api);
  await record(api, of, LATE);
  const waived = (by: string) => ({ of, occurredAt, fact: waiver('HOLD_CALL', by) });
  const path = 'events.0.event.fact.slaWaived.approver';
  expect(await refused(api, 'ad-1', [waived('dl-1')])).toMatchObject({ code: 'FORBIDDEN', path });
  expect(await record(api, of, [[occurredAt, waiver('HOLD_CALL', 'dl-2')]])).toHaveLength(1);
});
