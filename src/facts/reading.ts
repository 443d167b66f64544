import { checkFact, type DealEvent, type Fact, type FactType, type Instant, parseMinor, RuleError } from '../rules';
import type { DealEventInput, FactInput } from './inputs';

/** The seed's handoff call. */
const CALL_MINUTES = 60;

type Key = keyof FactInput;
type Read = { [K in Key]-?: (detail: NonNullable<FactInput[K]>, money: (decimal: string) => bigint) => Fact };

/** How each fact of the contract is read. */
const READ: Read = {
  feeAgreed: ({ amount }, money) => ({ type: 'FEE_AGREED', amount: money(amount) }),
  splitAgreed: ({ payees }) => ({
    type: 'SPLIT_AGREED',
    payees: payees.map(({ person, shareBp }) => ({ person, shareBp })),
  }),
  sowSigned: ({ party }) => ({ type: 'SOW_SIGNED', party }),
  depositInvoiced: ({ amount }, money) => ({ type: 'DEPOSIT_INVOICED', amount: money(amount) }),
  closedWon: ({ missingFields }) => ({ type: 'CLOSED_WON', missingFields: [...(missingFields ?? [])] }),
  amAssigned: ({ person }) => ({ type: 'AM_ASSIGNED', person }),
  packageSubmitted: ({ revision }) => ({ type: 'PACKAGE_SUBMITTED', revision: revision ?? 1 }),
  callScheduled: ({ startsAt, minutes, place }) => ({
    type: 'CALL_SCHEDULED',
    startsAt,
    minutes: minutes ?? CALL_MINUTES,
    ...(typeof place === 'string' && { place }),
  }),
  callHeld: ({ attendees }) => ({ type: 'CALL_HELD', attendees: [...attendees] }),
  introSent: ({ note }) => ({ type: 'INTRO_SENT', ...noted(note) }),
  amContactedClient: ({ note }) => ({ type: 'AM_CONTACTED_CLIENT', ...noted(note) }),
  clientEmailedAe: ({ note }) => ({ type: 'CLIENT_EMAILED_AE', ...noted(note) }),
  aeForwarded: ({ forwards }) => ({ type: 'AE_FORWARDED', forwards }),
  kickoffConfirmed: ({ weekOne }) => ({ type: 'KICKOFF_CONFIRMED', weekOne }),
  workshopDelivered: ({ week, cohort, attended }) => ({
    type: 'WORKSHOP_DELIVERED',
    week,
    cohort: cohort ?? 1,
    attended,
  }),
  walkthroughHeld: ({ week }) => ({ type: 'WALKTHROUGH_HELD', week }),
  boardReportDelivered: ({ week }) => ({ type: 'BOARD_REPORT_DELIVERED', week }),
  qualityGatePassed: ({ week }) => ({ type: 'QUALITY_GATE_PASSED', week }),
  clientHoldStarted: ({ reason }) => ({ type: 'CLIENT_HOLD_STARTED', reason }),
  clientHoldEnded: ({ reason }) => ({ type: 'CLIENT_HOLD_ENDED', reason }),
  slaWaived: ({ sla, approver, reason }) => ({ type: 'SLA_WAIVED', sla, approver, reason }),
  commitmentDiscovered: ({ reference, declared }) => ({ type: 'COMMITMENT_DISCOVERED', reference, declared }),
  riskMaterialised: ({ reference, declared }) => ({ type: 'RISK_MATERIALISED', reference, declared }),
  dealCancelled: ({ reason }) => ({ type: 'DEAL_CANCELLED', reason }),
  eventRetracted: ({ retracts, reason }) => ({ type: 'EVENT_RETRACTED', retracts, reason }),
};

const KEYS = Object.keys(READ) as Key[];
const KEY_BY_TYPE = new Map(KEYS.map((key) => [key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(), key]));

/** The contract's key of each type of fact, for paths: `FEE_AGREED` is stated as `feeAgreed`. */
export function keyOf(type: FactType): Key {
  return KEY_BY_TYPE.get(type)!;
}

/** The one fact that an input states. Throws a RuleError with a path from `path`, which is the input's own. */
export function readFact(input: FactInput, currency: string, path: string): Fact {
  const stated = KEYS.filter((key) => input[key] !== undefined && input[key] !== null);
  const [key] = stated;
  if (!key || stated.length > 1) throw new RuleError(path, 'states exactly one fact');
  const read = READ[key] as (detail: unknown, money: (decimal: string) => bigint) => Fact;
  const fact = read(input[key], (decimal) => parseMinor(decimal, currency, `${path}.${key}.amount`));
  checkFact(fact, `${path}.${key}`);
  return fact;
}

/** The events of a scenario: an id that is missing is `#` and the position in four digits (rules.md §1). */
export function readScenarioEvents(inputs: readonly DealEventInput[], currency: string): DealEvent[] {
  return inputs.map((input, index) => ({
    id: input.id ?? `#${String(index + 1).padStart(4, '0')}`,
    occurredAt: input.occurredAt as Instant,
    recordedAt: (input.recordedAt ?? input.occurredAt) as Instant,
    fact: readFact(input.fact, currency, `events.${index}.fact`),
  }));
}

function noted(note: string | null | undefined): { note?: string } {
  return note === null || note === undefined ? {} : { note };
}
