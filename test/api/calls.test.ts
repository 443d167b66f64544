import { type Api, startApi } from '../harness/api';
import { ALL, aroundTheCall, inHours, triggered } from '../harness/calls';
import { answered, type Opened, openDeal, record } from '../harness/deals';
import { startSmtp, type TestSmtp } from '../harness/smtp';
import { HandoffCallDocument, type HoldHandoffCallInput, RisksDocument } from './generated/operations';

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

describe('assigning the account manager', () => {
  test('hands the deal over, and meets its clock', async () => {
    const { deal: after, errors, warnings } = await around.assign('am-1');
    expect([errors, warnings]).toEqual([[], []]);
    expect(after).toMatchObject({ accountManager: { key: 'am-1' }, handoff: { owner: 'ACCOUNT_MANAGER' } });
    expect(after!.handoff.slas[0]).toEqual({ sla: 'ASSIGN_AM', status: 'MET' });
    expect(await around.facts()).toEqual(['AM_ASSIGNED']);
  });

  test.each([
    ['who is not one', 'ae-2', { code: 'BAD_USER_INPUT', path: 'person' }],
    ['whom nobody knows', 'am-99', { code: 'BAD_USER_INPUT', path: 'person' }],
  ])('refuses somebody %s', async (_name, person, error) => {
    expect(await around.assign(person)).toMatchObject({ deal: null, errors: [error] });
    expect(await around.facts()).toEqual([]);
  });
});

describe('arranging the call', () => {
  test('invites the three, by a mail that calendars understand', async () => {
    await around.assign('am-1');
    const startsAt = inHours(24);
    const {
      errors,
      warnings,
      sent,
      file,
      invitation,
      deal: after,
    } = await around.schedule({ startsAt, place: 'Room 4; 2nd floor' });
    expect([errors, warnings, sent, file]).toEqual([[], [], true, null]);
    expect(after!.handoffCall).toMatchObject({ startsAt: new Date(startsAt).toISOString(), minutes: 60, heldAt: null });
    expect(after!.handoffCall.agenda).toHaveLength(6);
    expect(after!.handoffCall.agenda[2]).toEqual({
      fromMinute: 25,
      toMinute: 40,
      what: 'Risk discussion (Section F): agree mitigations',
    });
    const [mail] = smtp.received;
    const people = ['ae-1', 'dl-1', 'am-1'].map((key) => `${key}@baton.example`);
    expect(mail!.recipients).toEqual(people);
    expect(mail!.from!.value).toMatchObject([{ address: 'ae-1@baton.example', name: 'Name of ae-1' }]);
    const ics = mail!.attachments.find(({ contentType }) => /calendar|ics/.test(contentType))!.content.toString();
    expect(ics.replace(/DTSTAMP:.*/, '')).toBe(invitation!.replace(/DTSTAMP:.*/, ''));
    const unfolded = invitation!.replace(/\r\n[ \t]/g, '');
    expect(unfolded).toContain(`DTSTART:${startsAt.replace(/[-:]|\.000/g, '')}`);
    expect(unfolded).toContain('METHOD:REQUEST');
    expect(unfolded).toContain('SEQUENCE:0');
    expect(unfolded).toContain('LOCATION:Room 4\\; 2nd floor');
    expect(unfolded).toContain('0:00 - 0:10  AE walks handoff doc top to bottom\\n');
    for (const address of people) expect(unfolded).toMatch(new RegExp(`ATTENDEE.*${address}`));
    expect(await around.facts()).toEqual(['AM_ASSIGNED', 'CALL_SCHEDULED']);
  });

  test('moves it by a later version of the same invitation', async () => {
    await around.assign('am-1');
    const first = await around.schedule({});
    const second = await around.schedule({ startsAt: inHours(30) }, 'am-1');
    const line = (text: string | null | undefined, name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(text!)![1];
    expect(line(second.invitation, 'UID')).toBe(line(first.invitation, 'UID'));
    expect([line(first.invitation, 'SEQUENCE'), line(second.invitation, 'SEQUENCE')]).toEqual(['0', '1']);
    expect(smtp.received).toHaveLength(2);
    const { deal: read } = answered(await api.run('am-1', HandoffCallDocument, { key: deal.key }));
    expect(read!.handoffCall.startsAt).toBe(inHours(30));
  });
});

describe('a call that is arranged', () => {
  test('after the deadline is warned of, and by how much it is late', async () => {
    await around.assign('am-1');
    const { warnings, errors } = await around.schedule({ startsAt: inHours(24 * 20) });
    expect(errors).toEqual([]);
    expect(warnings).toEqual([
      expect.stringMatching(/^The call is arranged for after its deadline, .*Z: \d+ days late\.$/),
    ]);
  });

  test('is arranged all the same when the mail server takes no mail, and says so', async () => {
    await around.assign('am-1');
    smtp.refuseWith = { code: 550, message: 'No such mailbox' };
    const { errors, warnings, sent, invitation } = await around.schedule({});
    expect([errors, sent]).toEqual([[], false]);
    expect(warnings).toEqual([
      expect.stringContaining('not everybody was invited. The mail server did not take it: 550'),
    ]);
    expect(invitation).toContain('BEGIN:VEVENT');
    expect(await around.facts()).toEqual(['AM_ASSIGNED', 'CALL_SCHEDULED']);
  });

  test('is refused while there is nobody to invite, for a time that has passed, and for a strange length', async () => {
    expect((await around.schedule({})).errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'deal' }]);
    await around.assign('am-1');
    expect((await around.schedule({ startsAt: inHours(-1) })).errors).toMatchObject([{ path: 'startsAt' }]);
    expect((await around.schedule({ minutes: 5 })).errors).toMatchObject([{ path: 'minutes' }]);
    expect(smtp.received).toEqual([]);
    expect(await around.facts()).toEqual(['AM_ASSIGNED']);
  });
});

describe('holding the call', () => {
  test('records who attended, what was agreed and the onboarding dates, and takes the AE off the account', async () => {
    await around.assign('am-1');
    const [sponsor, summer] = [
      await around.flag('Exec sponsor is new in role'),
      await around.flag('Cohort 1 spans summer'),
    ];
    const mitigations = [
      { risk: sponsor.id, expectedVersion: 1, agreedMitigation: 'A walkthrough with her in Week 1', owner: 'am-1' },
    ];
    const { errors, warnings, deal: after } = await around.hold({ mitigations, weekOne: '2027-01-11' });
    expect(errors).toEqual([]);
    expect(warnings).toEqual([
      'The call was held without a submitted handoff package.',
      'No mitigation was agreed for the risk: Cohort 1 spans summer',
    ]);
    expect(after!.handoff).toMatchObject({ pointOfContact: 'ACCOUNT_MANAGER', weekOne: '2027-01-11' });
    expect(after!.handoffCall).toMatchObject({ heldAt: inHours(0), attendees: ALL });
    expect(await around.facts()).toEqual(['AM_ASSIGNED', 'CALL_HELD', 'KICKOFF_CONFIRMED']);
    const { risks } = answered(await api.run('am-1', RisksDocument, { filter: { deal: deal.key } }));
    const byId = new Map(risks.nodes.map((risk) => [risk.id, risk]));
    expect(byId.get(sponsor.id)).toMatchObject({ agreedMitigation: mitigations[0]!.agreedMitigation, version: 2 });
    expect(byId.get(sponsor.id)!.owner).toMatchObject({ key: 'am-1' });
    expect(byId.get(summer.id)).toMatchObject({ agreedMitigation: null, version: 1 });
  });

  test('does not count without one of the three, and says whom', async () => {
    await around.assign('am-1');
    const { warnings, deal: after } = await around.hold({ attendees: ['ACCOUNT_EXECUTIVE', 'ACCOUNT_MANAGER'] });
    expect(warnings).toEqual([
      "The call does not count: DELIVERY_LEAD did not attend. The AE stays the client's contact.",
    ]);
    expect(after).toMatchObject({ handoff: { pointOfContact: 'ACCOUNT_EXECUTIVE' }, handoffCall: { heldAt: null } });
  });

  test('records nothing of it when anything of it is wrong', async () => {
    await around.assign('am-1');
    const risk = await around.flag('Exec sponsor is new in role');
    const agreed = { risk: risk.id, expectedVersion: 1, agreedMitigation: 'x' };
    const cases: [Partial<HoldHandoffCallInput>, object][] = [
      [{ heldAt: inHours(2) }, { code: 'BAD_USER_INPUT', path: 'heldAt' }],
      [
        { mitigations: [{ ...agreed, expectedVersion: 2 }] },
        { code: 'CONFLICT', path: 'mitigations.0.expectedVersion' },
      ],
      [{ mitigations: [{ ...agreed, agreedMitigation: ' ' }] }, { path: 'mitigations.0.agreedMitigation' }],
      [{ mitigations: [agreed, { ...agreed, owner: 'am-99' }] }, { path: 'mitigations.1.owner' }],
      [{ mitigations: [agreed, { ...agreed, risk: deal.id }] }, { path: 'mitigations.1.risk' }],
      [{ mitigations: [agreed], heldAt: inHours(2) }, { path: 'heldAt' }],
    ];
    for (const [input, error] of cases) expect(await around.hold(input)).toMatchObject({ deal: null, errors: [error] });
    expect(await around.facts()).toEqual(['AM_ASSIGNED']);
    const { risks } = answered(await api.run('am-1', RisksDocument, { filter: { deal: deal.key } }));
    expect(risks.nodes).toMatchObject([{ agreedMitigation: null, version: 1 }]);
  });
});

test('nothing is arranged, held or assigned for a deal that was cancelled', async () => {
  await around.assign('am-1');
  await record(api, deal.key, [[inHours(0), { dealCancelled: { reason: 'Insolvent' } }]]);
  const before = await around.facts();
  for (const { errors } of [await around.schedule({}), await around.hold({}), await around.assign('am-2')])
    expect(errors).toMatchObject([{ code: 'CONFLICT', path: 'deal' }]);
  expect(await around.facts()).toEqual(before);
  expect(smtp.received).toEqual([]);
});

test('Week 1 lies in a calendar that can be counted on', async () => {
  await around.assign('am-1');
  for (const weekOne of ['9999-12-30', '1900-01-07'])
    expect((await around.hold({ weekOne })).errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'weekOne' }]);
});

test('a call that people held who are not on the deal is warned of', async () => {
  expect((await around.hold({})).warnings).toContain('The deal has no account manager yet: assign who attended.');
});

test("another AE's deal is as one that does not exist", async () => {
  const { errors } = await around.schedule({}, 'ae-2');
  expect(errors).toMatchObject([{ code: 'NOT_FOUND', path: 'deal' }]);
});
