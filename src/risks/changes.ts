import { v7 as uuidv7 } from 'uuid';
import { childToChange, dealToChange } from '../deals';
import { demandFilled, expectVersion, Refusal, type Request } from '../graphql';
import { demandPeople } from '../people';
import { isoOf } from '../rules';
import type { ChangeRiskInput, CreateRiskInput } from './inputs';
import { RISK, riskOf } from './loading';
import type { Risk } from './risk';

/** Writes down a risk, which is open then. Throws a Refusal or RuleError at what is wrong. */
export async function createRisk(request: Request, input: CreateRiskInput): Promise<{ risk: Risk }> {
  const { db, viewer, loading, now } = request;
  const { dealId } = await dealToChange(request, input.deal, 'deal');
  demandFilled(input, 'description');
  await demandPeople(db, { owner: input.owner });
  const { description, likelihood, mitigation, owner } = input;
  const values = [dealId, uuidv7(), description, likelihood, mitigation, owner, isoOf(now), viewer.personKey];
  const [row] = await db.query<Risk>(CREATE, values, 'create_risk');
  loading.forget();
  return { risk: riskOf(row!) };
}

/**
 * Changes a risk from the version expected. Throws a Refusal or RuleError at what is wrong, CONFLICT for another
 * version.
 */
export async function changeRisk(request: Request, input: ChangeRiskInput): Promise<{ risk: Risk }> {
  const { db, viewer, now } = request;
  const { dealId, id } = await childToChange(request, 'Risk', input.risk, 'risk');
  demandFilled(input, 'description', 'likelihood', 'status');
  await demandPeople(db, { owner: input.owner });
  const risk = await db.transaction(async (tx) => {
    const [before] = await tx.query<Risk>(LOCK, [dealId, id], 'lock_risk');
    if (!before) throw new Refusal('NOT_FOUND', `There is no Risk "${input.risk}"`, 'risk');
    expectVersion(input.expectedVersion, before.version, { risk: riskOf(before) });
    const { description, likelihood, mitigation, status, owner } = { owner: before.ownerKey, ...before, ...input };
    const content = [description, likelihood, mitigation, status, owner];
    const [row] = await tx.query<Risk>(CHANGE, [dealId, id, ...content, isoOf(now), viewer.personKey], 'change_risk');
    return riskOf(row!);
  });
  return { risk };
}

const CREATE = `
  insert into risk as c (deal_id, id, description, likelihood, mitigation, owner, status, version,
    created_at, updated_at, updated_by)
  values ($1, $2, $3, $4, $5, $6, 'OPEN', 1, $7, $7, $8) returning ${RISK}`;

const LOCK = `select ${RISK} from risk c where c.deal_id = $1 and c.id = $2 for update`;

const CHANGE = `
  update risk c set description = $3, likelihood = $4, mitigation = $5, status = $6, owner = $7,
    version = c.version + 1, updated_at = $8, updated_by = $9
  where c.deal_id = $1 and c.id = $2 returning ${RISK}`;
