import { type Api, type Asker, startApi } from '../harness/api';
import { answered, type Opened, record } from '../harness/deals';
import { ago, calledDeal } from '../harness/packages';
import { startSmtp, type TestSmtp } from '../harness/smtp';
import {
  ForwardClientEmailDocument,
  IntroEmailDocument,
  LogClientEmailDocument,
  type LogClientEmailInput,
  SendIntroEmailDocument,
} from './generated/operations';

const read = async (api: Api, deal: Opened) =>
  answered(await api.run('ae-1', IntroEmailDocument, { key: deal.key })).deal!;
const typesOf = async (api: Api, deal: Opened) =>
  (
    await api.db.query<{ type: string }>(
      'select type from deal_event e join deal d on d.id = e.deal_id where d.key = $1 order by e.recorded_at',
      [deal.key],
    )
  ).map(({ type }) => type);

let smtp: TestSmtp;
let api: Api;
let deal: Opened;
beforeAll(async () => {
  smtp = await startSmtp();
  api = await startApi(undefined, { smtpUrl: smtp.url });
});
beforeEach(async () => {
  Object.assign(smtp, { refuseWith: null, refuseTo: null, hangsUp: false, thinksMs: 0 });
  smtp.received.length = 0;
  deal = await calledDeal(api);
});
afterAll(async () => {
  await api.stop();
  await smtp.stop();
});

const QUESTION = { from: 'dana.okafor@larchfinch.example', subject: 'Which room?', body: 'Hi,\nwhich room is it?' };
const log = async (input: Partial<LogClientEmailInput> = {}, by: Asker = 'ae-1') =>
  answered(
    await api.run(by, LogClientEmailDocument, {
      input: { deal: deal.key, receivedAt: ago(5), ...QUESTION, ...input },
    }),
  ).logClientEmail;
const forward = async (email: string, by: Asker = 'ae-1') =>
  answered(await api.run(by, ForwardClientEmailDocument, { input: { deal: deal.key, email } })).forwardClientEmail;

describe('an email of the client that reached the AE', () => {
  test('is a fault once it is logged, with the email as evidence, until it is forwarded', async () => {
    const { email, errors } = await log();
    expect(errors).toEqual([]);
    const { clientEmails } = await read(api, deal);
    expect(clientEmails.nodes).toMatchObject([{ id: email!.id, subject: 'Which room?', isForwarded: false }]);
    const before = (await forward('nonsense')).errors;
    expect(before).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'email' }]);
    const { sent, deal: after } = await forward(email!.id);
    expect(sent).toBe(true);
    expect(after!.handoff.faults.map(({ code }) => code)).not.toContain('AE_STILL_CONTACT');
    expect((await read(api, deal)).clientEmails.nodes[0]!.isForwarded).toBe(true);
    expect((await typesOf(api, deal)).slice(-2)).toEqual(['CLIENT_EMAILED_AE', 'AE_FORWARDED']);
  });

  test('goes to the account manager, and the client is answered in one line', async () => {
    const { email } = await log();
    await forward(email!.id);
    const [forwarded, answer] = smtp.received;
    expect(answer).toMatchObject({ subject: 'Re: Which room?' });
    expect(answer!.text!.trim()).toBe(
      'Name of am-1 (am-1@baton.example) is your contact now; I have passed your email on.',
    );
    expect(answer!.recipients).toEqual([QUESTION.from, 'am-1@baton.example']);
    expect(forwarded).toMatchObject({ subject: 'Fwd: Which room?', recipients: ['am-1@baton.example'] });
    expect(forwarded!.text).toContain('which room is it?');
  });

  test('stays a fault while nobody forwards it, and is forwarded once', async () => {
    const { email } = await log();
    smtp.refuseWith = { code: 451, message: 'Later' };
    expect((await forward(email!.id)).errors).toMatchObject([{ code: 'UNAVAILABLE' }]);
    smtp.refuseWith = null;
    expect((await forward(email!.id)).sent).toBe(true);
    expect((await forward(email!.id)).errors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(smtp.received).toHaveLength(2);
    const second = await log({ subject: 'And when?' });
    const { deal: after } = answered(
      await api.run('ae-1', SendIntroEmailDocument, { input: { deal: deal.key } }),
    ).sendIntroEmail;
    expect(after!.handoff.faults).toContainEqual({ code: 'AE_STILL_CONTACT', evidence: [second.email!.id] });
  });
});

describe('a client who wrote to the AE', () => {
  test('is not answered before the email is forwarded, and later when no server took the answer', async () => {
    const { email } = await log();
    smtp.refuseTo = 'am-1@baton.example';
    expect((await forward(email!.id)).errors).toMatchObject([{ code: 'UNAVAILABLE', path: 'email' }]);
    expect(smtp.received).toEqual([]);
    smtp.refuseTo = QUESTION.from;
    const { sent, warnings } = await forward(email!.id);
    expect([sent, warnings]).toEqual([true, [expect.stringContaining('The client was not answered')]]);
    smtp.refuseTo = null;
    expect(await forward(email!.id)).toMatchObject({ errors: [], warnings: [] });
    expect(smtp.received.filter(({ recipients }) => recipients.includes(QUESTION.from))).toHaveLength(1);
    expect((await forward(email!.id)).errors).toMatchObject([{ code: 'CONFLICT', path: 'email' }]);
  });
});

describe('a client whose email was forwarded by a server that then ended', () => {
  const tried = async (what: string) => {
    const { email } = await log();
    await forward(email!.id);
    await api.db.query(`${what} where kind = 'REPLY' and deal_id = (select id from deal where key = $1)`, [deal.key]);
    smtp.received.length = 0;
    return { ...(await forward(email!.id)), again: await forward(email!.id) };
  };

  test.each([
    ['before it answered', `update mail set regarding = null, status = 'UNKNOWN', settled_at = null`],
    [
      'while it answered, a while ago',
      `update mail set status = 'SENDING', settled_at = null, created_at = now() - interval '10 minutes'`,
    ],
  ])('%s is answered when it is forwarded again', async (_when, what) => {
    const { errors, warnings, again } = await tried(what);
    expect([errors, warnings]).toEqual([[], []]);
    expect(smtp.received).toMatchObject([{ subject: 'Re: Which room?' }]);
    expect(again.errors).toMatchObject([{ code: 'CONFLICT', path: 'email' }]);
  });

  test('while it answers still, is not answered twice', async () => {
    const { errors } = await tried(`update mail set status = 'SENDING', settled_at = null`);
    expect(errors).toMatchObject([{ code: 'CONFLICT', path: 'email', message: expect.stringContaining('is sending') }]);
    expect(smtp.received).toEqual([]);
  });
});

test('a client is not answered once more whose email was forwarded by hand', async () => {
  const { email } = await log();
  await record(api, deal.key, [[ago(0), { aeForwarded: { forwards: email!.id } }]]);
  expect((await forward(email!.id)).errors).toMatchObject([{ code: 'CONFLICT', path: 'email' }]);
  expect(smtp.received).toEqual([]);
});

describe('an email of the client', () => {
  test('is logged once, however often', async () => {
    const receivedAt = ago(5);
    const [first, again] = [await log({ receivedAt }), await log({ receivedAt })];
    expect(again.email!.id).toBe(first.email!.id);
    const shouted = await log({ receivedAt, from: QUESTION.from.toUpperCase() });
    expect(shouted.email!.id).toBe(first.email!.id);
    expect((await log({ receivedAt, body: 'Another' })).email!.id).not.toBe(first.email!.id);
    expect((await read(api, deal)).clientEmails.nodes).toHaveLength(2);
  });

  test('is refused when it cannot be: from tomorrow, from nobody, of another AE', async () => {
    expect((await log({ receivedAt: ago(-60) })).errors).toMatchObject([{ path: 'receivedAt' }]);
    expect((await log({ from: 'dana' })).errors).toMatchObject([{ path: 'from' }]);
    expect((await log({}, 'ae-2')).errors).toMatchObject([{ code: 'NOT_FOUND', path: 'deal' }]);
    expect((await read(api, deal)).clientEmails.nodes).toEqual([]);
  });
});
