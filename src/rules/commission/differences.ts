import type { CommissionLine } from './lines';

/** A posted line that no reversal has taken back. */
export interface LiveLine extends CommissionLine {
  id: string;
}

/** What must be posted so that a deal's posted lines are its lines again. */
export interface LineDifference {
  /** Posted, but no longer true. */
  reversed: LiveLine[];
  /** True, but not posted. */
  added: CommissionLine[];
}

/** The difference between what the lines should now be and what has been posted (rules.md §8). */
export function lineDifference(should: readonly CommissionLine[], live: readonly LiveLine[]): LineDifference {
  const wanted = new Map(should.map((line) => [identityOf(line), line]));
  const reversed = live.filter((line) => !wanted.delete(identityOf(line)));
  return { reversed, added: [...wanted.values()] };
}

/** A deal has at most one line of a kind, tranche and payee at an instant; with its amount that is what it is. */
function identityOf({ kind, tranche, payee, effectiveAt, amount }: CommissionLine): string {
  return `${kind} ${tranche} ${effectiveAt} ${amount} ${payee}`;
}
