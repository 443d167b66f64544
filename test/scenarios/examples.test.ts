import { demonstrate } from '../../src/demonstration';
import { eventGlobalId } from '../../src/facts';
import { type Api, startApi } from '../harness/api';
import { comparable, VECTORS } from '../rules/scenarios';

/** All instants of the examples have passed by then. */
const TODAY = Date.parse('2026-11-23T12:00:00Z');

const LOADED_WITHIN_MS = 60_000;

const NAMED = VECTORS.filter(({ name }) => !name.startsWith('random deal'));

const ANSWER = `query Answer($key: String!, $effectiveAt: DateTime!, $knownAt: DateTime) {
  deal(key: $key) {
    clientName
    handoff(effectiveAt: $effectiveAt, knownAt: $knownAt) {
      triggeredAt unmetConditions owner pointOfContact weekOne
      slas { sla status accountable startedAt dueAt metAt waivedAt breachedAt countsAgainstAeFrom }
      faults { code evidence }
    }
    commission(effectiveAt: $effectiveAt, knownAt: $knownAt) {
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

describe('each worked example, recorded as a deal of the demonstration, answers over HTTP as expected', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi((db) => demonstrate(db, TODAY));
  }, LOADED_WITHIN_MS);
  afterAll(() => api.stop());

  test('of which there are 37', () => expect(NAMED).toHaveLength(37));

  test.each(NAMED)('$name', async ({ name, scenario: { effectiveAt, knownAt }, expected }) => {
    const [deal] = await dealsNamed(api, name);
    const { data, errors } = await api.ask('fin-1', ANSWER, { key: deal!.key, effectiveAt, knownAt });
    expect(errors).toBeUndefined();
    const { handoff, commission } = data!.deal as { handoff: unknown; commission: unknown };
    expect(comparable({ handoff: withKeys(handoff, deal!.events), commission })).toEqual(comparable(expected));
  });
});

/** What a deal's events are called in its example, by their ids as the API shows them. */
type EventNames = ReadonlyMap<string, string>;

async function dealsNamed({ db }: Api, name: string): Promise<{ key: string; events: EventNames }[]> {
  const rows = await db.query<{ key: string; id: string; events: { id: string; name: string }[] }>(
    `select d.key, d.id, coalesce(
       json_agg(json_build_object('id', e.id, 'name', e.source_event_id)) filter (where e.id is not null), '[]'
     ) as events
     from deal d left join deal_event e on e.deal_id = d.id where d.client_name = $1 group by d.id`,
    [name],
  );
  expect(rows).toHaveLength(1);
  return rows.map(({ key, id, events }) => ({
    key,
    events: new Map(events.map((event) => [eventGlobalId(id, event.id), event.name])),
  }));
}

function withKeys(handoff: unknown, names: EventNames) {
  const { faults, ...rest } = handoff as { faults: { code: string; evidence: string[] }[] };
  return {
    ...rest,
    faults: faults.map(({ code, evidence }) => ({ code, evidence: evidence.map((id) => names.get(id)) })),
  };
}
