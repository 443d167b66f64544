import { RuleError } from '../../src/rules';
import { answerOf, comparable, ERROR_VECTORS, type Scenario, stateOf, VECTORS } from './scenarios';

describe('the worked examples of the rules, straight through the rules', () => {
  test.each(VECTORS)('$name', ({ scenario, expected }) => {
    expect(comparable(answerOf(stateOf(scenario)))).toEqual(comparable(expected));
  });

  test.each(ERROR_VECTORS)('refused: $name', ({ scenario, path }) => {
    const error = refusal(scenario);
    expect(error).toBeInstanceOf(RuleError);
    expect((error as RuleError).path).toBe(path);
  });
});

function refusal(scenario: Scenario): unknown {
  try {
    return stateOf(scenario);
  } catch (error) {
    return error;
  }
}
