import type { Batch } from '../graphql';
import type { LocalDate, Role } from '../rules';

/** An open commitment or risk with a date. */
export interface Pending {
  dealId: string;
  kind: 'COMMITMENT' | 'RISK_REVIEW';
  id: string;
  words: string;
  dueOn: LocalDate;
  owner: string | null;
  /** The role of the owner; null for nobody. */
  role: Role | null;
}

/** As many as anybody looks at of each kind, those due first coming first. */
const OF_A_KIND_MAX = 50;

/** What of deals is open and dated, beside clocks and steps; one SQL statement. */
export const pendingOfDeals: Batch<string, Pending[]> = async ({ db }, dealIds) => {
  const rows = await db.query<Pending>(PENDING, [dealIds], 'pending');
  const byDeal = new Map(dealIds.map((dealId): [string, Pending[]] => [dealId, []]));
  for (const row of rows) byDeal.get(row.dealId)!.push(row);
  return dealIds.map((dealId) => byDeal.get(dealId)!);
};

const PENDING = `
  select asked.deal_id as "dealId", pending.*
  from unnest($1::uuid[]) as asked (deal_id)
  cross join lateral (
    (select 'COMMITMENT' as kind, c.id, c.words, c.due_date as "dueOn", c.owner,
       (select p.role from person p where p.key = c.owner) as role from commitment c
     where c.deal_id = asked.deal_id and c.status = 'OPEN' and c.due_date is not null
     order by c.due_date, c.id limit ${OF_A_KIND_MAX})
    union all
    (select 'RISK_REVIEW', r.id, r.description, r.review_on, r.owner,
       (select p.role from person p where p.key = r.owner) from risk r
     where r.deal_id = asked.deal_id and r.status <> 'CLOSED' and r.review_on is not null
     order by r.review_on, r.id limit ${OF_A_KIND_MAX})) as pending`;
