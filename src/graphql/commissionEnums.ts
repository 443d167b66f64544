import type {
  BreachEffect as BreachEffectName,
  CancelEffect as CancelEffectName,
  LineKind as LineKindName,
  PaymentStatus as PaymentStatusName,
  TrancheCode as TrancheName,
} from '../rules';
import { enumeration } from './enumeration';

export const TrancheCode = enumeration<TrancheName>(
  'TrancheCode',
  'The parts in which commission is paid (rules.md §7).',
  {
    SOW_SIGNED: 'For the statement of work signed by both parties.',
    WEEK_2_WORKSHOP: 'For the Week 2 workshop delivered: the cohort has actually started.',
    WEEK_12_BOARD_REPORT: 'For the Week 12 board report delivered.',
  },
);

export const PaymentStatus = enumeration<PaymentStatusName>('PaymentStatus', 'Where a payment stands (rules.md §7).', {
  NOT_EARNED: 'Its milestone is not reached.',
  HELD: 'Earned, but held: by a breached clock, or because the handoff is not triggered.',
  RELEASED: 'Released to the payee.',
  FORFEITED: 'The deal was cancelled before it was released.',
  CLAWED_BACK: 'Released, then taken back because the deal was cancelled.',
  APPROVED: 'In a pay run that finance approved.',
  PAID: 'Paid out in a pay run.',
});

export const LineKind = enumeration<LineKindName>('LineKind', 'What a line does to money (rules.md §7, §8).', {
  TRANCHE: 'Releases a tranche.',
  TRUE_UP: 'Corrects a released tranche after the fee changed or a cut was waived.',
  CLAWBACK: 'Takes back what was released, because the deal was cancelled.',
  REVERSAL: 'Takes back a posted line that is no longer true.',
});

export const BreachEffect = enumeration<BreachEffectName>(
  'BreachEffect',
  'What a breach does to money (rules.md §7).',
  {
    NONE: 'Nothing.',
    HOLD: 'Holds later tranches until it is remedied.',
    REDUCE: 'Cuts tranches released after it.',
    FORFEIT: 'Cuts tranches released after it to nothing.',
  },
);

export const CancelEffect = enumeration<CancelEffectName>('CancelEffect', 'What cancelling does to released money.', {
  KEEP: 'What was released stays with the payee.',
  CLAW_BACK: 'What was released is taken back.',
});
