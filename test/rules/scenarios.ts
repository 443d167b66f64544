import holidays from '../../migrations/uk-bank-holidays.json';
import examples from '../../src/demonstration/examples.json';
import type { DealEventInput } from '../../src/facts/inputs';
import { readScenarioEvents } from '../../src/facts/reading';
import {
  Calendar,
  type CommissionPlan,
  checkHistory,
  checkPlan,
  type DealState,
  dealState,
  formatMinor,
  minorDigits,
  RuleError,
  STANDARD_PLAN,
  STANDARD_POLICY,
} from '../../src/rules';
import errors from '../vectors/errors.json';
import randomDeals from '../vectors/random-deals.json';

/** A scenario as it stands in the vectors: instants and amounts are strings. */
export interface Scenario {
  calendar?: string;
  currency?: string;
  accountExecutive?: string;
  plan?: Omit<CommissionPlan, 'version' | 'effectiveFrom'>;
  events: unknown[];
  effectiveAt: string;
  knownAt?: string;
}

export interface Vector {
  name: string;
  scenario: Scenario;
  expected: { handoff: Record<string, unknown>; commission: Record<string, unknown> };
}

/** Worked examples: those with a name, which the demonstration records as deals too, and random ones. */
export const VECTORS = [...examples, ...randomDeals] as unknown as Vector[];
export const ERROR_VECTORS = errors as unknown as { name: string; path: string; scenario: Scenario }[];

const divisions = holidays.divisions as Record<string, { date: string }[]>;

/** The calendars that Baton brings along, by code. */
export const CALENDARS: ReadonlyMap<string, Calendar> = new Map(
  Object.entries(divisions).map(([code, days]) => [
    code,
    new Calendar({
      code,
      zone: holidays.zone,
      from: holidays.from,
      to: holidays.to,
      holidays: days.map(({ date }) => date),
    }),
  ]),
);

/** Answers a scenario straight through the rules. */
export function stateOf(scenario: Scenario): DealState {
  const currency = scenario.currency ?? 'GBP';
  minorDigits(currency);
  const calendar = CALENDARS.get(scenario.calendar ?? 'england-and-wales');
  if (!calendar) throw new RuleError('calendar', 'there is no such calendar');
  if (scenario.plan) checkPlan({ ...scenario.plan, effects: scenario.plan.effects ?? [] });
  const plan: CommissionPlan = { ...STANDARD_PLAN, effects: [], ...scenario.plan };
  const events = readScenarioEvents(scenario.events.map(instantsRead), currency);
  checkHistory(events);
  const terms = {
    plans: [scenario.plan ? plan : STANDARD_PLAN],
    policies: [STANDARD_POLICY],
    calendar,
    accountExecutive: scenario.accountExecutive ?? 'ae-1',
  };
  const knownAt = scenario.knownAt === undefined ? null : Date.parse(scenario.knownAt);
  return dealState(events, terms, { effectiveAt: Date.parse(scenario.effectiveAt), knownAt });
}

/** The state in the contract's shape, with the fields that vectors name. */
export function answerOf({ handoff, commission }: DealState, currency = 'GBP') {
  const money = (minor: bigint) => ({ amount: formatMinor(minor, minorDigits(currency)), currency });
  return {
    handoff: { ...handoff, trigger: undefined, bases: undefined },
    commission: {
      fee: commission.fee === null ? null : money(commission.fee),
      entitlement: money(commission.entitlement),
      payments: commission.payments.map((payment) => ({
        ...payment,
        waitingFor: undefined,
        heldBy: payment.heldBy.map(({ sla }) => ({ sla })),
        amount: money(payment.amount),
        releasedToDate: money(payment.releasedToDate),
      })),
      lines: commission.lines.map((line) => ({ ...line, amount: money(line.amount) })),
    },
  };
}

/** Both sides in one form: instants as numbers, lists of payments, lines and faults as sets, undefined left out. */
export function comparable(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => comparable(item));
    return ['payments', 'lines', 'faults', 'heldBy'].includes(key)
      ? items.sort((a, b) => (text(a) < text(b) ? -1 : 1))
      : items;
  }
  if (value === null || typeof value !== 'object')
    return key.endsWith('At') || key === 'countsAgainstAeFrom' ? instant(value) : value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.sort().map(([name, field]) => [name, comparable(field, name)]));
}

function text(value: unknown): string {
  return JSON.stringify(value);
}

function instant(value: unknown): unknown {
  return typeof value === 'string' ? Date.parse(value) : value;
}

function instantsRead(event: unknown): DealEventInput {
  const { occurredAt, recordedAt, ...rest } = event as { occurredAt: string; recordedAt?: string };
  const recorded = recordedAt === undefined ? {} : { recordedAt: Date.parse(recordedAt) };
  return { ...rest, occurredAt: Date.parse(occurredAt), ...recorded } as unknown as DealEventInput;
}
