import { type Day, dayOfDate } from '../rules';
import type { Client } from './clients';
import { flaggedRisks, missedRisks } from './flagging';
import { Handover } from './handover';
import { sectionsOf } from './package/sections';
import { forgottenPromises, writtenPromises } from './promising';
import { Random } from './random';
import type { Notes, StoryFact } from './story';
import type { Telling } from './telling';

/** The seeds of what is written are far from those of the stories. */
const SEEDS_FROM = 1_000_000;
const DAYS_OF_ONBOARDING = 28;
const SECTIONS_MOST = 4;

/** What was written down of the deal of that number. Null where it is never signed by both. */
export function notesOf(
  index: number,
  client: Client,
  { premise, days }: Telling,
  facts: readonly StoryFact[],
  triggered: Day | undefined,
): Notes | null {
  const signed = facts.filter(({ fact }) => fact.sowSigned)[1];
  const deposit = facts.find(({ fact }) => fact.depositInvoiced) ?? signed;
  if (!signed || !deposit || triggered === undefined) return null;
  const weekOne = weekOneOf(facts) ?? days.mondayFrom(triggered + DAYS_OF_ONBOARDING);
  const sold = {
    clientName: client.name,
    calendar: client.calendar,
    currency: premise.currency,
    fee: premise.fee,
    depositOn: days.dayOf(deposit.occurredAt),
    weekOne,
    days,
  };
  const sections = sectionsOf(sold, SEEDS_FROM + index);
  const random = new Random(2 * SEEDS_FROM + index);
  const handover = new Handover(facts, premise, sections, days, random, triggered, weekOne);
  return {
    writtenAt: handover.writtenAt,
    sections,
    sectionsBegun: random.between(1, SECTIONS_MOST),
    flagged: flaggedRisks(handover),
    promised: writtenPromises(handover),
    materialised: missedRisks(handover),
    discovered: forgottenPromises(handover),
  };
}

function weekOneOf(facts: readonly StoryFact[]): Day | undefined {
  const date = facts.find(({ fact }) => fact.kickoffConfirmed)?.fact.kickoffConfirmed?.weekOne;
  return date === undefined ? undefined : dayOfDate(date);
}
