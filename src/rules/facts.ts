import type { Minor } from './money';
import type { Instant } from './time/instant';
import type { LocalDate } from './time/zone';

/** Who can take part in a handoff (contract: `Role`). */
export const ROLES = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'FINANCE', 'ANALYST', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** The five clocks of a handoff, in the order in which they are always given (rules.md §4). */
export const SLA_CODES = ['ASSIGN_AM', 'SUBMIT_PACKAGE', 'HOLD_CALL', 'SEND_INTRO', 'FIRST_CONTACT'] as const;
export type SlaCode = (typeof SLA_CODES)[number];

/** A person's share of the commission, in basis points ≥ 1. */
export interface PayeeShare {
  person: string;
  shareBp: number;
}

/**
 * What can be stated about a deal, with the details of each kind (rules.md §1). CALL_SCHEDULED and WALKTHROUGH_HELD are
 * shown on the timeline alone: no clock, no owner and no money follows from them.
 */
export type Fact =
  | { type: 'FEE_AGREED'; amount: Minor }
  | { type: 'SPLIT_AGREED'; payees: PayeeShare[] }
  | { type: 'SOW_SIGNED'; party: 'CLIENT' | 'VENDOR' }
  | { type: 'DEPOSIT_INVOICED'; amount: Minor }
  | { type: 'CLOSED_WON'; missingFields: string[] }
  | { type: 'AM_ASSIGNED'; person: string }
  | { type: 'PACKAGE_SUBMITTED'; revision: number }
  | { type: 'CALL_SCHEDULED'; startsAt: Instant; minutes: number; place?: string }
  | { type: 'CALL_HELD'; attendees: Role[] }
  | { type: 'INTRO_SENT'; note?: string }
  | { type: 'AM_CONTACTED_CLIENT'; note?: string }
  | { type: 'CLIENT_EMAILED_AE'; note?: string }
  | { type: 'AE_FORWARDED'; forwards: string }
  | { type: 'KICKOFF_CONFIRMED'; weekOne: LocalDate }
  | { type: 'WORKSHOP_DELIVERED'; week: number; cohort: number; attended: number }
  | { type: 'WALKTHROUGH_HELD'; week: number }
  | { type: 'BOARD_REPORT_DELIVERED'; week: number }
  | { type: 'QUALITY_GATE_PASSED'; week: number }
  | { type: 'CLIENT_HOLD_STARTED'; reason: string }
  | { type: 'CLIENT_HOLD_ENDED'; reason: string }
  | { type: 'SLA_WAIVED'; sla: SlaCode; approver: string; reason: string }
  | { type: 'COMMITMENT_DISCOVERED'; reference: string; declared: boolean }
  | { type: 'RISK_MATERIALISED'; reference: string; declared: boolean }
  | { type: 'DEAL_CANCELLED'; reason: string }
  | { type: 'EVENT_RETRACTED'; retracts: string; reason: string };

/** The names of the facts (rules.md §1). */
export type FactType = Fact['type'];

/** The fact, or the facts, of such a name. */
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;

/** A fact in a deal's history: when it happened, and when it was learned. */
export interface DealEvent<F extends Fact = Fact> {
  id: string;
  occurredAt: Instant;
  recordedAt: Instant;
  fact: F;
}

/** Canonical order: (occurredAt, recordedAt, id), ids by code unit; "first" and "latest" are by it (rules.md §1). */
export function canonically(a: DealEvent, b: DealEvent): number {
  return a.occurredAt - b.occurredAt || a.recordedAt - b.recordedAt || byCodeUnit(a.id, b.id);
}

/** Orders two strings by code unit, as `<` does. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
