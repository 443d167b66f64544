import type { Handover } from './handover';
import { type FlaggedRisk, RISKS } from './package/risks';
import type { Note, RiskState, StoryFact } from './story';

type Change = Note<RiskState>['changes'][number];

/** Notes are written one after the other. */
const MS_APART = 60_000;
const AGREED = 0.85;
const LOOKED_AT = 4;
/** The months in which a cohort starts that spans them. */
const SUMMER = ['06', '07', '08'];

/** The risks that the AE flags, those that materialise as declared among them; there may be none. */
export function flaggedRisks(handover: Handover): Note<RiskState>[] {
  const { random, writtenAt, premise } = handover;
  const told = materialised(handover);
  const declared = told.filter(({ fact }) => fact.riskMaterialised!.declared);
  const named = told.map(({ fact }) => fact.riskMaterialised!.reference);
  const possible = [...RISKS.values()].filter(({ words }) => !named.includes(words) && isPossible(words, handover));
  const others = random.shuffled(possible);
  const flagged = [
    ...declared.map((fact) => [RISKS.get(fact.fact.riskMaterialised!.reference)!, fact] as const),
    ...others.slice(0, random.between(0, 3)).map((risk) => [risk, undefined] as const),
  ];
  return flagged.map(([risk, fact], index) => ({
    words: risk.words,
    writtenAt: writtenAt + index * MS_APART,
    writtenBy: premise.accountExecutive,
    state: { ...UNKNOWN, likelihood: risk.likelihood, mitigation: risk.mitigation },
    changes: handover.happening([...agreement(handover, risk), ...(fact ? [comingUp(handover, fact)] : end(handover))]),
  }));
}

/** Nobody fears the summer holidays in winter. */
function isPossible(words: string, { days, endOf }: Handover): boolean {
  return !words.includes('summer') || SUMMER.includes(days.dateOf(endOf(1)).slice(5, 7));
}

/** The risks that nobody flagged and that materialised. */
export function missedRisks(handover: Handover): Note<RiskState>[] {
  const missed = materialised(handover).filter(({ fact }) => !fact.riskMaterialised!.declared);
  return missed.map(({ key, learnedAt, fact }) => ({
    words: fact.riskMaterialised!.reference,
    writtenAt: learnedAt,
    writtenBy: handover.premise.deliveryLead,
    state: { ...UNKNOWN, likelihood: 'HIGH', status: 'MATERIALISED', factKey: key },
    changes: [],
  }));
}

const UNKNOWN: RiskState = {
  likelihood: 'LOW',
  mitigation: null,
  agreedMitigation: null,
  reviewOn: null,
  reviewedOn: null,
  owner: null,
  status: 'OPEN',
  factKey: null,
};

function materialised({ facts }: Handover): StoryFact[] {
  return facts.filter(({ fact }) => fact.riskMaterialised);
}

/** What is agreed in the call, and who looks after it from there on. */
function agreement({ calledAt, random, premise, days, endOf }: Handover, { agreed }: FlaggedRisk): Change[] {
  const isAgreed = random.chance(AGREED);
  const owner = random.pick([premise.accountManager, premise.accountManager, premise.deliveryLead]);
  if (calledAt === undefined || !isAgreed) return [];
  const reviewOn = days.dateOf(days.from(endOf(LOOKED_AT) - 2));
  return [{ at: calledAt, by: premise.deliveryLead, to: { agreedMitigation: agreed, owner, reviewOn } }];
}

function comingUp({ premise }: Handover, { key, learnedAt }: StoryFact): Change {
  return { at: learnedAt, by: premise.deliveryLead, to: { status: 'MATERIALISED', factKey: key, reviewOn: null } };
}

/** Most are harmless at a review, or gone by the board report; a few nobody ever closes. */
function end({ random, premise, days, endOf, timeFrom }: Handover): Change[] {
  const week = random.pick([LOOKED_AT, LOOKED_AT, 8, 8, 12, 12, null]);
  const at = timeFrom(endOf(week ?? LOOKED_AT) - random.between(1, 3));
  const looked = { reviewedOn: days.dateOf(days.dayOf(at)), reviewOn: null };
  if (week === null) return [{ at, by: premise.accountManager, to: { ...looked, reviewOn: laterReview(days, endOf) } }];
  return [{ at, by: premise.accountManager, to: { ...looked, status: week === 12 ? 'CLOSED' : 'MITIGATED' } }];
}

function laterReview(days: Handover['days'], endOf: Handover['endOf']): string {
  return days.dateOf(days.from(endOf(8) - 2));
}
