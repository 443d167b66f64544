import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../database';
import { keepPackages } from '../packages';
import { type Instant, isoOf } from '../rules';
import { packageOf } from './package/package';
import { ADD, CHANGE, type NotedTable } from './rows';
import type { Note, RecordedStory } from './story';

/** A note, and the id by which it is stored. */
interface Stored<State extends object> extends RecordedStory {
  id: string;
  note: Note<State>;
}

/**
 * Writes down what belongs to deals beside their facts, as it stood at an instant: risks and commitments as they were
 * declared, the packages frozen with them, and only then what has become of them and what surfaced since. A few
 * statements for all deals: nothing of it is anybody's input.
 */
export async function writeNotes(tx: Queryable, recorded: readonly RecordedStory[], asOf: Instant): Promise<void> {
  const deals = recorded.filter(({ notes }) => notes !== null);
  const flagged = stored(deals, asOf, ({ notes }) => notes!.flagged);
  const promised = stored(deals, asOf, ({ notes }) => notes!.promised);
  await add(tx, 'risk', flagged);
  await add(tx, 'commitment', promised);
  await keepPackages(
    tx,
    deals.flatMap((deal) => packageOf(deal) ?? []),
  );
  await change(tx, 'risk', flagged, asOf);
  await change(tx, 'commitment', promised, asOf);
  await add(
    tx,
    'risk',
    stored(deals, asOf, ({ notes }) => notes!.materialised),
  );
  await add(
    tx,
    'commitment',
    stored(deals, asOf, ({ notes }) => notes!.discovered),
  );
}

function stored<State extends object>(
  deals: readonly RecordedStory[],
  asOf: Instant,
  notesOf: (story: RecordedStory) => readonly Note<State>[],
): Stored<State>[] {
  return deals.flatMap((deal) =>
    notesOf(deal)
      .filter(({ writtenAt }) => writtenAt <= asOf)
      .map((note) => ({ ...deal, note, id: uuidv7() })),
  );
}

async function add<State extends object>(tx: Queryable, table: NotedTable, notes: readonly Stored<State>[]) {
  const rows = notes.map(({ note: { state, ...note }, ...of }) =>
    rowOf(of, note.words, state, 1, note.writtenAt, note.writtenBy),
  );
  await tx.query(ADD[table], [JSON.stringify(rows)], `tell_${table}s`);
}

async function change<State extends object>(
  tx: Queryable,
  table: NotedTable,
  notes: readonly Stored<State>[],
  asOf: Instant,
): Promise<void> {
  const rows = notes.flatMap(({ note: { words, state, changes }, ...of }) => {
    const made = changes.filter(({ at }) => at <= asOf);
    const last = made.at(-1);
    if (!last) return [];
    const now = Object.assign({ ...state }, ...made.map(({ to }) => to)) as State;
    return [rowOf(of, words, now, 1 + made.length, last.at, last.by)];
  });
  await tx.query(CHANGE[table], [JSON.stringify(rows)], `change_${table}s`);
}

/** A row, with the fact that its state names by key. */
function rowOf(
  { dealId, id, eventIds }: Omit<Stored<object>, 'note'>,
  words: string,
  state: object,
  version: number,
  updatedAt: Instant,
  updatedBy: string,
): object {
  const { factKey } = state as { factKey: string | null };
  const eventId = factKey === null ? null : eventIds.get(factKey);
  return { ...state, dealId, id, words, eventId, version, updatedAt: isoOf(updatedAt), updatedBy };
}
