import type { Day, PackageSections } from '../../rules';
import type { Random } from '../random';
import type { Workdays } from '../workdays';
import { sectorOfClient } from './sectors';

const MODULES = [
  'Module 1: From colleague to manager',
  'Module 2: Difficult conversations',
  'Module 3: One-to-ones that matter',
  'Module 4: Managing across shifts',
  'Module 5: Fair decisions under pressure',
  'Module 6: Coaching on the job',
];
const BESPOKE = [
  'Case studies from their own incident log',
  'An opening by their chief executive, filmed once',
  'A version of the workbook for people who share a desk',
  'A short session for the union representatives',
];
const OUT_OF_SCOPE = [
  'Coaching of the executive team',
  'A second survey in Week 12',
  'Sites abroad',
  'Design of their appraisal form',
  'Sessions for apprentices',
];
/** Cohorts start two weeks apart. */
const DAYS_APART = 14;
const LARGE_FEE = 100_000;
const SMALL_FEE = 30_000;

/** The channels that nudges go through, and what setting each up takes. */
export const NUDGES = [
  { channel: 'Microsoft Teams', setup: 'A Teams app, to be approved by their security board: two weeks' },
  { channel: 'Email', setup: 'Nothing: email goes through, we are on their list since the pilot' },
  { channel: 'Text message', setup: 'Numbers come as a list from HR; that needs a data agreement' },
  { channel: 'Slack', setup: 'The owner of their workspace adds our bot' },
] as const;

/** Section D: what is delivered, with cohorts that start on working days from Week 1 on. */
export function programmeFor(
  clientName: string,
  fee: number,
  nudgeChannel: string,
  weekOne: Day,
  days: Workdays,
  random: Random,
): PackageSections['whatWeAreDelivering'] {
  const { cohorts } = sectorOfClient(clientName);
  const bespoke = random.chance(0.4) ? [random.pick(BESPOKE)] : [];
  return {
    modules: random.shuffled(MODULES).slice(0, random.between(1, 3)).sort(),
    cohorts: Array.from({ length: cohortsFor(fee, random) }, (_, index) => ({
      number: index + 1,
      size: random.between(12, 24),
      composition: cohorts[index % cohorts.length]!,
      startsOn: days.dateOf(days.from(weekOne + index * DAYS_APART)),
    })),
    workshopModality: random.pick(['IN_PERSON', 'IN_PERSON', 'VIRTUAL', 'HYBRID'] as const),
    nudgeChannel,
    bespokeElements: bespoke.map((element) => ({ element, signOff: `DL-${random.between(100, 999)}` })),
    outOfScope: random.shuffled(OUT_OF_SCOPE).slice(0, random.between(0, 2)),
  };
}

function cohortsFor(fee: number, random: Random): number {
  if (fee < SMALL_FEE) return 1;
  return fee < LARGE_FEE ? random.between(1, 2) : random.between(2, 4);
}
