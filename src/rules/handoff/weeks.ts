import type { History } from '../history';
import type { Instant } from '../time/instant';
import type { LocalDate, Zone } from '../time/zone';

const DAYS_OF_ONBOARDING = 28;

/**
 * The local date on which delivery Week 1 starts: as confirmed latest, else 28 days after the trigger's date
 * (rules.md §3).
 */
export function weekOne(history: History, triggeredAt: Instant | null, zone: Zone): LocalDate | null {
  const confirmed = history.latest('KICKOFF_CONFIRMED');
  if (confirmed) return confirmed.fact.weekOne;
  return triggeredAt === null ? null : zone.dateOf(zone.dayOf(triggeredAt) + DAYS_OF_ONBOARDING);
}
