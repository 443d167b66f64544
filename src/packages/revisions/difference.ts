import { Field, ObjectType } from 'type-graphql';
import type { PackageDifference as Difference, PackageSection as SectionName } from '../../rules';
import { PackageSection } from '../handoffPackage';

@ObjectType({ description: 'One thing that differs between two states of a package.', simpleResolvers: true })
export class PackageDifference implements Difference {
  @Field(() => PackageSection, { description: 'The section that it belongs to.' })
  section!: SectionName;

  @Field(() => String, {
    description:
      'Its place, such as `people.hrSponsor.email`; in a list the place in the later state, where it has one.',
  })
  path!: string;

  @Field(() => String, { description: 'What it is called, such as `HR sponsor (primary contact), Email`.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'What it was, in words; null where there was nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, in words; null where there is nothing.' })
  after!: string | null;
}
