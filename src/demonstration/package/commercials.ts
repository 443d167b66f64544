import { type Day, type PackageSections, parseMinor } from '../../rules';
import type { Random } from '../random';
import { decimal } from '../telling';
import type { Workdays } from '../workdays';

type Commercials = PackageSections['commercials'];

const SIDE_COMMITMENTS = [
  'Rights to a case study, subject to their sign-off of every word',
  'A reference call with two of our prospects',
  'First refusal on a second year at the same day rate',
];
const WEEK_2_DAYS = 7;
const WEEK_12_DAYS = 77;

/** The fee and the days on which parts of it are invoiced. */
interface Terms {
  /** In whole units of the currency, by hundreds: hundredths of it are whole, too. */
  fee: number;
  currency: string;
  depositOn: Day;
  weekOne: Day;
  days: Workdays;
}

/** Section E: the fee as the calculator gave it, and three milestones of which the first is the deposit. */
export function commercialsOf(
  { fee, currency, depositOn, weekOne, days }: Terms,
  cohorts: number,
  random: Random,
): Commercials {
  const money = (whole: number) => parseMinor(decimal(whole), currency, 'amount');
  const percent = (share: number) => money((fee / 100) * share);
  const [onboarding, nudges] = [random.between(6, 10), random.between(10, 16)];
  const on = (day: Day) => days.dateOf(days.from(day));
  return {
    fee: money(fee),
    breakdown: [
      { item: 'Onboarding and kickoff', amount: percent(onboarding) },
      { item: 'Workshops, facilitation and materials', amount: percent(92 - onboarding - nudges) },
      { item: 'Nudges and dashboard', amount: percent(nudges) },
      { item: 'Board report', amount: percent(8) },
    ],
    discounts: random.chance(0.3)
      ? [
          {
            description: cohorts > 1 ? 'Second cohort' : 'New client',
            amount: percent(5),
            signOff: `CFO-${random.between(100, 999)}`,
          },
        ]
      : [],
    milestones: [
      { milestone: 'Deposit', amount: percent(40), invoiceOn: days.dateOf(depositOn) },
      { milestone: 'Week 2 workshop', amount: percent(30), invoiceOn: on(weekOne + WEEK_2_DAYS) },
      { milestone: 'Board report', amount: percent(30), invoiceOn: on(weekOne + WEEK_12_DAYS) },
    ],
    sideCommitments: random.shuffled(SIDE_COMMITMENTS).slice(0, random.between(0, 1)),
  };
}
