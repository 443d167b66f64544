import { ArrayMaxSize, IsEmail, Length, MaxLength } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Deal } from '../deals';
import { Problem } from '../graphql';

const ADDRESS_LENGTH_MAX = 254;
const NAMES_MAX = 20;
const NAME_LENGTH_MIN = 3;
const NAME_LENGTH_MAX = 200;

@InputType({ description: "A client's contact of whom nothing is to be known any more." })
export class EraseContactInput {
  @Field(() => String, { description: 'Their email; the audit log does not keep it.' })
  @MaxLength(ADDRESS_LENGTH_MAX)
  @IsEmail()
  email!: string;

  @Field(() => [String], {
    defaultValue: [],
    description:
      'What else they are called in free texts, such as a first name, each of at least 3 characters: it goes from ' +
      'all texts of the deals in question. Name, phone and other emails are found by themselves in the packages.',
  })
  @ArrayMaxSize(NAMES_MAX)
  @Length(NAME_LENGTH_MIN, NAME_LENGTH_MAX, { each: true })
  alsoKnownAs!: string[];
}

@ObjectType({ description: 'What was erased of a contact.', simpleResolvers: true })
export class EraseContactPayload {
  @Field(() => [Deal], {
    nullable: true,
    description: 'The deals that were looked through: where the email was, and others of those clients.',
  })
  deals?: Deal[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of how many entries of the audit log the details were taken away.',
  })
  auditDetails?: number | null;

  @Field(() => [String], { description: 'What is not done yet: files of the drive are tried again until they are.' })
  warnings!: string[];

  @Field(() => [Problem], { description: 'Why nothing was erased; empty when all went well.' })
  errors!: Problem[];
}
