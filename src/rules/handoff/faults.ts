import type { DealEvent } from '../facts';
import type { History } from '../history';
import { countingCall } from './call';
import type { SlaClock } from './clocks';

/** What kills handoffs (rules.md §6), in the order in which faults are given. */
export const FAULT_CODES = [
  'PACKAGE_MISSING_AT_CALL',
  'AE_STILL_CONTACT',
  'RISKS_NOT_SURFACED',
  'COMMITMENT_NOT_WRITTEN_DOWN',
  'CALL_LATE',
] as const;
export type HandoffFaultCode = (typeof FAULT_CODES)[number];

/** A fault with the ids of the events that prove it, in canonical order. */
export interface HandoffFault {
  code: HandoffFaultCode;
  evidence: string[];
}

/** The faults of a handoff, at most one of a kind (rules.md §6). */
export function faults(history: History, clocks: readonly SlaClock[]): HandoffFault[] {
  const call = countingCall(history);
  const proven: [HandoffFaultCode, readonly DealEvent[]][] = [
    ['PACKAGE_MISSING_AT_CALL', call && !history.latest('PACKAGE_SUBMITTED', call.occurredAt) ? [call] : []],
    ['AE_STILL_CONTACT', call ? unforwardedEmails(history, call) : []],
    ['RISKS_NOT_SURFACED', history.all('RISK_MATERIALISED').filter(({ fact }) => !fact.declared)],
    ['COMMITMENT_NOT_WRITTEN_DOWN', history.all('COMMITMENT_DISCOVERED').filter(({ fact }) => !fact.declared)],
  ];
  const found = proven
    .filter(([, evidence]) => evidence.length > 0)
    .map(([code, evidence]): HandoffFault => ({ code, evidence: evidence.map(({ id }) => id) }));
  const isCallLate = clocks.some(({ sla, breachedAt }) => sla === 'HOLD_CALL' && breachedAt !== null);
  return isCallLate ? [...found, { code: 'CALL_LATE', evidence: call ? [call.id] : [] }] : found;
}

function unforwardedEmails(history: History, call: DealEvent): readonly DealEvent[] {
  const forwarded = new Set(history.all('AE_FORWARDED').map(({ fact }) => fact.forwards));
  return history
    .all('CLIENT_EMAILED_AE')
    .filter((email) => email.occurredAt > call.occurredAt && !forwarded.has(email.id));
}
