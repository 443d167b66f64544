import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { globalId, Node, Role } from '../graphql';
import type { Role as RoleName } from '../rules';

/** Somebody who sells, delivers, looks after clients, or keeps the books. */
@Entity('person')
@Check('person_key_check', `key ~ '^[a-z0-9][a-z0-9._-]{0,62}$'`)
@Check(
  'person_role_check',
  `role in ('ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'FINANCE', 'ANALYST', 'ADMIN')`,
)
@ObjectType({
  implements: Node,
  description: 'Somebody who sells, delivers, looks after clients, or keeps the books.',
  simpleResolvers: true,
})
export class Person implements Node {
  readonly __typename = 'Person';

  @Field(() => String, { description: 'Their key, such as `ae-3`: what facts and reports name them by.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'person_pkey' })
  key!: string;

  @Field(() => String, { description: 'Their name.' })
  @Column('text')
  name!: string;

  @Field(() => String, { description: 'Their email at work.' })
  @Column('text')
  email!: string;

  @Field(() => Role, { description: 'What they are in the handoff.' })
  @Column('text')
  role!: RoleName;

  @Field(() => ID, { description: 'Opaque, and the same for good.' })
  get id(): string {
    return globalId('Person', this.key);
  }
}
