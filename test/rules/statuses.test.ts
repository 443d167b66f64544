import fc from 'fast-check';
import type { SlaClock } from '../../src/rules';
import { type Deal, deals, stateOf } from './deals';
import { RUNS } from './runs';

describe('what a state says agrees with itself', () => {
  test('a clock’s status goes with its instants', () => {
    const agrees = (deal: Deal) => {
      const { handoff, history } = stateOf(deal);
      const wrong = handoff.slas.filter(
        (clock) => !isConsistent(clock, history.effectiveAt, history.cancellation !== undefined),
      );
      expect(wrong).toEqual([]);
    };
    fc.assert(fc.property(deals, agrees), RUNS);
  });

  test('what is held says by which clocks, or what it waits for', () => {
    const agrees = (deal: Deal) => {
      const { commission, handoff } = stateOf(deal);
      for (const { status, heldBy, waitingFor } of commission.payments) {
        const isWaiting = status === 'NOT_EARNED' || (status === 'HELD' && handoff.triggeredAt === null);
        expect(waitingFor !== null).toBe(isWaiting);
        expect(heldBy.length > 0).toBe(status === 'HELD' && handoff.triggeredAt !== null);
        if (status === 'HELD') for (const missing of handoff.unmetConditions) expect(waitingFor).toContain(missing);
      }
    };
    fc.assert(fc.property(deals, agrees), RUNS);
  });
});

function isConsistent(clock: SlaClock, now: number, isCancelled: boolean): boolean {
  const { status, startedAt, dueAt, metAt, waivedAt, breachedAt, countsAgainstAeFrom } = clock;
  const isBreached = status === 'BREACHED' || status === 'MET_LATE' || (status === 'WAIVED' && waivedAt! > dueAt!);
  const holds = {
    NOT_STARTED: startedAt === null && dueAt === null && metAt === null && waivedAt === null,
    MET: metAt !== null && (dueAt === null || metAt <= dueAt),
    PAUSED: dueAt === null && metAt === null && !isCancelled,
    WAIVED: dueAt !== null && waivedAt !== null && (metAt === null || metAt > waivedAt),
    MET_LATE: dueAt !== null && metAt !== null && metAt > dueAt,
    BREACHED: dueAt !== null && metAt === null && waivedAt === null && now > dueAt,
    RUNNING: dueAt !== null && metAt === null && waivedAt === null && now <= dueAt && !isCancelled,
    STOPPED: metAt === null && (dueAt === null || (waivedAt === null && now <= dueAt)) && isCancelled,
  }[status];
  const isBlamed =
    countsAgainstAeFrom === null || (isBreached && countsAgainstAeFrom >= dueAt! && countsAgainstAeFrom < now);
  const hasStarted = startedAt === null || dueAt === null || dueAt >= startedAt;
  return holds && hasStarted && isBlamed && breachedAt === (isBreached ? dueAt : null);
}
