import type { Database } from '../../src/database';
import type { FactInput } from '../../src/facts';
import type { Viewer } from '../../src/graphql';
import { FACTS_MAX, openDeals, recordFacts } from '../../src/recording';
import { isoOf } from '../../src/rules';
import type { Client } from './client';
import { inLanes } from './rounds';
import type { Story } from './stories';

/** A deal that was opened, and what is to be recorded of it. */
export interface Told {
  deal: { dealId: string; key: string };
  story: Story;
}

/** A fact of a deal, as `recordEvents` takes it. */
export interface Stated {
  deal: string;
  event: { occurredAt: string; source: string; sourceEventId: string; fact: FactInput };
}

/** Records anything. */
export const RECORDER: Viewer = { personKey: 'ad-1', role: 'ADMIN' };

const OPENED_AT_ONCE = 500;
const LANES = 4;

/** Opens a deal for each story. */
export async function openAll(db: Database, stories: readonly Story[]): Promise<Told[]> {
  const told: Told[] = [];
  await inLanes(1, parts(stories, OPENED_AT_ONCE), async (part) => {
    const given = part.map(({ facts, ...story }) => ({
      ...story,
      clientName: `Client of ${isoOf(story.openedAt)}`,
      currency: 'GBP',
      plan: 'standard',
    }));
    const opened = await openDeals(db, RECORDER, given);
    told.push(...opened.map((deal, index) => ({ deal, story: part[index]! })));
  });
  return told;
}

/** Records all that has happened to deals by now, as if it had always been learned at once. */
export async function recordAll(db: Database, told: readonly Told[]): Promise<void> {
  const now = Date.now();
  const facts = told.map(({ deal, story }) =>
    story.facts
      .filter(({ occurredAt }) => occurredAt <= now)
      .map((event) => ({ deal: deal.key, event, learnedAt: event.occurredAt })),
  );
  const most = Math.max(...facts.map(({ length }) => length));
  const calls = parts(facts, Math.floor(FACTS_MAX / most)).map((part) => part.flat());
  await inLanes(LANES, calls, (call) => recordFacts(db, RECORDER, call));
}

/** The facts of a deal in order, as an importer states them. */
export function statedOf({ deal, story }: Told): Stated[] {
  return story.facts.map(({ occurredAt, fact }, index) => ({
    deal: deal.key,
    event: { occurredAt: isoOf(occurredAt), source: 'bench', sourceEventId: `${deal.key}-${index}`, fact },
  }));
}

/** The body of a request that records facts. */
export function recordingOf(events: readonly Stated[]): string {
  return JSON.stringify({ query: RECORD, variables: { input: { events } } });
}

/** Records facts over HTTP. Throws where any is refused. */
export async function record(client: Client, body: string): Promise<void> {
  const { recordEvents } = await client.ask<{ recordEvents: { errors: unknown[] } }>(body);
  if (recordEvents.errors.length > 0) throw new Error(`Facts were refused: ${JSON.stringify(recordEvents.errors)}`);
}

/** Items in parts of at most so many. */
export function parts<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

const RECORD = `
  mutation Record($input: RecordEventsInput!) {
    recordEvents(input: $input) { events { id } errors { code message path } }
  }`;
