import { Refusal, type Viewer } from '../graphql';
import type { Fact, FactType, Role } from '../rules';

const SELLERS: readonly Role[] = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'FINANCE', 'ADMIN'];
const DELIVERERS: readonly Role[] = ['DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'FINANCE', 'ADMIN'];
const HANDOFF: readonly Role[] = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'FINANCE', 'ADMIN'];
const MONEY: readonly Role[] = ['FINANCE', 'ADMIN'];
const WAIVERS: readonly Role[] = ['DELIVERY_LEAD', 'FINANCE', 'ADMIN'];
/** A hold stops the AE's clocks: the AE never records one, and neither do those who only pay (rules.md §1). */
const HOLDERS: readonly Role[] = ['DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'ADMIN'];

/**
 * Who may state a fact of each type as it comes. A mutation of its own, such as `submitHandoffPackage`, checks for
 * itself: only it knows whether the package is complete. Nobody states what their own money depends on, unless the
 * rules give it to them.
 */
const MAY_STATE: Readonly<Record<FactType, readonly Role[]>> = {
  FEE_AGREED: MONEY,
  SPLIT_AGREED: MONEY,
  SOW_SIGNED: MONEY,
  DEPOSIT_INVOICED: MONEY,
  CLOSED_WON: SELLERS,
  AM_ASSIGNED: WAIVERS,
  PACKAGE_SUBMITTED: MONEY,
  CALL_SCHEDULED: HANDOFF,
  CALL_HELD: DELIVERERS,
  INTRO_SENT: HANDOFF,
  AM_CONTACTED_CLIENT: DELIVERERS,
  CLIENT_EMAILED_AE: HANDOFF,
  AE_FORWARDED: HANDOFF,
  KICKOFF_CONFIRMED: DELIVERERS,
  WORKSHOP_DELIVERED: DELIVERERS,
  WALKTHROUGH_HELD: DELIVERERS,
  BOARD_REPORT_DELIVERED: DELIVERERS,
  QUALITY_GATE_PASSED: DELIVERERS,
  CLIENT_HOLD_STARTED: HOLDERS,
  CLIENT_HOLD_ENDED: HOLDERS,
  SLA_WAIVED: WAIVERS,
  COMMITMENT_DISCOVERED: DELIVERERS,
  RISK_MATERIALISED: DELIVERERS,
  DEAL_CANCELLED: WAIVERS,
  EVENT_RETRACTED: HANDOFF,
};

/** What says whether it was declared is imported, or reported by a mutation that looks it up in the packages. */
const REPORTED: Readonly<Partial<Record<FactType, string>>> = {
  RISK_MATERIALISED: 'reportRiskMaterialised',
  COMMITMENT_DISCOVERED: 'reportCommitmentDiscovered',
};

/**
 * Throws FORBIDDEN at `path` where the viewer's role may not state such a fact. A retraction needs the right to state
 * what it takes back.
 */
export function mayState(viewer: Viewer, fact: Fact, retracted: Fact | undefined, path: string): void {
  const type = retracted?.type ?? fact.type;
  if (REPORTED[fact.type] && !MONEY.includes(viewer.role))
    throw new Refusal(
      'FORBIDDEN',
      `${REPORTED[fact.type]} works out whether it was declared, not who reports it`,
      path,
    );
  if (MAY_STATE[type].includes(viewer.role) && MAY_STATE[fact.type].includes(viewer.role)) return;
  const who = MAY_STATE[type].join(', ');
  throw new Refusal(
    'FORBIDDEN',
    `${fact.type}${retracted ? ` of ${type}` : ''} is stated by ${who}, not ${viewer.role}`,
    path,
  );
}
