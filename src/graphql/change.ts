import { RuleError } from '../rules';
import { Refusal } from './problem';

/**
 * Demands that none of these fields of an input is null or blank; they may be left out. Throws a RuleError at the first
 * that is.
 */
export function demandFilled<Input extends object>(input: Input, ...fields: (keyof Input & string)[]): void {
  for (const field of fields) {
    const value: unknown = input[field];
    if (value === null) throw new RuleError(field, 'it cannot be emptied; left out, it stays as it is');
    if (typeof value === 'string' && value.trim() === '') throw new RuleError(field, 'it cannot be blank');
  }
}

/**
 * Optimistic locking: throws CONFLICT at `path` where what somebody changes is not what they saw. The
 * payload then has `shown`: what there is now.
 */
export function expectVersion(expected: number, current: number, shown: object, path = 'expectedVersion'): void {
  if (expected === current) return;
  const reason = `It has changed: version ${expected} is expected, version ${current} is current`;
  throw new Refusal('CONFLICT', reason, path, [], shown);
}
