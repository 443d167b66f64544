import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Api, type ApiAnswer, startApi } from '../harness/api';
import type { Visit } from './visit';

const VISIT = path.join(__dirname, '..', '..', 'dist', 'test', 'browser', 'visit.js');

let api: Api;
let folder: string;
let visit: Visit;

beforeAll(async () => {
  api = await startApi();
  folder = mkdtempSync(path.join(tmpdir(), 'baton-browser-'));
  await recordLateDeal();
  // Its own process: the browser unpacks itself into TMPDIR, and brings the libraries that a bare machine lacks.
  const env = {
    ...process.env,
    TMPDIR: folder,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
    TOKEN: await api.tokenOf('fin-1'),
  };
  const { stdout } = await promisify(execFile)(process.execPath, [VISIT, api.url], { env, maxBuffer: 10_000_000 });
  visit = JSON.parse(stdout) as Visit;
}, 120_000);

afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the page is whole without any other server, and keeps to its own policy', () => {
  expect(visit.outside).toEqual([]);
  expect(visit.complaints).toEqual([]);
});

test('it says how to get a token, and who you are with one, which it keeps for this tab only', () => {
  expect(visit.before).toBe('Get one with npm run --silent token -- FINANCE');
  expect(visit.after).toBe('You are fin-1, FINANCE.');
  expect(visit.afterReload).toBe(visit.after);
  expect(visit.stored.session).toContain('baton-token');
  expect(JSON.stringify(visit.stored.local)).not.toContain('eyJ');
});

test('it asks its questions, and each is answered', () => {
  const questions = ['WhyAmINotPaidYet', 'WhichHandoffsAreLate', 'ThisMonthsCommissionByAe', 'WhatIsNext'];
  expect(Object.keys(visit.answers)).toEqual([...questions, 'TheBriefOfAHandoff']);
  for (const answer of Object.values(visit.answers) as ApiAnswer[]) expect(answer.errors).toBeUndefined();
});

test('the answers say why money waits, and whose handoff is late', () => {
  const { data: paid } = visit.answers.WhyAmINotPaidYet as ApiAnswer<{ commissionPayments: { nodes: object[] } }>;
  expect(paid?.commissionPayments.nodes).toContainEqual(
    expect.objectContaining({
      tranche: 'WEEK_2_WORKSHOP',
      status: 'NOT_EARNED',
      waitingFor: expect.stringContaining('WORKSHOP_DELIVERED'),
    }),
  );
  const { data: late } = visit.answers.WhichHandoffsAreLate as ApiAnswer<{
    deals: { nodes: { handoff: { slas: object[] } }[] };
  }>;
  expect(late?.deals.nodes[0]?.handoff.slas).toContainEqual(
    expect.objectContaining({ sla: 'ASSIGN_AM', status: 'BREACHED', accountable: 'DELIVERY_LEAD' }),
  );
});

test('it shows the documentation of the schema', () => {
  expect(visit.docs).toContain('CommissionPayment');
});

/** A deal whose handoff was triggered long ago and then left alone. */
async function recordLateDeal(): Promise<void> {
  const input = { clientName: 'Late Ltd', accountExecutive: 'ae-1', deliveryLead: 'dl-1' };
  const opened = await api.ask<{ openDeal: { deal: { id: string } } }>(
    'ad-1',
    'mutation ($input: OpenDealInput!) { openDeal(input: $input) { deal { id } errors { message } } }',
    { input },
  );
  const facts = [
    { feeAgreed: { amount: '48000.00' } },
    { sowSigned: { party: 'CLIENT' } },
    { sowSigned: { party: 'VENDOR' } },
    { depositInvoiced: { amount: '19200.00' } },
    { closedWon: { missingFields: [] } },
  ];
  const events = facts.map((fact) => ({
    deal: opened.data?.openDeal.deal.id,
    event: { occurredAt: '2026-03-02T09:00:00Z', fact },
  }));
  const recorded = await api.ask<{ recordEvents: { errors: object[] } }>(
    'ad-1',
    'mutation ($input: RecordEventsInput!) { recordEvents(input: $input) { errors { message } } }',
    { input: { events } },
  );
  expect(recorded.data?.recordEvents.errors).toEqual([]);
}
