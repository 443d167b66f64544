import { isoInSql, type Queryable } from '../database';
import { Refusal, type Request } from '../graphql';
import { demandToCome } from '../plans';
import { isoOf, SLA_CODES, type SlaPolicy } from '../rules';
import { termsBook, termsHaveChanged } from '../terms';
import type { CreateSlaPolicyVersionInput, SlaAllowanceInput } from './inputs';
import type { SlaPolicyVersion } from './objects';

/** The one policy that there is. */
const CODE = 'standard';

interface StoredVersion extends Omit<SlaPolicyVersion, 'allowances'> {
  allowances: SlaPolicy['allowances'];
}

/** Every version of the SLA policy, oldest first; one SQL statement. */
export async function policyVersions(db: Queryable): Promise<SlaPolicyVersion[]> {
  const rows = await db.query<StoredVersion>(VERSIONS, [], 'sla_policy_versions');
  return rows.map((row) => ({
    ...row,
    allowances: SLA_CODES.map((sla) => ({ sla, workingDays: null, hours: null, ...row.allowances[sla] })),
  }));
}

/**
 * Adds a version of the SLA policy, which counts from a day to come: clocks that run keep theirs. Throws a Refusal at
 * what is wrong, FORBIDDEN for somebody whose own commission it could change.
 */
export async function createPolicyVersion(
  { db, viewer, now }: Request,
  { effectiveFrom, allowances: given, callAfterAssignment }: CreateSlaPolicyVersionInput,
): Promise<{ slaPolicyVersion: SlaPolicyVersion }> {
  const allowances = JSON.stringify(allowancesOf(given));
  demandToCome(effectiveFrom, now, (await termsBook(db)).zones);
  await db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(2038)', [], 'lock_sla_policy');
    const latest = (await policyVersions(tx)).at(-1)!;
    if (effectiveFrom <= latest.effectiveFrom)
      throw new Refusal('CONFLICT', `a version counts from ${latest.effectiveFrom} already`, 'effectiveFrom');
    const [mine] = await tx.query(PAYS, [viewer.personKey], 'sla_policy_pays');
    if (mine) throw new Refusal('FORBIDDEN', 'it could change your own commission: another has to do it');
    const values = [CODE, effectiveFrom, allowances, callAfterAssignment, isoOf(now), viewer.personKey];
    await tx.query(ADD, values, 'add_sla_policy_version');
  });
  termsHaveChanged(db);
  return { slaPolicyVersion: (await policyVersions(db)).at(-1)! };
}

/** Each clock once, with either working days or hours. Throws a Refusal at the first that is not so. */
function allowancesOf(given: readonly SlaAllowanceInput[]): Record<string, object> {
  const allowances: Record<string, object> = {};
  for (const [index, { sla, workingDays = null, hours = null }] of given.entries()) {
    const path = `allowances.${index}`;
    if (sla in allowances) throw new Refusal('BAD_USER_INPUT', `${sla} is given twice`, path);
    if ((workingDays === null) === (hours === null))
      throw new Refusal('BAD_USER_INPUT', 'either working days or hours: give one of them', path);
    allowances[sla] = workingDays === null ? { hours } : { workingDays };
  }
  const missing = SLA_CODES.filter((sla) => !(sla in allowances));
  if (missing.length > 0) throw new Refusal('BAD_USER_INPUT', `${missing.join(', ')} is missing`, 'allowances');
  return allowances;
}

/** A handoff keeps the version of the local day on which it was triggered. */
const VERSIONS = `
  select p.code || '-' || p.version as version, p.effective_from::text as "effectiveFrom", p.allowances,
    p.call_after_assignment as "callAfterAssignment", ${isoInSql('p.created_at')} as "createdAt",
    p.created_by as "createdByKey", (
      select count(*)::int from deal d
      cross join lateral (select zone from calendar where code = d.calendar_code order by version desc limit 1) as c
      where (d.triggered_at at time zone c.zone)::date >= p.effective_from and not exists (
        select from sla_policy n where n.version > p.version
          and n.effective_from <= (d.triggered_at at time zone c.zone)::date)) as "triggeredDeals"
  from sla_policy p order by p.version`;

/** Deals whose handoff has not begun: they get the version of the day on which it does. */
export const REACHED = 'd.triggered_at is null and d.cancelled_at is null';

const PAYS = `
  select from deal d where ${REACHED} and (d.account_executive = $1 or exists (
    select from commission_payment p where p.deal_id = d.id and p.payee = $1 and not p.withdrawn)) limit 1`;

const ADD = `
  insert into sla_policy (code, version, effective_from, allowances, call_after_assignment, created_at, created_by)
  select $1, max(version) + 1, $2, $3, $4, $5, $6 from sla_policy where code = $1`;
