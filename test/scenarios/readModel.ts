import type { Queryable } from '../../src/database';

/** All that is stored of one deal, with events named by their keys at their source instead of by their ids. */
export interface StoredDeal {
  deal: Record<string, unknown>;
  events: Record<string, unknown>[];
  clocks: Record<string, unknown>[];
  faults: Record<string, unknown>[];
  payments: Record<string, unknown>[];
  versions: Record<string, unknown>[];
  /** Posted lines that no reversal took back. */
  live: Record<string, unknown>[];
  /** Every posted line, with what its postings add up to. */
  lines: Record<string, unknown>[];
  /** What was written down beside the facts. */
  risks: Record<string, unknown>[];
  commitments: Record<string, unknown>[];
  packages: Record<string, unknown>[];
  revisions: Record<string, unknown>[];
}

/**
 * What is stored of each deal, by key: the same for the same history, in whichever database and calls it was recorded.
 */
export async function readModel(db: Queryable): Promise<Map<string, StoredDeal>> {
  const tables = await Promise.all(Object.values(TABLES).map((statement) => db.query<Row>(statement)));
  const names = Object.keys(TABLES) as (keyof typeof TABLES)[];
  const stored = new Map<string, StoredDeal>();
  for (const deal of await db.query<{ key: string }>(DEALS)) {
    const empty = Object.fromEntries(names.map((name) => [name, []])) as unknown as Omit<StoredDeal, 'deal'>;
    stored.set(deal.key, { ...empty, deal: readable(deal) });
  }
  names.forEach((name, index) => {
    for (const { deal_key, ...row } of tables[index]!) stored.get(deal_key)![name].push(readable(row));
  });
  return stored;
}

/** Instants as the API writes them. */
function readable(row: Record<string, unknown>): Record<string, unknown> {
  const shown = (value: unknown) =>
    typeof value === 'string' && INSTANT.test(value)
      ? new Date(value.replace(' ', 'T').replace('+00', 'Z')).toISOString()
      : value;
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, shown(value)]));
}

const INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/;

type Row = Record<string, unknown> & { deal_key: string };

const DEALS = `
  select key, client_name, currency, calendar_code, plan_code, account_executive, delivery_lead, opened_at,
    last_recorded_at, updated_at, stage, owner, point_of_contact, account_manager, unmet_conditions, triggered_at,
    week_one, cancelled_at, fee_minor, entitlement_minor, plan_version, next_due_at
  from deal order by key`;

const LINES = `
  select d.key as deal_key, l.kind, l.tranche, l.payee, l.currency, l.amount_minor, l.effective_at, l.recorded_at,
    l.period, l.plan_version, cause.source_event_id as event, undone.kind as reverses,
    (select json_object_agg(p.account, p.amount_minor) from posting p
     where p.deal_id = l.deal_id and p.line_id = l.id) as postings
  from commission_line l join deal d on d.id = l.deal_id
  join deal_event cause on cause.deal_id = l.deal_id and cause.id = l.event_id
  left join commission_line undone on undone.deal_id = l.deal_id and undone.id = l.reverses`;

const IN_ORDER = 'order by d.key, l.recorded_at, l.effective_at, l.kind, l.tranche, l.payee, l.amount_minor';

const TABLES = {
  events: `
    select d.key as deal_key, e.type, e.occurred_at, e.recorded_at, e.recorded_by, e.source, e.source_event_id,
      e.details - 'retracts' - 'forwards' as details, named.source_event_id as names
    from deal_event e join deal d on d.id = e.deal_id
    left join deal_event named on named.deal_id = e.deal_id and named.id = e.refers_to
    order by d.key, e.recorded_at`,
  clocks: `
    select d.key as deal_key, c.sla, c.status, c.started_at, c.due_at, c.met_at, c.waived_at, c.blame_at, c.updated_at
    from sla_clock c join deal d on d.id = c.deal_id order by d.key, c.sla`,
  faults: `
    select d.key as deal_key, f.code, array(
      select e.source_event_id from unnest(f.evidence) with ordinality as proof (id, place)
      join deal_event e on e.deal_id = f.deal_id and e.id = proof.id order by place) as evidence
    from handoff_fault f join deal d on d.id = f.deal_id order by d.key, f.code`,
  payments: `
    select d.key as deal_key, p.tranche, p.payee, p.currency, p.status, p.amount_minor, p.released_minor, p.earned_at,
      p.released_at, p.waiting_for, p.withdrawn, p.updated_at
    from commission_payment p join deal d on d.id = p.deal_id order by d.key, p.tranche, p.payee`,
  versions: `
    select d.key as deal_key, v.tranche, v.payee, v.recorded_at, v.status, v.amount_minor, v.released_minor,
      v.earned_at, v.released_at, v.withdrawn
    from commission_payment_version v join deal d on d.id = v.deal_id
    order by d.key, v.tranche, v.payee, v.recorded_at`,
  live: `
    ${LINES} where l.kind <> 'REVERSAL'
      and not exists (select from commission_line r where r.deal_id = l.deal_id and r.reverses = l.id) ${IN_ORDER}`,
  lines: `${LINES} ${IN_ORDER}`,
  risks: `
    select d.key as deal_key, r.description, r.likelihood, r.mitigation, r.agreed_mitigation, r.review_on,
      r.reviewed_on, r.owner, r.status, r.version, r.created_at, r.updated_at, r.updated_by, e.source_event_id as event
    from risk r join deal d on d.id = r.deal_id left join deal_event e on (e.deal_id, e.id) = (r.deal_id, r.event_id)
    order by d.key, r.created_at, r.description`,
  commitments: `
    select d.key as deal_key, c.words, c.promised_to, c.promised_by, c.due_week, c.due_date, c.owner, c.status,
      c.evidence, c.version, c.created_at, c.updated_at, c.updated_by, e.source_event_id as event
    from commitment c join deal d on d.id = c.deal_id
    left join deal_event e on (e.deal_id, e.id) = (c.deal_id, c.event_id) order by d.key, c.created_at, c.words`,
  packages: `
    select d.key as deal_key, p.sections, p.version, p.revision, p.updated_at, p.updated_by
    from handoff_package p join deal d on d.id = p.deal_id order by d.key`,
  revisions: `
    select d.key as deal_key, r.revision, r.content, r.package - 'deal_id' as package,
      jsonb_array_length(r.risks) as risks, jsonb_array_length(r.commitments) as commitments,
      e.source_event_id as event
    from package_revision r join deal d on d.id = r.deal_id
    join deal_event e on (e.deal_id, e.id) = (r.deal_id, r.event_id) order by d.key, r.revision`,
};
