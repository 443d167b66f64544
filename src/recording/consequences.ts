import { setImmediate as others } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { type DealChange, type DealHeader, type RecordedEvent, type Step, stateOf } from '../facts';
import { Refusal } from '../graphql';
import { type DealState, type Instant, type LiveLine, lineDifference, RuleError } from '../rules';
import type { TermsBook } from '../terms';
import type { Admission } from './admission';
import type { NewFact } from './command';
import { checkWaiver } from './people';

/** How long judging keeps all other requests waiting at most. */
const TURN_MS = 20;

/** What new facts change of their deals, the state after each of them. Throws a Refusal at the path of a fact. */
export async function changesOf(
  book: TermsBook,
  admissions: ReadonlyMap<string, Admission>,
  liveLines: ReadonlyMap<string, LiveLine[]>,
  added: readonly NewFact[],
): Promise<DealChange[]> {
  const changes: DealChange[] = [];
  let turnEnds = performance.now() + TURN_MS;
  for (const facts of byDeal(added).values()) {
    const judging = new Judging(book, admissions.get(facts[0]!.deal.dealId)!, liveLines, facts.length);
    for (const fact of facts) {
      judging.add(fact);
      if (performance.now() < turnEnds) continue;
      await others();
      turnEnds = performance.now() + TURN_MS;
    }
    changes.push(judging.change());
  }
  return changes;
}

/** One deal while its new facts are judged, one after the other. */
class Judging {
  private readonly deal: DealHeader;
  private readonly events: readonly RecordedEvent[];
  private readonly steps: Step[] = [];
  private known: number;
  private live: readonly LiveLine[];
  private latest: DealState | undefined;

  constructor(
    private readonly book: TermsBook,
    { deal, events }: Admission,
    liveLines: ReadonlyMap<string, LiveLine[]>,
    count: number,
  ) {
    this.deal = deal;
    this.events = events;
    this.known = events.length - count;
    this.live = liveLines.get(deal.dealId) ?? [];
  }

  add({ event, path }: NewFact): void {
    const before = event.fact.type === 'SLA_WAIVED' ? this.judged(event.recordedAt, path) : undefined;
    this.known++;
    const state = this.judged(event.recordedAt, path);
    if (before) checkWaiver(event.fact, [before, state], this.deal, path);
    const { lines, payments, planVersion } = state.commission;
    const { reversed, added } = lineDifference(lines, this.live);
    const posted = added.map((line): LiveLine => ({ ...line, id: uuidv7() }));
    const gone = new Set(reversed);
    this.live = [...this.live.filter((line) => !gone.has(line)), ...posted];
    this.steps.push({ event, planVersion, payments, reversed, added: posted });
    this.latest = state;
  }

  change(): DealChange {
    return { deal: this.deal, steps: this.steps, latest: this.latest!, at: this.steps.at(-1)!.event.recordedAt };
  }

  /** What facts lead to must be something that can be judged, now and when its clocks have breached. */
  private judged(at: Instant, path: string): DealState {
    try {
      const asOf = { effectiveAt: at, knownAt: at };
      const state = stateOf(this.deal, this.events.slice(0, this.known), this.book, asOf);
      for (const { facts, blameAt } of state.handoff.bases) if (facts.startedAt !== null) blameAt();
      return state;
    } catch (error) {
      if (error instanceof RuleError) throw new Refusal('BAD_USER_INPUT', error.message, path);
      throw error;
    }
  }
}

function byDeal(facts: readonly NewFact[]): Map<string, NewFact[]> {
  const grouped = new Map<string, NewFact[]>();
  for (const fact of facts) {
    const ofDeal = grouped.get(fact.deal.dealId);
    if (ofDeal) ofDeal.push(fact);
    else grouped.set(fact.deal.dealId, [fact]);
  }
  return grouped;
}
