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
  const events = history.events.filter(({ fact }) => fact.type === 'DEPOSIT_INVOICED' || fact.type === 'FEE_AGREED');
  let fee: Minor | null = null;
  let invoiced: Minor | null = null;
  for (const [index, { fact, occurredAt }] of events.entries()) {
    if (fact.type === 'FEE_AGREED') fee = fact.amount;
    if (fact.type === 'DEPOSIT_INVOICED') invoiced = (invoiced ?? 0n) + fact.amount;
    const isLastOfItsInstant = events[index + 1]?.occurredAt !== occurredAt;
    const isReached = fee !== null && invoiced !== null && invoiced >= share(fee, DEPOSIT_BP);
    if (isLastOfItsInstant && isReached) return occurredAt;
  }
  return null;
}
