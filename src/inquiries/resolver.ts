import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CommissionPayment, onlyPayeeFor, paymentsOfDeals } from '../commission';
import { Deal, dealsById } from '../deals';
import { outcome, type Page, type Request } from '../graphql';
import { Person, peopleByKey } from '../people';
import { AskInquiryInput, InquiryArgs, InquiryPayload, ReopenInquiryInput, ResolveInquiryInput } from './inputs';
import { Inquiry, InquiryConnection, InquiryStep } from './inquiry';
import { inquiriesOfPayments, listInquiries, stepsOfInquiries } from './loading';
import { askInquiry, reopenInquiry, resolveInquiry } from './steps';

@Resolver(() => Inquiry)
export class InquiryResolver {
  @Query(() => InquiryConnection, {
    description: 'What payees ask about their payments, the oldest first. An AE sees their own.',
  })
  inquiries(@Args() args: InquiryArgs, @Ctx() request: Request): Promise<Page<Inquiry>> {
    return listInquiries(request, args);
  }

  @Mutation(() => InquiryPayload, { description: 'Asks finance about a payment of yours.' })
  askInquiry(
    @Arg('input', { description: 'What about.' }) input: AskInquiryInput,
    @Ctx() request: Request,
  ): Promise<InquiryPayload> {
    return outcome(() => askInquiry(request, input));
  }

  @Mutation(() => InquiryPayload, {
    description: 'Answers an inquiry, corrects what it is about by a fact, or declines it.',
  })
  resolveInquiry(
    @Arg('input', { description: 'What is made of it.' }) input: ResolveInquiryInput,
    @Ctx() request: Request,
  ): Promise<InquiryPayload> {
    return outcome(() => resolveInquiry(request, input));
  }

  @Mutation(() => InquiryPayload, { description: 'Asks again what was not answered well.' })
  reopenInquiry(
    @Arg('input', { description: 'Why.' }) input: ReopenInquiryInput,
    @Ctx() request: Request,
  ): Promise<InquiryPayload> {
    return outcome(() => reopenInquiry(request, input));
  }

  @FieldResolver(() => Person, { description: 'Who asks: the payee.' })
  payee(@Root() { row }: Inquiry, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(row.payeeKey);
  }

  @FieldResolver(() => Deal, { nullable: true, description: 'The deal that the payment is for.' })
  deal(@Root() { row }: Inquiry, @Ctx() { loading }: Request): Promise<Deal | null> {
    return loading.by(dealsById).load(row.dealId);
  }

  @FieldResolver(() => CommissionPayment, {
    nullable: true,
    description: "The payment that it is about; null where it is the payee's no longer.",
  })
  async payment(@Root() { row }: Inquiry, @Ctx() { loading }: Request): Promise<CommissionPayment | null> {
    const payments = await loading.by(paymentsOfDeals).load(row.dealId);
    return payments.find((one) => one.tranche === row.tranche && one.row.payeeKey === row.payeeKey) ?? null;
  }

  @FieldResolver(() => [InquiryStep], { description: 'Everything that was said, in its order.' })
  history(@Root() { row }: Inquiry, @Ctx() { loading }: Request): Promise<InquiryStep[]> {
    return loading.by(stepsOfInquiries).load({ dealId: row.dealId, id: row.inquiryId });
  }
}

@Resolver(() => InquiryStep)
export class InquiryStepResolver {
  @FieldResolver(() => Person, { description: 'Who said it.' })
  by(@Root() { byKey }: InquiryStep, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(byKey);
  }
}

@Resolver(() => CommissionPayment)
export class PaymentInquiriesResolver {
  @FieldResolver(() => [Inquiry], { description: 'What its payee has asked about it, the latest first.' })
  inquiries(@Root() { row }: CommissionPayment, @Ctx() { loading, viewer }: Request): Promise<Inquiry[]> | Inquiry[] {
    const { dealId, tranche, payeeKey: payee } = row;
    if ((onlyPayeeFor(viewer) ?? payee) !== payee) return [];
    return loading.by(inquiriesOfPayments).load({ dealId, tranche, payee });
  }
}
