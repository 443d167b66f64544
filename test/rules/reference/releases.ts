import type { CommissionPlan, Instant, PayeeShare, TrancheCode } from '../../../src/rules';
import { DAYS_OFF } from '../calendars';
import type { Deal } from '../deals';
import { clocks, type ReferenceClock } from './clocks';
import { type Counted, counted } from './history';
import { milestoneAt, payeesAt, planOf, releasedAt } from './money';
import { triggeredAt } from './trigger';

/** All that a deal's money follows from, worked out without the rules. */
export interface Ground {
  history: Counted;
  plan: CommissionPlan;
  clocks: ReferenceClock[];
  triggeredAt: Instant | null;
  tranches: Release[];
}

/** A tranche: when it was earned and released, and who shares it. */
export interface Release {
  code: TrancheCode;
  earnedAt: Instant | null;
  releasedAt: Instant | null;
  payees: readonly PayeeShare[];
}

/** The ground of a deal's question. */
export function groundOf({ events, terms, asOf }: Deal): Ground {
  const history = counted(events, asOf);
  const plan = planOf(history, terms);
  const judged = clocks(history, terms, DAYS_OFF.get(terms.calendar.code)!);
  const t = triggeredAt(history);
  const tranches = plan.tranches.map(({ code }): Release => {
    const earnedAt = milestoneAt(code, history);
    const r = releasedAt(code, earnedAt, t, plan, judged);
    return {
      code,
      earnedAt,
      releasedAt: r,
      payees: payeesAt(history, r ?? history.effectiveAt, terms.accountExecutive),
    };
  });
  return { history, plan, clocks: judged, triggeredAt: t, tranches };
}
