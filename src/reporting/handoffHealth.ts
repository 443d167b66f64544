import { Refusal, type Request } from '../graphql';
import {
  byCodeUnit,
  dayOfDate,
  FAULT_CODES,
  type HandoffFaultCode,
  isoOf,
  SLA_CODES,
  type SlaCode,
  TIMELINE_STEPS,
  Zone,
} from '../rules';
import type {
  HandoffHealth,
  HandoffHealthArgs,
  HandoffHealthRow,
  HealthDimensionName,
  SlaHealth,
  StepHealth,
} from './health';

const LONDON = Zone.named('Europe/London');
const WHOLE_BP = 10_000;

/** What one statement counts; `isTotal` is true of all handoffs together. */
interface Counted {
  handoffs: { who: string | null; isTotal: boolean; handoffs: number; withFaults: number }[];
  clocks: ({ who: string | null; isTotal: boolean; sla: SlaCode } & Omit<SlaHealth, 'sla' | 'onTimeBp'>)[];
  steps: ({ who: string | null; isTotal: boolean } & StepHealth)[];
  faults: { who: string | null; isTotal: boolean; code: HandoffFaultCode; handoffs: number }[];
}

/** No engagement began before, or will after; what lies further is no timestamp of a database. */
const EARLIEST = '1900-01-01';
const LATEST = '2999-12-31';

/**
 * How the handoffs triggered in an interval went, as of now; an AE's own. One SQL statement. Throws BAD_USER_INPUT at
 * `to` for an interval that ends before it begins.
 */
export async function handoffHealth({ db, viewer, now }: Request, args: HandoffHealthArgs): Promise<HandoffHealth> {
  const { from, to, groupBy } = args;
  if (to < from) throw new Refusal('BAD_USER_INPUT', `${to} is before ${from}`, 'to');
  if (from < EARLIEST) throw new Refusal('BAD_USER_INPUT', `${from} is before ${EARLIEST}`, 'from');
  if (to > LATEST) throw new Refusal('BAD_USER_INPUT', `${to} is after ${LATEST}`, 'to');
  const start = LONDON.startOf(dayOfDate(from));
  const end = LONDON.startOf(dayOfDate(to) + 1);
  const seller = viewer.role === 'ACCOUNT_EXECUTIVE' ? viewer.personKey : null;
  const values = [isoOf(start), isoOf(end), seller, isoOf(now)];
  const [row] = await db.query<{ counted: Counted }>(
    statement(groupBy),
    values,
    `health_${groupBy ?? 'all'}`.toLowerCase(),
  );
  const { counted } = row!;
  const people = counted.handoffs.filter(({ isTotal }) => !isTotal).map(({ who }) => who);
  people.sort((a, b) => byCodeUnit(a ?? '', b ?? ''));
  const rows = !groupBy ? [] : people.map((who) => rowOf(counted, who, false));
  return { from, to, rows, total: rowOf(counted, null, true) };
}

function rowOf({ handoffs, clocks, steps, faults }: Counted, who: string | null, isTotal: boolean): HandoffHealthRow {
  const isOfRow = (one: { who: string | null; isTotal: boolean }) => one.who === who && one.isTotal === isTotal;
  const all = handoffs.find(isOfRow);
  const ofRow = clocks.filter(isOfRow);
  return {
    personKey: who,
    handoffs: all?.handoffs ?? 0,
    withFaults: all?.withFaults ?? 0,
    slas: SLA_CODES.map((sla) =>
      slaHealth(
        sla,
        ofRow.find((clock) => clock.sla === sla),
      ),
    ),
    steps: TIMELINE_STEPS.map((step) => {
      const found = steps.find((one) => isOfRow(one) && one.step === step);
      return { step, done: found?.done ?? 0, medianMinutes: found?.medianMinutes ?? null };
    }),
    faults: FAULT_CODES.map((code) => {
      const found = faults.find((fault) => isOfRow(fault) && fault.code === code);
      return { code, handoffs: found?.handoffs ?? 0 };
    }),
  };
}

function slaHealth(sla: SlaCode, counted: Omit<SlaHealth, 'sla' | 'onTimeBp'> | undefined): SlaHealth {
  const { onTime, late, waived, open, stopped, medianMinutes, medianMinutesFromTrigger } = counted ?? NOTHING;
  const decided = onTime + late;
  const onTimeBp = decided === 0 ? null : Math.round((onTime * WHOLE_BP) / decided);
  return { sla, onTime, late, waived, open, stopped, onTimeBp, medianMinutes, medianMinutesFromTrigger };
}

const NOTHING = {
  ...{ onTime: 0, late: 0, waived: 0, open: 0, stopped: 0 },
  ...{ medianMinutes: null, medianMinutesFromTrigger: null },
};

const PERSON: Readonly<Record<HealthDimensionName, string>> = {
  ACCOUNT_EXECUTIVE: 'd.account_executive',
  DELIVERY_LEAD: 'd.delivery_lead',
  ACCOUNT_MANAGER: 'd.account_manager',
};

/** When each step of a handoff was reached: the first fact of it that stands, and Week 1 as it was confirmed. */
const STEPS = `
      select h.who, h.triggered_at, c.step, c.at
      from (
        select id, 'HANDOFF_CALL' as step, met_at as at from clock where sla = 'HOLD_CALL' and met_at is not null
        union all
        select e.deal_id, case e.type
            when 'KICKOFF_CONFIRMED' then 'KICKOFF'
            when 'WORKSHOP_DELIVERED' then 'WEEK_2_WORKSHOP'
            when 'QUALITY_GATE_PASSED' then 'WEEK_6_QUALITY_GATE'
            when 'BOARD_REPORT_DELIVERED' then 'WEEK_12_BOARD_REPORT'
            else 'WEEK_' || (e.details ->> 'week') || '_WALKTHROUGH' end,
          min(case e.type when 'KICKOFF_CONFIRMED' then h.week_one::timestamp at time zone h.zone
            else e.occurred_at end)
        from handoff h join deal_event e on e.deal_id = h.id
        where e.occurred_at <= coalesce(h.cancelled_at, $4::timestamptz)
          and (e.type = 'KICKOFF_CONFIRMED'
            or e.type = 'WORKSHOP_DELIVERED' and e.details -> 'week' = '2' and (e.details ->> 'attended')::int >= 1
            or e.type = 'WALKTHROUGH_HELD' and e.details -> 'week' in ('4', '8')
            or e.type = 'QUALITY_GATE_PASSED' and e.details -> 'week' = '6'
            or e.type = 'BOARD_REPORT_DELIVERED' and e.details -> 'week' = '12')
          and not exists (select from deal_event r
            where r.deal_id = e.deal_id and r.refers_to = e.id and r.type = 'EVENT_RETRACTED')
        group by 1, 2) as c
      join handoff h on h.id = c.id
      where c.at <= coalesce(h.cancelled_at, $4::timestamptz)`;

/** A stored RUNNING clock is BREACHED once its deadline has passed, and the call is late with it (rules.md §4, §6). */
function statement(groupBy: HealthDimensionName | null | undefined): string {
  const who = groupBy ? PERSON[groupBy] : 'null::text';
  return `
    with handoff as materialized (
      select d.id, ${who} as who, d.triggered_at, d.week_one, d.cancelled_at, c.zone
      from deal d cross join lateral (
        select zone from calendar where code = d.calendar_code order by version desc limit 1) as c
      where d.triggered_at >= $1::timestamptz and d.triggered_at < $2::timestamptz
        and ($3::text is null or d.account_executive = $3)),
    clock as materialized (
      select h.id, h.who, c.sla, h.triggered_at, c.started_at, c.met_at,
        case when c.status = 'RUNNING' and c.due_at < $4::timestamptz then 'BREACHED' else c.status end as status
      from handoff h join sla_clock c on c.deal_id = h.id),
    step as materialized (${STEPS}),
    fault as materialized (
      select h.id, h.who, f.code from handoff h join handoff_fault f on f.deal_id = h.id
      union
      select id, who, 'CALL_LATE' from clock where sla = 'HOLD_CALL' and status = 'BREACHED')
    select json_build_object(
      'handoffs', (select coalesce(json_agg(row_to_json(counted)), '[]') from (
        select who, grouping(who) = 1 as "isTotal", count(*) as handoffs,
          count(*) filter (where exists (select from fault f where f.id = h.id)) as "withFaults"
        from handoff h group by grouping sets ((who), ())) as counted),
      'clocks', (select coalesce(json_agg(row_to_json(counted)), '[]') from (
        select who, grouping(who) = 1 as "isTotal", sla,
          count(*) filter (where status = 'MET') as "onTime",
          count(*) filter (where status in ('MET_LATE', 'BREACHED')) as late,
          count(*) filter (where status = 'WAIVED') as waived,
          count(*) filter (where status in ('NOT_STARTED', 'RUNNING', 'PAUSED')) as open,
          count(*) filter (where status = 'STOPPED') as stopped,
          percentile_disc(0.5) within group (
            order by greatest(floor(extract(epoch from met_at - started_at) / 60), 0)::int)
            filter (where met_at is not null) as "medianMinutes",
          percentile_disc(0.5) within group (
            order by greatest(floor(extract(epoch from met_at - triggered_at) / 60), 0)::int)
            filter (where met_at is not null) as "medianMinutesFromTrigger"
        from clock group by grouping sets ((who, sla), (sla))) as counted),
      'steps', (select coalesce(json_agg(row_to_json(counted)), '[]') from (
        select who, grouping(who) = 1 as "isTotal", step, count(*) as done,
          percentile_disc(0.5) within group (
            order by greatest(floor(extract(epoch from at - triggered_at) / 60), 0)::int) as "medianMinutes"
        from step group by grouping sets ((who, step), (step))) as counted),
      'faults', (select coalesce(json_agg(row_to_json(counted)), '[]') from (
        select who, grouping(who) = 1 as "isTotal", code, count(*) as handoffs
        from fault group by grouping sets ((who, code), (code))) as counted)) as counted`;
}
