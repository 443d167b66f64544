import { millisecondsInSql } from '../database';
import type { LiveLine } from '../rules';

/** A live line as SQL gives it in JSON: the amount is text, the instant epoch milliseconds. */
export type StoredLine = Omit<LiveLine, 'amount'> & { amount: string };

/** The line that was stored. */
export function lineOf(stored: StoredLine): LiveLine {
  return { ...stored, amount: BigInt(stored.amount) };
}

/** SQL for the live lines of a deal, by the expression of its id, as one JSON array of `StoredLine`; null for none. */
export function liveLinesInSql(dealId: string): string {
  return `(select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'tranche', l.tranche, 'payee', l.payee,
      'amount', l.amount_minor::text, 'effectiveAt', ${millisecondsInSql('l.effective_at')}))
    from commission_line l
    where l.deal_id = ${dealId} and l.kind <> 'REVERSAL'
      and not exists (select from commission_line r where r.deal_id = l.deal_id and r.reverses = l.id))`;
}
