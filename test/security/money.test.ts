import { getNamedType, isObjectType } from 'graphql';
import { globalId, readGlobalId } from '../../src/graphql';
import { apiSchema } from '../../src/server/schema';
import { ObjectByIdDocument } from '../api/generated/operations';
import { type Api, type Asker, startApi } from '../harness/api';
import { answered, heldHandoff, type Opened, openDeal, record } from '../harness/deals';

const MONEY = '{ amount { amount } }';

/** Every way to the commission of a deal, which is `$key` by its key and `$id` by its id. */
const WAYS_TO_COMMISSION = [
  `query ($key: String!) { deal(key: $key) { commission { payments ${MONEY} } } }`,
  `query ($key: String!) { deal(key: $key) { commission { lines ${MONEY} } } }`,
  'query ($key: String!) { deal(key: $key) { commission { entitlement { amount } } } }',
  'query ($key: String!) { deal(key: $key) { commission { payments { derivation { detail } } } } }',
  'query ($key: String!) { deal(key: $key) { commission(knownAt: "2026-03-10T00:00:00Z") { planVersion } } }',
  `query ($key: String!) { deal(key: $key) { commissionPayments ${MONEY} } }`,
  'query ($key: String!) { deal(key: $key) { commissionPayments { status } } }',
  `query ($key: String!) { deal(key: $key) { handoffPackage { deal { commissionPayments ${MONEY} } } } }`,
  `query { deals { nodes { commissionPayments ${MONEY} } } }`,
  `query { deals { edges { node { commission { payments ${MONEY} } } } } }`,
  `query ($id: ID!) { node(id: $id) { ... on Deal { commissionPayments ${MONEY} } } }`,
  `query ($id: ID!) { nodes(ids: [$id]) { ... on Deal { commissionPayments ${MONEY} } } }`,
  `query { risks { nodes { deal { commissionPayments ${MONEY} } } } }`,
  `query { commitments { nodes { deal { commission { payments ${MONEY} } } } } }`,
  `query { commissionPayments { nodes ${MONEY} } }`,
  'query { commissionPayments { nodes { derivation { detail } } } }',
  'query { commissionPayments { nodes { status payee { key } } } }',
  `query { commissionReport(period: "2026-03", groupBy: [DEAL]) { rows ${MONEY} } }`,
  'query { commissionReport(period: "2026-03", groupBy: []) { totals { amount } } }',
  'query { commissionStatement(payee: "ae-1", period: "2026-03") { due { amount } totals { amount { amount } } } }',
  'query { commissionStatement(payee: "ae-1", period: "2026-03") { lines { nodes { amount { amount } words } } } }',
  'query { commissionRows { nodes { amount released status payee } } }',
  'query { payRuns { nodes { status payroll payees { payable { amount } } } } }',
  `query ($id: ID!) { whatIf(deal: $id, events: []) { commission { payments ${MONEY} } } }`,
];

/** What else belongs to a deal, so that there is something to lead back from. */
const WRITTEN = [
  'mutation ($key: ID!) { createRisk(input: { deal: $key, description: "x", likelihood: LOW }) { risk { id } } }',
  `mutation ($key: ID!) {
    createCommitment(input: { deal: $key, words: "x", promisedTo: "y", promisedBy: "ae-1" }) { commitment { id } } }`,
  'mutation ($key: ID!) { saveHandoffPackage(input: { deal: $key, expectedVersion: 0 }) { handoffPackage { id } } }',
];

let api: Api;
let deal: Opened;
beforeAll(async () => {
  api = await startApi();
  deal = await openDeal(api);
  await record(api, deal.key, heldHandoff('ae-1', 'ae-2'));
  for (const mutation of WRITTEN) answered(await ask('ad-1', mutation));
  answered(await ask('ad-1', 'mutation { createPayRun(input: { period: "2026-03" }) { payRun { id } } }'));
});
afterAll(() => api.stop());

const ask = (asker: Asker, query: string) => {
  const named = Object.entries(deal).filter(([name]) => query.includes(`$${name}:`));
  return api.ask(asker, query, Object.fromEntries(named));
};

describe.each(WAYS_TO_COMMISSION)('commission by %s', (query) => {
  test.each<Asker>(['dl-1', 'am-1'])('is not for %s', async (asker) => {
    const { data, errors } = await ask(asker, query);
    expect(errors?.length).toBeGreaterThan(0);
    for (const { extensions } of errors!) expect(extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect(JSON.stringify(data ?? null)).not.toMatch(/amount|detail|status|planVersion|payee/);
  });

  test('is the same for finance, analysts and admin', async () => {
    const [finance, analyst, admin] = [await ask('fin-1', query), await ask('an-1', query), await ask('ad-1', query)];
    expect(answered(finance)).toEqual(analyst.data);
    expect(admin.data).toEqual(analyst.data);
    expect(JSON.stringify(analyst.data)).toMatch(/"(amount|detail|status|planVersion)":"./);
  });
});

test('commission is nowhere else in the schema, but in what simulate makes of the facts that it is given', () => {
  expect(entrances().sort()).toEqual([
    'AccountBalance.balance',
    'Commercials.fee',
    'Deal.commission',
    'Deal.commissionPayments',
    'Deal.fee',
    'DealRow.entitlement',
    'DealRow.fee',
    'DepositInvoiced.amount',
    'Discount.amount',
    'FeeAgreed.amount',
    'FeeItem.amount',
    'ForecastPart.amount',
    'ForecastRow.atRisk',
    'ForecastRow.expected',
    'HeldPart.amount',
    'Inquiry.payment',
    'PayRunPayee.broughtForward',
    'PayRunPayee.carriedForward',
    'PayRunPayee.linesTotal',
    'PayRunPayee.payable',
    'PaymentMilestone.amount',
    'PersonCommission.waiting',
    'PersonCommissionTotal.amount',
    'PersonCommissionTotal.releasedToDate',
    'PlanComparisonRow.actual',
    'PlanComparisonRow.difference',
    'PlanComparisonRow.hypothetical',
    'Query.commissionForecast',
    'Query.commissionLiability',
    'Query.commissionPayments',
    'Query.commissionReport',
    'Query.commissionRows',
    'Query.commissionStatement',
    'Query.simulate',
    'Query.whatIf',
    'StatementBalance.amount',
    'StatementBalance.carriedForward',
    'StatementBalance.closing',
    'StatementBalance.opening',
    'StatementBalance.paid',
    'StatementLine.amount',
    'StatementTotal.amount',
  ]);
});

describe.each<Asker>(['dl-1', 'am-1'])('%s, who sees no commission,', (asker) => {
  test('sees the handoff and the fee', async () => {
    const query = `query ($key: String!) { deal(key: $key) {
      fee { amount } handoff { slas { status } } events { nodes { fact { feeAgreed { amount } } } } } }`;
    expect(answered(await ask(asker, query))).toMatchObject({
      deal: { fee: { amount: '48000.00' }, handoff: { slas: { length: 5 } }, events: { nodes: { length: 10 } } },
    });
  });

  test('does not find a payment by its id', async () => {
    const id = globalId('CommissionPayment', readGlobalId(deal.id).parts[0]!, 'SOW_SIGNED', 'ae-1');
    expect(answered(await api.run('fin-1', ObjectByIdDocument, { id })).node).toMatchObject({ id });
    expect(answered(await api.run(asker, ObjectByIdDocument, { id })).node).toBeNull();
  });
});

/** The fields that lead to amounts from objects that have none of their own. */
function entrances(): string[] {
  const holdMoney = (name: string) => /^(Commission|DerivationStep|Money|Simulation|Decimal)/.test(name);
  const types = Object.values(apiSchema().getTypeMap()).filter(isObjectType);
  return types
    .filter(({ name }) => !name.startsWith('__') && !holdMoney(name))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => holdMoney(getNamedType(field.type).name))
    .map(({ type, field }) => `${type.name}.${field.name}`);
}
