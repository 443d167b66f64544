import type { Day, PackageSections } from '../../rules';
import { Random } from '../random';
import type { Workdays } from '../workdays';
import { clientBasics } from './client';
import { commercialsOf } from './commercials';
import { peopleAt } from './contacts';
import { townOf } from './places';
import { NUDGES, programmeFor } from './programme';
import { whatTheyAreSolving } from './solving';

/** What was sold, of which a package tells. */
export interface Sold {
  clientName: string;
  calendar: string;
  currency: string;
  /** In whole units of the currency, by hundreds. */
  fee: number;
  depositOn: Day;
  weekOne: Day;
  days: Workdays;
}

/** Sections A to E of the package of a deal: the same for the same seed. */
export function sectionsOf(sold: Sold, seed: number): PackageSections {
  const random = new Random(seed);
  const { clientName, calendar, fee, weekOne, days } = sold;
  const town = townOf(calendar, random);
  const nudge = random.pick(NUDGES);
  const whatWeAreDelivering = programmeFor(clientName, fee, nudge.channel, weekOne, days, random);
  const seats = whatWeAreDelivering.cohorts!.reduce((sum, { size }) => sum + size!, 0);
  return {
    clientBasics: clientBasics(clientName, calendar, town, seats + random.between(0, 40), random),
    people: peopleAt(clientName, town, nudge.setup, random),
    whatTheyAreSolving: whatTheyAreSolving(random),
    whatWeAreDelivering,
    commercials: commercialsOf(sold, whatWeAreDelivering.cohorts!.length, random),
  };
}
