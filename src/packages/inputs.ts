import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Problem } from '../graphql';
import { PackageConflict } from './conflict';
import { HandoffPackage, MissingItem } from './handoffPackage';
import { HandoffDocument } from './published/document';

const ID_LENGTH_MAX = 200;

@InputType({ description: 'A handoff package to be submitted.' })
export class SubmitHandoffPackageInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => Int, { description: 'The `version` that you saw; if it is another by now, nothing is submitted.' })
  expectedVersion!: number;
}

@ObjectType({ description: 'The package that was to be saved.', simpleResolvers: true })
export class SaveHandoffPackagePayload {
  @Field(() => HandoffPackage, {
    nullable: true,
    description:
      'The package as it is now: saved, or after a CONFLICT as somebody else left it; null for other errors, and ' +
      'where there is none.',
  })
  handoffPackage?: HandoffPackage | null;

  @Field(() => PackageConflict, {
    nullable: true,
    description: 'What somebody else has saved since, beside what you wanted to; null where that is not why.',
  })
  conflict?: PackageConflict | null;

  @Field(() => [Problem], { description: 'Why it was not saved; empty when all went well.' })
  errors!: Problem[];
}

@ObjectType({ description: 'The package that was to be submitted.', simpleResolvers: true })
export class SubmitHandoffPackagePayload {
  @Field(() => HandoffPackage, {
    nullable: true,
    description:
      'The package as it is now: submitted, or after a CONFLICT or with something missing as it stands; null for ' +
      'other errors, and where there is none.',
  })
  handoffPackage?: HandoffPackage | null;

  @Field(() => HandoffDocument, {
    nullable: true,
    description: 'The document on the shared drive; null where it was not submitted, or could not be written.',
  })
  document?: HandoffDocument | null;

  @Field(() => [String], { description: 'What was done, but is not as it should be.' })
  warnings!: string[];

  @Field(() => [MissingItem], { description: 'What it lacks to be submitted, by section; empty when that is not why.' })
  missing!: MissingItem[];

  @Field(() => [Problem], {
    description:
      'Why it was not submitted; empty when all went well. The path of a wrong item is its place in the package, ' +
      'such as `commercials.breakdown`.',
  })
  errors!: Problem[];
}
