import { shownCommission } from '../commission';
import { readScenarioEvents } from '../facts';
import { shownHandoff } from '../handoff';
import {
  type CommissionPlan,
  checkHistory,
  checkPlan,
  dealState,
  minorDigits,
  RuleError,
  STANDARD_PLAN,
} from '../rules';
import type { TermsBook } from '../terms';
import type { PlanInput, ScenarioInput, Simulation } from './inputs';

/**
 * Answers a scenario by the rules alone. Throws a RuleError with a path inside the scenario for what makes no sense.
 */
export function simulate(scenario: ScenarioInput, book: TermsBook): Simulation {
  const { currency, accountExecutive, effectiveAt } = scenario;
  minorDigits(currency);
  const calendar = book.calendar(scenario.calendar);
  if (!calendar) throw new RuleError('calendar', `there is no calendar "${scenario.calendar}"`);
  const plans = [scenario.plan ? readPlan(scenario.plan) : STANDARD_PLAN];
  const events = readScenarioEvents(scenario.events, currency);
  checkHistory(events);
  const knownAt = scenario.knownAt ?? null;
  const terms = { plans, policies: book.slaPolicies, calendar, accountExecutive };
  const state = dealState(events, terms, { effectiveAt, knownAt });
  const idOf = (eventId: string) => eventId;
  const shown = { accountExecutive, currency, zone: calendar.zone.name, idOf, onlyPayee: null };
  const handoff = shownHandoff(state.handoff, idOf);
  return { effectiveAt, knownAt, handoff, commission: shownCommission(state, shown) };
}

function readPlan({ rateBp, tranches, effects, onCancel }: PlanInput): CommissionPlan {
  const plan = { rateBp, tranches, effects, onCancel };
  checkPlan(plan);
  return { ...plan, version: 'simulated', effectiveFrom: STANDARD_PLAN.effectiveFrom };
}
