import { Conditions } from '../database';
import { connectionOf, cursor, isDigits, isInstant, isText, isUuid, type Page, pageOf, type Request } from '../graphql';
import { isoOf } from '../rules';
import { Deal } from './deal';
import type { DealArgs, DealFilter, DealOrderFieldName, DirectionName } from './filter';
import { DEAL, dealOf } from './loading';
import { dealsOf, ownDealsOf } from './visibility';

export const DealConnection = connectionOf('Deal', () => Deal);

/** A page of the deals that the viewer may see. */
export async function listDeals({ db, viewer, now }: Request, args: DealArgs): Promise<Page<Deal>> {
  const field = args.orderBy?.field ?? 'KEY';
  const direction = args.orderBy?.direction ?? 'ASC';
  const { expression, placeInSql, isPlace, placeOf } = ORDERS[field];
  const places = cursor<[string, string]>(`deals:${field}:${direction}`, isPlace, isUuid);
  const after = places.read(args.after);
  const conditions = new Conditions(args.first + 1);
  const me = ownDealsOf(viewer);
  if (me !== null) conditions.add(`d.id = any(${dealsOf(conditions.bind(me))})`);
  restrict(conditions, args.filter, isoOf(now));
  if (after) {
    const [value, id] = [conditions.bind(after[0]), conditions.bind(after[1])];
    conditions.add(`(${expression}, d.id) ${direction === 'ASC' ? '>' : '<'} (${placeInSql(value)}, ${id}::uuid)`);
  }
  // Filters make too many statements to keep each of them prepared.
  const name = args.filter
    ? undefined
    : `deals_${field}_${direction}${me === null ? '' : '_of'}${after ? '_after' : ''}`;
  const rows = await db.query<Deal>(statement(conditions, field, direction), conditions.values, name?.toLowerCase());
  return pageOf(rows.map(dealOf), args, (deal) => places.write([placeOf(deal), deal.dealId]));
}

/**
 * An order of deals: what it compares is never null, so that every deal has its place, and is indexed as written here.
 */
interface Order {
  expression: string;
  /** The place of a cursor, which a placeholder stands for, as SQL to compare with. */
  placeInSql: (place: string) => string;
  isPlace: (value: unknown) => value is string;
  placeOf: (deal: Deal) => string;
}

const ORDERS: Readonly<Record<DealOrderFieldName, Order>> = {
  KEY: {
    expression: 'key_order(d.key)',
    placeInSql: (place) => `key_order(${place})`,
    isPlace: isText,
    placeOf: ({ key }) => key,
  },
  FEE: {
    expression: 'coalesce(d.fee_minor, -1)',
    placeInSql: (place) => `${place}::bigint`,
    isPlace: isDigits,
    placeOf: ({ feeMinor }) => feeMinor ?? '-1',
  },
  NEXT_DUE: {
    expression: `coalesce(d.next_due_at, 'infinity')`,
    placeInSql: (place) => `${place}::timestamptz`,
    isPlace: (value): value is string => value === 'infinity' || isInstant(value),
    placeOf: ({ nextDueAt }) => nextDueAt ?? 'infinity',
  },
};

function restrict(conditions: Conditions, filter: DealFilter | null | undefined, now: string): void {
  if (filter?.stage) conditions.addOneOf('d.stage', filter.stage);
  if (filter?.accountExecutive) conditions.add(`d.account_executive = ${conditions.bind(filter.accountExecutive)}`);
  if (filter?.accountManager) conditions.add(`d.account_manager = ${conditions.bind(filter.accountManager)}`);
  if (filter?.triggeredFrom != null)
    conditions.add(`d.triggered_at >= ${conditions.bind(isoOf(filter.triggeredFrom))}`);
  if (filter?.triggeredBefore != null)
    conditions.add(`d.triggered_at < ${conditions.bind(isoOf(filter.triggeredBefore))}`);
  if (filter?.sla) restrictSla(conditions, filter.sla, now);
  if (filter?.fault) restrictFault(conditions, filter.fault, now);
}

/** A stored RUNNING clock is BREACHED once its deadline has passed (rules.md §4). */
function restrictSla(conditions: Conditions, { sla, status }: NonNullable<DealFilter['sla']>, now: string): void {
  const which = sla ? `and c.sla = ${conditions.bind(sla)}` : '';
  const holds = hasStatus(conditions, status, now);
  conditions.add(`exists (select from sla_clock c where c.deal_id = d.id ${which} and ${holds})`);
}

function hasStatus(conditions: Conditions, status: string, now: string): string {
  const stored = `c.status = ${conditions.bind(status)}`;
  if (status === 'RUNNING') return `${stored} and c.due_at >= ${conditions.bind(now)}::timestamptz`;
  if (status !== 'BREACHED') return stored;
  return `(${stored} or c.status = 'RUNNING' and c.due_at < ${conditions.bind(now)}::timestamptz)`;
}

/** A call can have become late by the passing of time alone. */
function restrictFault(conditions: Conditions, fault: NonNullable<DealFilter['fault']>, now: string): void {
  const stored = `exists (select from handoff_fault f where f.deal_id = d.id and f.code = ${conditions.bind(fault)})`;
  conditions.add(fault === 'CALL_LATE' ? `(${stored} or ${isCallOverdue(conditions.bind(now))})` : stored);
}

function isCallOverdue(now: string): string {
  return `exists (select from sla_clock c where c.deal_id = d.id and c.sla = 'HOLD_CALL'
    and c.status = 'RUNNING' and c.due_at < ${now}::timestamptz)`;
}

function statement(conditions: Conditions, field: DealOrderFieldName, direction: DirectionName): string {
  const { expression } = ORDERS[field];
  return `select ${DEAL} from deal d ${conditions.where}
    order by ${expression} ${direction}, d.id ${direction} limit $1`;
}
