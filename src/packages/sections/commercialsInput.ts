import { Field, InputType } from 'type-graphql';
import { CalendarDate, Decimal } from '../../graphql';

@InputType({ description: 'A part of the fee, given whole: what is left out is empty.' })
class FeeItemInput {
  @Field(() => String, { nullable: true, description: 'What it is for.' })
  item?: string | null;

  @Field(() => Decimal, { nullable: true, description: "How much of the fee it is, in the deal's currency." })
  amount?: string | null;
}

@InputType({ description: 'A discount, given whole: what is left out is empty.' })
class DiscountInput {
  @Field(() => String, { nullable: true, description: 'What it was given for.' })
  description?: string | null;

  @Field(() => Decimal, { nullable: true, description: "How much was taken off, in the deal's currency." })
  amount?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The reference by which it was signed off; without one there is no discount.',
  })
  signOff?: string | null;
}

@InputType({ description: 'A payment milestone, given whole: what is left out is empty.' })
class PaymentMilestoneInput {
  @Field(() => String, { nullable: true, description: 'What has to be reached.' })
  milestone?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "How much is invoiced then, in the deal's currency; the first is 40% of the fee, rounded half up.",
  })
  amount?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day on which it is invoiced.' })
  invoiceOn?: string | null;
}

@InputType({
  description: 'Section E. An item that is left out stays as it is; null empties it; a list replaces the one before.',
})
export class CommercialsInput {
  @Field(() => Decimal, {
    nullable: true,
    description: "The total fee in the deal's currency, net of discounts and excluding VAT.",
  })
  fee?: string | null;

  @Field(() => [FeeItemInput], { nullable: true, description: 'What it consists of; the items add up to it.' })
  breakdown?: FeeItemInput[] | null;

  @Field(() => [DiscountInput], { nullable: true, description: 'The discounts that were given.' })
  discounts?: DiscountInput[] | null;

  @Field(() => [PaymentMilestoneInput], {
    nullable: true,
    description: 'The payment milestones and when they are invoiced; they add up to the fee.',
  })
  milestones?: PaymentMilestoneInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'What was agreed beside the fee, such as the rights to a case study or a reference call.',
  })
  sideCommitments?: string[] | null;
}
