import type { Queryable } from '../database';
import { dealToChange } from '../deals';
import { lockDeals } from '../facts';
import { demandFilled, expectVersion, ProblemCode, Refusal, type Request, type Viewer } from '../graphql';
import { findPerson } from '../people';
import { EMPTY_PACKAGE, type Instant, isoOf, type Mistake, type PackageContent } from '../rules';
import { type TermsBook, termsBook } from '../terms';
import { contentMistakes, groundOf } from './checking';
import { conflictOf } from './conflict';
import type { HandoffPackage } from './handoffPackage';
import { listedWithin } from './listed';
import { contentOf, currentPackage, PACKAGE, packageOf } from './loading';
import { OLD_TEXTS, type OldTexts } from './oldTexts';
import { type PackageChange, readChange } from './reading';
import type { SaveHandoffPackageInput } from './savingInput';
import { storable } from './stored';

/** Who writes a package, by which terms, and when. */
export interface Writer {
  viewer: Viewer;
  book: TermsBook;
  now: Instant;
}

/** Saves what is given. Throws a Refusal or RuleError at all that is wrong, CONFLICT for another version. */
export async function savePackage(
  request: Request,
  input: SaveHandoffPackageInput,
): Promise<{ handoffPackage: HandoffPackage }> {
  const { db, viewer, loading, now } = request;
  const { dealId, currency } = await dealToChange(request, input.deal, 'deal');
  demandFilled(input, 'noRisksAndIHaveAsked', 'noCommitmentsAndIHaveAsked');
  const change = readChange(input, currency);
  const writer = { viewer, now, book: await termsBook(db) };
  const handoffPackage = await db.transaction((tx) => saveWithin(tx, writer, dealId, input.expectedVersion, change));
  loading.forget();
  return { handoffPackage };
}

/**
 * Writes a change into a deal's package, within a transaction that may do more: sections F and G are as it has left
 * them. Throws a Refusal: CONFLICT at `expectedVersion`, or BAD_USER_INPUT with all mistakes, those in sections below
 * `sections`. Whether the writer may, is the caller's concern.
 */
export async function saveWithin(
  tx: Queryable,
  { viewer, book, now }: Writer,
  dealId: string,
  expectedVersion: number,
  change: PackageChange,
): Promise<HandoffPackage> {
  await lockDeals(tx, [dealId], []);
  const before = await currentPackage(tx, dealId);
  const [listed] = await listedWithin(tx, [dealId]);
  const content = contentOf(before, listed!);
  const after = contentAfter(content, change);
  const ground = { ...(await groundOf(tx, book, dealId)), feeInForce: null };
  if (expectedVersion !== (before?.version ?? 0)) {
    const changedBy = before && (await findPerson(tx, before.updatedByKey));
    const current = { draft: before, content, changedBy: changedBy ?? null };
    const conflict = conflictOf(current, expectedVersion, after, ground.currency);
    expectVersion(expectedVersion, conflict.currentVersion, { handoffPackage: before, conflict });
  }
  const texts = TEXTS.map((name) => ({ ...before, ...change.oldTexts })[name] ?? null);
  refuse([...(change.unreadable ?? []), ...contentMistakes(after, ground), ...oldMistakes(after, texts)], change);
  const statements = [after.noRisksAndIHaveAsked, after.noCommitmentsAndIHaveAsked];
  const values = [dealId, isoOf(now), viewer.personKey, JSON.stringify(storable(after)), ...statements, ...texts];
  const [row] = await tx.query<HandoffPackage>(SAVE, values, 'save_package');
  return packageOf(row!);
}

/** What a package says once a change is written into it. */
function contentAfter(before: PackageContent, { sections, ...stated }: PackageChange): PackageContent {
  const names = Object.keys(sections) as (keyof typeof sections)[];
  const changed = names.map((name) => [
    name,
    sections[name] === null ? EMPTY_PACKAGE[name] : { ...before[name], ...sections[name] },
  ]);
  const { noRisksAndIHaveAsked, noCommitmentsAndIHaveAsked } = stated;
  return {
    ...before,
    ...Object.fromEntries(changed),
    noRisksAndIHaveAsked: noRisksAndIHaveAsked ?? before.noRisksAndIHaveAsked,
    noCommitmentsAndIHaveAsked: noCommitmentsAndIHaveAsked ?? before.noCommitmentsAndIHaveAsked,
  };
}

/** Refuses the mistakes of the sections that change: what was right when it was saved may stand until submitting. */
function refuse(mistakes: readonly Mistake[], change: PackageChange): void {
  const problems = mistakes.flatMap(({ path, message }) => {
    const [section = ''] = path.split('.');
    if (section in change.sections) return [{ code: ProblemCode.BAD_USER_INPUT, path: `sections.${path}`, message }];
    return change[section as keyof PackageChange] === true ? [{ code: ProblemCode.BAD_USER_INPUT, path, message }] : [];
  });
  const [first, ...others] = problems;
  if (first) throw new Refusal('BAD_USER_INPUT', first.message, first.path, others);
}

/** The statement that there are none contradicts an old text that names some, too. */
function oldMistakes(content: PackageContent, texts: readonly (string | null)[]): Mistake[] {
  const isThere = (name: keyof OldTexts) => Boolean(texts[TEXTS.indexOf(name)]?.trim());
  const mistakes: Mistake[] = [];
  if (content.noRisksAndIHaveAsked && isThere('risksFlagged'))
    mistakes.push({ path: 'noRisksAndIHaveAsked', message: 'there cannot be no risks: `risksFlagged` names some' });
  if (content.noCommitmentsAndIHaveAsked && isThere('commitmentsMade'))
    mistakes.push({
      path: 'noCommitmentsAndIHaveAsked',
      message: 'there cannot be no commitments: `commitmentsMade` names some',
    });
  return mistakes;
}

const TEXTS = Object.keys(OLD_TEXTS) as (keyof OldTexts)[];
const COLUMNS = [
  'sections',
  'no_risks_and_i_have_asked',
  'no_commitments_and_i_have_asked',
  ...Object.values(OLD_TEXTS),
];

const SAVE = `
  insert into handoff_package as c (deal_id, version, updated_at, updated_by, ${COLUMNS.join(', ')})
  values ($1, 1, $2, $3, ${COLUMNS.map((_, index) => `$${index + 4}`).join(', ')})
  on conflict (deal_id) do update set version = c.version + 1, updated_at = excluded.updated_at,
    updated_by = excluded.updated_by, ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
  returning ${PACKAGE}`;
