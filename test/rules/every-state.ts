import fc from 'fast-check';
import { type DealState, derivation } from '../../src/rules';
import { deals, inFull, stateOf } from './deals';
import { stateOf as answerTo, CALENDARS, VECTORS } from './scenarios';

/**
 * The states and derivations of all worked examples and of 250 drawn deals, always the same ones. Started as a program
 * it prints them, after the wall clock's reading of one instant in the machine's own time zone.
 */
export function everyState(): string[] {
  const worked = VECTORS.map(({ scenario }) => {
    const { zone } = CALENDARS.get(scenario.calendar ?? 'england-and-wales')!;
    return inWords(answerTo(scenario), zone.name);
  });
  const drawn = fc.sample(deals, { numRuns: 250, seed: 2 });
  return [...worked, ...drawn.map((deal) => inWords(stateOf(deal), deal.terms.calendar.zone.name))];
}

function inWords(state: DealState, zone: string): string {
  const about = { accountExecutive: 'ae-1', currency: 'GBP', zone };
  const steps = state.commission.payments.map((payment) => derivation(state, payment, about));
  const details = steps.flatMap((derived) => derived.map(({ detail }) => detail));
  return `${inFull(state)}${details.join('\n')}`;
}

if (require.main === module)
  process.stdout.write(JSON.stringify({ wallClock: new Date(0).toString(), states: everyState() }));
