import { type Deal, dealsById, dealToAct } from '../deals';
import type { Request } from '../graphql';
import { recordDeeds } from '../recording';
import { termsBook } from '../terms';
import type { AssignAccountManagerInput } from './inputs';

/** What somebody has done, and what is not as it should be. */
export interface Done {
  deal: Deal | null;
  warnings: string[];
}

/** Records who looks after the client. Throws a Refusal at what is wrong. */
export async function assignAccountManager(request: Request, input: AssignAccountManagerInput): Promise<Done> {
  const { db, loading } = request;
  const deal = await dealToAct(request, input.deal, 'deal');
  const book = await termsBook(db);
  const fact = { amAssigned: { person: input.person } };
  await db.transaction((tx) =>
    recordDeeds(tx, request, book, deal.key, [{ occurredAt: Date.now(), whenField: 'deal', fact }]),
  );
  loading.forget();
  return { deal: await loading.by(dealsById).load(deal.dealId), warnings: [] };
}
