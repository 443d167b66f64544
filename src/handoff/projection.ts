import type { DealChange, Projection } from '../facts';
import { isoOf, isoOrNull } from '../rules';

/** Writes the clocks and faults that follow from changes; rows that stay as they are are not touched. */
export const projectHandoff: Projection = async (tx, changes) => {
  const dealIds = changes.map(({ deal }) => deal.dealId);
  const values = [JSON.stringify(changes.flatMap(clockRows)), JSON.stringify(changes.flatMap(faultRows)), dealIds];
  await tx.query(WRITE_HANDOFF, values, 'write_handoff');
};

function clockRows({ deal, latest, at }: DealChange) {
  const { bases, slas } = latest.handoff;
  return bases.map(({ facts, blameAt }, index) => ({
    deal_id: deal.dealId,
    sla: facts.sla,
    status: slas[index]!.status,
    started_at: isoOrNull(facts.startedAt),
    due_at: isoOrNull(facts.dueAt),
    met_at: isoOrNull(facts.metAt),
    waived_at: isoOrNull(facts.waivedAt),
    blame_at: isoOrNull(facts.startedAt === null ? null : blameAt()),
    updated_at: isoOf(at),
  }));
}

function faultRows({ deal, latest }: DealChange) {
  return latest.handoff.faults.map(({ code, evidence }) => ({ deal_id: deal.dealId, code, evidence }));
}

const CLOCK_FACTS = ['status', 'started_at', 'due_at', 'met_at', 'waived_at', 'blame_at'];

const of = (alias: string) => CLOCK_FACTS.map((column) => `${alias}.${column}`).join(', ');

const WRITE_HANDOFF = `
  with clocks as (
    insert into sla_clock (deal_id, sla, ${CLOCK_FACTS.join(', ')}, updated_at)
    select deal_id, sla, ${CLOCK_FACTS.join(', ')}, updated_at from jsonb_to_recordset($1::jsonb) as given (
      deal_id uuid, sla text, status text, started_at timestamptz, due_at timestamptz, met_at timestamptz,
      waived_at timestamptz, blame_at timestamptz, updated_at timestamptz)
    where not exists (select from sla_clock c where c.deal_id = given.deal_id and c.sla = given.sla
      and (${of('c')}) is not distinct from (${of('given')}))
    on conflict (deal_id, sla) do update
      set ${[...CLOCK_FACTS, 'updated_at'].map((column) => `${column} = excluded.${column}`).join(', ')}),
  faults as (select * from jsonb_to_recordset($2::jsonb) as given (deal_id uuid, code text, evidence uuid[])),
  gone as (
    delete from handoff_fault f
    where f.deal_id = any($3) and (f.deal_id, f.code) not in (select deal_id, code from faults))
  insert into handoff_fault as f (deal_id, code, evidence) select deal_id, code, evidence from faults
  on conflict (deal_id, code) do update set evidence = excluded.evidence where f.evidence <> excluded.evidence`;
