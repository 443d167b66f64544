import type { Queryable } from '../database';
import { type Deal, dealsById, dealToAct } from '../deals';
import { judgedDeal, lockDeals } from '../facts';
import { demandFilled, expectVersion, Refusal, type Request, readChildId } from '../graphql';
import { demandPeople } from '../people';
import { recordDeeds } from '../recording';
import { RISK, type Risk, riskOf } from '../risks';
import { countingCall, isoOf, ROLES_OF_THE_CALL, type Role } from '../rules';
import { termsBook } from '../terms';
import type { Done } from './assigning';
import type { AgreedMitigationInput, HoldHandoffCallInput } from './inputs';

/**
 * Records that the call was held, what was agreed against each risk, and the onboarding dates that were confirmed; all
 * or none. Throws a Refusal at what is wrong, CONFLICT for another version of a risk.
 */
export async function holdCall(request: Request, input: HoldHandoffCallInput): Promise<Done> {
  const { db, loading } = request;
  const deal = await dealToAct(request, input.deal, 'deal');
  await demandMitigations(request, input.mitigations);
  const book = await termsBook(db);
  const open = await db.transaction(async (tx) => {
    await lockDeals(tx, [deal.dealId], []);
    for (const [index, agreed] of input.mitigations.entries())
      await agree(tx, request, deal.dealId, agreed, `mitigations.${index}`);
    const { heldAt: occurredAt, attendees, weekOne } = input;
    const kickoff = weekOne ? [{ occurredAt, whenField: 'heldAt', fact: { kickoffConfirmed: { weekOne } } }] : [];
    const held = { occurredAt, whenField: 'heldAt', fact: { callHeld: { attendees } } };
    await recordDeeds(tx, request, book, deal.key, [held, ...kickoff]);
    const risks = await tx.query<{ description: string }>(WITHOUT_MITIGATION, [deal.dealId], 'risks_not_agreed');
    return risks.map(({ description }) => `No mitigation was agreed for the risk: ${description}`);
  });
  loading.forget();
  const warnings = [
    ...absences(input),
    ...unnamed(input, deal),
    ...(await packageWarnings(request, deal.dealId)),
    ...open,
  ];
  return { deal: await loading.by(dealsById).load(deal.dealId), warnings };
}

async function demandMitigations({ db }: Request, mitigations: readonly AgreedMitigationInput[]): Promise<void> {
  for (const [index, agreed] of mitigations.entries()) {
    if (agreed.agreedMitigation.trim() === '')
      throw new Refusal('BAD_USER_INPUT', 'it cannot be blank', `mitigations.${index}.agreedMitigation`);
    demandFilled(agreed, 'owner');
  }
  const owners = mitigations.map(({ owner }, index) => [`mitigations.${index}.owner`, owner] as const);
  await demandPeople(db, Object.fromEntries(owners));
}

async function agree(
  tx: Queryable,
  { now, viewer }: Request,
  dealId: string,
  { risk: given, expectedVersion, agreedMitigation, owner }: AgreedMitigationInput,
  path: string,
): Promise<void> {
  const { dealId: ofDeal, id } = readChildId('Risk', given, `${path}.risk`);
  const [risk] = ofDeal === dealId ? await tx.query<Risk>(FIND, [dealId, id], 'risk_to_agree') : [];
  if (!risk) throw new Refusal('NOT_FOUND', `The deal has no risk "${given}"`, `${path}.risk`);
  expectVersion(expectedVersion, riskOf(risk).version, {}, `${path}.expectedVersion`);
  const values = [dealId, id, agreedMitigation, owner ?? risk.ownerKey, isoOf(now), viewer.personKey];
  await tx.query(AGREE, values, 'agree_mitigation');
}

/** Why it does not count. */
function absences({ attendees }: HoldHandoffCallInput): string[] {
  const absent = ROLES_OF_THE_CALL.filter((role) => !attendees.includes(role));
  if (absent.length === 0) return [];
  return [`The call does not count: ${absent.join(' and ')} did not attend. The AE stays the client's contact.`];
}

/** Who is said to have attended, of whom the deal does not know who that is. */
function unnamed({ attendees }: HoldHandoffCallInput, { deliveryLeadKey, accountManagerKey }: Deal): string[] {
  const nobody = (role: Role, key: string | null) => key === null && attendees.includes(role);
  return [
    ...(nobody('ACCOUNT_MANAGER', accountManagerKey)
      ? ['The deal has no account manager yet: assign who attended.']
      : []),
    ...(nobody('DELIVERY_LEAD', deliveryLeadKey) ? ['The deal has no delivery lead who could have attended.'] : []),
  ];
}

async function packageWarnings(request: Request, dealId: string): Promise<string[]> {
  const { state } = await judgedDeal(request, dealId, {});
  const isMissing = state.handoff.faults.some(({ code }) => code === 'PACKAGE_MISSING_AT_CALL');
  return isMissing && countingCall(state.history) ? ['The call was held without a submitted handoff package.'] : [];
}

const FIND = `select ${RISK} from risk c where c.deal_id = $1 and c.id = $2 for update`;

const AGREE = `
  update risk c set agreed_mitigation = $3, owner = $4, version = c.version + 1, updated_at = $5, updated_by = $6
  where c.deal_id = $1 and c.id = $2`;

const WITHOUT_MITIGATION = `
  select description from risk c where c.deal_id = $1 and c.status = 'OPEN' and c.agreed_mitigation is null
  order by c.created_at, c.id limit 100`;
