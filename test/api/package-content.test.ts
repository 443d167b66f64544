import { Loading, type Request } from '../../src/graphql';
import { packageContent } from '../../src/packages';
import { EMPTY_PACKAGE } from '../../src/rules';
import { type Api, startApi } from '../harness/api';
import { answered, openDeal } from '../harness/deals';
import { NOWHERE } from '../harness/outlets';
import { A_TO_E, Draft } from '../harness/packages';
import { SECTIONS } from '../harness/sections';
import { CreateCommitmentDocument, CreateRiskDocument, DealHandedOverDocument } from './generated/operations';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** What a package says, as the rest of the program reads it. */
function contentOf(dealId: string) {
  const viewer = { personKey: 'ad-1', role: 'ADMIN' } as const;
  const loading: Loading = new Loading(() => request);
  const request: Request = { viewer, db: api.db, loading, now: 0, correlationId: 'test', ...NOWHERE };
  return packageContent(request, dealId);
}

async function dealIdOf(key: string): Promise<string> {
  const [row] = await api.db.query<{ id: string }>('select id from deal where key = $1', [key]);
  return row!.id;
}

test('what a package says has the sections, and the risks and commitments as rows of F and G', async () => {
  const draft = new Draft(api, await openDeal(api));
  const dealId = await dealIdOf(draft.deal.key);
  expect(await contentOf(dealId)).toEqual(EMPTY_PACKAGE);
  await draft.save(A_TO_E);
  const deal = draft.deal.key;
  const risk = { deal, description: 'A new sponsor ', likelihood: 'HIGH' } as const;
  answered(await api.run('ae-1', CreateRiskDocument, { input: risk }));
  const promised = { words: '"A report"', promisedTo: 'Dana', promisedBy: 'ae-1', dueWeek: 4 };
  answered(await api.run('ae-1', CreateCommitmentDocument, { input: { deal, ...promised } }));
  const { clientBasics, people, whatTheyAreSolving, whatWeAreDelivering, commercials, ...rest } =
    await contentOf(dealId);
  expect(rest).toEqual({
    risks: [{ description: 'A new sponsor', likelihood: 'HIGH', mitigation: null }],
    commitments: [{ ...promised, dueOn: null }],
    noRisksAndIHaveAsked: false,
    noCommitmentsAndIHaveAsked: false,
  });
  expect(clientBasics).toEqual({ ...SECTIONS.clientBasics, notRegisteredBecause: null });
  expect(people).toMatchObject(SECTIONS.people);
  expect(whatTheyAreSolving).toEqual(SECTIONS.whatTheyAreSolving);
  expect(whatWeAreDelivering).toEqual(SECTIONS.whatWeAreDelivering);
  expect(commercials.fee).toBe(4_800_000n);
  expect(commercials.milestones?.[0]).toEqual({ milestone: 'Deposit', amount: 1_920_000n, invoiceOn: '2027-01-04' });
  const { deal: shown } = answered(await api.run('dl-1', DealHandedOverDocument, { key: deal }));
  expect(shown?.handoffPackage?.missing.map(({ path }) => path)).toEqual(['risks.0.mitigation']);
});
