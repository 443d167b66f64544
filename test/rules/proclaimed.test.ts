import fc from 'fast-check';
import { Calendar, type DealState, dealState, type Instant, isoOf, type SlaClock } from '../../src/rules';
import { DAYS_OFF } from './calendars';
import { type Deal, deals } from './deals';
import { within } from './histories';
import { RUNS } from './runs';

const MS_A_DAY = 86_400_000;
const JUDGED = ['MET', 'MET_LATE', 'BREACHED', 'WAIVED', 'STOPPED'];

/** A deal, and a holiday that is proclaimed some days after its start for a day soon after that. */
const proclaimed = fc.tuple(deals, within(40), fc.nat(12));
type Proclaimed = [Deal, number, number];

/** The same terms with a version of the calendar that has a day more, recorded at an instant. */
function withHoliday(deal: Deal, recordedAt: Instant, daysAhead: number): Deal {
  const { calendar } = deal.terms;
  const facts = { code: calendar.code, zone: calendar.zone.name, from: '2019-01-01', to: '2030-12-31' };
  const holidays = [...DAYS_OFF.get(calendar.code)!];
  const holiday = calendar.zone.dateOf(calendar.zone.dayOf(recordedAt) + daysAhead);
  const version = new Calendar({ ...facts, holidays: [...holidays, holiday] });
  const later = [{ recordedAt, calendar: version }];
  return { ...deal, terms: { ...deal.terms, calendar: new Calendar({ ...facts, holidays }, later) } };
}

function judged({ events, terms }: Deal, effectiveAt: Instant, knownAt: Instant | null = null): DealState {
  return dealState(events, terms, { effectiveAt, knownAt });
}

const dueOf = ({ dueAt, breachedAt }: SlaClock) => ({ dueAt, breachedAt });

describe('a holiday that is proclaimed', () => {
  test('moves no clock that was judged by then, and none to an earlier day', () => {
    const stays = ([deal, after, ahead]: Proclaimed) => {
      const at = deal.start + after;
      const other = withHoliday(deal, at, ahead);
      const atOnce = judged(deal, at).handoff.slas;
      const [before, now] = [judged(deal, deal.asOf.effectiveAt), judged(other, deal.asOf.effectiveAt)];
      atOnce.forEach(({ status }, index) => {
        const [old, moved] = [before.handoff.slas[index]!, now.handoff.slas[index]!];
        const isLater = deal.asOf.effectiveAt >= at;
        if (!isLater || JUDGED.includes(status)) expect(dueOf(moved)).toEqual(dueOf(old));
        else expect(moved.dueAt ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(old.dueAt ?? 0);
      });
    };
    fc.assert(fc.property(proclaimed, stays), RUNS);
  });

  test('changes no line that was effective by then', () => {
    const stays = ([deal, after, ahead]: Proclaimed) => {
      const at = deal.start + after;
      const linesOf = (one: Deal) =>
        judged(one, Math.max(at, deal.asOf.effectiveAt)).commission.lines.filter(
          ({ effectiveAt }) => effectiveAt <= at,
        );
      expect(linesOf(withHoliday(deal, at, ahead))).toEqual(linesOf(deal));
    };
    fc.assert(fc.property(proclaimed, stays), RUNS);
  });

  test('is not known before it was recorded, whatever instant is asked about', () => {
    const isUnknown = ([deal, after, ahead]: Proclaimed) => {
      const at = deal.start + after;
      const other = withHoliday(deal, at, ahead);
      const slasOf = (one: Deal) => judged(one, deal.asOf.effectiveAt, at - 1).handoff.slas;
      expect(slasOf(other)).toEqual(slasOf(deal));
    };
    fc.assert(fc.property(proclaimed, isUnknown), RUNS);
  });
});

test('the scenario is what it says: some clocks are moved', () => {
  let moved = 0;
  const counts = ([deal, after, ahead]: Proclaimed) => {
    const at = deal.start + after;
    const last = at + 30 * MS_A_DAY;
    const dues = (one: Deal) => judged(one, last).handoff.slas.map(({ dueAt }) => (dueAt === null ? '' : isoOf(dueAt)));
    if (dues(withHoliday(deal, at, ahead)).join() !== dues(deal).join()) moved++;
  };
  fc.assert(fc.property(proclaimed, counts), { ...RUNS, seed: 1 });
  expect(moved).toBeGreaterThan(10);
});
