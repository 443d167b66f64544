import { isoInSql } from '../database';
import type { Batch } from '../graphql';
import { TRANCHE_CODES } from '../rules';
import { CommissionPayment, type PaymentRow } from './payment';

/** The columns of `commission_payment p` for a `PaymentRow`. */
export const PAYMENT = `p.deal_id as "dealId", p.tranche, p.payee as "payeeKey", p.status, p.currency,
  p.amount_minor as "amountMinor", p.released_minor as "releasedMinor", ${isoInSql('p.earned_at')} as "earnedAt",
  ${isoInSql('p.released_at')} as "releasedAt", p.waiting_for as "waitingFor",
  ${isoInSql('p.updated_at')} as "updatedAt"`;

/** The payments of each stored deal, by tranche, then payee; one SQL statement. */
export const paymentsOfDeals: Batch<string, CommissionPayment[]> = async ({ db }, dealIds) => {
  const rows = await db.query<PaymentRow>(PAYMENTS, [dealIds], 'payments_of_deals');
  const byDeal = new Map<string, CommissionPayment[]>(dealIds.map((dealId) => [dealId, []]));
  for (const row of rows) byDeal.get(row.dealId)!.push(new CommissionPayment(row));
  return dealIds.map((dealId) => byDeal.get(dealId)!);
};

const IN_ORDER = TRANCHE_CODES.map((code) => `'${code}'`).join(', ');

const PAYMENTS = `
  select ${PAYMENT} from commission_payment p where p.deal_id = any($1) and not p.withdrawn
  order by p.deal_id, array_position(array[${IN_ORDER}], p.tranche), p.payee`;
