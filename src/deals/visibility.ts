import type { Viewer } from '../graphql';

/** Whose deals a viewer sees: an AE their own, the others everyone's. */
export function ownDealsOf({ role, personKey }: Viewer): string | null {
  return role === 'ACCOUNT_EXECUTIVE' ? personKey : null;
}

/**
 * The ids of the deals that an AE sees, as an SQL array: those that they sold and those that they are paid from. `me`
 * stands for their key. `id = any(…)` of an array starts from their deals, by index; `in` may read everyone's first.
 */
export function dealsOf(me: string): string {
  return `array(select sold.id from deal sold where sold.account_executive = ${me} union all
    select paid.deal_id from commission_payment paid where paid.payee = ${me} and not paid.withdrawn)`;
}

/** SQL that is true of a deal `d`, found by id or key, that somebody may see: `me` stands for null or an AE's key. */
export function isVisible(me: string): string {
  return `(${me}::text is null or d.account_executive = ${me} or exists (
    select from commission_payment mine where mine.deal_id = d.id and mine.payee = ${me} and not mine.withdrawn))`;
}
