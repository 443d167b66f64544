import { isoInSql, type Queryable } from '../database';
import { type Deal, dealsById, dealToAct } from '../deals';
import { judgedDeal, lockDeals } from '../facts';
import { demandFilled, Refusal, type Request, readChildId } from '../graphql';
import { demandPeople } from '../people';
import { recordDeeds } from '../recording';
import { RISK, type Risk, riskOf } from '../risks';
import { isoOf, ROLES_OF_THE_CALL, type Role } from '../rules';
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
    await demandNotHeld(tx, deal, input);
    for (const [index, agreed] of input.mitigations.entries())
      await agree(tx, request, deal.dealId, agreed, `mitigations.${index}`);
    const { heldAt: occurredAt, attendees, weekOne } = input;
    demandCounting(input);
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
    ...(await warningsOfCounting(request, deal.dealId, input)),
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
  expectSeen(expectedVersion, riskOf(risk), `${path}.expectedVersion`, agreedMitigation);
  const values = [dealId, id, agreedMitigation, owner ?? risk.ownerKey, isoOf(now), viewer.personKey];
  await tx.query(AGREE, values, 'agree_mitigation');
}

/** Throws CONFLICT where the risk is another than was seen, with both sides in words: the payload has no risks. */
function expectSeen(expected: number, { version, agreedMitigation, description }: Risk, path: string, yours: string) {
  if (expected === version) return;
  const theirs = agreedMitigation === null ? 'no mitigation is agreed' : `"${agreedMitigation}" is agreed`;
  const sides = `you agreed "${yours}" on version ${expected}, by now it is version ${version} and ${theirs}`;
  throw new Refusal('CONFLICT', `The risk "${description}" has changed: ${sides}`, path);
}

/** Why it does not count. */
function absences({ attendees }: HoldHandoffCallInput): string[] {
  const absent = absentFrom(attendees);
  if (absent.length === 0) return [];
  return [`The call does not count: ${absent.join(' and ')} did not attend. The AE stays the client's contact.`];
}

function absentFrom(attendees: readonly Role[]): Role[] {
  return ROLES_OF_THE_CALL.filter((role) => !attendees.includes(role));
}

/**
 * The call that counts is held once: a second one would say that the first was none. One that does not count may have
 * been before it, and is told once too.
 */
async function demandNotHeld(tx: Queryable, { dealId }: Deal, { heldAt, attendees }: HoldHandoffCallInput) {
  const held = await tx.query<Held>(HELD, [dealId, ROLES_OF_THE_CALL, isoOf(heldAt)], 'calls_held');
  const counting = held.find(({ counts }) => counts);
  if (counting && (absentFrom(attendees).length === 0 || Date.parse(counting.at) <= heldAt))
    throw new Refusal('CONFLICT', `the call was held at ${counting.at}: retract that first`, 'deal');
  const isSame = (before: Held) => [...before.attendees].sort().join() === [...attendees].sort().join();
  if (held.some((before) => Date.parse(before.at) === heldAt && isSame(before)))
    throw new Refusal('CONFLICT', 'that call is recorded already', 'heldAt');
}

/** A call that was held, whether it counts, and who was there. */
interface Held {
  at: string;
  counts: boolean;
  attendees: Role[];
}

/** Week 1 is confirmed in a call of the three: one that does not count confirms nothing. */
function demandCounting({ attendees, weekOne }: HoldHandoffCallInput): void {
  const absent = absentFrom(attendees);
  if (weekOne && absent.length > 0)
    throw new Refusal('BAD_USER_INPUT', `nothing was confirmed: ${absent.join(' and ')} did not attend`, 'weekOne');
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

/** What the call that takes the AE off the account should have had. */
async function warningsOfCounting(request: Request, dealId: string, { attendees }: HoldHandoffCallInput) {
  if (absentFrom(attendees).length > 0) return [];
  const { history, handoff } = (await judgedDeal(request, dealId, {})).state;
  const isMissing = handoff.faults.some(({ code }) => code === 'PACKAGE_MISSING_AT_CALL');
  return [
    ...(history.latest('KICKOFF_CONFIRMED') ? [] : [UNCONFIRMED]),
    ...(isMissing ? ['The call was held without a submitted handoff package.'] : []),
  ];
}

const UNCONFIRMED = 'The onboarding dates were not confirmed: the client has agreed to no Week 1 yet.';

const COUNTS = `e.details -> 'attendees' ?& $2::text[]`;

const HELD = `
  select ${isoInSql('e.occurred_at')} as at, ${COUNTS} as counts, e.details -> 'attendees' as attendees
  from deal_event e
  where e.deal_id = $1 and e.type = 'CALL_HELD' and (${COUNTS} or e.occurred_at = $3) and not exists (
    select from deal_event r where r.deal_id = e.deal_id and r.refers_to = e.id and r.type = 'EVENT_RETRACTED')
  order by e.occurred_at limit 100`;

const FIND = `select ${RISK} from risk c where c.deal_id = $1 and c.id = $2 for update`;

const AGREE = `
  update risk c set agreed_mitigation = $3, owner = $4, version = c.version + 1, updated_at = $5, updated_by = $6
  where c.deal_id = $1 and c.id = $2`;

const WITHOUT_MITIGATION = `
  select description from risk c where c.deal_id = $1 and c.status = 'OPEN' and c.agreed_mitigation is null
  order by c.created_at, c.id limit 100`;
