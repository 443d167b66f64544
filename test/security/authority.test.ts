import { buildSchema } from 'graphql';
import { ROLES } from '../../src/rules';
import { enforceAuthority } from '../../src/server/authority/enforce';
import { authority } from '../../src/server/authority/table';
import { apiSchema } from '../../src/server/schema';
import { sdlOf } from '../../src/server/schema/sdl';
import { type Api, type Asker, startApi } from '../harness/api';
import { type Opened, openDeal } from '../harness/deals';

/** Somebody of each role; the AE sells the deal and is paid from it. */
const SOMEBODY: Readonly<Record<(typeof ROLES)[number], Asker>> = {
  ACCOUNT_EXECUTIVE: 'ae-1',
  DELIVERY_LEAD: 'dl-1',
  ACCOUNT_MANAGER: 'am-1',
  FINANCE: 'fin-1',
  ANALYST: 'an-1',
  ADMIN: 'ad-1',
};

const ALL = Object.values(SOMEBODY);
const READERS_OF_MONEY: readonly Asker[] = ['ae-1', 'fin-1', 'an-1', 'ad-1'];

/** Who may ask for each field of Query and Mutation, and how: `$deal` and `$id` are of a deal. */
const ROOTS: Readonly<Record<string, readonly [query: string, askers: readonly Asker[]]>> = {
  commissionPayments: ['query { commissionPayments { nodes { id } } }', READERS_OF_MONEY],
  commissionReport: ['query { commissionReport(period: "2026-03", groupBy: []) { rows { lines } } }', READERS_OF_MONEY],
  apiKeys: ['query { apiKeys { nodes { id } } }', ['ad-1']],
  auditLog: ['query { auditLog { nodes { number } } }', ['ad-1']],
  eraseContact: ['mutation { eraseContact(input: { email: "nobody@x.example" }) { errors { code } } }', ['ad-1']],
  bulkExports: ['query { bulkExports { nodes { id } } }', ['fin-1', 'an-1', 'ad-1']],
  startBulkExport: [
    'mutation { startBulkExport(input: { format: CSV }) { errors { code } } }',
    ['fin-1', 'an-1', 'ad-1'],
  ],
  discardBulkExport: [
    'mutation ($id: ID!) { discardBulkExport(input: { bulkExport: $id }) { errors { code } } }',
    ['fin-1', 'an-1', 'ad-1'],
  ],
  calendars: ['query { calendars { code versions { version } } }', ALL],
  proclaimHoliday: [
    'mutation { proclaimHoliday(input: { calendar: "nowhere", date: "2029-01-03", title: "x" }) { errors { code } } }',
    ['fin-1', 'ad-1'],
  ],
  slaPolicies: ['query { slaPolicies { version } }', ALL],
  slaPolicyReach: ['query { slaPolicyReach { count } }', ['fin-1', 'an-1', 'ad-1']],
  createSlaPolicyVersion: [
    `mutation { createSlaPolicyVersion(input: { effectiveFrom: "2029-01-01", allowances: [], callAfterAssignment: 3 }) {
      errors { code } } }`,
    ['fin-1', 'ad-1'],
  ],
  createApiKey: [
    `mutation { createApiKey(input: { name: "x", person: "nobody", expiresAt: "2999-01-01T00:00:00Z" }) {
      errors { code } } }`,
    ['ad-1'],
  ],
  rotateApiKey: [
    `mutation ($id: ID!) { rotateApiKey(input: { apiKey: $id, expiresAt: "2999-01-01T00:00:00Z" }) {
      errors { code } } }`,
    ['ad-1'],
  ],
  revokeApiKey: ['mutation ($id: ID!) { revokeApiKey(input: { apiKey: $id }) { errors { code } } }', ['ad-1']],
  trustedDocuments: ['query { trustedDocuments { id } }', ALL],
  commissionForecast: ['query { commissionForecast { knownAt } }', READERS_OF_MONEY],
  commissionLiability: ['query { commissionLiability(at: "2026-03-31") { rows { payeeKey } } }', READERS_OF_MONEY],
  commissionRows: ['query { commissionRows { nodes { id } } }', ['fin-1', 'an-1', 'ad-1']],
  dealRows: ['query { dealRows { nodes { id } } }', ['fin-1', 'an-1', 'ad-1']],
  slaRows: ['query { slaRows { nodes { id } } }', ['fin-1', 'an-1', 'ad-1']],
  riskRows: ['query { riskRows { nodes { id } } }', ['fin-1', 'an-1', 'ad-1']],
  commitmentRows: ['query { commitmentRows { nodes { id } } }', ['fin-1', 'an-1', 'ad-1']],
  reconciliation: ['query { reconciliation { code isFine } }', ['fin-1', 'an-1', 'ad-1']],
  payRuns: ['query { payRuns { nodes { status } } }', ['fin-1', 'an-1', 'ad-1']],
  createPayRun: ['mutation { createPayRun(input: { period: "2999-01" }) { errors { code } } }', ['fin-1', 'ad-1']],
  approvePayRun: ['mutation ($id: ID!) { approvePayRun(input: { payRun: $id }) { payRun { id } } }', ['fin-1', 'ad-1']],
  markPayRunPaid: [
    'mutation ($id: ID!) { markPayRunPaid(input: { payRun: $id, reference: "x" }) { payRun { id } } }',
    ['fin-1', 'ad-1'],
  ],
  discardPayRun: ['mutation ($id: ID!) { discardPayRun(input: { payRun: $id }) { payRun { id } } }', ['fin-1', 'ad-1']],
  commissionStatement: [
    'query { commissionStatement(payee: "ae-1", period: "2026-03") { due { amount } } }',
    READERS_OF_MONEY,
  ],
  whatIf: ['query ($deal: ID!) { whatIf(deal: $deal, events: []) { handoff { owner } } }', READERS_OF_MONEY],
  deal: ['query ($key: String!) { deal(key: $key) { key } }', ALL],
  deals: ['query { deals { nodes { key } } }', ALL],
  handoffBrief: ['query ($deal: ID!) { handoffBrief(deal: $deal) { pointOfContact } }', ALL],
  handoffHealth: ['query { handoffHealth(from: "2026-03-01", to: "2026-03-31") { total { handoffs } } }', ALL],
  node: ['query ($id: ID!) { node(id: $id) { id } }', ALL],
  nodes: ['query ($id: ID!) { nodes(ids: [$id]) { id } }', ALL],
  viewer: ['query { viewer { key } }', ALL],
  risks: ['query { risks { nodes { id } } }', ALL],
  commitments: ['query { commitments { nodes { id } } }', ALL],
  simulate: [
    'query { simulate(scenario: { effectiveAt: "2026-03-02T09:00:00Z", events: [] }) { handoff { owner } } }',
    ALL,
  ],
  openDeal: [
    'mutation { openDeal(input: { clientName: "Elm Ltd", accountExecutive: "ae-1" }) { deal { key } } }',
    ['ae-1', 'dl-1', 'fin-1', 'ad-1'],
  ],
  recordEvents: [
    'mutation { recordEvents(input: { events: [] }) { errors { code } } }',
    ['ae-1', 'dl-1', 'am-1', 'fin-1', 'ad-1'],
  ],
  createRisk: [
    'mutation ($deal: ID!) { createRisk(input: { deal: $deal, description: "x", likelihood: LOW }) { risk { id } } }',
    ['ae-1', 'dl-1', 'am-1', 'ad-1'],
  ],
  changeRisk: [
    'mutation ($id: ID!) { changeRisk(input: { risk: $id, expectedVersion: 1 }) { errors { code } } }',
    ['ae-1', 'dl-1', 'am-1', 'ad-1'],
  ],
  createCommitment: [
    `mutation ($deal: ID!) {
      createCommitment(input: { deal: $deal, words: "x", promisedTo: "y", promisedBy: "ae-1" }) { errors { code } } }`,
    ['ae-1', 'dl-1', 'am-1', 'ad-1'],
  ],
  changeCommitment: [
    'mutation ($id: ID!) { changeCommitment(input: { commitment: $id, expectedVersion: 1 }) { errors { code } } }',
    ['ae-1', 'dl-1', 'am-1', 'ad-1'],
  ],
  reportRiskMaterialised: [
    `mutation ($deal: ID!) { reportRiskMaterialised(
      input: { deal: $deal, occurredAt: "2026-03-02T09:00:00Z", description: "" }) { errors { code } } }`,
    ['dl-1', 'am-1', 'ad-1'],
  ],
  reportCommitmentDiscovered: [
    `mutation ($deal: ID!) { reportCommitmentDiscovered(
      input: { deal: $deal, occurredAt: "2026-03-02T09:00:00Z", words: "" }) { errors { code } } }`,
    ['dl-1', 'am-1', 'ad-1'],
  ],
  assignAccountManager: [
    'mutation ($deal: ID!) { assignAccountManager(input: { deal: $deal, person: "" }) { errors { code } } }',
    ['dl-1', 'ad-1'],
  ],
  nameDeliveryLead: [
    'mutation ($deal: ID!) { nameDeliveryLead(input: { deal: $deal, person: "" }) { errors { code } } }',
    ['dl-1', 'ad-1'],
  ],
  setEmployeeNumber: [
    'mutation { setEmployeeNumber(input: { person: "nobody", number: "x" }) { errors { code } } }',
    ['fin-1', 'ad-1'],
  ],
  inquiries: ['query { inquiries { nodes { id } } }', READERS_OF_MONEY],
  askInquiry: [
    'mutation ($id: ID!) { askInquiry(input: { payment: $id, words: "x" }) { errors { code } } }',
    ['ae-1', 'fin-1', 'ad-1'],
  ],
  reopenInquiry: [
    `mutation ($id: ID!) { reopenInquiry(input: { inquiry: $id, expectedVersion: 1, words: "x" }) {
      errors { code } } }`,
    ['ae-1', 'fin-1', 'ad-1'],
  ],
  resolveInquiry: [
    `mutation ($id: ID!) { resolveInquiry(
      input: { inquiry: $id, expectedVersion: 1, outcome: DECLINED, words: "x" }) { errors { code } } }`,
    ['fin-1', 'ad-1'],
  ],
  commissionPlans: ['query { commissionPlans { version } }', ['fin-1', 'an-1', 'ad-1']],
  planReach: ['query { planReach(plan: "standard") { count } }', ['fin-1', 'an-1', 'ad-1']],
  planWhatIf: [
    'query { planWhatIf(version: "standard-1", from: "2026-01", until: "2026-01") { deals } }',
    ['fin-1', 'an-1', 'ad-1'],
  ],
  createPlanVersion: [
    `mutation { createPlanVersion(input: { plan: "none", effectiveFrom: "2999-01-01", terms: {
      rateBp: 1, tranches: [{ code: SOW_SIGNED, shareBp: 10000 }] } }) { errors { code } } }`,
    ['fin-1', 'ad-1'],
  ],
  accountBalances: ['query { accountBalances { account } }', READERS_OF_MONEY],
  scheduleHandoffCall: [
    `mutation ($deal: ID!) { scheduleHandoffCall(input: { deal: $deal, startsAt: "2001-01-01T09:00:00Z" }) {
      errors { code } } }`,
    ['ae-1', 'dl-1', 'am-1', 'ad-1'],
  ],
  holdHandoffCall: [
    `mutation ($deal: ID!) { holdHandoffCall(input: { deal: $deal, heldAt: "2999-01-01T09:00:00Z", attendees: [] }) {
      errors { code } } }`,
    ['dl-1', 'am-1', 'ad-1'],
  ],
  sendIntroEmail: [
    'mutation ($deal: ID!) { sendIntroEmail(input: { deal: $deal }) { errors { code } } }',
    ['ae-1', 'dl-1', 'ad-1'],
  ],
  logClientEmail: [
    `mutation ($deal: ID!) { logClientEmail(
      input: { deal: $deal, receivedAt: "2999-01-01T09:00:00Z", from: "a@b.example", subject: "" }) {
      errors { code } } }`,
    ['ae-1', 'dl-1', 'ad-1'],
  ],
  forwardClientEmail: [
    'mutation ($deal: ID!) { forwardClientEmail(input: { deal: $deal, email: "x" }) { errors { code } } }',
    ['ae-1', 'dl-1', 'ad-1'],
  ],
  saveHandoffPackage: [
    'mutation ($deal: ID!) { saveHandoffPackage(input: { deal: $deal, expectedVersion: 9 }) { errors { code } } }',
    ['ae-1', 'ad-1'],
  ],
  importHandoffDocument: [
    `mutation ($deal: ID!) { importHandoffDocument(input: { deal: $deal, expectedVersion: 9, markdown: "" }) {
      errors { code } } }`,
    ['ae-1', 'ad-1'],
  ],
  writeHandoffDocument: [
    'mutation ($deal: ID!) { writeHandoffDocument(input: { deal: $deal, revision: 9 }) { errors { code } } }',
    ['ae-1', 'dl-1', 'am-1', 'ad-1'],
  ],
  submitHandoffPackage: [
    'mutation ($deal: ID!) { submitHandoffPackage(input: { deal: $deal, expectedVersion: 9 }) { errors { code } } }',
    ['ae-1', 'ad-1'],
  ],
};

describe('the fields of Query and Mutation', () => {
  let api: Api;
  let deal: Opened;
  beforeAll(async () => {
    api = await startApi();
    deal = await openDeal(api);
  });
  afterAll(() => api.stop());

  const isForbidden = async (asker: Asker, query: string) => {
    const given = { deal: deal.key, key: deal.key, id: deal.id };
    const named = Object.entries(given).filter(([name]) => query.includes(`$${name}:`));
    return JSON.stringify(await api.ask(asker, query, Object.fromEntries(named))).includes('"FORBIDDEN"');
  };

  describe.each(Object.entries(ROOTS))('%s', (_name, [query, askers]) => {
    test.each(ALL)(`for %s: only ${askers.join(', ')}`, async (asker) => {
      expect(await isForbidden(asker, query)).toBe(!askers.includes(asker));
    });
  });

  test('are all looked at, and an analyst may call no mutation but for a copy of what they read', () => {
    const schema = apiSchema();
    const mutations = Object.keys(schema.getMutationType()!.getFields());
    const fields = [...Object.keys(schema.getQueryType()!.getFields()), ...mutations];
    expect(fields.sort()).toEqual(Object.keys(ROOTS).sort());
    expect(mutations.filter((name) => ROOTS[name]![1].includes('an-1')).sort()).toEqual([
      'discardBulkExport',
      'startBulkExport',
    ]);
  });
});

describe('the table of authority', () => {
  /** The schema as a client builds it: without the guards that the server has put before its resolvers. */
  const schema = buildSchema(sdlOf(apiSchema()));

  test('without any one of its types stops the server from starting: every field has its rule', () => {
    for (const type of Object.keys(authority)) {
      const without = { ...authority, [type]: undefined as never };
      expect(() => enforceAuthority(schema, without)).toThrow(`${type} has no rule`);
    }
    expect(() => enforceAuthority(schema, authority)).not.toThrow();
  });
});
