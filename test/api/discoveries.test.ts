import { globalId } from '../../src/graphql';
import { type Api, startApi } from '../harness/api';
import { answered, type Opened, openDeal, record } from '../harness/deals';
import { hoursAgo, reportsOf } from '../harness/reports';
import {
  ChangeRiskDocument,
  CreateCommitmentDocument,
  CreateRiskDocument,
  DealHandoffDocument,
  type ReportCommitmentDiscoveredInput,
  ReportRiskMaterialisedDocument,
  type ReportRiskMaterialisedInput,
} from './generated/operations';

let api: Api;
let deal: Opened;
const { reportRisk, reportCommitment, submit } = reportsOf(
  () => api,
  () => deal,
);
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  deal = await openDeal(api);
});
afterAll(() => api.stop());

const writeRisk = async (description: string) => {
  const input = { deal: deal.key, description, likelihood: 'HIGH', mitigation: 'Front-load engagement' } as const;
  return answered(await api.run('ae-1', CreateRiskDocument, { input })).createRisk.risk!;
};
const writeCommitment = async (words: string) => {
  const input = { deal: deal.key, words, promisedTo: 'Dana, HR', promisedBy: 'ae-1' };
  return answered(await api.run('ae-1', CreateCommitmentDocument, { input })).createCommitment.commitment!;
};
const faults = async () => answered(await api.run('am-1', DealHandoffDocument, { key: deal.key })).deal!.handoff.faults;
const counted = async () =>
  (
    await api.db.query(`select (select count(*) from deal_event) as facts, (select count(*) from risk) as risks,
      (select count(*) from commitment) as commitments`)
  )[0];

describe('a risk that materialises', () => {
  test('is declared when it was in the package submitted by then, and is no fault', async () => {
    const risk = await writeRisk('Exec sponsor is new in role');
    await submit();
    const { errors, declared, risk: after, event } = await reportRisk({ risk: risk.id });
    expect([errors, declared]).toEqual([[], true]);
    expect(after).toMatchObject({ id: risk.id, status: 'MATERIALISED', version: 2, reportedBy: { id: event!.id } });
    expect(event!.fact.riskMaterialised).toEqual({ reference: 'Exec sponsor is new in role', declared: true });
    expect(await faults()).toEqual([]);
  });

  test('is a fault with its evidence when nobody wrote it down, until that fact is retracted', async () => {
    await submit();
    const { declared, risk, event } = await reportRisk({ description: 'Their works council objects' });
    expect(declared).toBe(false);
    expect(risk).toMatchObject({ status: 'MATERIALISED', likelihood: 'HIGH', reportedBy: { id: event!.id } });
    expect(await faults()).toEqual([{ code: 'RISKS_NOT_SURFACED', evidence: [event!.id] }]);
    await record(api, deal.key, [
      [hoursAgo(0), { eventRetracted: { retracts: event!.id, reason: 'Of another deal' } }],
    ]);
    expect(await faults()).toEqual([]);
  });

  test('is not declared when it was written down only after it had happened', async () => {
    const risk = await writeRisk('Procurement renewal upcoming');
    await submit();
    expect(await reportRisk({ risk: risk.id, occurredAt: hoursAgo(1) })).toMatchObject({ declared: false, errors: [] });
  });

  test('is not declared when it was written down but in no package that was submitted', async () => {
    await submit();
    const risk = await writeRisk('Cohort 1 spans summer holidays');
    expect((await reportRisk({ risk: risk.id })).declared).toBe(false);
  });

  test('is not declared by a submission that was retracted', async () => {
    const risk = await writeRisk('SROI guarantees expected');
    await submit();
    const [{ id }] = (await api.db.query<{ id: string }>(
      `select e.deal_id || ':' || e.id as id from deal_event e join deal d on d.id = e.deal_id
       where d.key = $1 and type = 'PACKAGE_SUBMITTED'`,
      [deal.key],
    )) as [{ id: string }];
    const retracts = globalId('DealEvent', ...id.split(':'));
    await record(api, deal.key, [[hoursAgo(0), { eventRetracted: { retracts, reason: 'Of another deal' } }]]);
    expect((await reportRisk({ risk: risk.id })).declared).toBe(false);
  });

  test('is declared from the very instant of the submission on, and not a millisecond before', async () => {
    const [first, second] = [await writeRisk('Exec sponsor is new in role'), await writeRisk('Procurement renewal')];
    await submit();
    const [{ at }] = (await api.db.query<{ at: string }>(
      `select to_char(max(e.occurred_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from deal_event e join deal d on d.id = e.deal_id where d.key = $1 and type = 'PACKAGE_SUBMITTED'`,
      [deal.key],
    )) as [{ at: string }];
    expect((await reportRisk({ risk: first.id, occurredAt: at })).declared).toBe(true);
    const before = new Date(Date.parse(at) - 1).toISOString();
    expect((await reportRisk({ risk: second.id, occurredAt: before })).declared).toBe(false);
  });

  test('can be reported anew once the fact that said so is retracted', async () => {
    const { risk, event } = await reportRisk({ description: 'Their works council objects' });
    await record(api, deal.key, [[hoursAgo(0), { eventRetracted: { retracts: event!.id, reason: 'It has not' } }]]);
    const again = await reportRisk({ risk: risk!.id });
    expect(again).toMatchObject({
      errors: [],
      declared: false,
      risk: { version: 3, reportedBy: { id: again.event!.id } },
    });
    expect(await faults()).toEqual([{ code: 'RISKS_NOT_SURFACED', evidence: [again.event!.id] }]);
  });
});

test('a risk is reported once: again it is a conflict that shows the risk, and nothing is recorded', async () => {
  const { risk } = await reportRisk({ description: 'Their works council objects' });
  const before = await counted();
  const again = await reportRisk({ risk: risk!.id }, 'dl-1');
  expect(again).toMatchObject({ event: null, errors: [{ code: 'CONFLICT', path: 'risk' }], risk: { id: risk!.id } });
  expect(await counted()).toEqual(before);
});

test('a risk that materialises is reported, and not only changed: there would be no fact of it', async () => {
  const { id: risk } = await writeRisk('Exec sponsor is new in role');
  const input = { risk, expectedVersion: 1, status: 'MATERIALISED' } as const;
  const { errors } = answered(await api.run('am-1', ChangeRiskDocument, { input })).changeRisk;
  expect(errors).toMatchObject([
    { code: 'BAD_USER_INPUT', path: 'status', message: expect.stringContaining('reportRiskMaterialised') },
  ]);
});

describe('a commitment that comes up', () => {
  test('is declared when it was in the package', async () => {
    const commitment = await writeCommitment('"We can attend your away day"');
    await submit();
    const { declared, commitment: after } = await reportCommitment({ commitment: commitment.id });
    expect([declared, after?.status, after?.version]).toEqual([true, 'OPEN', 2]);
    expect(await faults()).toEqual([]);
  });

  test('is a fault with its evidence when it was not, and is to be kept all the same', async () => {
    await submit();
    const { declared, commitment, event } = await reportCommitment({
      words: '"You will get the raw survey answers, too."',
      promisedTo: 'Ilse',
      owner: 'am-1',
      dueWeek: 4,
      evidence: 'Her mail of 2 March',
    });
    expect(declared).toBe(false);
    expect(commitment).toMatchObject({ status: 'OPEN', promisedBy: { key: 'ae-1' }, owner: { key: 'am-1' } });
    expect(await faults()).toEqual([{ code: 'COMMITMENT_NOT_WRITTEN_DOWN', evidence: [event!.id] }]);
  });
});

describe('nothing is recorded, and the answer says why,', () => {
  test.each<[string, Partial<ReportRiskMaterialisedInput>, object]>([
    ['of neither a risk nor a description', {}, { code: 'BAD_USER_INPUT', path: 'risk' }],
    ['of a blank description', { description: ' ' }, { code: 'BAD_USER_INPUT', path: 'description' }],
    [
      'of tomorrow',
      { description: 'x', occurredAt: hoursAgo(-24) },
      { code: 'BAD_USER_INPUT', path: 'occurredAt', message: expect.stringContaining('in the future') },
    ],
    ['of another thing', { risk: globalId('Deal', 'x') }, { code: 'BAD_USER_INPUT', path: 'risk' }],
    ['of a deal that is none', { deal: 'D-1999-0001', description: 'x' }, { code: 'NOT_FOUND', path: 'deal' }],
  ])('of a risk: %s', async (_name, input, error) => {
    const before = await counted();
    expect(await reportRisk(input)).toMatchObject({ risk: null, event: null, errors: [error] });
    expect(await counted()).toEqual(before);
  });

  test.each<[string, Partial<ReportRiskMaterialisedInput>]>([
    ['likelihood', { likelihood: 'LOW' }],
    ['owner', { owner: 'am-1' }],
  ])('of a risk that is written down and given another %s', async (path, input) => {
    const risk = await writeRisk('Exec sponsor is new in role');
    const nothing = { description: null, likelihood: null, owner: null };
    const { errors } = await reportRisk({ ...nothing, risk: risk.id, ...input });
    const message = 'it is written down already: change it by `changeRisk`';
    expect(errors).toEqual([{ code: 'BAD_USER_INPUT', path, message }]);
    expect((await reportRisk({ ...nothing, risk: risk.id })).errors).toEqual([]);
  });

  test.each<[string, Partial<ReportCommitmentDiscoveredInput>]>([
    ['promisedTo', { promisedTo: 'Ilse' }],
    ['dueWeek', { dueWeek: 4 }],
    ['evidence', { evidence: 'Her mail' }],
  ])('of a commitment that is written down and given another %s', async (path, input) => {
    const { id } = await writeCommitment('"We can attend your away day"');
    expect(await reportCommitment({ commitment: id, ...input })).toMatchObject({
      commitment: null,
      errors: [{ code: 'BAD_USER_INPUT', path }],
    });
  });

  test("of another deal's risk", async () => {
    const risk = await writeRisk('Exec sponsor is new in role');
    const other = await openDeal(api);
    const { errors } = await reportRisk({ deal: other.key, risk: risk.id });
    expect(errors).toMatchObject([{ code: 'NOT_FOUND', path: 'risk' }]);
  });

  test.each<[string, Partial<ReportCommitmentDiscoveredInput>, object]>([
    ['to nobody', { words: '"x"' }, { path: 'promisedTo' }],
    ['for nobody known', { words: '"x"', promisedTo: 'Ilse', owner: 'am-99' }, { path: 'owner' }],
    ['by nobody known', { words: '"x"', promisedTo: 'Ilse', promisedBy: 'ae-99' }, { path: 'promisedBy' }],
    ['due twice', { words: '"x"', promisedTo: 'I', dueWeek: 4, dueOn: '2026-05-01' }, { path: 'dueOn' }],
    ['due in Week 0', { words: '"x"', promisedTo: 'I', dueWeek: 0 }, { path: 'dueWeek' }],
  ])('of a commitment: %s', async (_name, input, error) => {
    const before = await counted();
    expect(await reportCommitment(input)).toMatchObject({
      commitment: null,
      errors: [{ code: 'BAD_USER_INPUT', ...error }],
    });
    expect(await counted()).toEqual(before);
  });

  test.each(['ae-1', 'fin-1', 'an-1'] as const)('for %s: whoever delivers reports', async (asker) => {
    const input = { deal: deal.key, occurredAt: hoursAgo(0), description: 'x' };
    const { errors } = await api.run(asker, ReportRiskMaterialisedDocument, { input });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
