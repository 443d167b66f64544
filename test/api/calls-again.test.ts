import { globalId } from '../../src/graphql';
import { type Api, type Asker, startApi } from '../harness/api';
import { ALL, aroundTheCall, inHours, triggered } from '../harness/calls';
import { answered, type Opened, openDeal, record } from '../harness/deals';
import { startSmtp, type TestSmtp } from '../harness/smtp';
import { type HoldHandoffCallInput, NameDeliveryLeadDocument } from './generated/operations';

let smtp: TestSmtp;
let api: Api;
let deal: Opened;
let around: ReturnType<typeof aroundTheCall>;
beforeAll(async () => {
  smtp = await startSmtp();
  api = await startApi(undefined, { smtpUrl: smtp.url });
  around = aroundTheCall(api, () => deal);
});
beforeEach(async () => {
  smtp.received.length = 0;
  smtp.refuseWith = null;
  deal = await openDeal(api);
  await record(api, deal.key, triggered());
});
afterAll(async () => {
  await api.stop();
  await smtp.stop();
});

describe('the delivery lead', () => {
  const name = async (person: string, by: Asker = 'dl-1') =>
    answered(await api.run(by, NameDeliveryLeadDocument, { input: { deal: deal.key, person } })).nameDeliveryLead;
  const changes = () =>
    api.db.query(
      `select c.before, c.person, c.changed_by as by from delivery_lead_change c join deal d on d.id = c.deal_id
       where d.key = $1 order by c.id`,
      [deal.key],
    );

  test('is named where a deal has none, and another one later; who did is noted', async () => {
    deal = await openDeal(api, { deliveryLead: null });
    await around.assign('am-1');
    expect((await around.schedule({})).errors).toMatchObject([
      { path: 'deal', message: expect.stringContaining('lead') },
    ]);
    for (const person of ['dl-2', 'dl-2', 'dl-1']) expect((await name(person)).errors).toEqual([]);
    expect((await around.schedule({})).errors).toEqual([]);
    expect(await changes()).toEqual([
      { before: null, person: 'dl-2', by: 'dl-1' },
      { before: 'dl-2', person: 'dl-1', by: 'dl-1' },
    ]);
  });

  test.each(['am-1', 'nobody'])('is not %s', async (person) => {
    expect(await name(person)).toMatchObject({ deal: null, errors: [{ code: 'BAD_USER_INPUT', path: 'person' }] });
    expect(await changes()).toEqual([]);
  });

  test('who is named after the call was arranged is said not to be invited, and who is named again to be', async () => {
    await around.assign('am-1');
    await around.schedule({});
    expect((await name('dl-2')).warnings).toEqual([
      'The call is arranged with somebody else: schedule it again, and they are invited.',
    ]);
    expect((await name('dl-2')).warnings).toEqual(['They see to it already.']);
    await around.schedule({});
    expect(smtp.received.at(-1)!.recipients).toContain('dl-2@baton.example');
    await around.hold({});
    expect((await name('dl-1')).warnings).toEqual([]);
  });
});

describe('an account manager who takes over', () => {
  test('is said not to be invited to the call to come, and is invited when it is scheduled again', async () => {
    await around.assign('am-1');
    await around.schedule({});
    expect((await around.assign('am-2')).warnings).toEqual([
      'The call is arranged with somebody else: schedule it again, and they are invited.',
    ]);
    await around.schedule({});
    expect(smtp.received.at(-1)!.recipients).toContain('am-2@baton.example');
  });

  test('is said not to be introduced', async () => {
    await around.assign('am-1');
    await record(api, deal.key, [[inHours(0), { introSent: {} }]]);
    expect((await around.assign('am-2')).warnings).toEqual([
      'The client was introduced to somebody else: send the introduction again.',
    ]);
  });

  test('is told nothing of what was sent while they looked after the client before', async () => {
    await around.assign('am-1');
    await around.schedule({});
    await record(api, deal.key, [[inHours(0), { introSent: {} }]]);
    await around.assign('am-2');
    expect((await around.assign('am-1')).warnings).toEqual([]);
  });

  test('is assigned once, by however many at once', async () => {
    const tries = await Promise.all([around.assign('am-1'), around.assign('am-1'), around.assign('am-1', 'ad-1')]);
    expect(tries.map(({ errors }) => errors)).toEqual([[], [], []]);
    expect(await around.facts()).toEqual(['AM_ASSIGNED']);
  });

  test('is no new one when they look after the client already', async () => {
    await around.assign('am-1');
    expect(await around.assign('am-1')).toMatchObject({
      errors: [],
      warnings: ['They look after the client already.'],
    });
    expect(await around.facts()).toEqual(['AM_ASSIGNED']);
  });
});

test('an invitation is newer than one that was withdrawn, and than the one before that', async () => {
  await around.assign('am-1');
  const sequence = async () => /SEQUENCE:(\d+)/.exec((await around.schedule({})).invitation!)![1];
  expect([await sequence(), await sequence()]).toEqual(['0', '1']);
  const [last] = await api.db.query<{ id: string }>(
    `select e.id from deal_event e join deal d on d.id = e.deal_id
     where d.key = $1 and type = 'CALL_SCHEDULED' order by e.recorded_at desc limit 1`,
    [deal.key],
  );
  const retracts = globalId('DealEvent', Buffer.from(deal.id, 'base64url').toString().split(':')[1]!, last!.id);
  await record(api, deal.key, [[inHours(0), { eventRetracted: { retracts, reason: 'Moved by mistake' } }]]);
  expect(await sequence()).toBe('3');
});

test('a call that was held is not arranged again', async () => {
  await around.assign('am-1');
  await around.hold({});
  expect((await around.schedule({})).errors).toMatchObject([
    { code: 'CONFLICT', path: 'deal', message: expect.stringContaining('the call was held at') },
  ]);
  expect(await around.facts()).toEqual(['AM_ASSIGNED', 'CALL_HELD']);
  expect(smtp.received).toEqual([]);
});

test('a call that is arranged by many at once is another for each, and each has its own invitation', async () => {
  await around.assign('am-1');
  const hours = [24, 25, 26, 27];
  const tries = await Promise.all(hours.map((hour) => around.schedule({ startsAt: inHours(hour) })));
  const sequences = tries.map(({ invitation }) => /SEQUENCE:(\d+)/.exec(invitation!)![1]);
  expect(sequences.sort()).toEqual(['0', '1', '2', '3']);
  tries.forEach(({ invitation }, index) => {
    expect(invitation).toContain(`DTSTART:${inHours(hours[index]!).replace(/[-:]|\.000/g, '')}`);
  });
});

describe('holding a call', () => {
  const UNCONFIRMED = 'The onboarding dates were not confirmed: the client has agreed to no Week 1 yet.';

  test('warns where nobody confirmed the onboarding dates, in a call that counts alone', async () => {
    await around.assign('am-1');
    expect((await around.hold({ heldAt: inHours(-1), attendees: ['ACCOUNT_MANAGER'] })).warnings).toHaveLength(1);
    expect((await around.hold({})).warnings).toContain(UNCONFIRMED);
  });

  test('does not warn where they were confirmed before', async () => {
    await around.assign('am-1');
    await record(api, deal.key, [[inHours(0), { kickoffConfirmed: { weekOne: '2027-01-11' } }]]);
    expect((await around.hold({})).warnings).not.toContain(UNCONFIRMED);
  });

  test('is refused twice for one that does not count, and possible for one that was before', async () => {
    await around.assign('am-1');
    const attendees = ['ACCOUNT_EXECUTIVE' as const];
    expect((await around.hold({ attendees })).errors).toEqual([]);
    expect((await around.hold({ attendees })).errors).toMatchObject([{ code: 'CONFLICT', path: 'heldAt' }]);
    expect((await around.hold({ heldAt: inHours(0.5 - 1) })).errors).toEqual([]);
    expect((await around.hold({ heldAt: inHours(-1), attendees })).errors).toEqual([]);
    expect(await around.facts()).toEqual(['AM_ASSIGNED', 'CALL_HELD', 'CALL_HELD', 'CALL_HELD']);
  });

  test('is refused when it was held already, and records nothing', async () => {
    await around.assign('am-1');
    await around.hold({});
    expect(await around.hold({})).toMatchObject({ deal: null, errors: [{ code: 'CONFLICT', path: 'deal' }] });
    expect(await around.facts()).toEqual(['AM_ASSIGNED', 'CALL_HELD']);
  });

  test('is possible after one that did not count', async () => {
    await around.assign('am-1');
    await around.hold({ attendees: ['ACCOUNT_EXECUTIVE'] });
    expect((await around.hold({})).errors).toEqual([]);
  });

  test.each<[string, Partial<HoldHandoffCallInput>, string]>([
    ['attended by nobody', { attendees: [] }, 'attendees'],
    ['attended twice by one', { attendees: [...ALL, 'ACCOUNT_MANAGER'] }, 'attendees'],
    ['that does not count and confirms Week 1', { attendees: ['ACCOUNT_MANAGER'], weekOne: '2027-01-11' }, 'weekOne'],
  ])('is refused for one %s', async (_name, input, path) => {
    await around.assign('am-1');
    expect((await around.hold(input)).errors).toMatchObject([{ code: 'BAD_USER_INPUT', path }]);
    expect(await around.facts()).toEqual(['AM_ASSIGNED']);
  });

  test('shows both sides of a risk on which something else was agreed meanwhile', async () => {
    await around.assign('am-1');
    const risk = await around.flag('Exec sponsor is new in role');
    const agreed = (text: string) => [{ risk: risk.id, expectedVersion: 1, agreedMitigation: text }];
    await around.hold({ attendees: ['ACCOUNT_EXECUTIVE'], mitigations: agreed('Meet her in Week 1') });
    const [error] = (await around.hold({ mitigations: agreed('Call her') })).errors;
    expect(error).toMatchObject({ code: 'CONFLICT', path: 'mitigations.0.expectedVersion' });
    expect(error!.message).toContain('"Call her"');
    expect(error!.message).toContain('"Meet her in Week 1"');
  });
});
