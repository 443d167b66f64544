import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../database';
import { childToChange, dealToChange } from '../deals';
import { afterSubmission, lockDeals } from '../facts';
import { demandFilled, expectVersion, Refusal, type Request } from '../graphql';
import { demandPeople } from '../people';
import { isoOf, RuleError } from '../rules';
import type { Commitment } from './commitment';
import type { ChangeCommitmentInput, CreateCommitmentInput } from './inputs';
import { COMMITMENT, commitmentOf } from './loading';

/** Writes down a commitment, which is open then. Throws a Refusal or RuleError at what is wrong. */
export async function createCommitment(
  request: Request,
  input: CreateCommitmentInput,
): Promise<{ commitment: Commitment; warnings: string[] }> {
  const { db, viewer, loading, now } = request;
  const { dealId } = await dealToChange(request, input.deal, 'deal');
  demandFilled(input, 'words', 'promisedTo');
  demandOneDue(input);
  await demandPeople(db, { promisedBy: input.promisedBy, owner: input.owner });
  const { words, promisedTo, promisedBy, owner, dueWeek, dueOn, evidence } = input;
  const content = [words, promisedTo, promisedBy, owner, dueWeek, dueOn, evidence];
  const values = [dealId, uuidv7(), ...content, isoOf(now), viewer.personKey];
  const commitment = await db.transaction(async (tx) => {
    await standStill(tx, dealId);
    const [row] = await tx.query<Commitment>(CREATE, values, 'create_commitment');
    return commitmentOf(row!);
  });
  loading.forget();
  return { commitment, warnings: await afterSubmission(db, dealId) };
}

/**
 * Changes a commitment from the version expected. Throws a Refusal or RuleError at what is wrong, CONFLICT for another
 * version.
 */
export async function changeCommitment(
  request: Request,
  input: ChangeCommitmentInput,
): Promise<{ commitment: Commitment }> {
  const { db, viewer, now } = request;
  const { dealId, id } = await childToChange(request, 'Commitment', input.commitment, 'commitment');
  demandFilled(input, 'words', 'promisedTo', 'promisedBy', 'status');
  demandOneDue(input);
  await demandPeople(db, { promisedBy: input.promisedBy, owner: input.owner });
  const commitment = await db.transaction(async (tx) => {
    await standStill(tx, dealId);
    const [before] = await tx.query<Commitment>(LOCK, [dealId, id], 'lock_commitment');
    if (!before) throw new Refusal('NOT_FOUND', `There is no Commitment "${input.commitment}"`, 'commitment');
    expectVersion(input.expectedVersion, before.version, { commitment: commitmentOf(before) });
    demandShown(before, input);
    const values = [dealId, id, ...contentAfter(before, input), isoOf(now), viewer.personKey];
    const [row] = await tx.query<Commitment>(CHANGE, values, 'change_commitment');
    return commitmentOf(row!);
  });
  return { commitment };
}

/** Throws a RuleError at `dueOn` where something is due both in a week and on a date. */
export function demandOneDue({ dueWeek, dueOn }: { dueWeek?: number | null; dueOn?: string | null }): void {
  if (typeof dueWeek === 'number' && typeof dueOn === 'string')
    throw new RuleError('dueOn', 'it is due in a week or on a date, not both');
}

/** Whoever moves the weeks of a deal has its row locked: what is due in one of them is dated before or after that. */
async function standStill(tx: Queryable, dealId: string): Promise<void> {
  await lockDeals(tx, [dealId], []);
}

/**
 * Whoever says that it was kept or broken says in the same breath what shows it: what shows that it was made does not.
 * Throws a RuleError at `evidence`.
 */
function demandShown(before: Commitment, { status: given, evidence }: ChangeCommitmentInput): void {
  const status = given ?? before.status;
  const isOver = status === 'KEPT' || status === 'BROKEN';
  const isStill = status === before.status && evidence === undefined;
  if (isOver && !isStill && !evidence?.trim())
    throw new RuleError('evidence', `say what shows that it was ${status.toLowerCase()}: a link or a quotation`);
}

/** What was given in the place of what was there; a week and a date take each other's place. */
function contentAfter(before: Commitment, input: ChangeCommitmentInput): unknown[] {
  const people = { promisedBy: before.promisedByKey, owner: before.ownerKey };
  const replaced = {
    ...(typeof input.dueOn === 'string' && { dueWeek: null }),
    ...(typeof input.dueWeek === 'number' && { dueOn: null }),
  };
  const after = { ...people, ...before, ...replaced, ...input };
  const { words, promisedTo, promisedBy, owner, dueWeek, dueOn, evidence, status } = after;
  return [words, promisedTo, promisedBy, owner, dueWeek, dueOn, evidence, status];
}

const CREATE = `
  insert into commitment as c (deal_id, id, words, promised_to, promised_by, owner, due_week, due_on, due_date,
    evidence, status, version, created_at, updated_at, updated_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, due_date_of($1, $7, $8), $9, 'OPEN', 1, $10, $10, $11)
  returning ${COMMITMENT}`;

const LOCK = `select ${COMMITMENT} from commitment c where c.deal_id = $1 and c.id = $2 for update`;

const CHANGE = `
  update commitment c set words = $3, promised_to = $4, promised_by = $5, owner = $6, due_week = $7, due_on = $8,
    due_date = due_date_of($1, $7, $8), evidence = $9, status = $10, version = c.version + 1,
    updated_at = $11, updated_by = $12
  where c.deal_id = $1 and c.id = $2 returning ${COMMITMENT}`;
