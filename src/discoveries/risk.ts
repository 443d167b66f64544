import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../database';
import { type Deal, dealToAct } from '../deals';
import { type DealEvent, lockDeals, shownEvent } from '../facts';
import { Refusal, type Request, readChildId } from '../graphql';
import { demandPeople } from '../people';
import { recordDeeds } from '../recording';
import { RISK, type Risk, riskOf } from '../risks';
import { isoOf } from '../rules';
import { termsBook } from '../terms';
import { wasDeclared } from './declared';
import type { ReportRiskMaterialisedInput } from './inputs';
import { demandNoneBlank, demandNoneOf, referenceOf, stillReported } from './reported';

/** A risk that was reported. */
interface Reported {
  risk: Risk;
  event: DealEvent;
  declared: boolean;
}

/**
 * Records that a risk has materialised, declared or not, and writes it down if nobody has; in one transaction.
 * Throws a Refusal or RuleError at what is wrong, CONFLICT where it was reported already.
 */
export async function reportRisk(request: Request, input: ReportRiskMaterialisedInput): Promise<Reported> {
  const { db, loading } = request;
  const deal = await dealToAct(request, input.deal, 'deal');
  demandOne(input);
  await demandPeople(db, { owner: input.owner });
  const book = await termsBook(db);
  const reported = await db.transaction(async (tx) => {
    await lockDeals(tx, [deal.dealId], []);
    const known = input.risk ? await knownRisk(tx, deal, input.risk) : undefined;
    const declared = known ? await wasDeclared(tx, 'risks', deal.dealId, known.riskId, input.occurredAt) : false;
    const reference = referenceOf(known?.description ?? input.description!);
    const fact = { riskMaterialised: { reference, declared } };
    const [event] = await recordDeeds(tx, request, book, deal.key, [
      { occurredAt: input.occurredAt, whenField: 'occurredAt', fact, isVouchedFor: true },
    ]);
    const row = known
      ? await materialise(tx, request, known, event!.id)
      : await writeDown(tx, request, deal, input, event!.id);
    return { risk: riskOf(row), event: shownEvent(event!, deal.currency), declared };
  });
  loading.forget();
  return reported;
}

function demandOne(input: ReportRiskMaterialisedInput): void {
  demandNoneBlank(input, 'description');
  if (Boolean(input.risk) === Boolean(input.description))
    throw new Refusal('BAD_USER_INPUT', 'give either a risk that is written down, or the description of one', 'risk');
  if (input.risk) demandNoneOf(input, 'changeRisk', 'likelihood', 'owner');
}

async function knownRisk(tx: Queryable, { dealId }: Deal, given: string): Promise<Risk> {
  const { dealId: ofDeal, id } = readChildId('Risk', given, 'risk');
  const [risk] = ofDeal === dealId ? await tx.query<Risk>(FIND, [dealId, id], 'risk_to_report') : [];
  if (!risk) throw new Refusal('NOT_FOUND', `The deal has no risk "${given}"`, 'risk');
  if (await stillReported(tx, dealId, risk.eventId))
    throw new Refusal('CONFLICT', 'it is reported already: retract that fact first', 'risk', [], {
      risk: riskOf(risk),
    });
  return risk;
}

async function materialise(
  tx: Queryable,
  { now, viewer }: Request,
  { dealId, riskId }: Risk,
  eventId: string,
): Promise<Risk> {
  const values = [dealId, riskId, eventId, isoOf(now), viewer.personKey];
  const [row] = await tx.query<Risk>(MATERIALISE, values, 'materialise_risk');
  return row!;
}

async function writeDown(
  tx: Queryable,
  { now, viewer }: Request,
  { dealId }: Deal,
  { description, likelihood, owner }: ReportRiskMaterialisedInput,
  eventId: string,
): Promise<Risk> {
  const values = [dealId, uuidv7(), description, likelihood ?? 'HIGH', owner, eventId, isoOf(now), viewer.personKey];
  const [row] = await tx.query<Risk>(WRITE_DOWN, values, 'write_down_risk');
  return row!;
}

const FIND = `select ${RISK} from risk c where c.deal_id = $1 and c.id = $2 for update`;

const MATERIALISE = `
  update risk c set status = 'MATERIALISED', status_before = nullif(c.status, 'MATERIALISED'), event_id = $3,
    version = c.version + 1, updated_at = $4, updated_by = $5
  where c.deal_id = $1 and c.id = $2 returning ${RISK}`;

const WRITE_DOWN = `
  insert into risk as c (deal_id, id, description, likelihood, owner, status, event_id, version, created_at,
    updated_at, updated_by)
  values ($1, $2, $3, $4, $5, 'MATERIALISED', $6, 1, $7, $7, $8) returning ${RISK}`;
