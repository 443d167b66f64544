import { CommissionPaymentResolver, CommissionPaymentStateResolver } from '../../commission';
import { DealResolver, PaymentDealResolver } from '../../deals';
import { DealEventResolver } from '../../facts';
import { HandoffStateResolver } from '../../handoff';
import { PersonResolver } from '../../people';
import { RecordingResolver } from '../../recording';
import { ReportingResolver } from '../../reporting';
import { SimulationResolver } from '../../simulation';
import type { ResolverClass } from './build';
import { NodeResolver } from './node';

/** The resolvers of all concepts, in the order of the house. */
export const resolvers: readonly ResolverClass[] = [
  PersonResolver,
  DealResolver,
  PaymentDealResolver,
  DealEventResolver,
  HandoffStateResolver,
  CommissionPaymentResolver,
  CommissionPaymentStateResolver,
  RecordingResolver,
  ReportingResolver,
  SimulationResolver,
  NodeResolver,
];
