import type { Batch } from '../graphql';
import type { Instant } from '../rules';
import { settledKnowledge } from './dealHeader';

/** Facts recorded longer ago than this are committed, or were never recorded. */
const SETTLED_AFTER_MS = 600_000;

/** Waits, where an instant is recent, until all that was being recorded then is committed; one statement. */
export const settledUntil: Batch<Instant, true> = async ({ db, now }, instants) => {
  if (instants.some((instant) => instant > now - SETTLED_AFTER_MS)) await settledKnowledge(db);
  return instants.map(() => true as const);
};
