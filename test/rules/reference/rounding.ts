const WHOLE = 10_000n;

/** The quotient of integers ≥ 0 rounded half up, exactly. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const whole = numerator / denominator;
  const rest = numerator - whole * denominator;
  return rest + rest >= denominator ? whole + 1n : whole;
}

/** The part of a total at a place among shares: the difference of two rounded running sums (rules.md §7). */
export function partAt(total: bigint, sharesBp: readonly number[], place: number): bigint {
  const upTo = (count: number) => {
    const bp = sharesBp.slice(0, count).reduce((sum, share) => sum + share, 0);
    return roundHalfUp(total * BigInt(bp), WHOLE);
  };
  return upTo(place + 1) - upTo(place);
}
