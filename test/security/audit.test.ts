import { ApprovePayRunDocument, CreatePayRunDocument, SaveHandoffPackageDocument } from '../api/generated/operations';
import { type Api, startApi } from '../harness/api';
import { answered, openDeal, record } from '../harness/deals';
import { A_TO_E } from '../harness/packages';

const KICKOFF = { occurredAt: '2026-03-25T09:00:00Z', fact: { introSent: {} } };

interface Entry {
  number: string;
  kind: string;
  personKey: string | null;
  action: string;
  subjects: string[];
  content: string | null;
  correlationId: string | null;
  address: string | null;
  transaction: string;
  hash: string | null;
  isRedacted: boolean;
}

const LOG = `query ($filter: AuditFilter, $first: Int, $after: String) {
  auditLog(filter: $filter, first: $first, after: $after) {
    nodes { number kind personKey role apiKeyId action subjects content correlationId address transaction hash login
      isRedacted at }
    pageInfo { endCursor hasNextPage } } }`;

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function entries(filter: object = {}): Promise<Entry[]> {
  const { auditLog } = answered(await api.ask<{ auditLog: { nodes: Entry[] } }>('ad-1', LOG, { filter, first: 100 }));
  return auditLog.nodes;
}

describe('the audit log says', () => {
  test('who did what, when and from where, with what was given, in the transaction of the change', async () => {
    const { key } = await openDeal(api);
    const [entry] = await entries({ action: 'openDeal' });
    expect(entry).toMatchObject({ kind: 'CALL', personKey: 'ad-1', role: 'ADMIN', action: 'openDeal' });
    expect(entry!.address).toBe('127.0.0.1');
    expect(entry!.correlationId).toMatch(/^[\w-]{36}$/);
    expect(JSON.parse(entry!.content!).args.input.accountExecutive).toBe('ae-1');
    await record(api, key, [[KICKOFF.occurredAt, KICKOFF.fact]]);
    const [recorded] = await entries({ subject: key });
    expect(recorded).toMatchObject({ kind: 'CALL', action: 'recordEvents', personKey: 'fin-1', subjects: [key] });
  });

  test('what was before and after, in an entry of the same transaction', async () => {
    const { key, id } = await openDeal(api);
    const save = (expectedVersion: number, legalName: string) =>
      api.run('ae-1', SaveHandoffPackageDocument, {
        input: {
          deal: key,
          expectedVersion,
          sections: { clientBasics: { ...A_TO_E.sections?.clientBasics, legalName } },
        },
      });
    answered(await save(0, 'Old Ltd'));
    answered(await save(1, 'New Ltd'));
    const [call, change] = await entries({ subject: id });
    const of = [call, change].find((entry) => entry?.kind === 'CHANGE')!;
    expect(of).toMatchObject({ action: 'UPDATE handoff_package', personKey: null });
    const { before, after } = JSON.parse(of.content!);
    expect([before, after].map((rows) => rows[0].sections.clientBasics.legalName)).toEqual(['Old Ltd', 'New Ltd']);
    expect(call!.transaction).toBe(change!.transaction);
  });

  test('what was refused, though its transaction was rolled back: roles, four eyes, and bad input', async () => {
    const { createPayRun } = answered(await api.run('fin-1', CreatePayRunDocument, { input: { period: '2001-01' } }));
    const payRun = createPayRun.payRun!.id;
    answered(await api.run('fin-1', ApprovePayRunDocument, { input: { payRun } }));
    await api.run('ae-1', ApprovePayRunDocument, { input: { payRun } });
    await api.ask('ae-1', 'query Rows { commissionRows { nodes { id } } }');
    await api.ask('fin-1', 'mutation { createPayRun(input: { period: "2999-01" }) { errors { code } } }');
    const refusals = await entries({ kind: ['REFUSAL'] });
    const words = refusals.map(({ personKey, action, content }) => [
      personKey,
      action,
      JSON.parse(content!).errors[0].code,
    ]);
    expect(words).toEqual([
      ['fin-1', 'createPayRun', 'BAD_USER_INPUT'],
      ['ae-1', 'Rows', 'FORBIDDEN'],
      ['ae-1', 'approvePayRun', 'FORBIDDEN'],
      ['fin-1', 'approvePayRun', 'FORBIDDEN'],
    ]);
  });

  test('who read personal data of contacts, once for an operation, with the deals', async () => {
    const deals = [await openDeal(api), await openDeal(api)];
    for (const { key: deal } of deals)
      answered(await api.run('ae-1', SaveHandoffPackageDocument, { input: { deal, expectedVersion: 0, ...A_TO_E } }));
    const ask = (fields: string) =>
      api.ask('am-1', `query Look { deals(first: 100) { nodes { handoffPackage { ${fields} } } } }`);
    answered(await ask('version sections { clientBasics { legalName } }'));
    expect(await entries({ action: 'Look' })).toEqual([]);
    answered(await ask('sections { people { hrSponsor { email phone } } }'));
    const [read, ...others] = await entries({ action: 'Look' });
    expect(others).toEqual([]);
    const ids = await api.db.query<{ id: string }>('select deal_id::text as id from handoff_package order by deal_id');
    expect(read!.subjects).toEqual(ids.map(({ id }) => id));
    expect(JSON.parse(read!.content!).fields).toEqual(['HrSponsor.email', 'HrSponsor.phone']);
  });
});
