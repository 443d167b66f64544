import { isoInSql } from '../database';
import { Refusal, type Request } from '../graphql';
import { checkPlan, type Instant, type LocalDate, type Zone } from '../rules';
import { addPlanVersion, lockPlan, termsBook, termsHaveChanged } from '../terms';
import type { CreatePlanVersionInput } from './inputs';
import { PlanReach, PlanVersion } from './objects';

/** Servers that have read the plans before look again within this time; no version counts before they have. */
const KNOWN_EVERYWHERE_MS = 300_000;

/** Every version of every plan, by plan, oldest first; one SQL statement. */
export async function planVersions({ db }: Request): Promise<PlanVersion[]> {
  const rows = await db.query<PlanVersion>(VERSIONS, [], 'plan_versions');
  return rows.map((row) => Object.assign(new PlanVersion(), row, { effects: row.effects.map(effectOf) }));
}

function effectOf(effect: PlanVersion['effects'][number]): PlanVersion['effects'][number] {
  return { ...effect, reduceBp: effect.reduceBp ?? null };
}

/** How many deals a new version of a plan would reach. Throws NOT_FOUND for no such plan. */
export async function planReach({ db }: Request, plan: string): Promise<PlanReach> {
  const [row] = await db.query<{ isPlan: boolean; count: number }>(REACH, [plan], 'plan_reach');
  if (!row!.isPlan) throw new Refusal('NOT_FOUND', `There is no plan "${plan}"`, 'plan');
  return Object.assign(new PlanReach(), { plan, count: row!.count });
}

/**
 * Adds a version of a plan, which counts from a day to come: what was judged stays as it was. Throws a Refusal or
 * RuleError at what is wrong, FORBIDDEN for somebody whose own money it would change.
 */
export async function createPlanVersion(
  request: Request,
  { plan: code, effectiveFrom, terms }: CreatePlanVersionInput,
): Promise<{ planVersion: PlanVersion }> {
  const { db, viewer, now } = request;
  const { rateBp, tranches, effects, onCancel } = terms;
  const plan = { effectiveFrom, rateBp, tranches, effects, onCancel };
  checkPlan(plan);
  demandToCome(effectiveFrom, now, (await termsBook(db)).zones);
  const version = await db.transaction(async (tx) => {
    await lockPlan(tx, code);
    const [latest] = await tx.query<{ effectiveFrom: LocalDate }>(LATEST, [code], 'latest_plan_version');
    if (!latest) throw new Refusal('NOT_FOUND', `There is no plan "${code}"`, 'plan');
    if (effectiveFrom <= latest.effectiveFrom)
      throw new Refusal('CONFLICT', `a version counts from ${latest.effectiveFrom} already`, 'effectiveFrom');
    const [mine] = await tx.query(PAYS, [code, viewer.personKey], 'plan_pays');
    if (mine) throw new Refusal('FORBIDDEN', 'it would change your own commission: another has to do it', 'plan');
    return addPlanVersion(tx, { code, plan, by: viewer.personKey, at: now });
  });
  termsHaveChanged(db);
  const all = await planVersions(request);
  return { planVersion: all.find((one) => one.version === version)! };
}

/** The latest date that it is anywhere at an instant: a deal is signed on a date of its own calendar. */
export function latestDateOf(at: Instant, zones: readonly Zone[]): LocalDate {
  return zones.map((zone) => zone.dateOf(zone.dayOf(at))).reduce((a, b) => (a > b ? a : b));
}

/** Demands a day that is to come in every zone, also once all servers know of it. Throws at `effectiveFrom`. */
export function demandToCome(effectiveFrom: LocalDate, now: Instant, zones: readonly Zone[]): void {
  if (effectiveFrom > latestDateOf(now + KNOWN_EVERYWHERE_MS, zones)) return;
  const reason = `${effectiveFrom} is not to come everywhere: what happened by then has its version for good`;
  throw new Refusal('BAD_USER_INPUT', reason, 'effectiveFrom');
}

const VERSIONS = `
  select p.code as plan, p.code || '-' || p.version as version, p.effective_from::text as "effectiveFrom",
    p.rate_bp as "rateBp", p.tranches, p.effects, p.on_cancel as "onCancel",
    ${isoInSql('p.created_at')} as "createdAt", coalesce(signed.deals, 0) as "signedDeals"
  from commission_plan p
  left join (
    select plan_code, plan_version, count(*)::int as deals from deal
    where not 'SOW_SIGNED' = any(unmet_conditions) group by plan_code, plan_version) as signed
    on signed.plan_code = p.code and signed.plan_version = p.code || '-' || p.version
  order by p.code collate "C", p.version`;

/** Deals that are not signed by both, and not cancelled: they get the version that counts when they are. */
export const REACHED = `d.plan_code = $1 and 'SOW_SIGNED' = any(d.unmet_conditions) and d.cancelled_at is null`;

const REACH = `
  select exists (select from commission_plan where code = $1) as "isPlan",
    (select count(*)::int from deal d where ${REACHED}) as count`;

const LATEST = `
  select effective_from::text as "effectiveFrom" from commission_plan where code = $1 order by version desc limit 1`;

const PAYS = `
  select from deal d where ${REACHED} and (d.account_executive = $2 or exists (
    select from commission_payment p where p.deal_id = d.id and p.payee = $2 and not p.withdrawn)) limit 1`;
