import type { Queryable } from '../database';
import { type Instant, isoOf } from '../rules';

/** What a package lists. */
export type Listed = 'risks' | 'commitments';

/**
 * Whether something was in a package that had been submitted by an instant: whoever reports it does not decide that. A
 * submission that was retracted does not count.
 */
export async function wasDeclared(
  tx: Queryable,
  listed: Listed,
  dealId: string,
  id: string,
  at: Instant,
): Promise<boolean> {
  const values = [dealId, JSON.stringify([{ id }]), isoOf(at)];
  const [row] = await tx.query<{ declared: boolean }>(DECLARED[listed], values, `declared_${listed}`);
  return row!.declared;
}

const DECLARED: Readonly<Record<Listed, string>> = {
  risks: declaredIn('risks'),
  commitments: declaredIn('commitments'),
};

function declaredIn(column: Listed): string {
  return `
    select exists (
      select from package_revision p join deal_event e on e.deal_id = p.deal_id and e.id = p.event_id
      where p.deal_id = $1 and p.${column} @> $2::jsonb and e.occurred_at <= $3::timestamptz
        and not exists (
          select from deal_event r
          where r.deal_id = e.deal_id and r.refers_to = e.id and r.type = 'EVENT_RETRACTED')) as declared`;
}
