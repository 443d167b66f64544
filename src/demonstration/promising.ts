import type { Handover } from './handover';
import { PROMISES, type Promised } from './package/promises';
import type { CommitmentState, Note, StoryFact } from './story';

type Change = Note<CommitmentState>['changes'][number];

/** Notes are written one after the other, after those of risks. */
const MS_APART = 60_000;
const AFTER_RISKS_MS = 600_000;
/** The week by which what has no date is looked at. */
const SOME_WEEK = 9;
/** Of a hundred commitments so many are kept, broken, released; the others stay open. */
const KEPT = 0.78;
const BROKEN = 0.88;
const RELEASED = 0.94;

/** The commitments that the AE made and wrote down, those that come up later among them; there may be none. */
export function writtenPromises(handover: Handover): Note<CommitmentState>[] {
  const { random, writtenAt, premise } = handover;
  const found = discovered(handover);
  const declared = found.filter(({ fact }) => fact.commitmentDiscovered!.declared);
  const named = found.map(({ fact }) => fact.commitmentDiscovered!.reference);
  const others = random.shuffled([...PROMISES.values()].filter(({ words }) => !named.includes(words)));
  const made = [
    ...declared.map((fact) => [PROMISES.get(fact.fact.commitmentDiscovered!.reference)!, fact] as const),
    ...others.slice(0, random.between(0, 3)).map((promised) => [promised, undefined] as const),
  ];
  return made.map(([promised, fact], index) => ({
    words: promised.words,
    writtenAt: writtenAt + AFTER_RISKS_MS + index * MS_APART,
    writtenBy: premise.accountExecutive,
    state: stateOf(handover, promised),
    changes: handover.happening([
      ...handedOn(handover),
      ...(fact ? [comingUp(handover, promised, fact)] : end(handover, promised)),
    ]),
  }));
}

/** The commitments that the AE did not write down and the client remembered. */
export function forgottenPromises(handover: Handover): Note<CommitmentState>[] {
  const { premise } = handover;
  const forgotten = discovered(handover).filter(({ fact }) => !fact.commitmentDiscovered!.declared);
  return forgotten.map(({ key, learnedAt, fact }) => {
    const promised = PROMISES.get(fact.commitmentDiscovered!.reference)!;
    const known = { dueWeek: null, owner: premise.accountManager, evidence: 'The client quoted it', factKey: key };
    return {
      words: promised.words,
      writtenAt: learnedAt,
      writtenBy: premise.accountManager,
      state: { ...stateOf(handover, promised), ...known },
      changes: [],
    };
  });
}

function discovered({ facts }: Handover): StoryFact[] {
  return facts.filter(({ fact }) => fact.commitmentDiscovered);
}

function stateOf({ premise, sections }: Handover, { to, dueWeek }: Promised): CommitmentState {
  const promisedTo = sections.people[to]!.name!;
  const promisedBy = premise.accountExecutive;
  return { promisedTo, promisedBy, dueWeek, owner: null, status: 'OPEN', evidence: null, factKey: null };
}

/** From the call on the account manager keeps what the AE has promised. */
function handedOn({ calledAt, premise }: Handover): Change[] {
  if (calledAt === undefined) return [];
  return [{ at: calledAt, by: premise.deliveryLead, to: { owner: premise.accountManager } }];
}

function comingUp({ premise }: Handover, { kept }: Promised, { key, learnedAt }: StoryFact): Change {
  return { at: learnedAt, by: premise.deliveryLead, to: { status: 'KEPT', evidence: kept, factKey: key } };
}

function end({ random, premise, endOf, timeFrom }: Handover, { dueWeek, kept, broken }: Promised): Change[] {
  const due = endOf(dueWeek ?? SOME_WEEK);
  const fate = random.next();
  const [early, late] = [random.between(3, 5), random.between(1, 4)];
  const by = premise.accountManager;
  if (fate < KEPT) return [{ at: timeFrom(due - early), by, to: { status: 'KEPT', evidence: kept } }];
  if (fate < BROKEN && dueWeek !== null)
    return [{ at: timeFrom(due + late), by, to: { status: 'BROKEN', evidence: broken } }];
  return fate < RELEASED ? [{ at: timeFrom(due - early), by, to: { status: 'RELEASED' } }] : [];
}
