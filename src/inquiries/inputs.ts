import { Length, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumeration, PageArgs, Problem } from '../graphql';
import { Inquiry, InquiryStatus, type InquiryStatusName } from './inquiry';

const ID_LENGTH_MAX = 300;
const WORDS_LENGTH_MAX = 4_000;

/** What finance makes of an inquiry. */
export type InquiryOutcomeName = 'ANSWERED' | 'CORRECTED' | 'DECLINED';

export const InquiryOutcome = enumeration<InquiryOutcomeName>('InquiryOutcome', 'What finance makes of an inquiry.', {
  ANSWERED: 'It is explained.',
  CORRECTED: 'It is corrected by a fact, which is named.',
  DECLINED: 'It stays as it is, and why is said.',
});

@InputType({ description: 'A question about a payment.' })
export class AskInquiryInput {
  @Field(() => ID, { description: 'The `id` of a payment of yours.' })
  @MaxLength(ID_LENGTH_MAX)
  payment!: string;

  @Field(() => String, { description: 'What is not clear, or not right: at most 4,000 characters.' })
  @Length(1, WORDS_LENGTH_MAX)
  words!: string;
}

@InputType({ description: 'What finance says to an inquiry.' })
export class ResolveInquiryInput {
  @Field(() => ID, { description: 'The `id` of the inquiry.' })
  @MaxLength(ID_LENGTH_MAX)
  inquiry!: string;

  @Field(() => Int, { description: 'The `version` of it that you saw; if it is another by now, nothing is recorded.' })
  expectedVersion!: number;

  @Field(() => InquiryOutcome, { description: 'What is made of it.' })
  outcome!: InquiryOutcomeName;

  @Field(() => String, { description: 'The explanation or reason, at most 4,000 characters.' })
  @Length(1, WORDS_LENGTH_MAX)
  words!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'With CORRECTED: the `id` of the event of the deal by which it is corrected, recorded since.',
  })
  @MaxLength(ID_LENGTH_MAX)
  event?: string | null;
}

@InputType({ description: 'Why an answer does not do.' })
export class ReopenInquiryInput {
  @Field(() => ID, { description: 'The `id` of the inquiry.' })
  @MaxLength(ID_LENGTH_MAX)
  inquiry!: string;

  @Field(() => Int, { description: 'The `version` of it that you saw; if it is another by now, nothing is recorded.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'What is still not clear or right, at most 4,000 characters.' })
  @Length(1, WORDS_LENGTH_MAX)
  words!: string;
}

@ObjectType({ description: 'The inquiry that something was said to.', simpleResolvers: true })
export class InquiryPayload {
  @Field(() => Inquiry, { nullable: true, description: 'The inquiry as it is now; null where there is none.' })
  inquiry?: Inquiry | null;

  @Field(() => [Problem], { description: 'Why nothing was recorded; empty when all went well.' })
  errors!: Problem[];
}

@ArgsType()
export class InquiryArgs extends PageArgs {
  @Field(() => [InquiryStatus], { nullable: true, description: 'Those that have come so far; all when left out.' })
  status?: InquiryStatusName[] | null;
}
