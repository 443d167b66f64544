import { dueDays } from '../../src/graphql';

/** What is due this week, and what is overdue, at instants at which the week in London is not that of UTC. */
test.each([
  ['2026-03-23T00:00:00.000Z', 'Monday, at midnight', '2026-03-23', '2026-03-30', '2026-03-23'],
  ['2026-03-29T12:00:00.000Z', 'Sunday, when clocks went forward', '2026-03-23', '2026-03-30', '2026-03-29'],
  ['2026-03-29T22:59:59.999Z', 'the last millisecond of that Sunday', '2026-03-23', '2026-03-30', '2026-03-29'],
  ['2026-03-29T23:00:00.000Z', 'the first of Monday, in summer time', '2026-03-30', '2026-04-06', '2026-03-30'],
  ['2026-10-25T23:59:59.999Z', 'the last of the Sunday of 25 hours', '2026-10-19', '2026-10-26', '2026-10-25'],
  ['2026-10-26T00:00:00.000Z', 'the first of Monday, in winter time', '2026-10-26', '2026-11-02', '2026-10-26'],
  ['2027-01-01T09:00:00.000Z', 'a Friday of two years', '2026-12-28', '2027-01-04', '2027-01-01'],
])('at %s, %s, this week is from %s to before %s, and overdue is before %s', (at, _name, from, before, today) => {
  expect(dueDays('THIS_WEEK', Date.parse(at))).toEqual({ from, before });
  expect(dueDays('OVERDUE', Date.parse(at))).toEqual({ before: today });
});
