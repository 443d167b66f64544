import { type Api, startApi } from '../harness/api';
import { comparable, ERROR_VECTORS, VECTORS } from '../rules/scenarios';

const SIMULATE = `query Simulate($scenario: ScenarioInput!) {
  simulate(scenario: $scenario) {
    handoff {
      triggeredAt unmetConditions owner pointOfContact weekOne
      slas { sla status accountable startedAt dueAt metAt waivedAt breachedAt countsAgainstAeFrom }
      faults { code evidence }
    }
    commission {
      fee { amount currency }
      entitlement { amount currency }
      payments {
        tranche payee status amount { amount currency } releasedToDate { amount currency }
        earnedAt releasedAt heldBy { sla }
      }
      lines { kind tranche payee amount { amount currency } effectiveAt }
    }
  }
}`;

describe('the worked examples of the rules, over HTTP through simulate', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  test.each(VECTORS)('$name', async ({ scenario, expected }) => {
    const { data, errors } = await api.ask('dl-1', SIMULATE, { scenario });
    expect(errors).toBeUndefined();
    expect(comparable(data?.simulate)).toEqual(comparable(expected));
  });

  test.each(ERROR_VECTORS)('refused: $name', async ({ scenario, path }) => {
    const { errors } = await api.ask('dl-1', SIMULATE, { scenario });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path });
  });
});
