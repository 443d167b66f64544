import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Problem } from '../graphql';
import { HandoffPackage, MissingItem } from './handoffPackage';

const SECTION_LENGTH_MAX = 20_000;
const ID_LENGTH_MAX = 200;

@InputType({
  description:
    'Sections of a handoff package. What is left out stays as it is; null empties a section. A section has at most ' +
    '20,000 characters.',
})
export class SaveHandoffPackageInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => Int, {
    description:
      'The `version` that you saw, 0 for a deal without a package; if it is another by now, nothing is saved.',
  })
  expectedVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Section A: who the client is: names, sites, sector, headcount.',
  })
  @IsOptional()
  @MaxLength(SECTION_LENGTH_MAX)
  clientBasics?: string | null;

  @Field(() => String, { nullable: true, description: 'Section B: whom to talk to, and what each cares about.' })
  @IsOptional()
  @MaxLength(SECTION_LENGTH_MAX)
  people?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Section C: the trigger in the client's exact words, the success measure, red lines, soft signals.",
  })
  @IsOptional()
  @MaxLength(SECTION_LENGTH_MAX)
  whatTheyAreSolving?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Section D: modules, cohorts, modality, bespoke elements, and what is out of scope.',
  })
  @IsOptional()
  @MaxLength(SECTION_LENGTH_MAX)
  whatWeAreDelivering?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Section E: the fee and its breakdown, discounts, payment milestones, side commitments.',
  })
  @IsOptional()
  @MaxLength(SECTION_LENGTH_MAX)
  commercials?: string | null;

  @Field(() => String, { nullable: true, description: 'Section F: the risks flagged in the sales cycle.' })
  @IsOptional()
  @MaxLength(SECTION_LENGTH_MAX)
  risksFlagged?: string | null;

  @Field(() => String, { nullable: true, description: 'Section G: what the AE promised, no matter how informally.' })
  @IsOptional()
  @MaxLength(SECTION_LENGTH_MAX)
  commitmentsMade?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'States that there are no risks, and that you have asked.' })
  noRisksAndIHaveAsked?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'States that nothing was promised, and that you have asked.' })
  noCommitmentsAndIHaveAsked?: boolean | null;
}

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

  @Field(() => [MissingItem], { description: 'What it lacks to be submitted, by section; empty when that is not why.' })
  missing!: MissingItem[];

  @Field(() => [Problem], { description: 'Why it was not submitted; empty when all went well.' })
  errors!: Problem[];
}
