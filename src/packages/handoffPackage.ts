import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Deal } from '../deals';
import { DateTime, enumeration, globalId, Node } from '../graphql';
import { Person } from '../people';
import type { PackageSection as SectionName } from '../rules';
import { OldTexts } from './oldTexts';
import { PackageSections } from './sections/sections';
import { shownSections } from './shown';
import { sectionsOf } from './stored';

export const PackageSection = enumeration<SectionName>('PackageSection', 'The sections of a handoff package.', {
  A: 'Client basics: who the client is.',
  B: 'People: whom to talk to at the client, and what each cares about.',
  C: "What they're solving: in the client's own words.",
  D: "What we're delivering, and what is out of scope.",
  E: 'Commercials: fee, discounts, milestones, side commitments.',
  F: 'Risks flagged in the sales cycle.',
  G: 'Commitments that the AE made, no matter how informal.',
});

@ObjectType({ description: 'Something that a package lacks to be submitted.', simpleResolvers: true })
export class MissingItem {
  @Field(() => PackageSection, { description: 'The section that it belongs to.' })
  section!: SectionName;

  @Field(() => String, {
    description:
      'What is missing, below the `sections` of `saveHandoffPackage`: `clientBasics.legalName`, ' +
      '`people.hrSponsor.email`. For sections F and G `risks` or `commitments`, or a place in one of them such as ' +
      '`risks.0.mitigation`, in the order of `Deal.risks`.',
  })
  path!: string;

  @Field(() => String, { description: 'What to do, for people.' })
  message!: string;
}

/** What the AE hands over with a deal: one for each deal, written section by section, then submitted (rules.md §5). */
@Entity('handoff_package')
@Check('handoff_package_version_check', 'version >= 1')
@Check('handoff_package_sections_check', `jsonb_typeof(sections) = 'object'`)
@Check('handoff_package_submitted_check', '(revision is null) = (submitted_at is null)')
@ObjectType({
  implements: Node,
  description: 'What the AE hands over with a deal, so that the client is asked nothing twice (rules.md §5).',
  simpleResolvers: true,
})
export class HandoffPackage extends OldTexts implements Node {
  readonly __typename = 'HandoffPackage';

  @PrimaryColumn('uuid', { name: 'deal_id', primaryKeyConstraintName: 'handoff_package_pkey' })
  @ForeignKey(() => Deal, { name: 'handoff_package_deal_fkey' })
  dealId!: string;

  /** Sections A to E as they are stored. */
  @Column('jsonb', { name: 'sections', default: {} })
  storedSections!: object;

  @Field(() => Boolean, { description: 'The AE states that there are no risks, and that they have asked.' })
  @Column('boolean', { name: 'no_risks_and_i_have_asked' })
  noRisksAndIHaveAsked!: boolean;

  @Field(() => Boolean, { description: 'The AE states that nothing was promised, and that they have asked.' })
  @Column('boolean', { name: 'no_commitments_and_i_have_asked' })
  noCommitmentsAndIHaveAsked!: boolean;

  @Field(() => Int, { nullable: true, description: 'The latest revision that was submitted, from 1; null while none.' })
  @Column('integer', { nullable: true })
  revision!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When that revision was submitted; null while none.' })
  @Column({ type: 'timestamptz', name: 'submitted_at', precision: 3, nullable: true })
  submittedAt!: string | null;

  @Field(() => Int, {
    description: 'Counts what was saved or submitted, from 1: say which you saw when you change it.',
  })
  @Column('integer')
  version!: number;

  @Field(() => DateTime, { description: 'When it was last saved or submitted.' })
  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt!: string;

  @Column('text', { name: 'updated_by' })
  @ForeignKey(() => Person, { name: 'handoff_package_updated_by_fkey' })
  updatedByKey!: string;

  /** The currency of its deal. */
  currency!: string;

  @Field(() => ID, { description: 'Opaque, and the same for good.' })
  get id(): string {
    return globalId('HandoffPackage', this.dealId);
  }

  @Field(() => PackageSections, {
    description: 'Sections A to E. Sections F and G are `Deal.risks` and `Deal.commitments`, or the two statements.',
  })
  get sections(): PackageSections {
    return shownSections(sectionsOf(this.storedSections), this.currency);
  }
}
