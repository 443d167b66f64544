import { type Deal, dealsById, dealToAct } from '../deals';
import { judgedDeal } from '../facts';
import type { Request } from '../graphql';
import { recordDeeds } from '../recording';
import { countingCall, type History, type Instant } from '../rules';
import { termsBook } from '../terms';
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
  const deal = await dealToAct(request, input.deal, 'deal');
  if (deal.accountManagerKey === input.person) return { deal, warnings: ['They look after the client already.'] };
  const book = await termsBook(db);
  const fact = { amAssigned: { person: input.person } };
  await db.transaction((tx) =>
    recordDeeds(tx, request, book, deal.key, [{ occurredAt: Date.now(), whenField: 'deal', fact }]),
  );
  loading.forget();
  const { state } = await judgedDeal(request, deal.dealId, {});
  return { deal: await loading.by(dealsById).load(deal.dealId), warnings: outdated(state.history, request.now) };
}

/** What was sent while somebody else looked after the client, and has to be sent again by hand. */
function outdated(history: History, now: Instant): string[] {
  const call = history.latest('CALL_SCHEDULED');
  const isToCome = call !== undefined && call.fact.startsAt > now && countingCall(history) === undefined;
  return [
    ...(isToCome ? ['The call is arranged with somebody else: schedule it again, and they are invited.'] : []),
    ...(history.first('INTRO_SENT') ? ['The client was introduced to somebody else: write to them.'] : []),
  ];
}
