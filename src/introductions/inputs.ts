import { IsEmail, IsOptional, Length, MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Deal } from '../deals';
import { connectionOf, DateTime, Problem } from '../graphql';
import { ClientEmail } from './objects';

const ID_LENGTH_MAX = 200;
const ADDRESS_LENGTH_MAX = 254;
const SUBJECT_LENGTH_MAX = 300;
const BODY_LENGTH_MAX = 20_000;

export const ClientEmailConnection = connectionOf('ClientEmail', () => ClientEmail);

@InputType({ description: 'The introduction, as it was edited; what is left out is as `Deal.introEmail` shows it.' })
export class SendIntroEmailInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => String, { nullable: true, description: 'Whom at the client it goes to: one address.' })
  @IsOptional()
  @MaxLength(ADDRESS_LENGTH_MAX)
  @IsEmail()
  to?: string | null;

  @Field(() => String, { nullable: true, description: 'The subject, at most 300 characters.' })
  @IsOptional()
  @Length(1, SUBJECT_LENGTH_MAX)
  subject?: string | null;

  @Field(() => String, { nullable: true, description: 'The text, at most 20,000 characters.' })
  @IsOptional()
  @Length(1, BODY_LENGTH_MAX)
  body?: string | null;
}

@InputType({ description: 'An email of the client that reached the AE instead of the account manager.' })
export class LogClientEmailInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => DateTime, { description: 'When it was received; never in the future.' })
  receivedAt!: number;

  @Field(() => String, { description: "The sender's address." })
  @MaxLength(ADDRESS_LENGTH_MAX)
  @IsEmail()
  from!: string;

  @Field(() => String, { description: 'The subject, at most 300 characters.' })
  @MaxLength(SUBJECT_LENGTH_MAX)
  subject!: string;

  @Field(() => String, { defaultValue: '', description: 'The text, at most 20,000 characters.' })
  @MaxLength(BODY_LENGTH_MAX)
  body!: string;
}

@InputType({ description: 'An email of the client that is to be forwarded.' })
export class ForwardClientEmailInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => ID, { description: 'The `id` of a `ClientEmail` of the deal.' })
  @MaxLength(ID_LENGTH_MAX)
  email!: string;
}

@ObjectType({ description: 'What became of mails that were to be sent for a deal.', simpleResolvers: true })
export class SendMailPayload {
  @Field(() => Deal, { nullable: true, description: 'The deal as it is now; null when nothing was done.' })
  deal?: Deal | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the mail server has taken it, and the fact is recorded; false where it lies on the drive.',
  })
  sent?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Where it lies on the drive, if it was not sent.' })
  file?: string | null;

  @Field(() => [String], { description: 'What was done, but is not as it should be.' })
  warnings!: string[];

  @Field(() => [Problem], { description: 'Why it was not sent; empty when all went well.' })
  errors!: Problem[];
}

@ObjectType({ description: 'The email that was logged.', simpleResolvers: true })
export class LogClientEmailPayload {
  @Field(() => ClientEmail, { nullable: true, description: 'The email; null when nothing was recorded.' })
  email?: ClientEmail | null;

  @Field(() => [Problem], { description: 'Why nothing was recorded; empty when all went well.' })
  errors!: Problem[];
}
