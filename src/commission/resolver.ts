import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { eventGlobalId, judgedDeal } from '../facts';
import type { Page, Request } from '../graphql';
import { SlaClock } from '../handoff';
import { Person, peopleByKey } from '../people';
import { termsBook } from '../terms';
import { CommissionPaymentArgs, CommissionPaymentConnection, listPayments } from './listing';
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

function isSame({ tranche, payeeKey }: PaymentRow) {
  return (payment: { tranche: string; payee: string }) => payment.tranche === tranche && payment.payee === payeeKey;
}
