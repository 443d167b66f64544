import { moneyOf, type Viewer } from '../graphql';
import { type DealState, derivation } from '../rules';
import { type CommissionLine, CommissionPaymentState, type CommissionState, type DerivationStep } from './objects';

/** What a computed commission is shown with. */
export interface ShownWith {
  accountExecutive: string;
  currency: string;
  zone: string;
  /** The ids of events as they are shown. */
  idOf: (eventId: string) => string;
  /** The payee whose money is shown; everyone's where null. */
  onlyPayee: string | null;
}

/** Whose money somebody sees: an AE their own, the others everyone's. */
export function onlyPayeeFor({ role, personKey }: Viewer): string | null {
  return role === 'ACCOUNT_EXECUTIVE' ? personKey : null;
}

/** A computed commission as readers see it. */
export function shownCommission(state: DealState, shown: ShownWith): CommissionState {
  const { fee, entitlement, planVersion, payments, lines } = state.commission;
  const money = (minor: bigint) => moneyOf(minor, shown.currency);
  const isShown = ({ payee }: { payee: string }) => shown.onlyPayee === null || payee === shown.onlyPayee;
  return {
    fee: fee === null ? null : money(fee),
    entitlement: money(entitlement),
    planVersion,
    payments: payments.filter(isShown).map((payment) =>
      Object.assign(new CommissionPaymentState(), {
        ...payment,
        amount: money(payment.amount),
        releasedToDate: money(payment.releasedToDate),
        derive: () => shownDerivation(state, payment, shown),
      }),
    ),
    lines: lines.filter(isShown).map((line): CommissionLine => ({ ...line, amount: money(line.amount) })),
  };
}

/** The derivation of one payment as readers see it. */
export function shownDerivation(
  state: DealState,
  payment: DealState['commission']['payments'][number],
  shown: ShownWith,
): DerivationStep[] {
  return derivation(state, payment, shown).map(({ amount, events, ...step }) => ({
    ...step,
    amount: amount === null ? null : moneyOf(amount, shown.currency),
    events: events.map(shown.idOf),
  }));
}
