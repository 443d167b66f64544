import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PackageSectionsInput } from './sections/sections';

const ID_LENGTH_MAX = 200;
const OLD_TEXT_LENGTH_MAX = 20_000;
const GONE = '2027-03-01: use `sections`; a free text completes nothing.';

@InputType({
  description:
    'What is to be saved of a handoff package. What is left out stays as it is. Sections F and G are written with ' +
    '`createRisk` and `createCommitment`, or stated to be empty here.',
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

  @Field(() => PackageSectionsInput, { nullable: true, description: 'Sections A to E, item by item.' })
  @IsOptional()
  @ValidateNested()
  sections?: PackageSectionsInput | null;

  @Field(() => Boolean, { nullable: true, description: 'States that there are no risks, and that you have asked.' })
  noRisksAndIHaveAsked?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'States that nothing was promised, and that you have asked.' })
  noCommitmentsAndIHaveAsked?: boolean | null;

  @Field(() => String, { nullable: true, deprecationReason: GONE, description: 'Section A as free text.' })
  @IsOptional()
  @MaxLength(OLD_TEXT_LENGTH_MAX)
  clientBasics?: string | null;

  @Field(() => String, { nullable: true, deprecationReason: GONE, description: 'Section B as free text.' })
  @IsOptional()
  @MaxLength(OLD_TEXT_LENGTH_MAX)
  people?: string | null;

  @Field(() => String, { nullable: true, deprecationReason: GONE, description: 'Section C as free text.' })
  @IsOptional()
  @MaxLength(OLD_TEXT_LENGTH_MAX)
  whatTheyAreSolving?: string | null;

  @Field(() => String, { nullable: true, deprecationReason: GONE, description: 'Section D as free text.' })
  @IsOptional()
  @MaxLength(OLD_TEXT_LENGTH_MAX)
  whatWeAreDelivering?: string | null;

  @Field(() => String, { nullable: true, deprecationReason: GONE, description: 'Section E as free text.' })
  @IsOptional()
  @MaxLength(OLD_TEXT_LENGTH_MAX)
  commercials?: string | null;

  @Field(() => String, {
    nullable: true,
    deprecationReason: '2027-03-01: use `createRisk`.',
    description: 'Section F as free text.',
  })
  @IsOptional()
  @MaxLength(OLD_TEXT_LENGTH_MAX)
  risksFlagged?: string | null;

  @Field(() => String, {
    nullable: true,
    deprecationReason: '2027-03-01: use `createCommitment`.',
    description: 'Section G as free text.',
  })
  @IsOptional()
  @MaxLength(OLD_TEXT_LENGTH_MAX)
  commitmentsMade?: string | null;
}
