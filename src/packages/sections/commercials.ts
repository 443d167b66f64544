import { Field, ObjectType } from 'type-graphql';
import { CalendarDate, Money } from '../../graphql';

@ObjectType({ description: 'A part of the fee, as the calculator gave it.', simpleResolvers: true })
export class FeeItem {
  @Field(() => String, { nullable: true, description: 'What it is for.' })
  item!: string | null;

  @Field(() => Money, { nullable: true, description: 'How much of the fee it is.' })
  amount!: Money | null;
}

@ObjectType({ description: 'What was taken off the list price.', simpleResolvers: true })
export class Discount {
  @Field(() => String, { nullable: true, description: 'What it was given for.' })
  description!: string | null;

  @Field(() => Money, { nullable: true, description: 'How much was taken off.' })
  amount!: Money | null;

  @Field(() => String, { nullable: true, description: 'The reference by which it was signed off.' })
  signOff!: string | null;
}

@ObjectType({ description: 'A part of the fee that is invoiced by itself.', simpleResolvers: true })
export class PaymentMilestone {
  @Field(() => String, { nullable: true, description: 'What has to be reached.' })
  milestone!: string | null;

  @Field(() => Money, { nullable: true, description: 'How much is invoiced then; the first is 40% of the fee.' })
  amount!: Money | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day on which it is invoiced.' })
  invoiceOn!: string | null;
}

@ObjectType({
  description: 'Section E: the fee, net of discounts and excluding VAT. An empty list says that there is nothing.',
  simpleResolvers: true,
})
export class Commercials {
  @Field(() => Money, { nullable: true, description: 'The total fee.' })
  fee!: Money | null;

  @Field(() => [FeeItem], { nullable: true, description: 'What it consists of; the items add up to it.' })
  breakdown!: FeeItem[] | null;

  @Field(() => [Discount], { nullable: true, description: 'The discounts that were given.' })
  discounts!: Discount[] | null;

  @Field(() => [PaymentMilestone], {
    nullable: true,
    description: 'The payment milestones and when they are invoiced; they add up to the fee.',
  })
  milestones!: PaymentMilestone[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'What was agreed beside the fee, such as the rights to a case study or a reference call.',
  })
  sideCommitments!: string[] | null;
}
