import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DateTime, enumeration, globalId, Money, Month, moneyOf, Node } from '../graphql';
import { Person } from '../people';

/** How far a pay run has come. */
export type PayRunStatusName = 'DRAFT' | 'APPROVED' | 'PAID' | 'DISCARDED';

export const PayRunStatus = enumeration<PayRunStatusName>('PayRunStatus', 'How far a pay run has come.', {
  DRAFT: 'A snapshot of the lines of its period, to be reviewed.',
  APPROVED: 'Somebody else than its creator has approved it.',
  PAID: 'It was paid, and its period is closed for good.',
  DISCARDED: 'It came to nothing; another can be made.',
});

/** What was done to a pay run. */
export type PayRunActionName = 'CREATE' | 'APPROVE' | 'PAY' | 'DISCARD';

export const PayRunAction = enumeration<PayRunActionName>('PayRunAction', 'What was done to a pay run, or tried.', {
  CREATE: 'It was created.',
  APPROVE: 'It was approved.',
  PAY: 'It was marked as paid.',
  DISCARD: 'It was discarded.',
});

/** The payment of a month's lines: created by one, approved by another, paid, and then it closes the month. */
@Entity('pay_run')
@Check('pay_run_period_check', `period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
@Check('pay_run_status_check', `status in ('DRAFT', 'APPROVED', 'PAID', 'DISCARDED')`)
@Check('pay_run_four_eyes_check', 'approved_by <> created_by')
@Check('pay_run_approved_check', '(approved_at is null) = (approved_by is null)')
@Check(
  'pay_run_paid_check',
  `(status = 'PAID') = (paid_at is not null) and (paid_at is null) = (paid_by is null)
    and (paid_at is null) = (reference is null) and (status not in ('APPROVED', 'PAID') or approved_at is not null)`,
)
@ObjectType({
  implements: Node,
  description: "The payment of a month's lines to all payees (rules.md §8).",
  simpleResolvers: true,
})
export class PayRun implements Node {
  readonly __typename = 'PayRun';

  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'pay_run_pkey' })
  runId!: string;

  @Field(() => Month, { description: 'The month that it pays.' })
  @Column('text')
  period!: string;

  @Field(() => PayRunStatus, { description: 'How far it has come.' })
  @Column('text')
  status!: PayRunStatusName;

  @Field(() => DateTime, { description: 'When the snapshot of the lines was taken.' })
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: string;

  @Column('text', { name: 'created_by' })
  @ForeignKey(() => Person, { name: 'pay_run_created_by_fkey' })
  createdByKey!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was approved; null while it was not.' })
  @Column({ type: 'timestamptz', name: 'approved_at', precision: 3, nullable: true })
  approvedAt!: string | null;

  @Column('text', { name: 'approved_by', nullable: true })
  @ForeignKey(() => Person, { name: 'pay_run_approved_by_fkey' })
  approvedByKey!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was marked as paid; null while it was not.' })
  @Column({ type: 'timestamptz', name: 'paid_at', precision: 3, nullable: true })
  paidAt!: string | null;

  @Column('text', { name: 'paid_by', nullable: true })
  @ForeignKey(() => Person, { name: 'pay_run_paid_by_fkey' })
  paidByKey!: string | null;

  @Field(() => String, { nullable: true, description: 'The reference of the payment, such as the bank gave it.' })
  @Column('text', { nullable: true })
  reference!: string | null;

  @Field(() => ID, { description: 'Opaque, and the same for good.' })
  get id(): string {
    return globalId('PayRun', this.runId);
  }
}

/** What a run pays to somebody, as SQL gives it. */
export interface PayRunPayeeRow {
  runId: string;
  payeeKey: string;
  employeeNumber: string | null;
  currency: string;
  lines: number;
  broughtForwardMinor: string;
  linesMinor: string;
  payableMinor: string;
  carriedForwardMinor: string;
}

/** What a run pays to one payee in one currency. */
@ObjectType({ description: 'What a pay run pays to one payee in one currency.' })
export class PayRunPayee {
  constructor(readonly row: PayRunPayeeRow) {
    const money = (minor: string) => moneyOf(BigInt(minor), row.currency);
    this.lines = row.lines;
    this.employeeNumber = row.employeeNumber;
    this.broughtForward = money(row.broughtForwardMinor);
    this.linesTotal = money(row.linesMinor);
    this.payable = money(row.payableMinor);
    this.carriedForward = money(row.carriedForwardMinor);
  }

  @Field(() => Int, { simple: true, description: 'How many lines.' })
  lines: number;

  @Field(() => String, {
    nullable: true,
    simple: true,
    description: 'The number by which payroll knows them; null while nobody has said it.',
  })
  employeeNumber: string | null;

  @Field(() => Money, { simple: true, description: 'What was below zero in the run before, or nothing.' })
  broughtForward: Money;

  @Field(() => Money, { simple: true, description: 'What the lines of the period add up to.' })
  linesTotal: Money;

  @Field(() => Money, { simple: true, description: 'What is paid: both together, where that is above zero.' })
  payable: Money;

  @Field(() => Money, { simple: true, description: 'What is below zero, and carried to the next run.' })
  carriedForward: Money;
}

/** Something that was done to a run, or tried. */
@ObjectType({ description: 'Something that was done to a pay run, or tried and refused.', simpleResolvers: true })
export class PayRunEvent {
  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => PayRunAction, { description: 'What.' })
  action!: PayRunActionName;

  @Field(() => String, { nullable: true, description: 'Why it was refused; null where it was done.' })
  refusal!: string | null;

  byKey!: string;
}
