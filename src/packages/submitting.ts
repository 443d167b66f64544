import type { Queryable } from '../database';
import { dealToChange } from '../deals';
import { lockDeals } from '../facts';
import { expectVersion, type Problem, ProblemCode, Refusal, type Request, refusalOf } from '../graphql';
import { type FactToRecord, recordWithin } from '../recording';
import { isoOf, type MissingItem, missingItems, type PackageContent, packageDifferences } from '../rules';
import { type TermsBook, termsBook } from '../terms';
import { contentMistakes, groundOf } from './checking';
import type { HandoffPackage } from './handoffPackage';
import type { SubmitHandoffPackageInput } from './inputs';
import { type Listed, listedWithin } from './listed';
import { contentOf, currentPackage, PACKAGE, packageOf } from './loading';
import type { HandoffDocument } from './published/document';
import { publishSubmitted } from './published/publishing';
import { standingRevision } from './revisions/loading';
import { storableContent } from './stored';

/** A package that was submitted: nothing is missing, and its document lies on the drive if that takes files. */
interface Submitted {
  handoffPackage: HandoffPackage;
  document: HandoffDocument | null;
  warnings: string[];
  missing: MissingItem[];
}

/**
 * Submits a deal's package: records the fact and freezes what was submitted, in one transaction.
 * Throws a Refusal: CONFLICT for another version, BAD_USER_INPUT with all that is missing or wrong.
 */
export async function submitPackage(request: Request, input: SubmitHandoffPackageInput): Promise<Submitted> {
  const { db, viewer, loading, now } = request;
  const deal = await dealToChange(request, input.deal, 'deal');
  const book = await termsBook(db);
  const handoffPackage = await db.transaction(async (tx) => {
    await lockDeals(tx, [deal.dealId], []);
    const ready = await demandComplete(tx, book, deal.dealId, input.expectedVersion);
    const revision = await nextRevision(tx, deal.dealId);
    const event = { occurredAt: now, fact: { packageSubmitted: { revision } } };
    const fact: FactToRecord = { deal: deal.key, event, isVouchedFor: true };
    const [recorded] = await recordWithin(tx, { viewer, book, clock: Date.now }, [fact]).catch(saidOfDeal);
    const values = [deal.dealId, revision, isoOf(now), viewer.personKey];
    const [row] = await tx.query<HandoffPackage>(SUBMIT, values, 'submit_package');
    await tx.query(FREEZE, [deal.dealId, recorded!.event.id, ...frozen(ready)], 'freeze_package');
    return packageOf(row!);
  });
  loading.forget();
  const published = await publishSubmitted(request, deal, handoffPackage.revision!);
  return { handoffPackage, ...published, missing: [] };
}

/** What a package says that may be submitted, and the rows of its sections F and G. */
interface Ready {
  content: PackageContent;
  listed: Listed;
}

async function demandComplete(tx: Queryable, book: TermsBook, dealId: string, expectedVersion: number): Promise<Ready> {
  const draft = await currentPackage(tx, dealId);
  expectVersion(expectedVersion, draft?.version ?? 0, { handoffPackage: draft });
  const [listed] = await listedWithin(tx, [dealId]);
  const content = contentOf(draft, listed!);
  const missing = missingItems(content);
  const ground = await groundOf(tx, book, dealId);
  const problems = [
    ...lacking(missing),
    ...contentMistakes(content, ground).map((mistake) => ({ code: REFUSED, ...mistake })),
  ];
  const [first, ...others] = problems;
  if (first) throw new Refusal(first.code, first.message, first.path, others, { handoffPackage: draft, missing });
  await demandNews(tx, dealId, content, ground.currency);
  return { content, listed: listed! };
}

/** The same again would only look like news. What was withdrawn may be submitted once more. */
async function demandNews(tx: Queryable, dealId: string, content: PackageContent, currency: string): Promise<void> {
  const latest = await standingRevision(tx, dealId);
  if (!latest || packageDifferences(latest.content, content, currency).length > 0) return;
  throw new Refusal('BAD_USER_INPUT', `Nothing has changed since revision ${latest.revision} was submitted.`);
}

const REFUSED = ProblemCode.BAD_USER_INPUT;

function lacking(missing: readonly MissingItem[]): Problem[] {
  if (missing.length === 0) return [];
  const message = `The package is not complete: ${missing.map((item) => item.message).join(' ')}`;
  return [{ code: REFUSED, path: '', message }];
}

/** What is kept for good of a submitted package: what it said, and the rows of risks and commitments of then. */
function frozen({ content, listed }: Ready): string[] {
  return [storableContent(content), listed.rows.risks, listed.rows.commitments].map((value) => JSON.stringify(value));
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
  insert into package_revision (deal_id, revision, event_id, package, content, risks, commitments)
  select c.deal_id, c.revision, $2, to_jsonb(c), $3, $4, $5 from handoff_package c where c.deal_id = $1`;
