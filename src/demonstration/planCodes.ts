/** The code of the plan that takes everything back when a deal is cancelled. */
export const CLAW_BACK_PLAN = 'claw-back-on-cancel';

/** The codes of the plans that worked examples bring along, by the example's name. */
const CODES: Readonly<Record<string, string>> = {
  'cancelled, clawed back': CLAW_BACK_PLAN,
  'reduce, then waived': 'late-calls-reduced',
  'several cuts add up': 'late-calls-and-intros-reduced',
};

/** The code of an example's plan: the standard one, unless it brings one along. */
export function planCodeOf(example: string): string {
  return CODES[example] ?? 'standard';
}
