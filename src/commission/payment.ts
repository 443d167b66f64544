import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, globalId, Money, moneyOf, Node, PaymentStatus, TrancheCode } from '../graphql';
import type { PaymentStatus as StatusName, TrancheCode as TrancheName } from '../rules';

/** A stored payment as SQL gives it. */
export interface PaymentRow {
  dealId: string;
  tranche: TrancheName;
  payeeKey: string;
  status: StatusName;
  currency: string;
  amountMinor: string;
  releasedMinor: string;
  earnedAt: string | null;
  releasedAt: string | null;
  waitingFor: string | null;
  updatedAt: string;
}

/** One tranche of a deal's commission for one payee, as it stands now. */
@ObjectType({
  implements: Node,
  description: "One tranche of a deal's commission for one payee, as it stands now (rules.md §7).",
})
export class CommissionPayment implements Node {
  readonly __typename = 'CommissionPayment';

  constructor(readonly row: PaymentRow) {
    this.tranche = row.tranche;
    this.status = row.status;
    this.earnedAt = row.earnedAt;
    this.releasedAt = row.releasedAt;
    this.waitingFor = row.waitingFor;
    this.updatedAt = row.updatedAt;
  }

  @Field(() => ID, { simple: true, description: 'Opaque, and the same for good.' })
  get id(): string {
    return globalId('CommissionPayment', this.row.dealId, this.row.tranche, this.row.payeeKey);
  }

  @Field(() => TrancheCode, { simple: true, description: 'The tranche.' })
  tranche: TrancheName;

  @Field(() => PaymentStatus, { simple: true, description: 'Where it stands.' })
  status: StatusName;

  @Field(() => Money, { simple: true, description: 'The nominal amount, before any cut.' })
  get amount(): Money {
    return moneyOf(BigInt(this.row.amountMinor), this.row.currency);
  }

  @Field(() => Money, { simple: true, description: 'What its lines add up to.' })
  get releasedToDate(): Money {
    return moneyOf(BigInt(this.row.releasedMinor), this.row.currency);
  }

  @Field(() => DateTime, { nullable: true, simple: true, description: 'When its milestone was reached.' })
  earnedAt: string | null;

  @Field(() => DateTime, { nullable: true, simple: true, description: 'When it was released; null while it is not.' })
  releasedAt: string | null;

  @Field(() => String, { nullable: true, simple: true, description: 'The fact that is missing, when one is.' })
  waitingFor: string | null;

  @Field(() => DateTime, { simple: true, description: 'When it last changed.' })
  updatedAt: string;
}
