/** Where a payment stands; APPROVED and PAID are finance's (rules.md §7, §8). */
export const PAYMENT_STATUSES = [
  'NOT_EARNED',
  'HELD',
  'RELEASED',
  'FORFEITED',
  'CLAWED_BACK',
  'APPROVED',
  'PAID',
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];
