import { Loading, type Request } from '../../src/graphql';
import { type PackageChange, packageContent, saveWithin } from '../../src/packages';
import { EMPTY_PACKAGE } from '../../src/rules';
import { termsBook } from '../../src/terms';
import { type Api, startApi } from '../harness/api';
import { openDeal } from '../harness/deals';
import { NOWHERE } from '../harness/outlets';

let api: Api;
let dealId: string;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  const { key } = await openDeal(api);
  [{ id: dealId }] = (await api.db.query<{ id: string }>('select id from deal where key = $1', [key])) as [
    { id: string },
  ];
});
afterAll(() => api.stop());

const viewer = { personKey: 'ae-1', role: 'ACCOUNT_EXECUTIVE' } as const;
const writer = async () => ({ viewer, book: await termsBook(api.db), now: Date.now() });
const SECTOR: PackageChange = { sections: { clientBasics: { sector: 'Water' } }, noRisksAndIHaveAsked: true };

function contentNow() {
  const loading: Loading = new Loading(() => request);
  const request: Request = { viewer, db: api.db, loading, now: 0, correlationId: 'test', ...NOWHERE };
  return packageContent(request, dealId);
}

test('a package is saved within a transaction that does more, and not where that fails', async () => {
  const saving = await writer();
  const work = api.db.transaction(async (tx) => {
    await saveWithin(tx, saving, dealId, 0, SECTOR);
    throw new Error('something else failed');
  });
  await expect(work).rejects.toThrow('something else failed');
  expect(await contentNow()).toEqual(EMPTY_PACKAGE);
  const saved = await api.db.transaction((tx) => saveWithin(tx, saving, dealId, 0, SECTOR));
  expect(saved).toMatchObject({ version: 1, noRisksAndIHaveAsked: true });
  expect((await contentNow()).clientBasics.sector).toBe('Water');
});

test('it is checked as anybody’s is: mistakes are below sections, a risk of the same transaction counts', async () => {
  const saving = await writer();
  const wrong: PackageChange = { sections: { clientBasics: { companyNumber: '12' } }, noRisksAndIHaveAsked: true };
  const work = api.db.transaction(async (tx) => {
    await tx.query(
      `insert into risk (deal_id, id, description, likelihood, status, version, created_at, updated_at, updated_by)
       values ($1, $1, 'A new sponsor', 'LOW', 'OPEN', 1, now(), now(), 'ae-1')`,
      [dealId],
    );
    await saveWithin(tx, saving, dealId, 0, wrong);
  });
  await expect(work).rejects.toMatchObject({
    problems: [{ path: 'sections.clientBasics.companyNumber' }, { path: 'noRisksAndIHaveAsked' }],
  });
  expect(await contentNow()).toEqual(EMPTY_PACKAGE);
});
