import { termsHaveChanged } from '../../src/terms';
import { type Api, type Asker, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { answered, type Opened, openDeal, record, type Told } from '../harness/deals';

const QUICKER = [
  { sla: 'ASSIGN_AM', workingDays: 1 },
  { sla: 'SUBMIT_PACKAGE', workingDays: 3 },
  { sla: 'HOLD_CALL', workingDays: 4 },
  { sla: 'SEND_INTRO', workingDays: 0 },
  { sla: 'FIRST_CONTACT', hours: 12 },
];
const ALL = `{ slaPolicies { version effectiveFrom callAfterAssignment createdByKey triggeredDeals
  allowances { sla workingDays hours } } }`;

interface Version {
  version: string;
  effectiveFrom: string;
  createdByKey: string | null;
  triggeredDeals: number;
  allowances: { sla: string; workingDays: number | null; hours: number | null }[];
}
interface Created {
  slaPolicyVersion: Version | null;
  errors: { code: string; path: string; message: string }[];
}

let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.stop());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
async function create(input: object = {}, by: Asker = 'fin-1'): Promise<Created> {
  const query = `mutation ($input: CreateSlaPolicyVersionInput!) { createSlaPolicyVersion(input: $input) {
    slaPolicyVersion { version effectiveFrom allowances { sla workingDays hours } } errors { code message path } } }`;
  const whole = { effectiveFrom: inDays(30), allowances: QUICKER, callAfterAssignment: 2, ...input };
  return answered(await api.ask<{ createSlaPolicyVersion: Created }>(by, query, { input: whole }))
    .createSlaPolicyVersion;
}
const versions = async () => answered(await api.ask<{ slaPolicies: Version[] }>('ae-1', ALL)).slaPolicies;
const triggeredAt = (at: string): Told[] => [
  [at, { feeAgreed: { amount: '40000.00' } }],
  [at, { sowSigned: { party: 'CLIENT' } }],
  [at, { sowSigned: { party: 'VENDOR' } }],
  [at, { depositInvoiced: { amount: '16000.00' } }],
  [at, { closedWon: {} }],
];
async function dues({ key }: Opened): Promise<Record<string, string | undefined>> {
  const query = `{ deal(key: "${key}") { handoff { slas { sla dueAt } } } }`;
  interface Clocks {
    deal: { handoff: { slas: { sla: string; dueAt: string | null }[] } };
  }
  const { slas } = answered(await api.ask<Clocks>('an-1', query)).deal.handoff;
  return Object.fromEntries(slas.map(({ sla, dueAt }) => [sla, dueAt?.slice(0, 10)]));
}

test('A version of the SLA policy counts for handoffs that begin when it does; those before keep theirs', async () => {
  const [before, after] = [await openDeal(api), await openDeal(api)];
  const reach = '{ slaPolicyReach { count deals { nodes { key } } } }';
  const asked = await api.ask<{ slaPolicyReach: { count: number; deals: { nodes: Opened[] } } }>('fin-1', reach);
  expect(answered(asked).slaPolicyReach).toEqual({
    count: 2,
    deals: { nodes: [{ key: before.key }, { key: after.key }] },
  });
  await record(api, before.key, triggeredAt('2026-03-04T09:00:00Z'));
  const { slaPolicyVersion, errors } = await create();
  expect(errors).toEqual([]);
  expect(slaPolicyVersion).toEqual({ version: 'standard-2', effectiveFrom: inDays(30), allowances: expect.any(Array) });
  // A month has gone by: nobody can wait for it here, so that the version counts from March 2026 instead.
  await onServer(api.databaseUrl, "update sla_policy set effective_from = '2026-03-10' where version = 2");
  // Every server reads the terms again within a minute.
  termsHaveChanged(api.db);
  await record(api, after.key, triggeredAt('2026-03-11T09:00:00Z'));
  // Wednesday, 4 March: two working days to assign, five to submit. Wednesday, 11 March: one, and three.
  expect(await dues(before)).toMatchObject({ ASSIGN_AM: '2026-03-06', SUBMIT_PACKAGE: '2026-03-11' });
  expect(await dues(after)).toMatchObject({ ASSIGN_AM: '2026-03-12', SUBMIT_PACKAGE: '2026-03-16' });
  expect((await versions()).map(({ version, triggeredDeals: deals }) => [version, deals])).toEqual([
    ['standard-1', 1],
    ['standard-2', 1],
  ]);
});

test('The first version is the standard policy, which anybody may read', async () => {
  expect(await versions()).toEqual([
    {
      ...{ version: 'standard-1', effectiveFrom: '1970-01-01', callAfterAssignment: 3 },
      ...{ createdByKey: null, triggeredDeals: 0 },
      allowances: [
        { sla: 'ASSIGN_AM', workingDays: 2, hours: null },
        { sla: 'SUBMIT_PACKAGE', workingDays: 5, hours: null },
        { sla: 'HOLD_CALL', workingDays: 5, hours: null },
        { sla: 'SEND_INTRO', workingDays: 0, hours: null },
        { sla: 'FIRST_CONTACT', workingDays: null, hours: 24 },
      ],
    },
  ]);
});

test.each([
  ['from today', { effectiveFrom: inDays(0) }, 'effectiveFrom'],
  ['without a clock', { allowances: QUICKER.slice(1) }, 'allowances'],
  ['with a clock twice', { allowances: [...QUICKER.slice(0, 4), QUICKER[0]] }, 'allowances.4'],
  ['with a clock of nothing', { allowances: [{ sla: 'ASSIGN_AM' }] }, 'allowances.0'],
  ['with a clock of both', { allowances: [{ sla: 'ASSIGN_AM', hours: 1, workingDays: 1 }] }, 'allowances.0'],
])('It is not made %s', async (_name, input, path) => {
  const { slaPolicyVersion, errors } = await create(input);
  expect([slaPolicyVersion, errors[0]]).toEqual([null, expect.objectContaining({ code: 'BAD_USER_INPUT', path })]);
});

test('Two who make one for the same day make one', async () => {
  const both = await Promise.all([create(), create({}, 'ad-1')]);
  expect(both.map(({ errors }) => errors.map(({ code }) => code)).sort()).toEqual([[], ['CONFLICT']]);
  expect((await create({ effectiveFrom: inDays(29) })).errors).toMatchObject([{ code: 'CONFLICT' }]);
});

test('It is not made by somebody whose own commission it could change', async () => {
  const deal = await openDeal(api);
  const payees = ['ae-1', 'fin-1'].map((person) => ({ person, shareBp: 5_000 }));
  await record(api, deal.key, [['2026-03-02T09:00:00Z', { splitAgreed: { payees } }]]);
  expect((await create()).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  expect((await create({}, 'fin-2')).errors).toEqual([]);
});

test('None is ever changed', async () => {
  await expect(api.db.query('update sla_policy set call_after_assignment = 9')).rejects.toMatchObject({
    code: '42501',
  });
  await expect(api.db.query('delete from sla_policy')).rejects.toMatchObject({ code: '42501' });
});
