import { type Deal, dealsById, dealToAct } from '../deals';
import { judgedDeal, lockDeals } from '../facts';
import type { Request } from '../graphql';
import { recordDeeds } from '../recording';
import { type DealEvent, type History, type Instant, managerAt } from '../rules';
import { termsBook } from '../terms';
import { callToCome, INVITED_ELSE } from './call';
import type { AssignAccountManagerInput } from './inputs';

/** What somebody has done, and what is not as it should be. */
export interface Done {
  deal: Deal | null;
  warnings: string[];
}

/**
 * Records who looks after the client; who does already stays so, without a fact more. Warns of an invitation and an
 * introduction that name somebody else. Throws a Refusal at what is wrong.
 */
export async function assignAccountManager(request: Request, input: AssignAccountManagerInput): Promise<Done> {
  const { db, loading } = request;
  const { dealId, key } = await dealToAct(request, input.deal, 'deal');
  const book = await termsBook(db);
  const fact = { amAssigned: { person: input.person } };
  const isNew = await db.transaction(async (tx) => {
    await lockDeals(tx, [dealId], []);
    const [same] = await tx.query(SAME, [dealId, input.person], 'same_account_manager');
    if (!same) await recordDeeds(tx, request, book, key, [{ occurredAt: Date.now(), whenField: 'deal', fact }]);
    return !same;
  });
  loading.forget();
  const { state } = await judgedDeal(request, dealId, {});
  const warnings = isNew ? outdated(state.history, input.person, request.now) : ['They look after the client already.'];
  return { deal: await loading.by(dealsById).load(dealId), warnings };
}

const SAME = 'select from deal where id = $1 and account_manager = $2';

/** What was sent while somebody else looked after the client, and has to be sent again by hand. */
function outdated(history: History, person: string, now: Instant): string[] {
  const isElse = (sent: DealEvent | undefined) => sent && managerAt(history, sent.occurredAt) !== person;
  return [
    ...(isElse(callToCome(history, now)) ? [INVITED_ELSE] : []),
    ...(isElse(history.latest('INTRO_SENT'))
      ? ['The client was introduced to somebody else: send the introduction again.']
      : []),
  ];
}
