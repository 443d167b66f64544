import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql';
import { Person } from '../people';
import { type PackageContent, packageDifferences, type PackageSection as SectionName } from '../rules';
import { type HandoffPackage, PackageSection } from './handoffPackage';

@ObjectType({ description: 'Something that you would have written over.', simpleResolvers: true })
export class ConflictingItem {
  @Field(() => PackageSection, { description: 'The section that it belongs to.' })
  section!: SectionName;

  @Field(() => String, { description: 'Its place, such as `people.hrSponsor.email`.' })
  path!: string;

  @Field(() => String, { description: 'What it is called, such as `HR sponsor (primary contact), Email`.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'What you wanted to save, in words; null where nothing.' })
  yours!: string | null;

  @Field(() => String, { nullable: true, description: 'What is there now, in words; null where nothing is.' })
  theirs!: string | null;
}

@ObjectType({
  description: 'Somebody else has saved the package since you saw it: nothing of yours was saved.',
  simpleResolvers: true,
})
export class PackageConflict {
  @Field(() => Int, { description: 'The version that you saw.' })
  expectedVersion!: number;

  @Field(() => Int, { description: 'The version that there is now; expect it to save yours after all.' })
  currentVersion!: number;

  @Field(() => Person, { nullable: true, description: 'Who has saved that; null where nobody ever did.' })
  changedBy!: Person | null;

  @Field(() => DateTime, { nullable: true, description: 'When; null where nobody ever did.' })
  changedAt!: string | null;

  @Field(() => [ConflictingItem], {
    description: 'All in which yours and theirs differ; what you did not give is not in it. Empty when they agree.',
  })
  differences!: ConflictingItem[];
}

/** Both sides of a conflict: what there is, and what it would have been. */
export function conflictOf(
  current: { draft: HandoffPackage | null; content: PackageContent; changedBy: Person | null },
  expectedVersion: number,
  yours: PackageContent,
  currency: string,
): PackageConflict {
  const { draft, content, changedBy } = current;
  const differences = packageDifferences(content, yours, currency);
  return {
    expectedVersion,
    currentVersion: draft?.version ?? 0,
    changedBy,
    changedAt: draft?.updatedAt ?? null,
    differences: differences.map(({ before, after, ...item }) => ({ ...item, yours: after, theirs: before })),
  };
}
