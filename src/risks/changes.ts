import { v7 as uuidv7 } from 'uuid';
import { childToChange, dealToChange } from '../deals';
import { afterSubmission } from '../facts';
import { demandFilled, expectVersion, londonDate, Refusal, type Request } from '../graphql';
import { demandPeople } from '../people';
import { isoOf, RuleError } from '../rules';
import type { ChangeRiskInput, CreateRiskInput } from './inputs';
import { RISK, riskOf } from './loading';
import type { Risk } from './risk';

/** Writes down a risk, which is open then. Throws a Refusal or RuleError at what is wrong. */
export async function createRisk(
  request: Request,
  input: CreateRiskInput,
): Promise<{ risk: Risk; warnings: string[] }> {
  const { db, viewer, loading, now } = request;
  const { dealId } = await dealToChange(request, input.deal, 'deal');
  demandFilled(input, 'description');
  await demandPeople(db, { owner: input.owner });
  const { description, likelihood, mitigation, agreedMitigation, reviewOn, owner } = input;
  const content = [description, likelihood, mitigation, agreedMitigation, reviewOn, owner];
  const values = [dealId, uuidv7(), ...content, isoOf(now), viewer.personKey];
  const [row] = await db.query<Risk>(CREATE, values, 'create_risk');
  loading.forget();
  return { risk: riskOf(row!), warnings: await afterSubmission(db, dealId) };
}

/**
 * Changes a risk from the version expected. Throws a Refusal or RuleError at what is wrong, CONFLICT for another
 * version.
 */
export async function changeRisk(request: Request, input: ChangeRiskInput): Promise<{ risk: Risk }> {
  const { db, viewer, now } = request;
  const { dealId, id } = await childToChange(request, 'Risk', input.risk, 'risk');
  demandFilled(input, 'description', 'likelihood', 'status');
  demandPast(input.reviewedOn, now);
  await demandPeople(db, { owner: input.owner });
  const risk = await db.transaction(async (tx) => {
    const [before] = await tx.query<Risk>(LOCK, [dealId, id], 'lock_risk');
    if (!before) throw new Refusal('NOT_FOUND', `There is no Risk "${input.risk}"`, 'risk');
    expectVersion(input.expectedVersion, before.version, { risk: riskOf(before) });
    demandReported(before, input);
    const values = [dealId, id, ...contentAfter(before, input), isoOf(now), viewer.personKey];
    const [row] = await tx.query<Risk>(CHANGE, values, 'change_risk');
    return riskOf(row!);
  });
  return { risk };
}

/**
 * That a risk materialised is a fact of the deal, with a fault where nobody had declared it: reporting records it.
 * While that fact stands, the risk is not one that may yet happen.
 */
function demandReported(before: Risk, { status }: ChangeRiskInput): void {
  if (status === before.status) return;
  const isReported = before.eventId !== null;
  if (status === 'MATERIALISED' && !isReported)
    throw new Refusal('BAD_USER_INPUT', 'a risk that materialised is reported: use reportRiskMaterialised', 'status');
  if (status === 'OPEN' && isReported)
    throw new Refusal('BAD_USER_INPUT', 'it has materialised: if it has not, retract the fact that says so', 'status');
}

/** Nobody has looked at it tomorrow. */
function demandPast(reviewedOn: string | null | undefined, now: number): void {
  if (reviewedOn && reviewedOn > londonDate(now))
    throw new RuleError('reviewedOn', `${reviewedOn} has not come yet: nobody has looked at it then`);
}

function contentAfter(before: Risk, input: ChangeRiskInput): unknown[] {
  const after = { owner: before.ownerKey, ...before, ...input };
  const { description, likelihood, mitigation, agreedMitigation, reviewOn, reviewedOn, status, owner } = after;
  return [description, likelihood, mitigation, agreedMitigation, reviewOn, reviewedOn, status, owner];
}

const CREATE = `
  insert into risk as c (deal_id, id, description, likelihood, mitigation, agreed_mitigation, review_on, owner, status,
    version, created_at, updated_at, updated_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, 'OPEN', 1, $9, $9, $10) returning ${RISK}`;

const LOCK = `select ${RISK} from risk c where c.deal_id = $1 and c.id = $2 for update`;

const CHANGE = `
  update risk c set description = $3, likelihood = $4, mitigation = $5, agreed_mitigation = $6, review_on = $7,
    reviewed_on = $8, status = $9, owner = $10, version = c.version + 1, updated_at = $11, updated_by = $12
  where c.deal_id = $1 and c.id = $2 returning ${RISK}`;
