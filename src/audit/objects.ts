import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf, DateTime, enumeration, PageArgs, Role } from '../graphql';
import type { Role as RoleName } from '../rules';

/** What an entry of the audit log says. */
export type AuditKindName = 'CALL' | 'REFUSAL' | 'READ' | 'CHANGE' | 'ERASURE';

export const AuditKind = enumeration<AuditKindName>('AuditKind', 'What an entry of the audit log says.', {
  CALL: 'Somebody did something: a mutation, with what it was given.',
  REFUSAL: 'Somebody tried something and was refused.',
  READ: 'Somebody was given personal data of contacts, once for a whole operation.',
  CHANGE: 'Rows of a table as they were before and after, whoever changed them by whatever way.',
  ERASURE: 'Details of entries were taken away.',
});

/** An entry as SQL gives it. */
export interface AuditEntryRow {
  number: string;
  at: string;
  kind: AuditKindName;
  personKey: string | null;
  role: RoleName | null;
  apiKeyId: string | null;
  address: string | null;
  correlationId: string | null;
  action: string;
  subjects: string[];
  login: string;
  transaction: string;
  content: string | null;
  isRedacted: boolean;
  hash: string | null;
}

@ObjectType({
  description: 'Something that was done, tried or read. Entries are never changed.',
  simpleResolvers: true,
})
export class AuditEntry {
  @Field(() => String, { description: 'Its number; later ones are larger.' })
  number!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => AuditKind, { description: 'What it says.' })
  kind!: AuditKindName;

  @Field(() => String, { nullable: true, description: "Who, by the person's key; null for what the database noted." })
  personKey!: string | null;

  @Field(() => Role, { nullable: true, description: 'The role that they had.' })
  role!: RoleName | null;

  @Field(() => String, { nullable: true, description: 'The API key that spoke for them, by its UUID.' })
  apiKeyId!: string | null;

  @Field(() => String, { nullable: true, description: 'The address that the request came from.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'The id under which the request is in the log.' })
  correlationId!: string | null;

  @Field(() => String, { description: 'The mutation, the operation, the path of a file, or the table.' })
  action!: string;

  @Field(() => [String], { description: 'UUIDs and keys of what it is about.' })
  subjects!: string[];

  @Field(() => String, { description: 'Who the database says it was.' })
  login!: string;

  @Field(() => String, { description: 'The transaction: a call and its changes have the same.' })
  transaction!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What there is to say, as JSON: what was given, why it was refused, rows before and after.',
  })
  content!: string | null;

  @Field(() => Boolean, { description: 'Whether that was taken away, for it was personal or old.' })
  isRedacted!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The hash by which it is in the chain; null for a second or so.',
  })
  hash!: string | null;
}

export const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntry);

const FEW = 20;

@InputType({ description: 'Which entries; all conditions must hold, those left out do not restrict.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: "Of this person, by the person's key." })
  @IsOptional()
  @MaxLength(100)
  person?: string | null;

  @Field(() => [AuditKind], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(FEW)
  kind?: AuditKindName[] | null;

  @Field(() => String, { nullable: true, description: 'Of this action, such as `approvePayRun`.' })
  @IsOptional()
  @MaxLength(100)
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this object: its id, or the key of a deal or person.' })
  @IsOptional()
  @MaxLength(500)
  subject?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'At this instant or later.' })
  from?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Before this instant.' })
  before?: number | null;
}

@ArgsType()
export class AuditArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true, description: 'Which entries; all of them when left out.' })
  @IsOptional()
  @ValidateNested()
  filter?: AuditFilter | null;
}
