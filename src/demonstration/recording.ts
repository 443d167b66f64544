import type { Database } from '../database';
import type { Viewer } from '../graphql';
import { openDeals, recordFacts } from '../recording';
import type { Instant } from '../rules';
import { StartFailure } from '../start-failure';
import { definePlan, termsBook } from '../terms';
import { Calls } from './calls';
import { examplePlans, pastExamples } from './examples';
import { storiesUntil } from './stories';
import type { RecordedStory, Story, ToldStory } from './story';

/** The demonstration is a history that its administrator imports. */
const IMPORTER: Viewer = { personKey: 'ad-1', role: 'ADMIN' };

/**
 * Opens the deals of the demonstration as of an instant and records what has become of them; what is there already
 * stays as it is. Throws a StartFailure where somebody else has opened deals meanwhile.
 */
export async function recordStories(db: Database, asOf: Instant): Promise<RecordedStory[]> {
  for (const [code, plan] of examplePlans()) await definePlan(db, code, plan);
  const book = await termsBook(db);
  const stories = [...storiesUntil(asOf, (code) => book.calendar(code)!), ...pastExamples(asOf)];
  stories.sort((a, b) => a.deal.openedAt - b.deal.openedAt);
  const keys = await dealsOf(db, stories);
  const told = stories.map((story, index): ToldStory => ({ ...story, dealKey: keys[index]! }));
  return new Calls((facts) => recordFacts(db, IMPORTER, facts)).recordAll(told);
}

/** The keys of the stories' deals: all are opened at once, so either none is there or all are. */
async function dealsOf(db: Database, stories: readonly Story[]): Promise<string[]> {
  const there = await db.query<{ key: string; clientName: string }>(DEALS);
  const given = stories.map(({ deal }) => deal);
  if (there.length === 0) return (await openDeals(db, IMPORTER, given)).map(({ key }) => key);
  if (there.length !== given.length || given.some(({ clientName }, index) => clientName !== there[index]?.clientName))
    throw new StartFailure(OTHERS_DEALS);
  return there.map(({ key }) => key);
}

const OTHERS_DEALS =
  'Loading the demonstration was interrupted, and other deals were opened since: ' +
  'set DEMO=false, or give an empty database';

const DEALS = `select key, client_name as "clientName" from deal order by key, id`;
