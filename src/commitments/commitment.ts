import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Deal } from '../deals';
import { CalendarDate, DateTime, enumeration, globalId, Node } from '../graphql';
import { Person } from '../people';

/** What has become of a commitment. */
export type CommitmentStatusName = 'OPEN' | 'KEPT' | 'BROKEN' | 'RELEASED';

export const CommitmentStatus = enumeration<CommitmentStatusName>(
  'CommitmentStatus',
  'What has become of a commitment.',
  {
    OPEN: 'It is still to be kept.',
    KEPT: 'It was kept, and its evidence shows it.',
    BROKEN: 'It was not kept, and its evidence shows it.',
    RELEASED: 'The client no longer asks for it.',
  },
);

/** Something that was promised to a client: an item of the package's section G, and what has become of it. */
@Entity('commitment')
@Check('commitment_status_check', `status in ('OPEN', 'KEPT', 'BROKEN', 'RELEASED')`)
@Check('commitment_due_week_check', 'due_week between -4 and 520 and due_week <> 0')
@Check('commitment_due_check', 'due_week is null or due_on is null')
@Check('commitment_version_check', 'version >= 1')
@ObjectType({
  implements: Node,
  description: 'Something that was promised to a client, no matter how informally.',
  simpleResolvers: true,
})
export class Commitment implements Node {
  readonly __typename = 'Commitment';

  @PrimaryColumn('uuid', { name: 'deal_id', primaryKeyConstraintName: 'commitment_pkey' })
  @ForeignKey(() => Deal, { name: 'commitment_deal_fkey' })
  dealId!: string;

  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'commitment_pkey' })
  commitmentId!: string;

  @Field(() => String, { description: 'The exact words in which it was promised.' })
  @Column('text')
  words!: string;

  @Field(() => String, { description: 'Whom it was promised, at the client.' })
  @Column('text', { name: 'promised_to' })
  promisedTo!: string;

  @Column('text', { name: 'promised_by' })
  @ForeignKey(() => Person, { name: 'commitment_promised_by_fkey' })
  promisedByKey!: string;

  @Column('text', { name: 'owner', nullable: true })
  @ForeignKey(() => Person, { name: 'commitment_owner_fkey' })
  ownerKey!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The delivery week in which it is due (-4 to -1, or from 1 on); null when due on a date, or not dated.',
  })
  @Column('integer', { name: 'due_week', nullable: true })
  dueWeek!: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which it is due; null when due in a week, or not dated.',
  })
  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'The day by which it is due: `dueOn`, or the last day of `dueWeek`, which moves with the weeks of the deal; ' +
      'null when not dated, or while the week has no date.',
  })
  @Column('date', { name: 'due_date', nullable: true })
  dueDate!: string | null;

  /** The fact by which it came up, if it did. */
  @Column('uuid', { name: 'event_id', nullable: true })
  eventId!: string | null;

  @Field(() => CommitmentStatus, { description: 'What has become of it.' })
  @Column('text')
  status!: CommitmentStatusName;

  @Field(() => String, {
    nullable: true,
    description: 'What shows that it was made, kept or broken: a link or a quotation.',
  })
  @Column('text', { nullable: true })
  evidence!: string | null;

  @Field(() => Int, { description: 'Counts its changes, from 1: say which you saw when you change it.' })
  @Column('integer')
  version!: number;

  @Field(() => DateTime, { description: 'When it was written down.' })
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: string;

  @Field(() => DateTime, { description: 'When it last changed.' })
  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt!: string;

  @Column('text', { name: 'updated_by' })
  @ForeignKey(() => Person, { name: 'commitment_updated_by_fkey' })
  updatedByKey!: string;

  @Field(() => ID, { description: 'Opaque, and the same for good.' })
  get id(): string {
    return globalId('Commitment', this.dealId, this.commitmentId);
  }
}
