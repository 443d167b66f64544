import { type GraphQLSchema, isObjectType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { globalId } from '../../src/graphql';
import { apiSchema } from '../../src/server/schema';
import { type Api, startApi } from '../harness/api';
import { answered, heldHandoff, openDeal, record } from '../harness/deals';
import { A_TO_E } from '../harness/packages';
import {
  AskInquiryDocument,
  CreateApiKeyDocument,
  CreateCommitmentDocument,
  CreatePayRunDocument,
  CreateRiskDocument,
  HandoffBriefDocument,
  RecordEventsDocument,
  ReportCommitmentDiscoveredDocument,
  ReportRiskMaterialisedDocument,
  SaveHandoffPackageDocument,
  SubmitHandoffPackageDocument,
} from './generated/operations';

const DEALS = 30;
const SELLERS = ['ae-1', 'ae-2', 'ae-3', 'ae-4', 'ae-5'] as const;
const PAGE = 'pageInfo { hasNextPage endCursor }';
const CLOCK = 'sla status dueAt breachedAt';

/** That personal data of contacts was read, is noted once for all of them. */
const NOTED = 1;

/** What is asked of each deal of a page, and how many SQL statements it takes: one for a relation of a level. */
const OF_DEALS: readonly (readonly [fields: string, statements: number])[] = [
  ['key stage fee { amount } nextDueAt', 1],
  ['accountExecutive { name }', 2],
  ['accountExecutive { commission { totals { status } waiting { nodes { status } } } }', 2],
  ['accountExecutive { name } deliveryLead { name } accountManager { name }', 2],
  ['handoff { owner unmetConditions weekOne }', 1],
  [`handoff { slas { ${CLOCK} } }`, 2],
  ['handoff { faults { code evidence } }', 3],
  ['handoff(effectiveAt: "2026-03-10T00:00:00Z") { slas { sla status } faults { code } }', 3],
  ['commission { entitlement { amount } payments { status derivation { detail } } lines { amount { amount } } }', 3],
  ['handoffPackage { document { markdown html path } }', 5 + NOTED],
  ['handoffCall { startsAt dueAt heldAt attendees agenda { what } }', 3],
  ['handoffCall { invitation }', 5],
  ['introEmail { to from cc subject body missing sentAt }', 6 + NOTED],
  [`clientEmails { nodes { sender subject isForwarded } ${PAGE} }`, 2 + NOTED],
  ['timeline { week startsOn steps { code status plannedFor doneAt event } }', 3],
  ['next { what dueAt isOverdue owner minutesLeft workingMinutesLeft }', 4],
  ['next { what person { name } }', 5],
  ['commissionPayments { status amount { amount } releasedToDate { amount } }', 2],
  ['commissionPayments { payee { name } }', 3],
  [`commissionPayments { heldBy { ${CLOCK} } }`, 4],
  ['commissionPayments { derivation { detail events } }', 4],
  [`events { nodes { fact { feeAgreed { amount } } } ${PAGE} }`, 2],
  ['events(first: 3) { nodes { recordedBy { name } } }', 3],
  [`risks { nodes { description owner { name } updatedBy { name } } ${PAGE} }`, 3],
  [`commitments { nodes { words promisedBy { name } owner { name } updatedBy { name } } ${PAGE} }`, 3],
  ['handoffPackage { sections { clientBasics { legalName } commercials { fee { amount } } } }', 2],
  ['handoffPackage { missing { message } }', 3],
  ['handoffPackage { revisions { nodes { revision sections { people { hrSponsor { name } } } } } }', 3 + NOTED],
  [
    'handoffPackage { revisions { nodes { submittedBy { name } event { fact { packageSubmitted { revision } } } } } }',
    4,
  ],
  ['handoffPackage { revisions { nodes { risks { description } commitments { words promisedBy { name } } } } }', 4],
  ['handoffPackage { submission(revision: 1) { retractedAt noRisksAndIHaveAsked noCommitmentsAndIHaveAsked } }', 3],
  ['handoffPackage { changes(from: 1) { path before after } }', 4 + NOTED],
  ['handoffPackage { updatedBy { name } deal { key } }', 4],
  ['deliveryLead { name } handoff { slas { status } } commissionPayments { status payee { name } }', 5],
];

/** What is asked across deals. */
const ACROSS_DEALS: readonly (readonly [query: string, statements: number])[] = [
  ['commissionPayments(first: 100) { nodes { status payee { name } } }', 2],
  ['commissionPayments(first: 100) { nodes { deal { key accountExecutive { name } } } }', 3],
  [`commissionPayments(first: 100) { nodes { heldBy { ${CLOCK} } } }`, 3],
  ['commissionPayments(first: 100) { nodes { derivation { detail } } }', 3],
  ['commissionPayments(first: 100) { nodes { move { what role since person { name } } } }', 4],
  ['commissionReport(period: "2026-03", groupBy: [PAYEE]) { rows { payee { name } heldBy { sla } } }', 6],
  [
    `handoffHealth(from: "2026-03-01", to: "2026-03-31", groupBy: ACCOUNT_EXECUTIVE) {
      rows { person { name } handoffs slas { sla onTimeBp } } }`,
    2,
  ],
  [
    `commissionStatement(payee: "ae-1", period: "2026-03") {
      payee { key } balances { closing { amount } } lines { nodes { words event } } }`,
    8,
  ],
  [
    `payRuns(first: 100) { nodes {
      payroll createdBy { key } approvedBy { key } paidBy { key } payees { payee { key } } history { by { key } } } }`,
    4,
  ],
  ['commissionLiability(at: "2026-03-31") { rows { payee { name } accrued { amount } } }', 6],
  ['commissionForecast { rows { payee { name } month expected { amount } reasons { reason } } }', 4],
  [
    'inquiries(first: 100) { nodes { payee { name } deal { key } payment { status } history { words by { name } } } }',
    5,
  ],
  ['commissionPayments(first: 100) { nodes { inquiries { status } } }', 2],
  ['slaPolicyReach { count deals(first: 100) { nodes { key accountExecutive { name } } } }', 4],
  ['planReach(plan: "standard") { count deals(first: 100) { nodes { key accountExecutive { name } } } }', 4],
  ['commissionRows(first: 1000) { nodes { id updatedAt deleted dealKey } pageInfo { hasNextPage endCursor } }', 2],
  ['dealRows(first: 1000) { nodes { id updatedAt deleted dealKey } pageInfo { hasNextPage endCursor } }', 2],
  ['slaRows(first: 1000) { nodes { id updatedAt deleted dealKey } pageInfo { hasNextPage endCursor } }', 2],
  ['riskRows(first: 1000) { nodes { id updatedAt deleted dealKey } pageInfo { hasNextPage endCursor } }', 2],
  ['commitmentRows(first: 1000) { nodes { id updatedAt deleted dealKey } pageInfo { hasNextPage endCursor } }', 2],
  ['accountBalances { account payee { name } balance { amount } }', 2],
  ['apiKeys(first: 100) { nodes { name person { name } createdBy { name } } }', 2],
  ['auditLog(first: 100, filter: { action: "openDeal" }) { nodes { number action content hash } }', 1],
  ['commissionReport(period: "2026-03", groupBy: [DEAL, STATUS]) { rows { dealKey status lines } }', 5],
  ['risks(first: 100) { nodes { description owner { name } updatedBy { name } deal { key } } }', 3],
  ['risks(first: 100) { nodes { reportedBy { id } } }', 3],
  ['risks(first: 100, filter: { review: OVERDUE }) { nodes { description owner { name } deal { key } } }', 3],
  ['commitments(first: 100) { nodes { words promisedBy { name } owner { name } deal { key } } }', 3],
  ['commitments(first: 100) { nodes { reportedBy { id } } }', 3],
  ['commitments(first: 100, filter: { due: OVERDUE }) { nodes { words owner { name } deal { key } } }', 3],
];

const QUERIES = [
  ...OF_DEALS.map(
    ([fields, statements]) => [`{ deals(first: ${DEALS}) { nodes { ${fields} } } }`, statements] as const,
  ),
  ...ACROSS_DEALS.map(([query, statements]) => [`{ ${query} }`, statements] as const),
];

/** A question, how long its answer was, and how many statements it took. */
type Measured = Map<string, { length: number; statements: number }>;

describe('one SQL statement for a relation of a level, however many deals there are:', () => {
  let api: Api;
  let ofOne: Measured;
  let ofMany: Measured;
  const keys: string[] = [];

  beforeAll(async () => {
    api = await startApi();
    keys.push(await toldDeal(api, 0));
    ofOne = await measured(api);
    const others = Array.from({ length: DEALS - 1 }, (_, index) => toldDeal(api, index + 1));
    keys.push(...(await Promise.all(others)));
    ofMany = await measured(api);
  }, 60_000);
  afterAll(() => api.stop());

  test.each(QUERIES)('%s takes %d', (query, statements) => {
    const [one, many] = [ofOne.get(query)!, ofMany.get(query)!];
    expect(many.length).toBeGreaterThan(one.length * 1.5);
    expect({ one: one.statements, many: many.statements }).toEqual({ one: statements, many: statements });
  });

  test('recording a fact of every deal takes as many as recording one', async () => {
    const factsOf = (deals: string[]) => deals.map((deal) => ({ deal, event: { occurredAt: NOW, fact: INTRODUCED } }));
    const statementsFor = (deals: string[]) =>
      fewest(api, async () => {
        const input = { events: factsOf(deals) };
        const { recordEvents } = answered(await api.run('fin-1', RecordEventsDocument, { input }));
        expect(recordEvents).toMatchObject({ errors: [], events: { length: deals.length } });
      });
    const one = await statementsFor(keys.slice(0, 1));
    expect(await statementsFor(keys)).toBe(one);
    expect(one).toBeLessThan(25);
  });

  test('and no relation is left out here', () => {
    const schema = apiSchema();
    const queries = [...QUERIES.map(([query]) => query), HandoffBriefDocument.toString()];
    const asked = new Set(queries.flatMap((query) => fieldsOf(schema, query)));
    const left = relationsOf(schema).filter((relation) => !asked.has(relation) && !TOLD_BY_EVENTS.test(relation));
    expect(left).toEqual([]);
  });
});

/** What subscribers are told one at a time: test/live counts the statements of an event. */
const TOLD_BY_EVENTS = /^(Subscription|ClockDue)\./;

const NOW = '2026-03-25T09:00:00Z';
const INTRODUCED = { introSent: {} };

/** A deal with at least one of everything that a deal can have; returns its key. */
async function toldDeal(api: Api, index: number): Promise<string> {
  const ae = SELLERS[index % SELLERS.length]!;
  const second = SELLERS[(index + 1) % SELLERS.length]!;
  const lead = index % 2 === 0 ? 'dl-1' : 'dl-2';
  const { key: deal, id } = await openDeal(api, { accountExecutive: ae, deliveryLead: lead });
  const dealId = Buffer.from(id, 'base64url').toString().split(':')[1]!;
  await record(api, deal, heldHandoff(ae, second));
  const written = {
    description: 'A new sponsor',
    likelihood: 'HIGH',
    owner: lead,
    mitigation: 'Meet',
    reviewOn: '2026-03-30',
  } as const;
  answered(await api.run(ae, CreateRiskDocument, { input: { deal, ...written } }));
  const promised = { words: 'Two days on site', promisedTo: 'Their COO', promisedBy: ae, owner: lead };
  answered(await api.run(ae, CreateCommitmentDocument, { input: { deal, ...promised, dueOn: '2026-03-30' } }));
  const reported = { deal, occurredAt: NOW, promisedTo: 'Their COO', words: 'A talk at the summer party' };
  answered(await api.run(lead, ReportCommitmentDiscoveredDocument, { input: reported }));
  answered(await api.run(lead, ReportRiskMaterialisedDocument, { input: { deal, occurredAt: NOW, description: 'x' } }));
  answered(await api.run(ae, SaveHandoffPackageDocument, { input: { deal, expectedVersion: 0, ...A_TO_E } }));
  answered(await api.run(ae, SubmitHandoffPackageDocument, { input: { deal, expectedVersion: 1 } }));
  const changed = { deal, expectedVersion: 2, sections: { people: null } };
  answered(await api.run(ae, SaveHandoffPackageDocument, { input: changed }));
  const period = `${2001 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  answered(await api.run('fin-1', CreatePayRunDocument, { input: { period } }));
  const asked = { payment: globalId('CommissionPayment', dealId, 'SOW_SIGNED', ae), words: 'Why?' };
  answered(await api.run(ae, AskInquiryDocument, { input: asked }));
  await openDeal(api, { accountExecutive: ae, clientName: 'Not signed yet' });
  const key = { name: deal, person: ae, expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
  answered(await api.run('ad-1', CreateApiKeyDocument, { input: key }));
  return deal;
}

async function measured(api: Api): Promise<Measured> {
  const all: Measured = new Map();
  for (const [query] of QUERIES) {
    let length = 0;
    const statements = await fewest(api, async () => {
      length = JSON.stringify(answered(await api.ask('ad-1', query))).length;
    });
    all.set(query, { length, statements });
  }
  return all;
}

/** Of two tries: every few seconds a request has one statement more, which looks up who asks. */
async function fewest(api: Api, work: () => Promise<void>): Promise<number> {
  const tries = [await api.statementsOf(work), await api.statementsOf(work)];
  return Math.min(...tries.map(({ length }) => length));
}

/** Every field of an object that takes more than reading a property. */
function relationsOf(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !roots.includes(type));
  return types.flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.values(type.getFields()).flatMap(({ name, resolve }) => (resolve ? [`${type.name}.${name}`] : []))
      : [],
  );
}

function fieldsOf(schema: GraphQLSchema, query: string): string[] {
  const fields: string[] = [];
  const types = new TypeInfo(schema);
  const Field = () => {
    fields.push(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`);
  };
  visit(parse(query), visitWithTypeInfo(types, { Field }));
  return fields;
}
