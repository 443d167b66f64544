import type { Queryable } from '../database';
import type { DealHeader } from '../facts';
import { Refusal } from '../graphql';
import { findPeople, type Person } from '../people';
import type { DealState, Fact } from '../rules';
import type { NewFact } from './command';

/**
 * Checks that the people whom facts name exist and may be what the fact makes them; one statement for all.
 * Throws a Refusal at the path of the first who may not.
 */
export async function checkPeople(tx: Queryable, facts: readonly NewFact[]): Promise<void> {
  const keys = new Set(facts.flatMap(({ event }) => peopleOf(event.fact).map(({ key }) => key)));
  if (keys.size === 0) return;
  const people = await findPeople(tx, [...keys]);
  for (const fact of facts) checkFactsPeople(fact, people);
}

function checkFactsPeople({ event, path }: NewFact, people: ReadonlyMap<string, Person>): void {
  for (const { key, at } of peopleOf(event.fact))
    if (!people.has(key)) throw new Refusal('BAD_USER_INPUT', `There is no person "${key}"`, `${path}.fact.${at}`);
  const { fact } = event;
  if (fact.type === 'AM_ASSIGNED' && people.get(fact.person)?.role !== 'ACCOUNT_MANAGER')
    throw new Refusal('BAD_USER_INPUT', `${fact.person} is not an account manager`, `${path}.fact.amAssigned.person`);
  if (fact.type !== 'SLA_WAIVED') return;
  const role = people.get(fact.approver)?.role;
  if (role !== 'DELIVERY_LEAD' && role !== 'FINANCE') {
    const reason = `${fact.approver} is ${role}; a clock is waived by a delivery lead or finance`;
    throw new Refusal('FORBIDDEN', reason, `${path}.fact.slaWaived.approver`);
  }
}

/**
 * A waiver never comes from the person whom it frees: who was accountable for the clock before it or is after it, or is
 * paid from the deal (rules.md §1).
 * Throws FORBIDDEN at the approver.
 */
export function checkWaiver(fact: Fact, states: readonly DealState[], deal: DealHeader, path: string): void {
  if (fact.type !== 'SLA_WAIVED') return;
  const { sla, approver } = fact;
  const isFreed = states.some(({ handoff, commission }) => {
    const accountable = handoff.slas.find((clock) => clock.sla === sla)?.accountable;
    const isPaid = commission.payments.some(({ payee }) => payee === approver);
    return isPaid || approver === (accountable === 'DELIVERY_LEAD' ? deal.deliveryLead : deal.accountExecutive);
  });
  if (!isFreed) return;
  const reason = `waiving ${sla} frees ${approver}: another must approve it`;
  throw new Refusal('FORBIDDEN', reason, `${path}.fact.slaWaived.approver`);
}

function peopleOf(fact: Fact): { key: string; at: string }[] {
  if (fact.type === 'AM_ASSIGNED') return [{ key: fact.person, at: 'amAssigned.person' }];
  if (fact.type === 'SLA_WAIVED') return [{ key: fact.approver, at: 'slaWaived.approver' }];
  if (fact.type !== 'SPLIT_AGREED') return [];
  return fact.payees.map(({ person }, index) => ({ key: person, at: `splitAgreed.payees.${index}.person` }));
}
