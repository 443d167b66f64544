import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { eventGlobalId, judgedDeal } from '../facts';
import { type Page, PageArgs, type Request } from '../graphql';
import { SlaClock } from '../handoff';
import { Person, peopleByKey } from '../people';
import { nextMove } from '../rules';
import { termsBook } from '../terms';
import { CommissionPaymentArgs, CommissionPaymentConnection, listPayments } from './listing';
import {
  PaymentMove,
  PersonCommission,
  PersonCommissionTotal,
  totalsOfPeople,
  waitingPage,
  waitingPages,
} from './mine';
import { CommissionPaymentState, DerivationStep } from './objects';
import { CommissionPayment, type PaymentRow } from './payment';
import { shownDerivation } from './shown';

@Resolver(() => CommissionPaymentState)
export class CommissionPaymentStateResolver {
  @FieldResolver(() => [DerivationStep], { description: 'How it came to its amount and status, step by step.' })
  derivation(@Root() payment: CommissionPaymentState): DerivationStep[] {
    return payment.derive();
  }
}

@Resolver(() => CommissionPayment)
export class CommissionPaymentResolver {
  @Query(() => CommissionPaymentConnection, {
    description: 'Payments, those that changed longest ago first. An AE sees their own: "why am I not paid yet?"',
  })
  commissionPayments(@Args() args: CommissionPaymentArgs, @Ctx() request: Request): Promise<Page<CommissionPayment>> {
    return listPayments(request, args);
  }

  @FieldResolver(() => Person, { description: 'Who is paid.' })
  payee(@Root() { row }: CommissionPayment, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(row.payeeKey);
  }

  @FieldResolver(() => [SlaClock], { description: 'The clocks that hold it now: whose move it is, and since when.' })
  async heldBy(@Root() { row, status }: CommissionPayment, @Ctx() request: Request): Promise<SlaClock[]> {
    if (status !== 'HELD' || row.waitingFor !== null) return [];
    const { state } = await judgedDeal(request, row.dealId, {});
    return state.commission.payments.find(isSame(row))?.heldBy ?? [];
  }

  @FieldResolver(() => PaymentMove, {
    nullable: true,
    description: 'Whose move it is, since when, and what is to be done; null for what is released or forfeited.',
  })
  async move(@Root() { row, status }: CommissionPayment, @Ctx() request: Request): Promise<PaymentMove | null> {
    if (status !== 'HELD' && status !== 'NOT_EARNED') return null;
    const { deal, state } = await judgedDeal(request, row.dealId, {});
    const payment = state.commission.payments.find(isSame(row));
    const move = payment && nextMove(payment, state, deal);
    return move ? Object.assign(new PaymentMove(), { ...move, personKey: move.person }) : null;
  }

  @FieldResolver(() => [DerivationStep], { description: 'How it came to its amount and status, step by step.' })
  async derivation(@Root() { row }: CommissionPayment, @Ctx() request: Request): Promise<DerivationStep[]> {
    const { deal, state } = await judgedDeal(request, row.dealId, {});
    const payment = state.commission.payments.find(isSame(row));
    if (!payment) return [];
    const { zone } = (await termsBook(request.db)).termsOf(deal).calendar;
    const idOf = (eventId: string) => eventGlobalId(row.dealId, eventId);
    return shownDerivation(state, payment, { ...deal, zone: zone.name, idOf, onlyPayee: null });
  }
}

@Resolver(() => PaymentMove)
export class PaymentMoveResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'Who that is, where the deal names somebody.' })
  person(@Root() { personKey }: PaymentMove, @Ctx() { loading }: Request): Promise<Person> | null {
    return personKey === null ? null : loading.by(peopleByKey).load(personKey);
  }
}

@Resolver(() => Person)
export class PersonCommissionResolver {
  @FieldResolver(() => PersonCommission, {
    nullable: true,
    description: 'Your commission: "why am I not paid yet?". Null for anybody but yourself.',
  })
  commission(@Root() { key }: Person, @Ctx() { viewer }: Request): PersonCommission | null {
    return key === viewer.personKey ? Object.assign(new PersonCommission(), { personKey: key }) : null;
  }
}

@Resolver(() => PersonCommission)
export class WaitingResolver {
  @FieldResolver(() => [PersonCommissionTotal], { description: 'What the payments add up to, by status and currency.' })
  totals(@Root() { personKey }: PersonCommission, @Ctx() { loading }: Request): Promise<PersonCommissionTotal[]> {
    return loading.by(totalsOfPeople).load(personKey);
  }

  @FieldResolver(() => CommissionPaymentConnection, {
    description: 'The payments that are held or not earned yet: each says what it waits for, and whose move it is.',
  })
  waiting(
    @Root() of: PersonCommission,
    @Args() page: PageArgs,
    @Ctx() { loading }: Request,
  ): Promise<Page<CommissionPayment>> {
    return loading.by(waitingPages).load(waitingPage(of, page));
  }
}

function isSame({ tranche, payeeKey }: PaymentRow) {
  return (payment: { tranche: string; payee: string }) => payment.tranche === tranche && payment.payee === payeeKey;
}
