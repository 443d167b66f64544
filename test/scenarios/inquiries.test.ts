import {
  AskInquiryDocument,
  InquiriesDocument,
  type InquiryStatus,
  RecordEventsDocument,
  ReopenInquiryDocument,
  ResolveInquiryDocument,
  type ResolveInquiryInput,
} from '../api/generated/operations';
import { type Api, type Asker, startApi } from '../harness/api';
import { answered, heldHandoff, type Opened, openDeal, record } from '../harness/deals';

let api: Api;
let deal: Opened;
let payment: string;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  deal = await openDeal(api);
  await record(api, deal.key, heldHandoff('ae-1', 'ae-2'));
  payment = await paymentOf('ae-1');
});
afterAll(() => api.stop());

const paymentOf = async (payee: string) => {
  const query = 'query ($key: String!) { deal(key: $key) { commissionPayments { id tranche payee { key } } } }';
  const { data } = await api.ask<{
    deal: { commissionPayments: { id: string; tranche: string; payee: { key: string } }[] };
  }>('fin-1', query, { key: deal.key });
  return data!.deal.commissionPayments.find((one) => one.payee.key === payee && one.tranche === 'SOW_SIGNED')!.id;
};
const ask = async (words: string, by: Asker = 'ae-1', of = payment) =>
  answered(await api.run(by, AskInquiryDocument, { input: { payment: of, words } })).askInquiry;
const resolve = async (input: Partial<ResolveInquiryInput> & { inquiry: string }, by: Asker = 'fin-1') =>
  answered(
    await api.run(by, ResolveInquiryDocument, {
      input: { expectedVersion: 1, outcome: 'ANSWERED', words: 'The fee was amended on 2 March', ...input },
    }),
  ).resolveInquiry;
const list = async (by: Asker, status?: InquiryStatus[]) =>
  answered(await api.run(by, InquiriesDocument, { status: status ?? null, first: 100 })).inquiries.nodes.filter(
    (inquiry) => inquiry.deal?.key === deal.key,
  );

test('An AE asks, finance explains, the AE is not content, and finance corrects it by a fact', async () => {
  const { inquiry } = await ask('I was promised half of 50,000.00');
  expect(await list('fin-1', ['OPEN'])).toMatchObject([{ id: inquiry!.id, payee: { key: 'ae-1' } }]);
  expect((await resolve({ inquiry: inquiry!.id })).inquiry).toMatchObject({ status: 'ANSWERED', version: 2 });
  const reopened = { inquiry: inquiry!.id, expectedVersion: 2, words: 'It was not: see the SoW' };
  const { reopenInquiry } = answered(await api.run('ae-1', ReopenInquiryDocument, { input: reopened }));
  expect(reopenInquiry.inquiry).toMatchObject({ status: 'OPEN', version: 3 });
  const fact = { feeAgreed: { amount: '50000.00' } };
  const input = { events: [{ deal: deal.key, event: { occurredAt: new Date().toISOString(), fact } }] };
  const { recordEvents } = answered(await api.run('fin-1', RecordEventsDocument, { input }));
  const event = recordEvents.events![0]!.id;
  const corrected = {
    inquiry: inquiry!.id,
    expectedVersion: 3,
    outcome: 'CORRECTED',
    words: 'So it is',
    event,
  } as const;
  expect((await resolve(corrected)).errors).toEqual([]);
  const [after] = await list('ae-1');
  expect(after).toMatchObject({ status: 'CORRECTED', payment: { id: payment } });
  expect(after!.history.map(({ kind, by, event: caused }) => [kind, by.key, caused])).toEqual([
    ['ASKED', 'ae-1', null],
    ['ANSWERED', 'fin-1', null],
    ['ASKED_AGAIN', 'ae-1', null],
    ['CORRECTED', 'fin-1', event],
  ]);
});

test('The payment shows what was asked about it, and nobody but its payee and finance sees that', async () => {
  const { inquiry } = await ask('Why so little?');
  const query = 'query ($key: String!) { deal(key: $key) { commissionPayments { id inquiries { id } } } }';
  const shown = async (by: Asker) =>
    JSON.stringify((await api.ask(by, query, { key: deal.key })).data).includes(inquiry!.id);
  expect([await shown('fin-1'), await shown('ae-1'), await shown('ae-2')]).toEqual([true, true, false]);
  expect(await list('ae-2')).toEqual([]);
  const found = async (by: Asker) =>
    (await api.ask(by, 'query ($id: ID!) { node(id: $id) { id } }', { id: inquiry!.id })).data;
  expect(await found('ae-1')).toEqual({ node: { id: inquiry!.id } });
  expect(await found('ae-2')).toEqual({ node: null });
  expect((await resolve({ inquiry: inquiry!.id }, 'ad-1')).errors).toEqual([]);
});

test('A payment has one open question at a time, also of two askers at once', async () => {
  const asked = await Promise.all([ask('One'), ask('Two'), ask('Three')]);
  expect(asked.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  expect(asked.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(['CONFLICT', 'CONFLICT']);
});

describe('nothing is recorded', () => {
  test("of another's payment, which is as one that there is not", async () => {
    const [other, none] = [await ask('x', 'ae-2'), await ask('x', 'ae-3')];
    expect(other.errors).toEqual(none.errors);
    expect(other.errors).toMatchObject([{ code: 'NOT_FOUND', path: 'payment' }]);
    expect((await ask('x', 'fin-1')).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('of blank words, and of what is no payment', async () => {
    expect((await ask('  ')).errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'words' }]);
    expect((await ask('x', 'ae-1', deal.id)).errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'payment' }]);
  });

  test('of an answer to another version: the conflict shows what there is now', async () => {
    const { inquiry } = await ask('Why?');
    await resolve({ inquiry: inquiry!.id });
    expect(await resolve({ inquiry: inquiry!.id })).toMatchObject({
      inquiry: { status: 'ANSWERED', version: 2 },
      errors: [{ code: 'CONFLICT', path: 'expectedVersion' }],
    });
    expect((await resolve({ inquiry: inquiry!.id, expectedVersion: 2 })).errors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  test('of a correction without a fact, by an older one, or by one of another deal', async () => {
    const events = answered(
      await api.run('fin-1', RecordEventsDocument, {
        input: {
          events: [{ deal: deal.key, event: { occurredAt: new Date().toISOString(), fact: { clientEmailedAe: {} } } }],
        },
      }),
    ).recordEvents.events!;
    const { inquiry } = await ask('Why?');
    const tried = [{}, { event: events[0]!.id }, { event: payment }];
    for (const input of tried)
      expect((await resolve({ inquiry: inquiry!.id, outcome: 'CORRECTED', ...input })).errors).toMatchObject([
        { code: 'BAD_USER_INPUT', path: 'event' },
      ]);
    expect((await resolve({ inquiry: inquiry!.id, event: events[0]!.id })).errors).toMatchObject([{ path: 'event' }]);
  });

  test('of what somebody says to their own', async () => {
    const shares = ['ae-1', 'fin-1'].map((person) => ({ person, shareBp: 5_000 }));
    deal = await openDeal(api);
    const signed = heldHandoff('ae-1', 'ae-2').map(([at, fact]) =>
      'splitAgreed' in fact ? ([at, { splitAgreed: { payees: shares } }] as const) : ([at, fact] as const),
    );
    await record(api, deal.key, signed);
    const { inquiry } = await ask('Why?', 'fin-1', await paymentOf('fin-1'));
    expect((await resolve({ inquiry: inquiry!.id }, 'fin-1')).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await resolve({ inquiry: inquiry!.id }, 'fin-2')).errors).toEqual([]);
  });
});
