import type { Queryable } from '../database';

/** What may have changed while nobody listened. */
export interface Missed {
  deals: string[];
  runs: string[];
  /** More deals than are told one by one. */
  isTooMuch: boolean;
}

const MOST = 1_000;

/** What has changed since an instant, by the indexes of changes; two statements. */
export async function missedSince(db: Queryable, since: string): Promise<Missed> {
  const deals = await db.query<{ id: string }>(DEALS, [since], 'missed_deals');
  const runs = await db.query<{ id: string }>(RUNS, [since], 'missed_pay_runs');
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return { deals: idsOf(deals.slice(0, MOST)), runs: idsOf(runs), isTooMuch: deals.length > MOST };
}

/** What is not stamped as it is written has the instant of its request, which began a while before. */
const EARLIER = `$1::timestamptz - interval '1 minute'`;

const DEALS = `
  select id from (
    select id from deal where changed_at >= $1::timestamptz
    union select deal_id from commission_payment where changed_at >= $1::timestamptz
    union select deal_id from risk where changed_at >= $1::timestamptz
    union select deal_id from commitment where changed_at >= $1::timestamptz
    union select deal_id from handoff_package where updated_at >= ${EARLIER}
    union select deal_id from mail where created_at >= ${EARLIER}) as changed
  limit ${MOST + 1}`;

const RUNS = `select distinct run_id as id from pay_run_event where at >= ${EARLIER}`;
