import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../database';
import { settledKnowledge } from '../facts';
import { isUuid, londonDate, ProblemCode, Refusal, type Request, readGlobalId, refusalOf } from '../graphql';
import { type Instant, isoOf } from '../rules';
import { lockRun, RUN, runOf } from './loading';
import { postApproval, postPayment, postRevocation } from './postings';
import type { PayRun, PayRunActionName } from './run';
import { changedSince, takeSnapshot } from './snapshot';
import { movePayments } from './statuses';

/** A step of a run, within its transaction: what it does, or undefined where that was done already. */
type Step = (tx: Queryable, run: PayRun, now: Instant) => Promise<readonly unknown[] | undefined>;

/**
 * Creates the run of a period, a snapshot of its lines; the one that there is, if it is not paid yet. Throws a Refusal
 * for a month that has not ended or was paid.
 */
export async function createRun(request: Request, period: string): Promise<{ payRun: PayRun }> {
  const { db, viewer, now: askedAt } = request;
  if (period >= londonDate(askedAt).slice(0, 7))
    throw new Refusal('BAD_USER_INPUT', `${period} has not ended: a month is paid when it is over`, 'period');
  const { refused, ...done } = await db.transaction(async (tx): Promise<{ payRun: PayRun; refused?: string }> => {
    await settledKnowledge(tx);
    const [there] = await tx.query<PayRun>(OF_PERIOD, [period], 'pay_run_of_period');
    if (there?.status === 'PAID') {
      const reason = `${period} was paid, and is closed`;
      await note(tx, request, there.runId, 'CREATE', reason);
      return { payRun: runOf(there), refused: reason };
    }
    if (there) return { payRun: runOf(there) };
    const id = uuidv7();
    const now = isoOf(Date.now());
    const [created] = await tx.query<PayRun>(CREATE, [id, period, now, viewer.personKey], 'create_pay_run');
    await takeSnapshot(tx, id, period);
    await note(tx, request, id, 'CREATE', null);
    return { payRun: runOf(created!) };
  });
  if (refused) throw new Refusal('CONFLICT', refused, 'period', [], done);
  return done;
}

/** Approves a run: somebody else than its creator, and nobody whom it pays. */
export function approveRun(request: Request, given: string): Promise<{ payRun: PayRun }> {
  return take(request, given, 'APPROVE', async (tx, run, now) => {
    if (run.status === 'APPROVED' || run.status === 'PAID') return undefined;
    demand(run, 'DRAFT');
    const me = request.viewer.personKey;
    if (run.createdByKey === me)
      throw new Refusal('FORBIDDEN', 'you have created it: another must approve it', 'payRun');
    const [mine] = await tx.query(IS_PAYEE, [run.runId, me], 'pay_run_pays');
    if (mine) throw new Refusal('FORBIDDEN', 'it pays you: another must approve it', 'payRun');
    await demandUnchanged(tx, run);
    await postApproval(tx, run.runId);
    await movePayments(tx, run.runId, ['RELEASED', 'APPROVED'], now);
    return tx.query(APPROVE, [run.runId, isoOf(now), me], 'approve_pay_run');
  });
}

/** Marks a run as paid, which closes its period for good. */
export function payRun(request: Request, given: string, reference: string): Promise<{ payRun: PayRun }> {
  return take(request, given, 'PAY', async (tx, run, now) => {
    if (run.status === 'PAID' && run.reference === reference) return undefined;
    if (run.status === 'PAID')
      throw new Refusal('CONFLICT', `it was paid already, with the reference ${run.reference}`, 'reference');
    demand(run, 'APPROVED');
    await demandUnchanged(tx, run);
    await postPayment(tx, run.runId);
    const values = [run.runId, isoOf(now), request.viewer.personKey, reference];
    const paid = await tx.query(PAY, values, 'pay_pay_run');
    await movePayments(tx, run.runId, ['APPROVED', 'PAID'], now);
    await tx.query(CLOSE, [run.period, isoOf(now), run.runId], 'close_period');
    return paid;
  });
}

/** Discards a run that is not paid, and makes room for another of its period. */
export function discardRun(request: Request, given: string): Promise<{ payRun: PayRun }> {
  return take(request, given, 'DISCARD', async (tx, run, now) => {
    if (run.status === 'DISCARDED') return undefined;
    if (run.status === 'PAID') throw new Refusal('CONFLICT', 'it was paid: nothing takes that back', 'payRun');
    if (run.status === 'APPROVED') {
      await postRevocation(tx, run.runId);
      await movePayments(tx, run.runId, ['APPROVED', 'RELEASED'], now);
    }
    return tx.query(DISCARD, [run.runId], 'discard_pay_run');
  });
}

/** Takes a step of a run while nothing is recorded; notes that it was taken, or tried and refused. */
async function take(
  request: Request,
  given: string,
  action: PayRunActionName,
  step: Step,
): Promise<{ payRun: PayRun }> {
  const id = readRunId(given);
  try {
    return await request.db.transaction(async (tx) => {
      await settledKnowledge(tx);
      const run = await lockRun(tx, id);
      if (!run) throw new Refusal('NOT_FOUND', `There is no pay run "${given}"`, 'payRun');
      if ((await step(tx, run, Date.now())) === undefined) return { payRun: run };
      await note(tx, request, id, action, null);
      return { payRun: (await lockRun(tx, id))! };
    });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal && refusal.code !== ProblemCode.NOT_FOUND) await note(request.db, request, id, action, refusal.message);
    throw error;
  }
}

/** The UUID of a pay run. Throws BAD_USER_INPUT at `payRun` for what is none. */
export function readRunId(given: string): string {
  const { type, parts } = readGlobalId(given, 'payRun');
  const [id] = parts;
  if (type === 'PayRun' && parts.length === 1 && isUuid(id)) return id;
  throw new Refusal('BAD_USER_INPUT', `"${given}" is not the id of a PayRun`, 'payRun');
}

function demand({ status }: PayRun, needed: PayRun['status']): void {
  if (status !== needed)
    throw new Refusal('CONFLICT', `it is ${status}: only what is ${needed} goes on from here`, 'payRun');
}

async function demandUnchanged(tx: Queryable, { runId, period }: PayRun): Promise<void> {
  const { lines, balances } = await changedSince(tx, runId);
  if (lines + balances === 0) return;
  const since = lines > 0 ? `${lines} lines were posted to ${period}` : 'another run was paid';
  throw new Refusal('CONFLICT', `${since} since it was created: discard it and create another`, 'payRun');
}

async function note(
  tx: Queryable,
  { viewer }: Request,
  runId: string,
  action: PayRunActionName,
  refusal: string | null,
): Promise<void> {
  const values = [runId, uuidv7(), isoOf(Date.now()), viewer.personKey, action, refusal];
  await tx.query(NOTE, values, 'note_pay_run');
}

const OF_PERIOD = `select ${RUN} from pay_run r where r.period = $1 and r.status <> 'DISCARDED'`;

const CREATE = `
  insert into pay_run as r (id, period, status, created_at, created_by) values ($1, $2, 'DRAFT', $3, $4)
  returning ${RUN}`;

const IS_PAYEE = 'select from pay_run_payee where run_id = $1 and payee = $2';

const APPROVE = `update pay_run set status = 'APPROVED', approved_at = $2, approved_by = $3 where id = $1`;
const PAY = `update pay_run set status = 'PAID', paid_at = $2, paid_by = $3, reference = $4 where id = $1`;
const DISCARD = `update pay_run set status = 'DISCARDED' where id = $1`;
const CLOSE = 'insert into period (month, closed_at, run_id) values ($1, $2, $3)';

const NOTE = `
  insert into pay_run_event (run_id, id, at, by, action, refusal) values ($1, $2, $3, $4, $5, $6)`;
