import { globalId } from '../../src/graphql';
import { type Api, type Asker, startApi } from '../harness/api';
import { answered, type Opened, openDeal, record } from '../harness/deals';
import { A_TO_E, Draft } from '../harness/packages';
import {
  CreateCommitmentDocument,
  CreateRiskDocument,
  HandoffBriefDocument,
  HoldHandoffCallDocument,
  SaveHandoffPackageDocument,
} from './generated/operations';

let api: Api;
let deal: Opened;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  deal = await openDeal(api);
});
afterAll(() => api.stop());

const brief = async (of = deal.key, by: Asker = 'am-1') => {
  const { handoffBrief } = answered(await api.run(by, HandoffBriefDocument, { deal: of }));
  return handoffBrief!;
};

/** A signed deal with a saved package, a risk and a commitment. */
async function signed(): Promise<void> {
  await record(api, deal.key, [
    ['2026-03-02T09:00:00Z', { feeAgreed: { amount: '48000.00' } }],
    ['2026-03-02T10:00:00Z', { sowSigned: { party: 'CLIENT' } }],
    ['2026-03-02T11:00:00Z', { sowSigned: { party: 'VENDOR' } }],
    ['2026-03-03T09:00:00Z', { depositInvoiced: { amount: '19200.00' } }],
    ['2026-03-03T10:00:00Z', { closedWon: {} }],
    ['2026-03-04T09:00:00Z', { amAssigned: { person: 'am-1' } }],
    ['2026-03-05T09:00:00Z', { callScheduled: { startsAt: '2026-03-09T13:00:00Z' } }],
  ]);
  await new Draft(api, deal).save(A_TO_E);
  await flag('The sponsor is new');
  const made = { deal: deal.key, words: '"A report at Week 4"', promisedTo: 'Dana', promisedBy: 'ae-1', dueWeek: 4 };
  answered(await api.run('ae-1', CreateCommitmentDocument, { input: made }));
}

async function flag(description: string) {
  const input = { deal: deal.key, description, likelihood: 'HIGH', mitigation: 'Meet early', owner: 'am-1' } as const;
  return answered(await api.run('ae-1', CreateRiskDocument, { input })).createRisk.risk!;
}

test('Before anybody has written anything it says so, item by item, and the AE is the contact', async () => {
  const empty = await brief();
  expect(empty.handoffPackage).toBeNull();
  expect(empty.sections.clientBasics.legalName).toBeNull();
  expect(empty.missing.length).toBeGreaterThan(30);
  expect(empty.introEmail.missing).toHaveLength(3);
  expect(empty).toMatchObject({ pointOfContact: 'ACCOUNT_EXECUTIVE', contact: { key: 'ae-1' }, next: [] });
  expect(empty.handoffCall.agenda.map(({ fromMinute }) => fromMinute)).toEqual([0, 10, 25, 40, 50, 55]);
});

test('The account manager reads all that they need before the call', async () => {
  await signed();
  const whole = await brief(deal.id);
  expect(whole.deal).toMatchObject({ accountExecutive: { key: 'ae-1' }, accountManager: { key: 'am-1' } });
  expect(whole.handoffCall).toMatchObject({ startsAt: '2026-03-09T13:00:00.000Z', heldAt: null });
  expect(whole.handoffPackage).toEqual({ revision: null, submittedAt: null, changes: null });
  expect(whole.sections.people.hrSponsor).toMatchObject({ name: 'Dana Okafor' });
  expect(whole.sections.commercials.fee).toEqual({ amount: '48000.00', currency: 'GBP' });
  expect(whole.missing).toEqual([]);
  expect(whole.risks.nodes).toMatchObject([{ description: 'The sponsor is new', agreedMitigation: null }]);
  expect(whole.commitments.nodes).toMatchObject([{ words: '"A report at Week 4"', dueDate: '2026-04-27' }]);
  expect(whole.timeline[0]).toMatchObject({ week: -4, startsOn: '2026-03-03' });
  expect(whole.timeline.at(-1)).toMatchObject({ week: 12, steps: [{ code: 'WEEK_12_BOARD_REPORT' }] });
  expect(whole.next.map(({ what }) => what)).toContain('"A report at Week 4"');
  expect(whole.introEmail).toMatchObject({ to: 'dana.okafor@larchfinch.example', missing: [] });
});

test('After the call it has what was agreed, and the account manager is the contact', async () => {
  await signed();
  const risk = await flag('The renewal falls into Week 8');
  const input = {
    deal: deal.key,
    heldAt: '2026-03-09T13:00:00Z',
    attendees: ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] as const,
    mitigations: [{ risk: risk.id, expectedVersion: 1, agreedMitigation: 'Walk through before it' }],
  };
  const held = { ...input, attendees: [...input.attendees] };
  answered(await api.run('am-1', HoldHandoffCallDocument, { input: held }));
  const after = await brief();
  expect(after.risks.nodes.map(({ agreedMitigation }) => agreedMitigation)).toEqual([null, 'Walk through before it']);
  expect(after).toMatchObject({ pointOfContact: 'ACCOUNT_MANAGER', contact: { key: 'am-1' } });
  expect(after.handoffCall.heldAt).toBe('2026-03-09T13:00:00.000Z');
});

test('It takes as many SQL statements for many risks as for one', async () => {
  await signed();
  const few = await statements();
  for (let more = 0; more < 10; more++) await flag(`Another, ${more}`);
  expect((await brief()).risks.nodes).toHaveLength(11);
  expect(await statements()).toBe(few);
  expect(few).toBe(11);
});

/** Of two tries: every few seconds a request has one statement more, which looks up who asks. */
async function statements(): Promise<number> {
  const tries = [await api.statementsOf(() => brief()), await api.statementsOf(() => brief())];
  return Math.min(...tries.map(({ length }) => length));
}

test("Another AE's deal has none, as one that there is not, and what names no deal is said to", async () => {
  const asked = (name: string) => api.run('ae-2', HandoffBriefDocument, { deal: name });
  for (const name of [deal.key, deal.id, 'D-2020-0001'])
    expect((await asked(name)).data).toEqual({ handoffBrief: null });
  const { errors } = await asked('larch');
  expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'deal' });
});

test('What was changed since the package was submitted is told from what was', async () => {
  await signed();
  const draft = new Draft(api, deal);
  const { handoffPackage } = await brief();
  expect(handoffPackage!.changes).toBeNull();
  expect((await draft.submit(1)).errors).toEqual([]);
  expect((await brief()).handoffPackage).toMatchObject({ revision: 1, changes: [] });
  const sections = { clientBasics: { press: 'A merger was announced' } };
  const input = { deal: deal.key, expectedVersion: 2, sections };
  expect(answered(await api.run('ae-1', SaveHandoffPackageDocument, { input })).saveHandoffPackage.errors).toEqual([]);
  const after = await brief();
  expect(after.handoffPackage!.changes).toMatchObject([{ after: 'A merger was announced' }]);
});

test('What was submitted is shown, marked as that, until it is withdrawn, and what is other by now', async () => {
  await signed();
  const draft = await brief();
  expect(draft).toMatchObject({ submission: null, changes: null });
  const submitted = await new Draft(api, deal).submit(1);
  expect(submitted.errors).toEqual([]);
  expect(await brief()).toMatchObject({ submission: { revision: 1 }, changes: [], sections: draft.sections });
  const input = { deal: deal.key, expectedVersion: 2, sections: { clientBasics: { press: 'A merger was announced' } } };
  expect(answered(await api.run('ae-1', SaveHandoffPackageDocument, { input })).saveHandoffPackage.errors).toEqual([]);
  await flag('The merger');
  const after = await brief();
  expect(after).toMatchObject({ submission: { revision: 1 }, sections: draft.sections });
  expect(after.changes!.map(({ path }) => path)).toEqual(expect.arrayContaining(['clientBasics.press']));
  expect(after.changes!.some(({ after }) => after?.includes('The merger'))).toBe(true);
  const [event] = await api.db.query<{ id: string }>(
    `select e.id from deal_event e join deal d on d.id = e.deal_id where d.key = $1 and type = 'PACKAGE_SUBMITTED'`,
    [deal.key],
  );
  const [, dealId = ''] = Buffer.from(deal.id, 'base64url').toString().split(':');
  const retracts = globalId('DealEvent', dealId, event!.id);
  const fact = { eventRetracted: { retracts, reason: 'Of another client' } };
  await record(api, deal.key, [[new Date(Date.now() - 1_000).toISOString(), fact]]);
  const withdrawn = await brief();
  expect(withdrawn).toMatchObject({ submission: null, changes: null });
  expect(withdrawn.sections.clientBasics.press).toBe('A merger was announced');
});
