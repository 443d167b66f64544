export { paymentsOfDeals } from './loading';
export { CommissionState } from './objects';
export { CommissionPayment } from './payment';
export { projectPayments } from './projection';
export {
  CommissionPaymentResolver,
  CommissionPaymentStateResolver,
  PaymentMoveResolver,
  PersonCommissionResolver,
  WaitingResolver,
} from './resolver';
export { onlyPayeeFor, shownCommission } from './shown';
