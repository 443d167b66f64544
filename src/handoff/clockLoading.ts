import { millisecondsInSql } from '../database';
import type { Batch } from '../graphql';
import { type ClockFacts, type Instant, judge, type SlaClock } from '../rules';

/** A clock as it is stored: its facts, and when a breach would begin to count. */
type StoredClock = ClockFacts & { blameAt: Instant | null };

/** The five clocks of each stored deal as at now; one SQL statement. What time alone changes is judged by the rules. */
export const clocksOfDeals: Batch<string, SlaClock[]> = async ({ db, now }, dealIds) => {
  const rows = await db.query<{ dealId: string; cancelledAt: Instant | null; clocks: StoredTuple[] }>(
    CLOCKS,
    [dealIds],
    'clocks',
  );
  const byDeal = new Map(
    rows.map(({ dealId, cancelledAt, clocks }) => {
      const moment = { effectiveAt: cancelledAt ?? now, isCancelled: cancelledAt !== null };
      return [dealId, clocks.map(clockOf).map(({ blameAt, ...facts }) => judge(facts, moment, () => blameAt))];
    }),
  );
  return dealIds.map((dealId) => byDeal.get(dealId) ?? []);
};

type StoredTuple = [ClockFacts['sla'], ...(Instant | null)[]];

function clockOf([sla, startedAt, dueAt, metAt, waivedAt, blameAt]: StoredTuple): StoredClock {
  const at = (instant: Instant | null | undefined) => instant ?? null;
  return {
    sla,
    startedAt: at(startedAt),
    dueAt: at(dueAt),
    metAt: at(metAt),
    waivedAt: at(waivedAt),
    blameAt: at(blameAt),
  };
}

/** Arrays and not objects: there are five clocks a deal, and names would be most of what is sent. */
const CLOCKS = `
  select d.id as "dealId", ${millisecondsInSql('d.cancelled_at')} as "cancelledAt",
    (select json_agg(json_build_array(c.sla, ${['started_at', 'due_at', 'met_at', 'waived_at', 'blame_at']
      .map((column) => millisecondsInSql(`c.${column}`))
      .join(', ')}) order by array_position(array['ASSIGN_AM', 'SUBMIT_PACKAGE', 'HOLD_CALL', 'SEND_INTRO'], c.sla))
     from sla_clock c where c.deal_id = d.id) as clocks
  from deal d where d.id = any($1)`;
