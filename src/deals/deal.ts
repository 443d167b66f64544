import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CalendarDate, DateTime, DealStage, globalId, Money, moneyOf, Node } from '../graphql';
import { Person } from '../people';
import type { TriggerCondition as ConditionName, Role as RoleName, DealStage as StageName } from '../rules';

/** A deal, and what follows from its facts as of the latest of them. */
@Entity('deal')
@Check('deal_stage_check', `stage in ('SELLING', 'HANDOFF', 'ONBOARDING', 'DELIVERY', 'COMPLETED', 'CANCELLED')`)
@Check('deal_key_check', "key ~ '^D-[0-9]{4}-[0-9]{4,}$'")
@Check('deal_currency_check', "currency ~ '^[A-Z]{3}$'")
@Check('deal_owner_check', `owner in ('ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER')`)
@Check('deal_point_of_contact_check', `point_of_contact in ('ACCOUNT_EXECUTIVE', 'ACCOUNT_MANAGER')`)
@Check('deal_unmet_conditions_check', `unmet_conditions <@ array['SOW_SIGNED', 'DEPOSIT_INVOICED', 'CLOSED_WON']`)
@Check('deal_fee_check', 'fee_minor >= 0')
@Check('deal_entitlement_check', 'entitlement_minor >= 0')
@ObjectType({ implements: Node, description: 'A deal: from signature to the Week 12 board report.' })
export class Deal implements Node {
  readonly __typename = 'Deal';

  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'deal_pkey' })
  dealId!: string;

  @Field(() => String, {
    simple: true,
    description: 'Its key, such as `D-2026-0042`: unique, for people and for joins.',
  })
  @Column('text')
  key!: string;

  @Field(() => String, { simple: true, description: "The client's name." })
  @Column('text', { name: 'client_name' })
  clientName!: string;

  @Field(() => String, { simple: true, description: 'The currency of all its money, by ISO 4217.' })
  @Column('char', { length: 3 })
  currency!: string;

  @Field(() => String, {
    simple: true,
    description: 'The calendar that its clocks run by, such as `england-and-wales`.',
  })
  @Column('text', { name: 'calendar_code' })
  calendar!: string;

  @Field(() => String, { simple: true, description: 'The commission plan that it is paid by, such as `standard`.' })
  @Column('text', { name: 'plan_code' })
  plan!: string;

  @Column('text', { name: 'account_executive' })
  @ForeignKey(() => Person, { name: 'deal_account_executive_fkey' })
  accountExecutiveKey!: string;

  @Column('text', { name: 'delivery_lead', nullable: true })
  @ForeignKey(() => Person, { name: 'deal_delivery_lead_fkey' })
  deliveryLeadKey!: string | null;

  @Field(() => DateTime, { simple: true, description: 'When it was opened in Baton.' })
  @Column({ type: 'timestamptz', name: 'opened_at', precision: 3 })
  openedAt!: string;

  @Column('text', { name: 'opened_by' })
  @ForeignKey(() => Person, { name: 'deal_opened_by_fkey' })
  openedByKey!: string;

  @Field(() => DateTime, { nullable: true, simple: true, description: 'When its latest fact was recorded.' })
  @Column({ type: 'timestamptz', name: 'last_recorded_at', precision: 3, nullable: true })
  lastRecordedAt!: string | null;

  @Field(() => DateTime, { simple: true, description: 'When it last changed.' })
  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt!: string;

  @Field(() => DealStage, { simple: true, description: 'How far it has come.' })
  @Column('text')
  stage!: StageName;

  @Column('text')
  owner!: RoleName;

  @Column('text', { name: 'point_of_contact' })
  pointOfContact!: RoleName;

  @Column('text', { name: 'account_manager', nullable: true })
  @ForeignKey(() => Person, { name: 'deal_account_manager_fkey' })
  accountManagerKey!: string | null;

  @Column('text', { name: 'unmet_conditions', array: true })
  unmetConditions!: ConditionName[];

  @Field(() => DateTime, {
    nullable: true,
    simple: true,
    description: 'When the handoff was triggered; null while not.',
  })
  @Column({ type: 'timestamptz', name: 'triggered_at', precision: 3, nullable: true })
  triggeredAt!: string | null;

  @Field(() => CalendarDate, { nullable: true, simple: true, description: 'The local date on which Week 1 starts.' })
  @Column('date', { name: 'week_one', nullable: true })
  weekOne!: string | null;

  @Field(() => DateTime, { nullable: true, simple: true, description: 'When it was cancelled; null while it is not.' })
  @Column({ type: 'timestamptz', name: 'cancelled_at', precision: 3, nullable: true })
  cancelledAt!: string | null;

  @Column('bigint', { name: 'fee_minor', nullable: true })
  feeMinor!: string | null;

  @Column('bigint', { name: 'entitlement_minor' })
  entitlementMinor!: string;

  @Column('text', { name: 'plan_version' })
  planVersion!: string;

  @Field(() => DateTime, {
    nullable: true,
    simple: true,
    description: 'The earliest deadline that is still open, overdue ones included; null where none is.',
  })
  @Column({ type: 'timestamptz', name: 'next_due_at', precision: 3, nullable: true })
  nextDueAt!: string | null;

  @Field(() => ID, { simple: true, description: 'Opaque, and the same for good.' })
  get id(): string {
    return globalId('Deal', this.dealId);
  }

  @Field(() => Money, { nullable: true, simple: true, description: 'The fee in force; null while none is agreed.' })
  get fee(): Money | null {
    return this.feeMinor === null ? null : moneyOf(BigInt(this.feeMinor), this.currency);
  }
}
