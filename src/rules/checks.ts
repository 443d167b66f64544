import type { Fact, PayeeShare } from './facts';
import { WHOLE_BP } from './money';
import { RuleError } from './problem';
import type { LocalDate } from './time/zone';

/** Checks the details of one fact; `path` is the fact's own. Throws a RuleError (rules.md §1). */
export function checkFact(fact: Fact, path: string): void {
  if (fact.type === 'FEE_AGREED') demand(fact.amount >= 0n, `${path}.amount`, 'a fee is never negative');
  if (fact.type === 'SPLIT_AGREED') checkSplit(fact.payees, path);
  if (fact.type === 'DEPOSIT_INVOICED') demand(fact.amount > 0n, `${path}.amount`, 'a deposit is more than nothing');
  if (fact.type === 'PACKAGE_SUBMITTED') demand(fact.revision >= 1, `${path}.revision`, 'revisions count from 1');
  if (fact.type === 'CALL_SCHEDULED')
    demand(fact.minutes >= 1 && fact.minutes <= 480, `${path}.minutes`, 'a call lasts 1 to 480 minutes');
  if (fact.type === 'KICKOFF_CONFIRMED') checkWeekOne(fact.weekOne, path);
  if ('week' in fact) checkWeek(fact.week, path);
  if (fact.type !== 'WORKSHOP_DELIVERED') return;
  demand(fact.cohort >= 1, `${path}.cohort`, 'cohorts count from 1');
  demand(fact.attended >= 0, `${path}.attended`, 'fewer than nobody cannot attend');
}

function checkSplit(payees: readonly PayeeShare[], path: string): void {
  payees.forEach(({ shareBp }, index) => {
    demand(shareBp >= 1, `${path}.payees.${index}.shareBp`, 'a share is at least 1 basis point');
  });
  const people = new Set(payees.map(({ person }) => person));
  demand(people.size === payees.length, path, 'a person is named twice');
  const sum = payees.reduce((total, { shareBp }) => total + shareBp, 0);
  demand(sum === WHOLE_BP, path, `the shares add up to ${sum}, not to 10000 basis points`);
}

function checkWeek(week: number, path: string): void {
  demand(
    week >= -4 && week <= 520 && week !== 0,
    `${path}.week`,
    'weeks are -4 to -1 and from 1 on; there is no Week 0',
  );
}

/** Weeks are counted for ten years from it, and have to be days of a calendar with four digits. */
function checkWeekOne(weekOne: LocalDate, path: string): void {
  demand(
    weekOne >= '2000-01-01' && weekOne <= '2199-12-31',
    `${path}.weekOne`,
    `${weekOne} is no day on which an engagement starts: Week 1 lies between 2000 and 2199`,
  );
}

function demand(holds: boolean, path: string, reason: string): void {
  if (!holds) throw new RuleError(path, reason);
}
