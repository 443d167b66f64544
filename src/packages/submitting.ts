import type { Queryable } from '../database';
import { dealToChange } from '../deals';
import { lockDeals } from '../facts';
import { expectVersion, Refusal, type Request, refusalOf } from '../graphql';
import { type FactToRecord, recordWithin } from '../recording';
import { isoOf, type MissingItem, missingItems } from '../rules';
import { termsBook } from '../terms';
import type { HandoffPackage } from './handoffPackage';
import type { SubmitHandoffPackageInput } from './inputs';
import { currentPackage, NOTHING, PACKAGE, packageOf } from './loading';

/** A package that was submitted: nothing is missing. */
interface Submitted {
  handoffPackage: HandoffPackage;
  missing: MissingItem[];
}

/**
 * Submits a deal's package: records the fact and freezes what was submitted, in one transaction.
 * Throws a Refusal: CONFLICT for another version, BAD_USER_INPUT with what is missing for an incomplete package.
 */
export async function submitPackage(request: Request, input: SubmitHandoffPackageInput): Promise<Submitted> {
  const { db, viewer, loading, now } = request;
  const deal = await dealToChange(request, input.deal, 'deal');
  const book = await termsBook(db);
  const handoffPackage = await db.transaction(async (tx) => {
    await lockDeals(tx, [deal.dealId], []);
    await demandComplete(tx, deal.dealId, input.expectedVersion);
    const revision = await nextRevision(tx, deal.dealId);
    const event = { occurredAt: now, fact: { packageSubmitted: { revision } } };
    const fact: FactToRecord = { deal: deal.key, event, isVouchedFor: true };
    const [recorded] = await recordWithin(tx, { viewer, book, clock: Date.now }, [fact]).catch(saidOfDeal);
    const values = [deal.dealId, revision, isoOf(now), viewer.personKey];
    const [row] = await tx.query<HandoffPackage>(SUBMIT, values, 'submit_package');
    await tx.query(FREEZE, [deal.dealId, recorded!.event.id], 'freeze_package');
    return packageOf(row!);
  });
  loading.forget();
  return { handoffPackage, missing: [] };
}

async function demandComplete(tx: Queryable, dealId: string, expectedVersion: number): Promise<void> {
  const draft = await currentPackage(tx, dealId);
  expectVersion(expectedVersion, draft?.version ?? 0, { handoffPackage: draft });
  const missing = missingItems(draft ?? NOTHING);
  if (missing.length === 0) return;
  const reason = `The package is not complete: ${missing.map(({ message }) => message).join(' ')}`;
  throw new Refusal('BAD_USER_INPUT', reason, '', [], { handoffPackage: draft, missing });
}

/** The one after all that the history tells of; a revision at the end of its type has none after it. */
async function nextRevision(tx: Queryable, dealId: string): Promise<number> {
  const [row] = await tx.query<{ next: string }>(NEXT_REVISION, [dealId], 'next_revision');
  return Number(row!.next);
}

/** The fact is no part of the input: what the rules have against it, the deal is the reason of. */
function saidOfDeal(error: unknown): never {
  const refusal = refusalOf(error);
  throw refusal ? new Refusal(refusal.code, refusal.message, 'deal') : error;
}

const NEXT_REVISION = `
  select coalesce(max((e.details ->> 'revision')::bigint), 0) + 1 as next from deal_event e
  where e.deal_id = $1 and e.type = 'PACKAGE_SUBMITTED' and (e.details ->> 'revision')::bigint < 2147483647`;

const SUBMIT = `
  update handoff_package c
  set revision = $2, submitted_at = $3, version = c.version + 1, updated_at = $3, updated_by = $4
  where c.deal_id = $1 returning ${PACKAGE}`;

const FREEZE = `
  insert into package_revision (deal_id, revision, event_id, package, risks, commitments)
  select c.deal_id, c.revision, $2, to_jsonb(c),
    (select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at, r.id), '[]') from risk r where r.deal_id = c.deal_id),
    (select coalesce(jsonb_agg(to_jsonb(m) order by m.created_at, m.id), '[]')
     from commitment m where m.deal_id = c.deal_id)
  from handoff_package c where c.deal_id = $1`;
