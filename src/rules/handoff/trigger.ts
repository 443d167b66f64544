import type { History } from '../history';
import { type Minor, share } from '../money';
import { type Instant, later } from '../time/instant';

/** The three conditions of the handoff, in the order in which they are named (rules.md §2). */
export const TRIGGER_CONDITIONS = ['SOW_SIGNED', 'DEPOSIT_INVOICED', 'CLOSED_WON'] as const;
export type TriggerCondition = (typeof TRIGGER_CONDITIONS)[number];

/** When each condition became true, and when all were: the trigger. Null where not yet. */
export interface Trigger {
  conditions: Readonly<Record<TriggerCondition, Instant | null>>;
  triggeredAt: Instant | null;
}

const DEPOSIT_BP = 4_000;

/** The handoff trigger (rules.md §2). */
export function trigger(history: History): Trigger {
  const conditions = {
    SOW_SIGNED: sowSignedAt(history),
    DEPOSIT_INVOICED: depositInvoicedAt(history),
    CLOSED_WON: history.first('CLOSED_WON', ({ missingFields }) => missingFields.length === 0)?.occurredAt ?? null,
  };
  const triggeredAt = later(later(conditions.SOW_SIGNED, conditions.DEPOSIT_INVOICED), conditions.CLOSED_WON);
  return { conditions, triggeredAt };
}

/** The conditions that are not met yet, in order. */
export function unmetConditions({ conditions }: Trigger): TriggerCondition[] {
  return TRIGGER_CONDITIONS.filter((condition) => conditions[condition] === null);
}

function sowSignedAt(history: History): Instant | null {
  const client = history.first('SOW_SIGNED', ({ party }) => party === 'CLIENT');
  const vendor = history.first('SOW_SIGNED', ({ party }) => party === 'VENDOR');
  return later(client?.occurredAt ?? null, vendor?.occurredAt ?? null);
}

/** The first instant at which the deposits invoiced until then reach 40% of the fee in force then. */
function depositInvoicedAt(history: History): Instant | null {
  const deposits = history.all('DEPOSIT_INVOICED');
  const fees = history.all('FEE_AGREED');
  const instants = [...deposits, ...fees].map(({ occurredAt }) => occurredAt).sort((a, b) => a - b);
  return instants.find((at) => isDepositReached(history, at)) ?? null;
}

function isDepositReached(history: History, at: Instant): boolean {
  const fee = history.latest('FEE_AGREED', at);
  const invoiced = history.all('DEPOSIT_INVOICED').filter(({ occurredAt }) => occurredAt <= at);
  if (!fee || invoiced.length === 0) return false;
  const sum = invoiced.reduce<Minor>((total, { fact }) => total + fact.amount, 0n);
  return sum >= share(fee.fact.amount, DEPOSIT_BP);
}
