import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, Length, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, Problem } from '../graphql';
import { ApiKey } from './apiKey';

const ID_LENGTH_MAX = 200;
const NAME_LENGTH_MAX = 100;
const DOCUMENTS_MAX = 50;
const OVERLAP_HOURS_MAX = 24 * 30;

@InputType({ description: 'A key that is to be made.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What will read with it, such as "Power BI of finance".' })
  @Length(1, NAME_LENGTH_MAX)
  name!: string;

  @Field(() => ID, { description: 'The key of the person as whom it reads: it sees what they see.' })
  @MaxLength(ID_LENGTH_MAX)
  person!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The ids of the trusted documents that it may ask; it may ask any query when left out.',
  })
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(DOCUMENTS_MAX)
  @MaxLength(NAME_LENGTH_MAX, { each: true })
  documents?: string[] | null;

  @Field(() => DateTime, { description: 'From when it opens nothing any more: at most a year ahead.' })
  expiresAt!: number;
}

@InputType({ description: 'A key that is to be replaced by a new one.' })
export class RotateApiKeyInput {
  @Field(() => ID, { description: 'The `id` of the key.' })
  @MaxLength(ID_LENGTH_MAX)
  apiKey!: string;

  @Field(() => DateTime, { description: 'From when the new one opens nothing any more: at most a year ahead.' })
  expiresAt!: number;

  @Field(() => Int, {
    defaultValue: 24,
    description: `For how many hours the old one goes on, so that its reader can change: 0 to ${OVERLAP_HOURS_MAX}.`,
  })
  @Min(0)
  @Max(OVERLAP_HOURS_MAX)
  overlapHours!: number;
}

@InputType({ description: 'A key that is to open nothing any more.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'The `id` of the key.' })
  @MaxLength(ID_LENGTH_MAX)
  apiKey!: string;
}

@ObjectType({ description: 'A key that was made, with its secret.', simpleResolvers: true })
export class ApiKeySecretPayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key; null where none was made.' })
  apiKey?: ApiKey | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the machine sends: `authorization: Bearer …` or `x-api-key: …`. It is shown this once.',
  })
  secret?: string | null;

  @Field(() => [Problem], { description: 'Why none was made; empty when all went well.' })
  errors!: Problem[];
}

@ObjectType({ description: 'The key that something was done to.', simpleResolvers: true })
export class ApiKeyPayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key as it is now; null where there is none.' })
  apiKey?: ApiKey | null;

  @Field(() => [Problem], { description: 'Why nothing was done; empty when all went well.' })
  errors!: Problem[];
}
