import { globalId } from '../../src/graphql';
import {
  ChangeCommitmentDocument,
  ChangeRiskDocument,
  CommitmentsDocument,
  CreateCommitmentDocument,
  CreateRiskDocument,
  DealHandedOverDocument,
  ObjectByIdDocument,
  RisksDocument,
  SaveHandoffPackageDocument,
  SubmitHandoffPackageDocument,
} from '../api/generated/operations';
import { type Api, type ApiAnswer, type Asker, startApi } from '../harness/api';
import { answered, type Opened, openDeal, record } from '../harness/deals';

/** Sold by `ae-1`, who shares its commission with `ae-2`; `ae-3` has nothing to do with it. */
let deal: Opened;
let api: Api;
let risk: string;
let commitment: string;
let handoffPackage: string;

beforeAll(async () => {
  api = await startApi();
  deal = await openDeal(api);
  const payees = ['ae-1', 'ae-2'].map((person) => ({ person, shareBp: 5_000 }));
  await record(api, deal.key, [['2026-03-02T09:00:00Z', { splitAgreed: { payees } }]]);
  risk = answered(await createRisk('ae-1', deal.key)).createRisk.risk!.id;
  commitment = answered(await createCommitment('ae-1', deal.key)).createCommitment.commitment!.id;
  handoffPackage = answered(await savePackage('ae-1', deal.key, 0)).saveHandoffPackage.handoffPackage!.id;
});
afterAll(() => api.stop());

const createRisk = (by: Asker, of: string) =>
  api.run(by, CreateRiskDocument, { input: { deal: of, description: 'A new sponsor', likelihood: 'HIGH' } });
const createCommitment = (by: Asker, of: string) => {
  const input = { deal: of, words: '"A report at Week 4"', promisedTo: 'Dana', promisedBy: 'ae-1' };
  return api.run(by, CreateCommitmentDocument, { input });
};
const savePackage = (by: Asker, of: string, expectedVersion: number) =>
  api.run(by, SaveHandoffPackageDocument, {
    input: { deal: of, expectedVersion, sections: { people: { hrSponsor: { name: 'Dana' } } } },
  });
const submitPackage = (by: Asker, of: string) =>
  api.run(by, SubmitHandoffPackageDocument, { input: { deal: of, expectedVersion: 99 } });
const changeRisk = (by: Asker, id: string) =>
  api.run(by, ChangeRiskDocument, { input: { risk: id, expectedVersion: 99 } });
const changeCommitment = (by: Asker, id: string) =>
  api.run(by, ChangeCommitmentDocument, { input: { commitment: id, expectedVersion: 99 } });

/** Every way to write, at what is there and with a version that no change gets past. */
const WRITES: Record<string, (by: Asker) => Promise<ApiAnswer<object>>> = {
  createRisk: (by) => createRisk(by, deal.key),
  changeRisk: (by) => changeRisk(by, risk),
  createCommitment: (by) => createCommitment(by, deal.key),
  changeCommitment: (by) => changeCommitment(by, commitment),
  saveHandoffPackage: (by) => savePackage(by, deal.id, 99),
  submitHandoffPackage: (by) => submitPackage(by, deal.id),
};
const OF_PACKAGES = ['saveHandoffPackage', 'submitHandoffPackage'];

const codesOf = ({ data, errors }: ApiAnswer<object>) => {
  const [payload] = Object.values(data ?? {}) as { errors: { code: string }[] }[];
  return (payload?.errors ?? errors?.map(({ extensions }) => extensions) ?? []).map(({ code }) => code).join();
};
const counts = () =>
  api.db.query(`select (select sum(version) from risk) as risks, (select sum(version) from commitment) as commitments,
    (select sum(version) from handoff_package) as packages, (select count(*) from deal_event) as facts`);

describe.each(Object.keys(WRITES))('%s', (name) => {
  const write = WRITES[name]!;
  const isOfPackages = OF_PACKAGES.includes(name);
  const passed = name.startsWith('create') ? '' : 'CONFLICT';

  test.each<Asker>(isOfPackages ? ['ae-1', 'ad-1'] : ['ae-1', 'dl-1', 'dl-2', 'am-1', 'ad-1'])(
    'is for %s',
    async (by) => {
      expect(codesOf(await write(by))).toBe(passed);
    },
  );

  test.each<Asker>(isOfPackages ? ['fin-1', 'an-1', 'dl-1', 'am-1'] : ['fin-1', 'an-1'])(
    'is not for the role of %s',
    async (by) => {
      const before = await counts();
      const { data, errors } = await write(by);
      expect(data).toBeNull();
      expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'FORBIDDEN', path: name }]);
      expect(await counts()).toEqual(before);
    },
  );

  test('is not for an AE who is paid from the deal but did not sell it', async () => {
    const before = await counts();
    expect(codesOf(await write('ae-2'))).toBe('FORBIDDEN');
    expect(await counts()).toEqual(before);
  });

  test('tells an AE of another deal that there is none', async () => {
    const before = await counts();
    expect(codesOf(await write('ae-3'))).toBe('NOT_FOUND');
    expect(await counts()).toEqual(before);
  });
});

test("to another AE, what belongs to somebody's deal answers like what was never there", async () => {
  const NO_UUID = '01900000-0000-7000-8000-000000000000';
  const pairs: [real: string, none: string, ask: (id: string) => Promise<ApiAnswer<object>>][] = [
    [deal.key, 'D-2020-0001', (id) => createRisk('ae-3', id)],
    [deal.id, globalId('Deal', NO_UUID), (id) => createCommitment('ae-3', id)],
    [deal.id, globalId('Deal', NO_UUID), (id) => savePackage('ae-3', id, 0)],
    [deal.key, 'D-2020-0001', (id) => submitPackage('ae-3', id)],
    [risk, globalId('Risk', NO_UUID, NO_UUID), (id) => changeRisk('ae-3', id)],
    [commitment, globalId('Commitment', NO_UUID, NO_UUID), (id) => changeCommitment('ae-3', id)],
    [deal.key, 'D-2020-0001', (id) => api.run('ae-3', RisksDocument, { filter: { deal: id } })],
    [deal.key, 'D-2020-0001', (id) => api.run('ae-3', CommitmentsDocument, { filter: { deal: id } })],
    [handoffPackage, globalId('HandoffPackage', NO_UUID), (id) => api.run('ae-3', ObjectByIdDocument, { id })],
    [risk, globalId('Risk', NO_UUID, NO_UUID), (id) => api.run('ae-3', ObjectByIdDocument, { id })],
    [commitment, globalId('Commitment', NO_UUID, NO_UUID), (id) => api.run('ae-3', ObjectByIdDocument, { id })],
  ];
  for (const [real, none, ask] of pairs) {
    // An operation that is asked again is compiled, and its errors then tell no place in the document.
    await ask(none);
    const [ofReal, ofNone] = [await ask(real), await ask(none)].map((answer) => JSON.stringify(answer));
    expect(ofReal!.replaceAll(real, '<id>')).toBe(ofNone!.replaceAll(none, '<id>'));
  }
});

test.each<Asker>(['ae-1', 'ae-2', 'dl-2', 'am-2', 'fin-1', 'an-1', 'ad-1'])('%s reads all of it', async (by) => {
  const { deal: whole } = answered(await api.run(by, DealHandedOverDocument, { key: deal.key }));
  expect(whole?.handoffPackage?.id).toBe(handoffPackage);
  expect(whole?.risks.nodes[0]?.id).toBe(risk);
  expect(whole?.commitments.nodes[0]?.id).toBe(commitment);
  for (const id of [risk, commitment, handoffPackage])
    expect(answered(await api.run(by, ObjectByIdDocument, { id })).node).toMatchObject({ id });
  const [risks, commitments] = [await api.run(by, RisksDocument, {}), await api.run(by, CommitmentsDocument, {})];
  expect(answered(risks).risks.nodes.map(({ id }) => id)).toContain(risk);
  expect(answered(commitments).commitments.nodes.map(({ id }) => id)).toContain(commitment);
});

test('an AE with other deals alone reads none of it', async () => {
  expect((await api.run('ae-3', DealHandedOverDocument, { key: deal.key })).data).toEqual({ deal: null });
  expect(answered(await api.run('ae-3', RisksDocument, {})).risks.nodes).toEqual([]);
  expect(answered(await api.run('ae-3', CommitmentsDocument, {})).commitments.nodes).toEqual([]);
});
