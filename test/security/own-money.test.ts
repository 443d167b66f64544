import { globalId, readGlobalId } from '../../src/graphql';
import {
  CommissionPaymentsDocument,
  CommissionReportDocument,
  CreateCommitmentDocument,
  CreateRiskDocument,
  DealHeadsDocument,
  ObjectByIdDocument,
  RecordEventsDocument,
  SaveHandoffPackageDocument,
  WhatIfDocument,
  WholeDealDocument,
} from '../api/generated/operations';
import { type Api, type Asker, startApi } from '../harness/api';
import { answered, heldHandoff, type Opened, openDeal, record } from '../harness/deals';

const MARCH = '2026-03';
const INTRODUCED = { occurredAt: '2026-03-25T09:00:00Z', fact: { introSent: {} } };

let api: Api;
/** Sold by `ae-1`, who is paid 70% of its commission, and `ae-2` 30%. */
let mine: Opened;
/** Sold by `ae-3`, who is paid 70%, and `ae-4` 30%. */
let theirs: Opened;
/** Every object of `theirs`, by its id. */
let idsOfTheirs: string[];

beforeAll(async () => {
  api = await startApi();
  [mine, theirs] = [await openDeal(api), await openDeal(api, { accountExecutive: 'ae-3' })];
  await record(api, mine.key, heldHandoff('ae-1', 'ae-2'));
  const events = await record(api, theirs.key, heldHandoff('ae-3', 'ae-4'));
  idsOfTheirs = [theirs.id, ...events, paymentOf(theirs, 'ae-3'), ...(await handOver(theirs.key))];
});
afterAll(() => api.stop());

/** Writes down a risk, a commitment and a package of a deal; returns their ids. */
async function handOver(deal: string): Promise<string[]> {
  const risk = { deal, description: 'A new sponsor', likelihood: 'HIGH' } as const;
  const { createRisk } = answered(await api.run('ad-1', CreateRiskDocument, { input: risk }));
  const commitment = { deal, words: 'Two days', promisedTo: 'Their COO', promisedBy: 'ae-3' };
  const { createCommitment } = answered(await api.run('ad-1', CreateCommitmentDocument, { input: commitment }));
  const saved = { deal, expectedVersion: 0 };
  const { saveHandoffPackage } = answered(await api.run('ad-1', SaveHandoffPackageDocument, { input: saved }));
  return [createRisk.risk!.id, createCommitment.commitment!.id, saveHandoffPackage.handoffPackage!.id];
}

function paymentOf({ id }: Opened, payee: string): string {
  return globalId('CommissionPayment', readGlobalId(id).parts[0]!, 'SOW_SIGNED', payee);
}

describe.each<[Asker, Asker, string, string]>([
  ['ae-1', 'ae-2', '70%', '1680.00'],
  ['ae-2', 'ae-1', '30%', '720.00'],
])('of a deal that pays another too, %s sees', (asker, other, share, released) => {
  const onlyTheirs = (payees: readonly string[]) => expect([...new Set(payees)]).toEqual([asker]);

  test('no payment, line or derivation of the other', async () => {
    const { deal } = answered(await api.run(asker, WholeDealDocument, { key: mine.key }));
    const { commission, commissionPayments } = deal!;
    onlyTheirs(commission.payments.map(({ payee }) => payee));
    onlyTheirs(commission.lines.map(({ payee }) => payee));
    onlyTheirs(commissionPayments.map(({ payee }) => payee.key));
    expect(commission.lines.map(({ amount }) => amount.amount)).toEqual([released]);
    const shares = JSON.stringify([commission, commissionPayments]).match(/ae-\d has \d+%/g);
    expect(new Set(shares)).toEqual(new Set([`${asker} has ${share}`]));
  });

  test('their own payments in the list, and their own lines in the report', async () => {
    const { commissionPayments } = answered(await api.run(asker, CommissionPaymentsDocument, {}));
    onlyTheirs(commissionPayments.nodes.map(({ payee }) => payee.key));
    expect(commissionPayments.nodes).toHaveLength(3);
    const { commissionReport } = answered(
      await api.run(asker, CommissionReportDocument, { period: MARCH, groupBy: ['PAYEE', 'DEAL'] }),
    );
    expect(commissionReport.rows).toMatchObject([{ payeeKey: asker, dealKey: mine.key, amount: { amount: released } }]);
    expect(commissionReport.totals).toEqual([{ amount: released, currency: 'GBP' }]);
  });

  test('what facts would change for themselves', async () => {
    const { whatIf } = answered(await api.run(asker, WhatIfDocument, { deal: mine.key, events: [INTRODUCED] }));
    onlyTheirs(whatIf.commission.payments.map(({ payee }) => payee));
    onlyTheirs(whatIf.commission.lines.map(({ payee }) => payee));
  });

  test('their own payment by its id, and not that of the other', async () => {
    const found = async (id: string) => answered(await api.run(asker, ObjectByIdDocument, { id })).node?.id;
    expect(await found(paymentOf(mine, asker))).toBe(paymentOf(mine, asker));
    expect(await found(paymentOf(mine, other))).toBeUndefined();
  });
});

/** No deal has this key or id. */
const NONE: Opened = { key: 'D-1999-0001', id: globalId('Deal', '01900000-0000-7000-8000-000000000000') };

/** Whatever names a deal, by its key or by its id. */
const NAMING_A_DEAL = [
  'query ($key: String!) { deal(key: $key) { key fee { amount } commission { entitlement { amount } } } }',
  'query ($key: String!) { deal(key: $key) { events { nodes { id } } risks { nodes { id } } } }',
  'query ($id: ID!) { node(id: $id) { id ... on Deal { clientName } } }',
  'query ($id: ID!) { nodes(ids: [$id]) { id ... on Deal { clientName } } }',
  'query ($key: ID!) { whatIf(deal: $key, events: []) { commission { entitlement { amount } } } }',
  'query ($id: ID!) { whatIf(deal: $id, events: []) { handoff { owner } } }',
  'query ($key: ID!) { risks(filter: { deal: $key }) { nodes { id } } }',
  'query ($id: ID!) { commitments(filter: { deal: $id }) { nodes { id } } }',
];

describe('a deal of another AE is as if it did not exist', () => {
  /** An answer about a deal, without what it was named by, and where; compiled queries do not say where. */
  const nameless = (answer: object, { key, id }: Opened) =>
    JSON.stringify(answer).replaceAll(key, 'KEY').replaceAll(id, 'ID');

  const asked = async (asker: Asker, query: string, deal: Opened) => {
    const named = Object.entries(deal).filter(([name]) => query.includes(`$${name}:`));
    const { data, errors } = await api.ask(asker, query, Object.fromEntries(named));
    return nameless({ data, errors: errors?.map((error) => ({ ...error, locations: undefined })) }, deal);
  };

  test.each(NAMING_A_DEAL)('to %s', async (query) => {
    expect(await asked('ae-1', query, theirs)).toBe(await asked('ae-1', query, NONE));
    expect(await asked('ae-3', query, theirs)).not.toBe(await asked('ae-3', query, NONE));
  });

  test('to a fact that is recorded of it, even one that is recorded already', async () => {
    const known = { ...INTRODUCED, source: 'crm', sourceEventId: '1' };
    const recorded = async (asker: Asker, deal: Opened) => {
      const input = { events: [{ deal: deal.key, event: known }] };
      return nameless(answered(await api.run(asker, RecordEventsDocument, { input })), deal);
    };
    expect(await recorded('ae-3', theirs)).toContain('"errors":[]');
    expect(await recorded('ae-1', theirs)).toBe(await recorded('ae-1', NONE));
    expect(await recorded('ae-1', theirs)).toContain('"NOT_FOUND"');
  });

  test('by the id of any object of it', async () => {
    expect(idsOfTheirs.length).toBeGreaterThan(10);
    for (const id of idsOfTheirs) {
      expect(answered(await api.run('ae-1', ObjectByIdDocument, { id })).node).toBeNull();
      expect(answered(await api.run('ae-3', ObjectByIdDocument, { id })).node).toMatchObject({ id });
    }
  });

  test('in lists, whatever they are restricted to', async () => {
    const keysFor = async (asker: Asker, filter: object) => {
      const { deals } = answered(await api.run(asker, DealHeadsDocument, { filter }));
      return deals.nodes.map(({ key }) => key);
    };
    expect(await keysFor('ae-1', {})).toEqual([mine.key]);
    expect(await keysFor('ae-1', { accountExecutive: 'ae-3' })).toEqual([]);
    expect(await keysFor('ae-5', { fault: 'PACKAGE_MISSING_AT_CALL' })).toEqual([]);
    expect(await keysFor('ae-4', {})).toEqual([theirs.key]);
    const filter = { payee: 'ae-3' };
    expect(answered(await api.run('ae-1', CommissionPaymentsDocument, { filter })).commissionPayments.nodes).toEqual(
      [],
    );
  });

  test('to an AE whom no deal pays: lists and reports are empty', async () => {
    const { commissionPayments } = answered(await api.run('ae-5', CommissionPaymentsDocument, {}));
    const { commissionReport } = answered(
      await api.run('ae-5', CommissionReportDocument, { period: MARCH, groupBy: ['PAYEE'] }),
    );
    expect([commissionPayments.nodes, commissionReport.rows, commissionReport.totals]).toEqual([[], [], []]);
  });
});
