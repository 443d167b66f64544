import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CommissionPayment } from '../commission';
import type { Request } from '../graphql';
import { Deal } from './deal';
import { dealsById } from './loading';

@Resolver(() => CommissionPayment)
export class PaymentDealResolver {
  @FieldResolver(() => Deal, { description: 'The deal that it is paid for.' })
  deal(@Root() { row }: CommissionPayment, @Ctx() { loading }: Request): Promise<Deal | null> {
    return loading.by(dealsById).load(row.dealId);
  }
}
