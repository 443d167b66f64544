import { rmSync } from 'node:fs';
import { globalId } from '../../src/graphql';
import {
  ApprovePayRunDocument,
  AskInquiryDocument,
  CreateApiKeyDocument,
  CreateCommitmentDocument,
  CreatePayRunDocument,
  CreateRiskDocument,
  HoldHandoffCallDocument,
  LogClientEmailDocument,
  ResolveInquiryDocument,
  SaveHandoffPackageDocument,
  StartBulkExportDocument,
} from '../api/generated/operations';
import type { Api, Asker } from '../harness/api';
import { answered, type Opened, openDeal, record, type Told } from '../harness/deals';
import { COMPLETE, Draft } from '../harness/packages';

/** A deal of `ae-1`, `dl-1` and `am-1` of which `ae-2` is paid a part, and what belongs to it. */
export interface Ground {
  deal: Opened;
  risk: string;
  commitment: string;
  email: string;
  /** The document of its package, with a word changed. */
  markdown: string;
  /** A draft of a month of its own. */
  payRun: string;
  apiKey: string;
  bulkExport: string;
  payment: string;
  inquiry: string;
}

/** Somebody who may, and a minimal input that is accepted from them. */
interface Tried {
  by: Asker;
  input: (ground: Ground) => object;
  /** What has to be there before it is accepted. */
  before?: (api: Api, ground: Ground) => Promise<unknown>;
}

const PAST = '2026-03-05T09:00:00Z';
const ATTENDEES = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] as const;

/** Every mutation that there is: a test fails while one is not in here. */
export const EVERY_MUTATION: Readonly<Record<string, Tried>> = {
  openDeal: { by: 'ae-1', input: () => ({ clientName: 'Elm Ltd', accountExecutive: 'ae-1' }) },
  recordEvents: {
    by: 'ae-1',
    input: ({ deal }) => ({ events: [{ deal: deal.id, event: { occurredAt: PAST, fact: { clientEmailedAe: {} } } }] }),
  },
  createRisk: { by: 'ae-1', input: ({ deal }) => ({ deal: deal.id, description: 'New sponsor', likelihood: 'LOW' }) },
  changeRisk: { by: 'ae-1', input: ({ risk }) => ({ risk, expectedVersion: 1, likelihood: 'LOW' }) },
  createCommitment: {
    by: 'ae-1',
    input: ({ deal }) => ({ deal: deal.id, words: '"A report"', promisedTo: 'Dana', promisedBy: 'ae-1' }),
  },
  changeCommitment: {
    by: 'ae-1',
    input: ({ commitment }) => ({ commitment, expectedVersion: 1, status: 'RELEASED' }),
  },
  reportRiskMaterialised: {
    by: 'am-1',
    input: ({ deal }) => ({ deal: deal.id, occurredAt: PAST, description: 'The sponsor left' }),
  },
  reportCommitmentDiscovered: {
    by: 'am-1',
    input: ({ deal }) => ({ deal: deal.id, occurredAt: PAST, words: '"A talk"', promisedTo: 'Dana' }),
  },
  assignAccountManager: { by: 'dl-1', input: ({ deal }) => ({ deal: deal.id, person: 'am-2' }) },
  nameDeliveryLead: { by: 'dl-1', input: ({ deal }) => ({ deal: deal.id, person: 'dl-2' }) },
  scheduleHandoffCall: {
    by: 'ae-1',
    input: ({ deal }) => ({ deal: deal.id, startsAt: new Date(Date.now() + 86_400_000).toISOString() }),
  },
  holdHandoffCall: { by: 'am-1', input: ({ deal }) => ({ deal: deal.id, heldAt: PAST, attendees: ATTENDEES }) },
  sendIntroEmail: { by: 'ae-1', input: ({ deal }) => ({ deal: deal.id }) },
  logClientEmail: {
    by: 'ae-1',
    input: ({ deal }) => ({ deal: deal.id, receivedAt: PAST, from: 'dana@larch.example', subject: 'Dates' }),
  },
  forwardClientEmail: {
    by: 'ae-1',
    input: ({ deal, email }) => ({ deal: deal.id, email }),
    before: (api, { deal }) =>
      api.run('am-1', HoldHandoffCallDocument, { input: { deal: deal.id, heldAt: PAST, attendees: [...ATTENDEES] } }),
  },
  saveHandoffPackage: {
    by: 'ae-1',
    input: ({ deal }) => ({
      deal: deal.id,
      expectedVersion: 1,
      sections: { clientBasics: { press: 'Nothing found' } },
    }),
  },
  createPayRun: { by: 'fin-1', input: () => ({ period: nextMonth() }) },
  approvePayRun: { by: 'fin-2', input: ({ payRun }) => ({ payRun }) },
  markPayRunPaid: {
    by: 'fin-1',
    input: ({ payRun }) => ({ payRun, reference: 'BACS-1' }),
    before: (api, { payRun }) => api.run('fin-2', ApprovePayRunDocument, { input: { payRun } }),
  },
  discardPayRun: { by: 'fin-1', input: ({ payRun }) => ({ payRun }) },
  setEmployeeNumber: { by: 'fin-1', input: () => ({ person: 'ae-4', number: `E-${Date.now()}` }) },
  createPlanVersion: {
    by: 'fin-2',
    input: () => ({
      plan: 'standard',
      effectiveFrom: nextDay(),
      terms: { rateBp: 900, tranches: [{ code: 'SOW_SIGNED', shareBp: 10_000 }] },
    }),
  },
  createSlaPolicyVersion: {
    by: 'fin-2',
    input: () => ({ effectiveFrom: nextDay(), allowances: ALLOWANCES, callAfterAssignment: 3 }),
  },
  proclaimHoliday: {
    by: 'fin-1',
    input: () => ({ calendar: 'scotland', date: nextWorkday(), title: 'A jubilee' }),
  },
  askInquiry: { by: 'ae-1', input: ({ payment }) => ({ payment, words: 'Why?' }) },
  resolveInquiry: {
    by: 'fin-1',
    input: ({ inquiry }) => ({ inquiry, expectedVersion: 1, outcome: 'DECLINED', words: 'So it was agreed' }),
  },
  reopenInquiry: {
    by: 'ae-1',
    input: ({ inquiry }) => ({ inquiry, expectedVersion: 2, words: 'It was not' }),
    before: (api, { inquiry }) =>
      api.run('fin-1', ResolveInquiryDocument, {
        input: { inquiry, expectedVersion: 1, outcome: 'DECLINED', words: 'So it was agreed' },
      }),
  },
  createApiKey: {
    by: 'ad-1',
    input: () => ({ name: 'Dashboard', person: 'an-1', expiresAt: tomorrow() }),
  },
  startBulkExport: { by: 'an-1', input: () => ({ rows: 'DEAL', format: 'CSV' }) },
  discardBulkExport: { by: 'an-1', input: ({ bulkExport }) => ({ bulkExport }) },
  rotateApiKey: { by: 'ad-1', input: ({ apiKey }) => ({ apiKey, expiresAt: tomorrow() }) },
  revokeApiKey: { by: 'ad-1', input: ({ apiKey }) => ({ apiKey }) },
  submitHandoffPackage: { by: 'ae-1', input: ({ deal }) => ({ deal: deal.id, expectedVersion: 1 }) },
  importHandoffDocument: {
    by: 'ae-1',
    input: ({ deal, markdown }) => ({ deal: deal.id, expectedVersion: 1, markdown }),
  },
  eraseContact: { by: 'ad-1', input: () => ({ email: COMPLETE.sections.people!.hrSponsor!.email! }) },
  writeHandoffDocument: {
    by: 'ae-1',
    input: ({ deal }) => ({ deal: deal.id, revision: 1 }),
    before: async (api, { deal }) => {
      await new Draft(api, deal).submit(1);
      rmSync(api.driveDirectory, { recursive: true });
    },
  },
};

const ALLOWANCES = [
  ...['ASSIGN_AM', 'SUBMIT_PACKAGE', 'HOLD_CALL', 'SEND_INTRO'].map((sla) => ({ sla, workingDays: 2 })),
  { sla: 'FIRST_CONTACT', hours: 24 },
];

/** Another working day each time: a Wednesday of 2029. */
let weeks = 0;
function nextWorkday(): string {
  return new Date(Date.UTC(2029, 5, 6) + weeks++ * 7 * 86_400_000).toISOString().slice(0, 10);
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

/** Another day each time: a version counts from later than those before. */
let day = Date.UTC(2900, 0, 1);
const nextDay = () => {
  day += 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
};

const TOLD: readonly Told[] = [
  ['2026-03-02T09:00:00Z', { feeAgreed: { amount: '48000.00' } }],
  ['2026-03-02T09:01:00Z', { splitAgreed: { payees: ['ae-1', 'ae-2'].map((person) => ({ person, shareBp: 5_000 })) } }],
  ['2026-03-02T10:00:00Z', { sowSigned: { party: 'CLIENT' } }],
  ['2026-03-02T11:00:00Z', { sowSigned: { party: 'VENDOR' } }],
  ['2026-03-03T09:00:00Z', { depositInvoiced: { amount: '19200.00' } }],
  ['2026-03-03T10:00:00Z', { closedWon: {} }],
  ['2026-03-04T09:00:00Z', { amAssigned: { person: 'am-1' } }],
];

/** A deal that is ready for every mutation. */
export async function makeGround(api: Api): Promise<Ground> {
  const deal = await openDeal(api);
  await record(api, deal.key, TOLD);
  const of = { deal: deal.id };
  const input = { ...of, expectedVersion: 0, sections: COMPLETE.sections };
  answered(await api.run('ae-1', SaveHandoffPackageDocument, { input }));
  const risk = { ...of, description: 'A new sponsor', likelihood: 'HIGH', mitigation: 'Meet early' } as const;
  const made = { ...of, words: '"A report at Week 4"', promisedTo: 'Dana', promisedBy: 'ae-1' };
  const mail = { ...of, receivedAt: PAST, from: 'dana@larch.example', subject: 'The room' };
  const { createRisk } = answered(await api.run('ae-1', CreateRiskDocument, { input: risk }));
  const { createCommitment } = answered(await api.run('ae-1', CreateCommitmentDocument, { input: made }));
  const { logClientEmail } = answered(await api.run('ae-1', LogClientEmailDocument, { input: mail }));
  const { data } = await api.ask<DocumentAnswer>('ae-1', DOCUMENT, { key: deal.key });
  const { createPayRun } = answered(await api.run('fin-1', CreatePayRunDocument, { input: { period: nextMonth() } }));
  const key = { name: 'Power BI', person: 'an-1', expiresAt: tomorrow() };
  const { createApiKey } = answered(await api.run('ad-1', CreateApiKeyDocument, { input: key }));
  // Nobody keeps more than some: those of other cases are not wanted any more.
  await api.db.query("update bulk_export set status = 'DISCARDED' where status = 'WAITING'");
  const whole = { rows: 'DEAL', format: 'CSV' } as const;
  const { startBulkExport } = answered(await api.run('an-1', StartBulkExportDocument, { input: whole }));
  const [, dealId = ''] = Buffer.from(deal.id, 'base64url').toString().split(':');
  const paymentOf = (tranche: string) => globalId('CommissionPayment', dealId, tranche, 'ae-1');
  const question = { payment: paymentOf('WEEK_2_WORKSHOP'), words: 'When?' };
  const { askInquiry } = answered(await api.run('ae-1', AskInquiryDocument, { input: question }));
  return {
    deal,
    payment: paymentOf('SOW_SIGNED'),
    inquiry: askInquiry.inquiry!.id,
    apiKey: createApiKey.apiKey!.id,
    bulkExport: startBulkExport.bulkExport!.id,
    payRun: createPayRun.payRun!.id,
    markdown: data!.deal.handoffPackage.document.markdown.replace('Larch & Finch Ltd', 'Larch Ltd'),
    risk: createRisk.risk!.id,
    commitment: createCommitment.commitment!.id,
    email: logClientEmail.email!.id,
  };
}

/** Months that nobody has paid yet. */
let months = 0;
function nextMonth(): string {
  const month = months++;
  return `${2001 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

interface DocumentAnswer extends Record<string, unknown> {
  deal: { handoffPackage: { document: { markdown: string } } };
}

const DOCUMENT = 'query ($key: String!) { deal(key: $key) { handoffPackage { document { markdown } } } }';
