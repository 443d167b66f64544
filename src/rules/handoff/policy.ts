import type { SlaCode } from '../facts';
import type { LocalDate } from '../time/zone';

/** How long a clock runs: working days to the end of the last, or elapsed hours. */
export type Allowance = { workingDays: number } | { hours: number };

/** A version of the SLA policy (rules.md §4). */
export interface SlaPolicy {
  version: string;
  effectiveFrom: LocalDate;
  allowances: Readonly<Record<SlaCode, Allowance>>;
  /** Working days from the assignment of an account manager that the AE has for the call. */
  callAfterAssignment: number;
}

/** The standard policy (rules.md §4). */
export const STANDARD_POLICY: SlaPolicy = {
  version: 'standard-1',
  effectiveFrom: '1970-01-01',
  allowances: {
    ASSIGN_AM: { workingDays: 2 },
    SUBMIT_PACKAGE: { workingDays: 5 },
    HOLD_CALL: { workingDays: 5 },
    SEND_INTRO: { workingDays: 0 },
    FIRST_CONTACT: { hours: 24 },
  },
  callAfterAssignment: 3,
};
