import type { DealEvent, FactOf, PayeeShare } from '../facts';
import type { History } from '../history';
import { cut, type Minor, share, WHOLE_BP } from '../money';
import type { Instant } from '../time/instant';
import type { CommissionPlan } from './plan';

/** What a commission is worked out from: the facts in force, the deal's plan and its Account Executive. */
export interface CommissionGround {
  history: History;
  plan: CommissionPlan;
  accountExecutive: string;
}

/** The fee in force at an instant (rules.md §1). */
export function feeAt(history: History, at: Instant): DealEvent<FactOf<'FEE_AGREED'>> | undefined {
  return history.latest('FEE_AGREED', at);
}

/** Who shares the commission at an instant; before any split the AE has all of it (rules.md §1). */
export function splitAt({ history, accountExecutive }: CommissionGround, at: Instant): readonly PayeeShare[] {
  return history.latest('SPLIT_AGREED', at)?.fact.payees ?? [{ person: accountExecutive, shareBp: WHOLE_BP }];
}

/** round(fee × rate); 0 while no fee is agreed (rules.md §7). */
export function entitlementAt({ history, plan }: CommissionGround, at: Instant): Minor {
  return share(feeAt(history, at)?.fact.amount ?? 0n, plan.rateBp);
}

/** What one payee of a split gets of the entitlement at an instant, of all tranches together. */
export function payeePart(ground: CommissionGround, split: readonly PayeeShare[], payee: string, at: Instant): Minor {
  const parts = cut(
    entitlementAt(ground, at),
    split.map(({ shareBp }) => shareBp),
  );
  return parts[split.findIndex(({ person }) => person === payee)] ?? 0n;
}

/** What each payee of a split gets of one tranche, in the split's order, with the fee at an instant, before any cut. */
export function nominalParts(
  ground: CommissionGround,
  trancheIndex: number,
  split: readonly PayeeShare[],
  at: Instant,
): Minor[] {
  const trancheShares = ground.plan.tranches.map(({ shareBp }) => shareBp);
  const payeeParts = cut(
    entitlementAt(ground, at),
    split.map(({ shareBp }) => shareBp),
  );
  return payeeParts.map((part) => cut(part, trancheShares)[trancheIndex]!);
}
