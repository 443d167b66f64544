import type { Queryable } from '../database';

/** The most characters of a fact's reference (contract: `DiscoveryInput`). */
const REFERENCE_LENGTH_MAX = 4_000;

/** How the fact names what was reported: by its own words, so that a person recognises it. */
export function referenceOf(words: string): string {
  return words.slice(0, REFERENCE_LENGTH_MAX);
}

/** Whether the fact by which something was reported still stands. */
export async function stillReported(tx: Queryable, dealId: string, eventId: string | null): Promise<boolean> {
  if (eventId === null) return false;
  const [row] = await tx.query<{ retracted: boolean }>(RETRACTED, [dealId, eventId], 'report_retracted');
  return !row!.retracted;
}

const RETRACTED = `
  select exists (
    select from deal_event r
    where r.deal_id = $1 and r.refers_to = $2 and r.type = 'EVENT_RETRACTED') as retracted`;
