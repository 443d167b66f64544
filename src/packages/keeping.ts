import type { Queryable } from '../database';
import { type Instant, isoOf, type PackageContent } from '../rules';
import { storable } from './stored';

/** A package that was written elsewhere, with its risks and commitments stored already. */
export interface PackageToKeep {
  dealId: string;
  /** Who saved it, and when. */
  writtenBy: string;
  writtenAt: Instant;
  content: Omit<PackageContent, 'risks' | 'commitments'>;
  /** The recorded fact by which it was submitted; null while it is not. */
  submission: { eventId: string; at: Instant; revision: number } | null;
}

/**
 * Keeps packages of deals that have none, as they were saved and frozen when they were submitted: two SQL statements
 * for all of them. What they say was checked where it was written.
 */
export async function keepPackages(tx: Queryable, packages: readonly PackageToKeep[]): Promise<void> {
  await tx.query(KEEP, [JSON.stringify(packages.map(rowOf))], 'keep_packages');
  const submitted = packages.filter(({ submission }) => submission !== null);
  const ids = [submitted.map(({ dealId }) => dealId), submitted.map(({ submission }) => submission!.eventId)];
  await tx.query(FREEZE, ids, 'freeze_packages');
}

function rowOf({ dealId, writtenBy, writtenAt, content, submission }: PackageToKeep): object {
  const { noRisksAndIHaveAsked, noCommitmentsAndIHaveAsked } = content;
  return {
    deal_id: dealId,
    sections: storable(content),
    no_risks: noRisksAndIHaveAsked,
    no_commitments: noCommitmentsAndIHaveAsked,
    revision: submission?.revision ?? null,
    submitted_at: submission && isoOf(submission.at),
    // It is saved, and then submitted.
    version: submission ? 2 : 1,
    updated_at: isoOf(submission?.at ?? writtenAt),
    updated_by: writtenBy,
  };
}

const KEEP = `
  insert into handoff_package (deal_id, sections, no_risks_and_i_have_asked, no_commitments_and_i_have_asked, revision,
    submitted_at, version, updated_at, updated_by)
  select deal_id, sections, no_risks, no_commitments, revision, submitted_at, version, updated_at, updated_by
  from jsonb_to_recordset($1::jsonb) as kept (deal_id uuid, sections jsonb, no_risks boolean, no_commitments boolean,
    revision integer, submitted_at timestamptz, version integer, updated_at timestamptz, updated_by text)`;

/** Frozen in the form in which `storableContent` has it. */
const FREEZE = `
  insert into package_revision (deal_id, revision, event_id, package, content, risks, commitments)
  select c.deal_id, c.revision, submitted.event_id, to_jsonb(c), jsonb_build_object('sections', c.sections,
      'noRisksAndIHaveAsked', c.no_risks_and_i_have_asked,
      'noCommitmentsAndIHaveAsked', c.no_commitments_and_i_have_asked,
      'risks', f.said, 'commitments', g.said), f.rows, g.rows
  from unnest($1::uuid[], $2::uuid[]) as submitted (deal_id, event_id)
  join handoff_package c on c.deal_id = submitted.deal_id
  cross join lateral (
    select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at, r.id), '[]') as rows,
      coalesce(jsonb_agg(jsonb_build_object('description', r.description, 'likelihood', r.likelihood,
        'mitigation', r.mitigation) order by r.created_at, r.id), '[]') as said
    from risk r where r.deal_id = c.deal_id) as f
  cross join lateral (
    select coalesce(jsonb_agg(to_jsonb(m) order by m.created_at, m.id), '[]') as rows,
      coalesce(jsonb_agg(jsonb_build_object('words', m.words, 'promisedTo', m.promised_to, 'promisedBy', m.promised_by,
        'dueWeek', m.due_week, 'dueOn', m.due_on) order by m.created_at, m.id), '[]') as said
    from commitment m where m.deal_id = c.deal_id) as g`;
