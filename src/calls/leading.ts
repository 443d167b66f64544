import { v7 as uuidv7 } from 'uuid';
import { dealsById, dealToAct } from '../deals';
import { judgedDeal, lockDeals } from '../facts';
import { Refusal, type Request } from '../graphql';
import { findPerson } from '../people';
import { isoOf } from '../rules';
import type { Done } from './assigning';
import { callToCome, INVITED_ELSE } from './call';
import type { NameDeliveryLeadInput } from './inputs';

/**
 * Names who sees to it that the deal is handed over, and notes who did; who does already stays so. Warns of an
 * invitation that named somebody else. Throws a Refusal at `person` for somebody who is no delivery lead.
 */
export async function nameDeliveryLead(request: Request, input: NameDeliveryLeadInput): Promise<Done> {
  const { db, loading, viewer } = request;
  const { dealId } = await dealToAct(request, input.deal, 'deal');
  const person = await findPerson(db, input.person);
  if (person?.role !== 'DELIVERY_LEAD')
    throw new Refusal('BAD_USER_INPUT', `"${input.person}" is no delivery lead`, 'person');
  const isNew = await db.transaction(async (tx) => {
    const [locked] = await lockDeals(tx, [dealId], []);
    if (locked!.deliveryLead === person.key) return false;
    const noted = [dealId, uuidv7(), person.key, locked!.deliveryLead, isoOf(Date.now()), viewer.personKey];
    await tx.query(NOTE, noted, 'note_delivery_lead');
    await tx.query(NAME, [dealId, person.key, isoOf(Date.now())], 'name_delivery_lead');
    return true;
  });
  loading.forget();
  const { state } = await judgedDeal(request, dealId, {});
  const outdated = callToCome(state.history, request.now) ? [INVITED_ELSE] : [];
  const warnings = isNew ? outdated : ['They see to it already.'];
  return { deal: await loading.by(dealsById).load(dealId), warnings };
}

const NOTE = `
  insert into delivery_lead_change (deal_id, id, person, before, changed_at, changed_by)
  values ($1, $2, $3, $4, $5, $6)`;

const NAME = 'update deal set delivery_lead = $2, updated_at = greatest(updated_at, $3::timestamptz) where id = $1';
