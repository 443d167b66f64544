import { setTimeout as sleep } from 'node:timers/promises';
import { headOf, sealAll, type Verified, verifyLog } from '../../src/audit';
import { type Api, startApi } from '../harness/api';
import { answered, type Opened, openDeal, record, type Told } from '../harness/deals';
import { exporting } from '../harness/exporting';
import { A_TO_E, Draft } from '../harness/packages';
import { columnsWith, filesBelow, filesWith } from '../harness/sweeping';

/** Dana Okafor, the HR sponsor, who leaves and asks to be forgotten; and Ilse Okafor, who stays. */
const DANA = { name: 'Dana Okafor', email: 'dana.okafor@larch.example', phone: '0161 496 0123', notes: 'Rides horses' };
const ILSE = { name: 'Ilse Okafor', email: 'ilse.okafor@larch.example', phone: '0161 496 0999', notes: 'Is brief' };
/** All that tells of her, however it is written. */
const HER = ['dana.okafor', 'Dana Okafor', '496 0123', '4960123', 'Rides horses', 'tea at eleven', 'about my move'];

const ERASE = `mutation ($input: EraseContactInput!) {
  eraseContact(input: $input) { deals { key } auditDetails warnings errors { code message path } } }`;

interface Erased {
  deals: { key: string }[] | null;
  auditDetails: number | null;
  warnings: string[];
  errors: { code: string; path: string; message: string }[];
}

let api: Api;
let deal: Opened;
let stopDesk: () => Promise<void>;
const files = exporting(() => api);

beforeAll(async () => {
  api = await startApi();
  stopDesk = api.startDesk();
  deal = await openDeal(api);
  await handOver();
  await sell();
});
afterAll(async () => {
  await stopDesk();
  await api.stop();
});

const REPORT = `query ($knownAt: DateTime!) { commissionReport(
  period: "2026-03", groupBy: [PAYEE], knownAt: $knownAt) {
  knownAt rows { payee { key } opening { amount } released { amount } reversed { amount } closing { amount } } } }`;

async function ask<Data>(by: Parameters<Api['ask']>[0], query: string, variables: object = {}): Promise<Data> {
  return answered(await api.ask<Data & Record<string, unknown>>(by, query, variables));
}

/** The same to be done for any mutation that is not to fail. */
async function does(by: Parameters<Api['ask']>[0], name: string, input: object): Promise<void> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { errors { message } } }`;
  const payload = await ask<Record<string, { errors: object[] }>>(by, query, { input });
  expect(payload[name]).toEqual({ errors: [] });
}

/** 2 to 25 March 2026: money, and notes that name her. */
async function sell(): Promise<void> {
  const told: Told[] = [
    ['2026-03-02T09:00:00Z', { feeAgreed: { amount: '48000.00' } }],
    ['2026-03-02T10:00:00Z', { sowSigned: { party: 'CLIENT' } }],
    ['2026-03-02T11:00:00Z', { sowSigned: { party: 'VENDOR' } }],
    ['2026-03-03T09:00:00Z', { depositInvoiced: { amount: '19200.00' } }],
    ['2026-03-03T10:00:00Z', { closedWon: {} }],
    ['2026-03-04T09:00:00Z', { amAssigned: { person: 'am-1' } }],
    ['2026-03-05T09:00:00Z', { callHeld: { attendees: ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] } }],
    ['2026-03-06T09:00:00Z', { amContactedClient: { note: 'Rang DANA  OKAFOR on +44 (0)161 4960123' } }],
    ['2026-03-09T09:00:00Z', { clientHoldStarted: { reason: 'Dana Okafor is away' } }],
    ['2026-03-25T09:00:00Z', { clientHoldEnded: { reason: 'She is back' } }],
  ];
  await record(api, deal.key, told, 'ad-1');
  const received = { deal: deal.key, receivedAt: '2026-03-06T10:00:00Z' };
  await does('ae-1', 'logClientEmail', { ...received, from: DANA.email, subject: 'A word about my move', body: 'Hi' });
  await does('ae-1', 'logClientEmail', { ...received, from: ILSE.email, subject: 'Rooms', body: 'Ask Dana Okafor' });
  const { deal: known } = await ask<{ deal: { clientEmails: { nodes: { id: string }[] } } }>(
    'ae-1',
    'query ($key: String!) { deal(key: $key) { clientEmails { nodes { id } } } }',
    { key: deal.key },
  );
  for (const { id } of known.clientEmails.nodes)
    await does('ae-1', 'forwardClientEmail', { deal: deal.key, email: id });
  await does('ae-1', 'sendIntroEmail', { deal: deal.key, body: 'Hi Dana, tea at eleven as ever?' });
}

/** A package in two revisions on two documents, with a risk and a promise, and a free text of old. */
async function handOver(): Promise<void> {
  const risk = { description: 'Dana Okafor is new', likelihood: 'HIGH', mitigation: 'Ring 0161 496 0123 early' };
  await does('ae-1', 'createRisk', { deal: deal.id, ...risk });
  const promise = { words: '"A report for Dana Okafor"', promisedTo: 'Dana Okafor, HR', promisedBy: 'ae-1' };
  await does('ae-1', 'createCommitment', { deal: deal.id, ...promise });
  const draft = new Draft(api, deal);
  const { sections } = A_TO_E;
  const people = { ...sections!.people, hrSponsor: { ...sections!.people!.hrSponsor, ...DANA } };
  people.execSponsor = { ...people.execSponsor, ...ILSE };
  people.finance = { ...people.finance, ...DANA, invoiceFormat: 'PDF, to Dana Okafor' };
  const solving = { ...sections!.whatTheyAreSolving, softSignals: ['Dana Okafor doubts it'] };
  const old = { commercials: 'Dana Okafor signs' };
  await draft.save({ ...old, sections: { ...sections, people, whatTheyAreSolving: solving } } as object);
  expect(await draft.submit(1)).toMatchObject({ errors: [], warnings: [] });
  await draft.save({ expectedVersion: 2, sections: { clientBasics: { ...sections!.clientBasics, press: 'Much' } } });
  expect(await draft.submit(3)).toMatchObject({ errors: [], warnings: [] });
}

async function verified(): Promise<Verified> {
  do await sealAll(api.db);
  while ((await api.db.reading((snapshot) => verifyLog(snapshot))).unsealed > 0);
  return api.db.reading((snapshot) => verifyLog(snapshot));
}

const places = async (words: readonly string[]) => ({
  database: await columnsWith(api.db, words),
  files: await filesWith([api.driveDirectory, api.exportDirectory], words),
});

test('a contact is erased from everywhere, and money, the chain and everybody else stay', async () => {
  const made = [
    await files.exported({ rows: 'RISK', format: 'CSV' }),
    await files.exported({ rows: 'COMMITMENT', format: 'JSON_LINES' }),
    await files.exported({ rows: 'COMMISSION', format: 'CSV' }),
  ];
  const before = await places(HER);
  expect(before.database).toEqual(
    expect.arrayContaining([
      ...['audit_detail.content', 'client_email.body', 'client_email.sender', 'client_email.subject'],
      ...['commitment.promised_to', 'commitment.words', 'deal_event.details', 'handoff_package.commercials'],
      ...['handoff_package.sections', 'mail.body', 'mail.recipients', 'mail.subject', 'package_revision.commitments'],
      ...['package_revision.content', 'package_revision.package', 'package_revision.risks', 'risk.description'],
      ...['risk.mitigation', 'reporting.commitment_rows_v1.words', 'reporting.risk_rows_v1.description'],
    ]),
  );
  expect(before.files.filter((file) => file.endsWith('.eml'))).toHaveLength(4);
  expect(before.files.filter((file) => file.endsWith('.md'))).toHaveLength(1);
  expect(before.files.filter((file) => /\.(csv|jsonl)$/.test(file))).toHaveLength(2);
  const ilse = await columnsWith(api.db, [ILSE.email]);
  const knownAt = new Date().toISOString();
  const report = JSON.stringify(await ask('fin-1', REPORT, { knownAt }));
  const whole = await verified();
  const { place, hash } = await headOf(api.db, Date.now());

  const { eraseContact } = await ask<{ eraseContact: Erased }>('ad-1', ERASE, { input: { email: DANA.email } });
  expect(eraseContact).toMatchObject({ deals: [{ key: deal.key }], warnings: [], errors: [] });
  expect(eraseContact.auditDetails).toBeGreaterThan(10);
  for (let wait = 0; wait < 100 && filesBelow(api.exportDirectory).length > 1; wait++) await sleep(50);

  expect(await places(HER)).toEqual({ database: [], files: [] });
  expect(await columnsWith(api.db, [ILSE.email])).toEqual(
    expect.arrayContaining(ilse.filter((at) => !/^audit/.test(at))),
  );
  expect(filesBelow(api.exportDirectory)).toEqual([made[2]!.url!.replace('/exports/', '')]);
  const after = await verified();
  expect(after).toMatchObject({ flaw: null, redacted: whole.redacted + eraseContact.auditDetails! });
  const kept = await api.db.query<{ hash: string }>(
    "select encode(hash, 'hex') as hash from audit_seal where place = $1",
    [place],
  );
  expect(kept).toEqual([{ hash }]);
  expect(JSON.stringify(await ask('fin-1', REPORT, { knownAt }))).toBe(report);
  const { reconciliation } = await ask<{ reconciliation: { isFine: boolean }[] }>(
    'fin-1',
    '{ reconciliation { isFine } }',
  );
  expect(reconciliation.every(({ isFine }) => isFine)).toBe(true);
});

test('what is left is whole: revisions, documents, events and mails say that somebody was erased', async () => {
  const asked = await ask<{ deal: Left }>('dl-1', LEFT, { key: deal.key });
  const { sections, revisions, document } = asked.deal.handoffPackage;
  expect(sections.people.hrSponsor).toBeNull();
  expect(sections.people.finance).toMatchObject({ name: null, invoiceFormat: 'PDF, to [erased]' });
  expect(sections.people.execSponsor).toMatchObject(ILSE);
  expect(revisions.nodes.map((revision) => revision.sections.people.execSponsor)).toMatchObject([ILSE, ILSE]);
  expect(document.markdown).toContain(ILSE.email);
  expect(asked.deal.commitments.nodes).toMatchObject([
    { promisedTo: '[erased], HR', words: '"A report for [erased]"' },
  ]);
  expect(asked.deal.clientEmails.nodes.map(({ sender, body }) => [sender, body]).sort()).toEqual([
    ['[erased]', '[erased]'],
    [ILSE.email, 'Ask [erased]'],
  ]);
});

test('the log says who erased something, and not whom', async () => {
  const { auditLog } = await ask<{ auditLog: { nodes: { action: string; content: string }[] } }>(
    'ad-1',
    '{ auditLog(first: 10, filter: { action: "eraseContact" }) { nodes { action personKey content } } }',
  );
  expect(auditLog.nodes).toEqual([{ action: 'eraseContact', personKey: 'ad-1', content: '{"args":"not kept"}' }]);
});

interface Left {
  handoffPackage: {
    sections: { people: Record<string, object> };
    revisions: { nodes: { sections: { people: Record<string, object> } }[] };
    document: { markdown: string };
  };
  commitments: { nodes: object[] };
  clientEmails: { nodes: { sender: string; body: string }[] };
}

const PEOPLE = `people { execSponsor { name email phone notes } hrSponsor { name email phone notes }
  finance { name invoiceFormat } }`;
const LEFT = `query ($key: String!) { deal(key: $key) {
  handoffPackage { sections { ${PEOPLE} } revisions { nodes { sections { ${PEOPLE} } } } document { markdown } }
  commitments { nodes { promisedTo words } } clientEmails { nodes { sender body } } } }`;
