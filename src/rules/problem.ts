/**
 * Something given to the rules that no rule can judge.
 * `path` says where, from the root of what was given: `events.0.fact.feeAgreed.amount`.
 */
export class RuleError extends Error {
  override readonly name = 'RuleError';

  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}
