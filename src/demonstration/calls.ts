import { eventGlobalId } from '../facts';
import { FACTS_MAX, type FactToRecord, type RecordedFact } from '../recording';
import { namedBy, naming, type RecordedStory, type StoryFact, type ToldStory } from './story';

/** Facts of a deal that are to be recorded, in the order in which they were learned. */
type Part = Pick<ToldStory, 'dealKey' | 'facts'>;

const SOURCES: Readonly<Record<string, string>> = {
  feeAgreed: 'pricing',
  splitAgreed: 'pricing',
  sowSigned: 'e-sign',
  depositInvoiced: 'invoicing',
  closedWon: 'crm',
};
const OTHER_SOURCE = 'handoff-form';

/**
 * Records whole stories in as few calls as can be. Who retracts or forwards something names it by an id that its
 * recording gave, so such a fact waits for a later call, and with it all that was learned after it.
 */
export class Calls {
  /** The ids of deals, and of their recorded facts by key; by the keys of the deals. */
  private readonly recorded = new Map<string, Pick<RecordedStory, 'dealId'> & { eventIds: Map<string, string> }>();

  constructor(private readonly record: (facts: readonly FactToRecord[]) => Promise<readonly RecordedFact[]>) {}

  /** Records them all; those with no facts are left out. Throws what a call throws; the calls before it stay. */
  async recordAll(stories: readonly ToldStory[]): Promise<RecordedStory[]> {
    let waiting: readonly Part[] = stories;
    while (waiting.length > 0) {
      const parted = waiting.map(partedAtFirstName);
      await this.recordParts(parted.map(([part]) => part));
      waiting = parted.map(([, rest]) => rest).filter(({ facts }) => facts.length > 0);
    }
    return stories.flatMap((story) => {
      const ids = this.recorded.get(story.dealKey);
      return ids ? [{ ...story, ...ids }] : [];
    });
  }

  private async recordParts(parts: readonly Part[]): Promise<void> {
    let call: FactToRecord[] = [];
    for (const part of parts) {
      if (call.length + part.facts.length > FACTS_MAX) {
        await this.send(call);
        call = [];
      }
      call.push(...part.facts.map((fact) => this.stated(part.dealKey, fact)));
    }
    if (call.length > 0) await this.send(call);
  }

  private stated(dealKey: string, { key, occurredAt, learnedAt, fact }: StoryFact): FactToRecord {
    const [kind] = Object.keys(fact);
    const named = namedBy(fact);
    const stated = named === undefined ? fact : naming(fact, this.globalIdOf(dealKey, named));
    const source = SOURCES[kind!] ?? OTHER_SOURCE;
    return { deal: dealKey, event: { occurredAt, source, sourceEventId: key, fact: stated }, learnedAt };
  }

  private async send(call: readonly FactToRecord[]): Promise<void> {
    for (const { deal, event } of await this.record(call)) {
      const { dealId } = event;
      const ids = this.recorded.get(deal.key) ?? { dealId, eventIds: new Map<string, string>() };
      ids.eventIds.set(event.sourceEventId!, event.id);
      this.recorded.set(deal.key, ids);
    }
  }

  private globalIdOf(dealKey: string, key: string): string {
    const { dealId, eventIds } = this.recorded.get(dealKey)!;
    return eventGlobalId(dealId, eventIds.get(key)!);
  }
}

/** What can be recorded at once, and what names a fact and so has to wait, with all after it. */
function partedAtFirstName({ dealKey, facts }: Part): [part: Part, rest: Part] {
  const next = facts.findIndex(({ fact }, index) => index > 0 && namedBy(fact) !== undefined);
  const end = next === -1 ? facts.length : next;
  return [
    { dealKey, facts: facts.slice(0, end) },
    { dealKey, facts: facts.slice(end) },
  ];
}
