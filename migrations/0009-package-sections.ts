import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/**
 * Sections A to E of a package item by item, as JSON (amounts as strings of minor units), and what a revision said in
 * a form of its own, whatever becomes of the tables.
 */
export class PackageSections0000000000009 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(SECTIONS);
    await owner.query(CONTENT);
  }
}

const SECTIONS = `
alter table handoff_package add sections jsonb not null default '{}'
  constraint handoff_package_sections_check check (jsonb_typeof(sections) = 'object');
`;

const CONTENT = `
alter table package_revision add content jsonb
  constraint package_revision_content_check check (jsonb_typeof(content) = 'object');

update package_revision set content = jsonb_build_object(
  'sections', '{}'::jsonb,
  'noRisksAndIHaveAsked', package -> 'no_risks_and_i_have_asked',
  'noCommitmentsAndIHaveAsked', package -> 'no_commitments_and_i_have_asked',
  'risks', (select coalesce(jsonb_agg(jsonb_build_object(
      'description', risk -> 'description', 'likelihood', risk -> 'likelihood', 'mitigation', risk -> 'mitigation')
      order by place), '[]')
    from jsonb_array_elements(risks) with ordinality as flagged (risk, place)),
  'commitments', (select coalesce(jsonb_agg(jsonb_build_object(
      'words', commitment -> 'words', 'promisedTo', commitment -> 'promised_to',
      'promisedBy', commitment -> 'promised_by', 'dueWeek', commitment -> 'due_week', 'dueOn', commitment -> 'due_on')
      order by place), '[]')
    from jsonb_array_elements(commitments) with ordinality as made (commitment, place)));

alter table package_revision alter content set not null;
`;
