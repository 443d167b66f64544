import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { CommissionPayment, CommissionState, onlyPayeeFor, paymentsOfDeals } from '../commission';
import { DealEvent, eventPages } from '../facts';
import { connectionOf, DateTime, type Page, PageArgs, type Request } from '../graphql';
import { HandoffState } from '../handoff';
import { Person, peopleByKey } from '../people';
import { Deal } from './deal';
import { DealArgs } from './filter';
import { DealConnection, listDeals } from './listing';
import { dealByKey } from './loading';
import { commissionAt, handoffAt, handoffNow } from './states';

export const DealEventConnection = connectionOf('DealEvent', () => DealEvent);

@ArgsType()
class WhenArgs {
  @Field(() => DateTime, { nullable: true, description: 'As at this instant; `knownAt` when left out.' })
  effectiveAt?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'As it was known at this instant; now when left out.' })
  knownAt?: number | null;
}

@ArgsType()
class HandoffArgs extends WhenArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'By this version of the calendar alone, from 1 on, whatever counted when a clock was judged: for the other ' +
      'verdict, where a holiday was proclaimed since.',
  })
  calendarVersion?: number | null;
}

@ArgsType()
class DealKeyArgs {
  @Field(() => String, { description: 'Its key, such as `D-2026-0042`.' })
  @MaxLength(100)
  key!: string;
}

@Resolver(() => Deal)
export class DealResolver {
  @Query(() => Deal, {
    nullable: true,
    description: 'The deal of that key; null where there is none that you may see.',
  })
  deal(@Args() { key }: DealKeyArgs, @Ctx() { db, viewer }: Request): Promise<Deal | null> {
    return dealByKey(db, viewer, key);
  }

  @Query(() => DealConnection, { description: 'Deals, by key or as ordered. An AE sees their own.' })
  deals(@Args() args: DealArgs, @Ctx() request: Request): Promise<Page<Deal>> {
    return listDeals(request, args);
  }

  @FieldResolver(() => Person, { description: 'Who sold it.' })
  accountExecutive(@Root() deal: Deal, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(deal.accountExecutiveKey);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who sees to it that an account manager is assigned.' })
  deliveryLead(@Root() { deliveryLeadKey }: Deal, @Ctx() { loading }: Request): Promise<Person> | null {
    return deliveryLeadKey === null ? null : loading.by(peopleByKey).load(deliveryLeadKey);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who looks after the client; null until assigned.' })
  accountManager(@Root() { accountManagerKey }: Deal, @Ctx() { loading }: Request): Promise<Person> | null {
    return accountManagerKey === null ? null : loading.by(peopleByKey).load(accountManagerKey);
  }

  @FieldResolver(() => HandoffState, {
    description: 'Where the handoff stands: now, or as at and as known at any instant.',
  })
  handoff(
    @Root() deal: Deal,
    @Args() when: HandoffArgs,
    @Ctx() request: Request,
  ): HandoffState | Promise<HandoffState> {
    const isNow = when.effectiveAt == null && when.knownAt == null && when.calendarVersion == null;
    return isNow ? handoffNow(deal) : handoffAt(deal, when, request);
  }

  @FieldResolver(() => CommissionState, {
    description:
      'What is earned, held and released: now, or as at and as known at any instant. An AE sees their own part.',
  })
  commission(@Root() deal: Deal, @Args() when: WhenArgs, @Ctx() request: Request): Promise<CommissionState> {
    return commissionAt(deal, when, request);
  }

  @FieldResolver(() => [CommissionPayment], { description: 'Its payments as they stand now; an AE sees their own.' })
  async commissionPayments(@Root() deal: Deal, @Ctx() { loading, viewer }: Request): Promise<CommissionPayment[]> {
    const payments = await loading.by(paymentsOfDeals).load(deal.dealId);
    const mine = onlyPayeeFor(viewer);
    return mine === null ? payments : payments.filter(({ row }) => row.payeeKey === mine);
  }

  @FieldResolver(() => DealEventConnection, { description: 'Its history, in the order of recording.' })
  events(@Root() { dealId }: Deal, @Args() page: PageArgs, @Ctx() { loading }: Request): Promise<Page<DealEvent>> {
    return loading.by(eventPages).load({ dealId, page });
  }
}
