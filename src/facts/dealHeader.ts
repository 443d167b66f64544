import { millisecondsInSql, type Queryable } from '../database';
import type { Batch } from '../graphql';
import type { Instant } from '../rules';
import type { DealTerms, KnownCalendar } from '../terms';

/** What a deal was opened with: all that its facts are judged by. */
export interface DealHeader extends DealTerms, KnownCalendar {
  dealId: string;
  key: string;
  currency: string;
  deliveryLead: string | null;
  openedAt: Instant;
  /** When its latest fact was recorded. */
  lastRecordedAt: Instant | null;
}

/** The columns of `deal d` for a `DealHeader`. */
const HEADER = `d.id as "dealId", d.key, d.currency, d.calendar_code as "calendarCode", d.plan_code as "planCode",
  d.account_executive as "accountExecutive", d.delivery_lead as "deliveryLead",
  (select max(c.version) from calendar c where c.code = d.calendar_code) as "calendarVersion",
  ${millisecondsInSql('d.opened_at')} as "openedAt",
  ${millisecondsInSql('d.last_recorded_at')} as "lastRecordedAt"`;

/** The headers of deals by id, in their order. */
export const headersById: Batch<string, DealHeader> = async ({ db }, dealIds) => {
  const rows = await db.query<DealHeader>(`select ${HEADER} from deal d where d.id = any($1)`, [dealIds], 'headers');
  const byId = new Map(rows.map((row) => [row.dealId, row]));
  return dealIds.map((dealId) => byId.get(dealId) ?? new Error(`there is no deal ${dealId}`));
};

/**
 * Locks deals, named by id or key, in one order for all writers, until the transaction ends. Whoever asks what was
 * known at an instant waits for those who hold the shared lock: see `settledKnowledge`.
 */
export function lockDeals(tx: Queryable, ids: readonly string[], keys: readonly string[]): Promise<DealHeader[]> {
  return tx.query<DealHeader>(LOCK, [ids, keys], 'lock_deals');
}

/** Waits until all that was being recorded is committed, so that what was known until now stays what was known. */
export async function settledKnowledge(db: Queryable): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(${RECORDING})`, [], 'settled_knowledge');
}

/** The advisory lock that recorders share. */
const RECORDING = 2_001;

const LOCK = `
  with recording as materialized (select pg_advisory_xact_lock_shared(${RECORDING}))
  select ${HEADER} from deal d, recording
  where d.id = any($1) or d.id in (select k.deal_id from deal_key k where k.key = any($2))
  order by d.id for update of d`;
