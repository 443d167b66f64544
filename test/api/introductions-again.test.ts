import { type Api, type Asker, startApi } from '../harness/api';
import { answered, type Opened, record } from '../harness/deals';
import { ago, calledDeal } from '../harness/packages';
import { startSmtp, type TestSmtp } from '../harness/smtp';
import {
  AssignAccountManagerDocument,
  IntroEmailDocument,
  SendIntroEmailDocument,
  type SendIntroEmailInput,
} from './generated/operations';

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

const send = async (input: Partial<SendIntroEmailInput> = {}, by: Asker = 'ae-1') =>
  answered(await api.run(by, SendIntroEmailDocument, { input: { deal: deal.key, ...input } })).sendIntroEmail;
const shown = async () => answered(await api.run('ae-1', IntroEmailDocument, { key: deal.key })).deal!.introEmail;
const assign = async (person: string) =>
  answered(await api.run('dl-1', AssignAccountManagerDocument, { input: { deal: deal.key, person } }))
    .assignAccountManager;

describe('an account manager who takes over from one to whom the client was introduced', () => {
  test('is introduced once more, in words that fit, and once', async () => {
    await send();
    const { warnings } = await assign('am-2');
    expect(warnings).toEqual(['The client was introduced to somebody else: send the introduction again.']);
    const draft = await shown();
    expect(draft).toMatchObject({ cc: 'am-2@baton.example', sentAt: null, missing: [] });
    expect(draft.subject).toBe('Introducing Name of am-2, your new Account Manager');
    expect(draft.body).toMatch(/^Hi Dana,\n\nName of am-2 takes over from Name of am-1 as your Account Manager/);
    expect(draft.body).not.toContain('on the call');
    const tries = await Promise.all([send(), send({}, 'dl-1')]);
    expect(tries.filter(({ sent }) => sent)).toHaveLength(1);
    expect((await send()).errors).toMatchObject([{ code: 'CONFLICT', path: 'deal' }]);
    expect(smtp.received.map(({ recipients }) => recipients.at(-1))).toEqual([
      'am-1@baton.example',
      'am-2@baton.example',
    ]);
    expect((await shown()).sentAt).not.toBeNull();
  });

  test('is introduced as well when the first mail was sent by hand, and again when they come back', async () => {
    await record(api, deal.key, [[ago(1), { introSent: {} }]]);
    for (const person of ['am-2', 'am-1']) {
      await assign(person);
      expect(await send()).toMatchObject({ sent: true, errors: [], warnings: [] });
    }
    expect(smtp.received.map(({ recipients }) => recipients.at(-1))).toEqual([
      'am-2@baton.example',
      'am-1@baton.example',
    ]);
  });

  test('is not introduced again when they were, and only stood in for', async () => {
    await send();
    await assign('am-2');
    await assign('am-1');
    expect((await shown()).sentAt).not.toBeNull();
    expect((await send()).errors).toMatchObject([{ code: 'CONFLICT', path: 'deal' }]);
  });

  test('leaves the clocks as the first introduction has set them', async () => {
    const clocks = async () =>
      answered(await api.run('dl-1', AssignAccountManagerDocument, { input: { deal: deal.key, person: 'am-2' } }))
        .assignAccountManager.deal!.handoff.slas;
    await send();
    const before = await clocks();
    await send();
    expect(await clocks()).toEqual(before);
  });
});

test('a copy that the server does not take is told, and the introduction is sent', async () => {
  smtp.refuseTo = 'am-1@baton.example';
  const { sent, warnings } = await send();
  expect([sent, warnings]).toEqual([true, ['The mail server did not take the copy for am-1@baton.example.']]);
});
