import type { Queryable } from '../database';
import { RuleError } from '../rules';

/** The most characters of a fact's reference (contract: `DiscoveryInput`). */
const REFERENCE_LENGTH_MAX = 4_000;

/** How the fact names what was reported: by its own words, so that a person recognises it. */
export function referenceOf(words: string): string {
  return words.slice(0, REFERENCE_LENGTH_MAX);
}

/** Throws a RuleError at the first of some fields that is blank; null is as good as left out. */
export function demandNoneBlank<Input>(input: Input, ...fields: (keyof Input & string)[]): void {
  for (const field of fields) {
    const value: unknown = input[field];
    if (typeof value === 'string' && value.trim() === '') throw new RuleError(field, 'it cannot be blank');
  }
}

/** Throws a RuleError at the first of some fields that is given, though what is reported is written down already. */
export function demandNoneOf<Input>(input: Input, mutation: string, ...fields: (keyof Input & string)[]): void {
  for (const field of fields)
    if (input[field] !== undefined && input[field] !== null)
      throw new RuleError(field, `it is written down already: change it by \`${mutation}\``);
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
