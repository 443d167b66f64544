import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, DateTime, globalId, Node, Role } from '../graphql';
import type { Role as RoleName } from '../rules';

/** A key as it is stored, without what was hashed of its secret. */
export interface ApiKeyRow {
  keyId: string;
  name: string;
  personKey: string;
  role: RoleName;
  documents: string[] | null;
  createdAt: string;
  createdByKey: string;
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
  replacesId: string | null;
}

@ObjectType({
  implements: Node,
  description: 'A key with which a machine reads as somebody; it changes nothing. Its secret is shown once.',
  simpleResolvers: true,
})
export class ApiKey implements Node {
  readonly __typename = 'ApiKey';

  constructor(readonly row: ApiKeyRow) {}

  @Field(() => ID, { description: 'Opaque, and the same for good.' })
  get id(): string {
    return globalId('ApiKey', this.row.keyId);
  }

  @Field(() => String, { description: 'What reads with it, such as "Power BI of finance".' })
  get name(): string {
    return this.row.name;
  }

  @Field(() => Role, { description: 'The role that it reads as; it stops when the person has another.' })
  get role(): RoleName {
    return this.row.role;
  }

  @Field(() => [String], {
    nullable: true,
    description: 'The ids of the trusted documents that it may ask, and nothing else; null where it may ask any query.',
  })
  get documents(): string[] | null {
    return this.row.documents;
  }

  @Field(() => DateTime, { description: 'When it was made.' })
  get createdAt(): string {
    return this.row.createdAt;
  }

  @Field(() => DateTime, { description: 'From when it opens nothing any more.' })
  get expiresAt(): string {
    return this.row.expiresAt;
  }

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null where it was not.' })
  get revokedAt(): string | null {
    return this.row.revokedAt;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was used last, to the minute; null where it never was.',
  })
  get lastUsedAt(): string | null {
    return this.row.lastUsedAt;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'The `id` of the key that it takes the place of; null for a first one.',
  })
  get replaces(): string | null {
    return this.row.replacesId === null ? null : globalId('ApiKey', this.row.replacesId);
  }
}

export const ApiKeyConnection = connectionOf('ApiKey', () => ApiKey);
