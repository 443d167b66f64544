import { columnsOf, isoInSql, type Queryable } from '../database';
import type { Batch } from '../graphql';
import { PayRun, PayRunEvent, PayRunPayee, type PayRunPayeeRow } from './run';

/** The columns of `pay_run r` for a `PayRun`. */
export const RUN = columnsOf(PayRun, 'r');

/** A row as a pay run. */
export function runOf(row: PayRun): PayRun {
  return Object.assign(new PayRun(), row);
}

/** The pay runs of those UUIDs, in their order; null where there is none. */
export const runsById: Batch<string, PayRun | null> = async ({ db }, ids) => {
  const rows = await db.query<PayRun>(`select ${RUN} from pay_run r where r.id = any($1)`, [ids], 'pay_runs_by_id');
  const byId = new Map(rows.map((row) => [row.runId, runOf(row)]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** What runs pay, by payee, then currency; one SQL statement. */
export const payeesOfRuns: Batch<string, PayRunPayee[]> = async ({ db }, ids) => {
  const rows = await db.query<PayRunPayeeRow>(PAYEES, [ids], 'payees_of_runs');
  return ids.map((id) => rows.filter(({ runId }) => runId === id).map((row) => new PayRunPayee(row)));
};

/** What was done to runs, or tried, in the order of time; one SQL statement. */
export const eventsOfRuns: Batch<string, PayRunEvent[]> = async ({ db }, ids) => {
  const rows = await db.query<PayRunEvent & { runId: string }>(EVENTS, [ids], 'events_of_runs');
  return ids.map((id) => rows.filter(({ runId }) => runId === id).map((row) => Object.assign(new PayRunEvent(), row)));
};

/** The run of that UUID, locked until the transaction ends; undefined where there is none. */
export async function lockRun(tx: Queryable, id: string): Promise<PayRun | undefined> {
  const [row] = await tx.query<PayRun>(`select ${RUN} from pay_run r where r.id = $1 for update`, [id], 'lock_run');
  return row && runOf(row);
}

const PAYEES = `
  select run_id as "runId", payee as "payeeKey",
    (select n.number from employee_number n where n.person = payee) as "employeeNumber",
    currency, lines, brought_forward_minor::text as "broughtForwardMinor",
    lines_minor::text as "linesMinor", payable_minor::text as "payableMinor",
    carried_forward_minor::text as "carriedForwardMinor"
  from pay_run_payee where run_id = any($1) order by run_id, payee collate "C", currency`;

const EVENTS = `
  select run_id as "runId", ${isoInSql('at')} as at, by as "byKey", action, refusal
  from pay_run_event where run_id = any($1) order by run_id, at, id`;
