import { readFileSync } from 'node:fs';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { type Api, type Asker, startApi } from '../harness/api';
import { answered, type Opened, openDeal, record } from '../harness/deals';
import { ago, calledDeal, Draft } from '../harness/packages';
import { startSmtp, type TestSmtp } from '../harness/smtp';
import { IntroEmailDocument, SendIntroEmailDocument, type SendIntroEmailInput } from './generated/operations';

const send = async (api: Api, deal: Opened, input: Partial<SendIntroEmailInput> = {}, by: Asker = 'ae-1') =>
  answered(await api.run(by, SendIntroEmailDocument, { input: { deal: deal.key, ...input } })).sendIntroEmail;
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

describe('the introduction', () => {
  test('is shown for editing, in the words of the template', async () => {
    const { introEmail } = await read(api, deal);
    expect(introEmail).toEqual({
      to: 'dana.okafor@larchfinch.example',
      from: 'ae-1@baton.example',
      cc: 'am-1@baton.example',
      subject: 'Introducing Name of am-1, your Account Manager',
      body: expect.stringMatching(
        /^Hi Dana,\n\nNow we're signed, I want to hand you over to Name of am-1, who'll be your/,
      ),
      missing: [],
      sentAt: null,
    });
    expect(introEmail.body).toContain('will be in touch within 24 hours to confirm the kickoff date');
    expect(introEmail.body.endsWith('looking forward to seeing this land.\n\nName of ae-1')).toBe(true);
  });

  test('goes out as it was edited, the AM in copy, and is recorded once the server has taken it', async () => {
    const body = 'Hi Dana,\n\nthis is Am. Grüße ☺\n.\nA line with a dot above.';
    const { sent, errors, warnings, deal: after } = await send(api, deal, { body, subject: 'Meet Am — your AM' });
    expect([sent, errors, warnings]).toEqual([true, [], []]);
    const [mail] = smtp.received;
    expect(mail).toMatchObject({ subject: 'Meet Am — your AM', text: `${body}\n` });
    expect(mail!.recipients).toEqual(['dana.okafor@larchfinch.example', 'am-1@baton.example']);
    expect(mail!.from!.value).toMatchObject([{ address: 'ae-1@baton.example' }]);
    expect(after!.handoff.slas.find(({ sla }) => sla === 'SEND_INTRO')!.status).toBe('MET');
    const { introEmail } = await read(api, deal);
    expect(introEmail.sentAt).not.toBeNull();
    const [stored] = await api.db.query(
      `select e.source, e.source_event_id = m.message_id as same, m.status, m.answer like '250%' as taken
       from mail m join deal_event e on e.deal_id = m.deal_id and e.type = 'INTRO_SENT'
       join deal d on d.id = m.deal_id where d.key = $1`,
      [deal.key],
    );
    expect(stored).toEqual({ source: 'mail', same: true, status: 'ACCEPTED', taken: true });
  });

  test('goes out once, however often and by how many at once it is sent', async () => {
    smtp.thinksMs = 300;
    const tries = await Promise.all([send(api, deal), send(api, deal), send(api, deal, {}, 'dl-1')]);
    expect(tries.filter(({ sent }) => sent)).toHaveLength(1);
    for (const { errors } of tries.filter(({ sent }) => !sent))
      expect(errors).toMatchObject([
        { code: 'CONFLICT', message: expect.stringMatching(/(ae|dl)-1 (is sending|has sent) it/) },
      ]);
    expect((await send(api, deal)).errors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(smtp.received).toHaveLength(1);
    expect((await typesOf(api, deal)).filter((type) => type === 'INTRO_SENT')).toHaveLength(1);
  });
});

describe('an introduction', () => {
  test('is not recorded when the server refuses it, says why, and can be tried again', async () => {
    smtp.refuseWith = { code: 554, message: 'Policy forbids it' };
    const { errors, sent } = await send(api, deal);
    expect(sent).toBeNull();
    expect(errors).toMatchObject([{ code: 'UNAVAILABLE', message: expect.stringContaining('554 Policy forbids it') }]);
    expect(await typesOf(api, deal)).not.toContain('INTRO_SENT');
    smtp.refuseWith = null;
    expect((await send(api, deal)).sent).toBe(true);
  });

  test('that a server got and did not answer is not sent twice: it says so, and nothing is recorded', async () => {
    smtp.hangsUp = true;
    expect((await send(api, deal)).errors).toMatchObject([
      { code: 'UNAVAILABLE', path: 'deal', message: expect.stringContaining('it may have gone out') },
    ]);
    smtp.hangsUp = false;
    expect((await send(api, deal)).errors).toMatchObject([{ code: 'CONFLICT', path: 'deal' }]);
    expect(smtp.received).toHaveLength(1);
    expect(await typesOf(api, deal)).not.toContain('INTRO_SENT');
    const [stored] = await api.db.query(
      'select m.status, m.settled_at from mail m join deal d on d.id = m.deal_id where d.key = $1',
      [deal.key],
    );
    expect(stored).toEqual({ status: 'SENDING', settled_at: null });
  });

  test('can be sent again when the fact that it was sent is retracted', async () => {
    await send(api, deal);
    const [event] = await api.db.query<{ id: string }>(
      `select encode(convert_to('DealEvent:' || e.deal_id || ':' || e.id, 'UTF8'), 'base64') as id
       from deal_event e join deal d on d.id = e.deal_id where d.key = $1 and type = 'INTRO_SENT'`,
      [deal.key],
    );
    const retracts = event!.id.replace(/\n/g, '').replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
    await record(api, deal.key, [[ago(0), { eventRetracted: { retracts, reason: 'It went to the wrong Dana' } }]]);
    expect((await send(api, deal, { to: 'dana.two@larchfinch.example' })).sent).toBe(true);
    expect(smtp.received).toHaveLength(2);
  });

  test('of a server that ended while it was being sent, can be sent again after a while', async () => {
    smtp.refuseWith = { code: 451, message: 'Try again later' };
    await send(api, deal);
    smtp.refuseWith = null;
    const old = `update mail set status = 'SENDING', settled_at = null, created_at = now() - interval '10 minutes'`;
    await api.db.query(`${old} where deal_id = (select id from deal where key = $1)`, [deal.key]);
    expect((await send(api, deal)).sent).toBe(true);
  });

  test('cannot be made to carry other headers or to go to others', async () => {
    const subject = 'Hello\r\nBcc: everyone@evil.example\r\n\r\nBody';
    await send(api, deal, { subject });
    const [mail] = smtp.received;
    expect(mail!.subject).toBe('Hello Bcc: everyone@evil.example Body');
    expect(mail!.recipients).toEqual(['dana.okafor@larchfinch.example', 'am-1@baton.example']);
    for (const to of ['a@b.example, c@d.example', 'a@b.example\r\nBcc: x@y.example', 'nobody', ''])
      expect((await send(api, await calledDeal(api), { to })).errors).toMatchObject([
        { code: 'BAD_USER_INPUT', path: 'to' },
      ]);
    expect(smtp.received).toHaveLength(1);
  });

  test('is not recorded when the server takes it for the copy alone', async () => {
    smtp.refuseTo = 'dana.okafor@larchfinch.example';
    const { errors } = await send(api, deal);
    expect(errors).toMatchObject([{ code: 'UNAVAILABLE', message: expect.stringContaining(smtp.refuseTo) }]);
    expect(await typesOf(api, deal)).not.toContain('INTRO_SENT');
    smtp.refuseTo = null;
    expect(await send(api, deal)).toMatchObject({ sent: true, errors: [] });
  });
});

describe('an introduction is not sent', () => {
  test('again when somebody has recorded that they sent it themselves', async () => {
    await record(api, deal.key, [[ago(1), { introSent: {} }]]);
    expect((await send(api, deal)).errors).toMatchObject([
      {
        code: 'CONFLICT',
        path: 'deal',
        message: expect.stringMatching(/^it was sent at \d{4}-\d\d-\d\dT.*Z already$/),
      },
    ]);
    expect(smtp.received).toEqual([]);
  });

  test('without a word', async () => {
    for (const input of [{ subject: ' \n' }, { body: ' \n ' }])
      expect((await send(api, deal, input)).errors).toMatchObject([
        { code: 'BAD_USER_INPUT', path: Object.keys(input)[0] },
      ]);
    expect(smtp.received).toEqual([]);
  });

  test('with a template for a name, and greets nobody by a title alone', async () => {
    const bare = await openDeal(api);
    await record(api, bare.key, [[ago(90), { amAssigned: { person: 'am-1' } }]]);
    const to = 'dana@larch.example';
    for (const input of [{ to }, { to, body: null, subject: null }])
      expect((await send(api, bare, input)).errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'body' }]);
    expect(await send(api, bare, { to, body: 'Hello Dana' })).toMatchObject({ sent: true, warnings: [], errors: [] });
    const named = { people: { hrSponsor: { name: 'Dr. Priya Shah' } } };
    expect((await new Draft(api, bare).save({ sections: named })).errors).toEqual([]);
    expect((await read(api, bare)).introEmail.body).toMatch(/^Hi Dr. Priya Shah,/);
  });

  test('once the deal was cancelled', async () => {
    await record(api, deal.key, [[ago(1), { dealCancelled: { reason: 'Insolvent' } }]]);
    expect((await send(api, deal)).errors).toMatchObject([
      { code: 'CONFLICT', path: 'deal', message: expect.stringMatching(/was cancelled at .*: nothing is done for it/) },
    ]);
    expect(smtp.received).toEqual([]);
  });

  test('without what is missing, which is said', async () => {
    const bare = await openDeal(api);
    const { introEmail } = await read(api, bare);
    expect(introEmail).toMatchObject({ to: null, cc: null, subject: 'Introducing [AM name], your Account Manager' });
    expect(introEmail.missing).toEqual([
      'No account manager is assigned yet.',
      'The handoff package has no name of the HR sponsor (section B).',
      'The handoff package has no email of the HR sponsor (section B).',
    ]);
    expect((await send(api, bare)).errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'deal' }]);
    expect(smtp.received).toEqual([]);
  });
});

describe('without a mail server an introduction', () => {
  let without: Api;
  beforeAll(async () => {
    without = await startApi();
  });
  afterAll(() => without.stop());

  test('lies on the drive for somebody to send, says so, and is not recorded', async () => {
    const deal = await calledDeal(without);
    const { sent, file, errors, warnings } = await send(without, deal);
    expect([sent, errors]).toEqual([false, []]);
    expect(file).toBe(`clients/larch-finch-ltd/01-handoff/intro-${deal.key.toLowerCase()}.eml`);
    expect(warnings).toEqual([expect.stringContaining('record that it was sent (introSent)')]);
    const mail = await simpleParser(readFileSync(path.join(without.driveDirectory, file!)));
    expect(mail.subject).toBe('Introducing Name of am-1, your Account Manager');
    expect(mail.text).toContain('Hi Dana,');
    expect(await typesOf(without, deal)).not.toContain('INTRO_SENT');
    expect((await send(without, deal)).sent).toBe(false);
  });
});
