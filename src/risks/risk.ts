import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Deal } from '../deals';
import { CalendarDate, DateTime, enumeration, globalId, Node, RiskLikelihood } from '../graphql';
import { Person } from '../people';
import type { RiskLikelihood as RiskLikelihoodName } from '../rules';

/** What has become of a risk. */
export type RiskStatusName = 'OPEN' | 'MITIGATED' | 'MATERIALISED' | 'CLOSED';

export const RiskStatus = enumeration<RiskStatusName>('RiskStatus', 'What has become of a risk.', {
  OPEN: 'It is there, and nothing that was agreed has taken it away.',
  MITIGATED: 'What was agreed has made it harmless.',
  MATERIALISED: 'It has happened.',
  CLOSED: 'It has gone without happening.',
});

/** Something that may go wrong with a deal: a row of the package's section F, and what has become of it. */
@Entity('risk')
@Check('risk_likelihood_check', `likelihood in ('LOW', 'MEDIUM', 'HIGH')`)
@Check('risk_status_check', `status in ('OPEN', 'MITIGATED', 'MATERIALISED', 'CLOSED')`)
@Check('risk_status_before_check', `status_before in ('OPEN', 'MITIGATED', 'CLOSED')`)
@Check('risk_report_check', 'status_before is null or event_id is not null')
@Check('risk_version_check', 'version >= 1')
@ObjectType({
  implements: Node,
  description: 'Something that may go wrong with a deal, flagged by whoever saw it first.',
  simpleResolvers: true,
})
export class Risk implements Node {
  readonly __typename = 'Risk';

  @PrimaryColumn('uuid', { name: 'deal_id', primaryKeyConstraintName: 'risk_pkey' })
  @ForeignKey(() => Deal, { name: 'risk_deal_fkey' })
  dealId!: string;

  @PrimaryColumn('uuid', { name: 'id', primaryKeyConstraintName: 'risk_pkey' })
  riskId!: string;

  @Field(() => String, { description: 'What may go wrong.' })
  @Column('text')
  description!: string;

  @Field(() => RiskLikelihood, { description: 'How likely it is.' })
  @Column('text')
  likelihood!: RiskLikelihoodName;

  @Field(() => String, { nullable: true, description: 'What the AE suggests against it; null while nothing is.' })
  @Column('text', { nullable: true })
  mitigation!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was agreed against it in the call; null while nothing is.',
  })
  @Column('text', { name: 'agreed_mitigation', nullable: true })
  agreedMitigation!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'When it is to be looked at next; null while not planned.',
  })
  @Column('date', { name: 'review_on', nullable: true })
  reviewOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'When it was last looked at; null while never.' })
  @Column('date', { name: 'reviewed_on', nullable: true })
  reviewedOn!: string | null;

  /** The fact by which it materialised, if it did. */
  @Column('uuid', { name: 'event_id', nullable: true })
  eventId!: string | null;

  /** What it was before that fact; null without one, and where nobody remembers. */
  @Column('text', { name: 'status_before', nullable: true })
  statusBefore!: RiskStatusName | null;

  @Column('text', { name: 'owner', nullable: true })
  @ForeignKey(() => Person, { name: 'risk_owner_fkey' })
  ownerKey!: string | null;

  @Field(() => RiskStatus, { description: 'What has become of it.' })
  @Column('text')
  status!: RiskStatusName;

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
  @ForeignKey(() => Person, { name: 'risk_updated_by_fkey' })
  updatedByKey!: string;

  @Field(() => ID, { description: 'Opaque, and the same for good.' })
  get id(): string {
    return globalId('Risk', this.dealId, this.riskId);
  }
}
