import { demonstrate } from '../../src/demonstration';
import { type SlaCode, TIMELINE_STEPS, Zone } from '../../src/rules';
import { type Api, startApi } from '../harness/api';
import { answered } from '../harness/deals';
import { HandoffHealthDocument, type HandoffHealthQuery, type HealthDimension } from './generated/operations';

const TODAY = Date.parse('2026-11-23T12:00:00Z');
const LONDON = Zone.named('Europe/London');
const FROM = '2026-01-01';
const TO = '2026-10-31';

let api: Api;
let deals: Handoff[];
beforeAll(async () => {
  api = await startApi((db) => demonstrate(db, TODAY));
  deals = await allDeals();
}, 60_000);
afterAll(() => api.stop());

interface Handoff {
  accountExecutive: { key: string };
  deliveryLead: { key: string } | null;
  accountManager: { key: string } | null;
  triggeredAt: string | null;
  timeline: { steps: { code: string; doneAt: string | null }[] }[];
  handoff: {
    slas: { sla: SlaCode; status: string; startedAt: string | null; metAt: string | null }[];
    faults: { code: string }[];
  };
}

type Row = HandoffHealthQuery['handoffHealth']['total'];

async function allDeals(): Promise<Handoff[]> {
  const found: Handoff[] = [];
  let after: string | null = null;
  do {
    const query = `query ($after: String) { deals(first: 100, after: $after) {
      nodes { accountExecutive { key } deliveryLead { key } accountManager { key } triggeredAt
        timeline { steps { code doneAt } }
        handoff { slas { sla status startedAt metAt } faults { code } } }
      pageInfo { hasNextPage endCursor } } }`;
    const { deals } = (await api.ask('fin-1', query, { after })).data as {
      deals: { nodes: Handoff[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    found.push(...deals.nodes);
    after = deals.pageInfo.hasNextPage ? deals.pageInfo.endCursor : null;
  } while (after);
  return found;
}

const health = async (groupBy: HealthDimension | null, asker: 'fin-1' | 'ae-3' = 'fin-1') =>
  answered(await api.run(asker, HandoffHealthDocument, { from: FROM, to: TO, groupBy })).handoffHealth;

/** The same figures from the deals themselves, as the API shows each of them. */
function recomputed(handoffs: readonly Handoff[]): Omit<Row, 'personKey'> {
  const codes: SlaCode[] = ['ASSIGN_AM', 'SUBMIT_PACKAGE', 'HOLD_CALL', 'SEND_INTRO', 'FIRST_CONTACT'];
  const faults = [
    'PACKAGE_MISSING_AT_CALL',
    'AE_STILL_CONTACT',
    'RISKS_NOT_SURFACED',
    'COMMITMENT_NOT_WRITTEN_DOWN',
    'CALL_LATE',
  ];
  return {
    handoffs: handoffs.length,
    withFaults: handoffs.filter(({ handoff }) => handoff.faults.length > 0).length,
    slas: codes.map((sla) => {
      const clocks = handoffs.map(({ handoff }) => handoff.slas.find((clock) => clock.sla === sla)!);
      const count = (...statuses: string[]) => clocks.filter(({ status }) => statuses.includes(status)).length;
      const [onTime, late] = [count('MET'), count('MET_LATE', 'BREACHED')];
      const took = clocks
        .filter(({ startedAt, metAt }) => startedAt && metAt)
        .map(({ startedAt, metAt }) => Math.max(Math.floor((Date.parse(metAt!) - Date.parse(startedAt!)) / 60_000), 0))
        .sort((a, b) => a - b);
      const fromTrigger = handoffs
        .flatMap(({ triggeredAt, handoff }) =>
          handoff.slas
            .filter((clock) => clock.sla === sla && clock.metAt)
            .map(({ metAt }) => Math.max(Math.floor((Date.parse(metAt!) - Date.parse(triggeredAt!)) / 60_000), 0)),
        )
        .sort((a, b) => a - b);
      return {
        sla,
        onTime,
        late,
        waived: count('WAIVED'),
        open: count('NOT_STARTED', 'RUNNING', 'PAUSED'),
        stopped: count('STOPPED'),
        onTimeBp: onTime + late === 0 ? null : Math.round((onTime * 10_000) / (onTime + late)),
        medianMinutes: took[Math.ceil(took.length / 2) - 1] ?? null,
        medianMinutesFromTrigger: fromTrigger[Math.ceil(fromTrigger.length / 2) - 1] ?? null,
      };
    }),
    steps: TIMELINE_STEPS.map((step) => {
      const took = handoffs
        .flatMap(({ triggeredAt, timeline }) =>
          timeline
            .flatMap(({ steps }) => steps)
            .filter(({ code, doneAt }) => code === step && doneAt !== null)
            .map(({ doneAt }) => Math.max(Math.floor((Date.parse(doneAt!) - Date.parse(triggeredAt!)) / 60_000), 0)),
        )
        .sort((a, b) => a - b);
      return { step, done: took.length, medianMinutes: took[Math.ceil(took.length / 2) - 1] ?? null };
    }),
    faults: faults.map((code) => ({
      code: code as Row['faults'][number]['code'],
      handoffs: handoffs.filter(({ handoff }) => handoff.faults.some((fault) => fault.code === code)).length,
    })),
  };
}

const within = () =>
  deals.filter(({ triggeredAt }) => {
    const day = triggeredAt && LONDON.dateOf(LONDON.dayOf(Date.parse(triggeredAt)));
    return day && day >= FROM && day <= TO;
  });

describe('the health of handoffs is what the deals say one by one:', () => {
  test('in total', async () => {
    const { rows, total } = await health(null);
    expect(rows).toEqual([]);
    expect(total).toEqual({ personKey: null, ...recomputed(within()) });
    expect(total.handoffs).toBeGreaterThan(80);
    expect(total.withFaults).toBeGreaterThan(5);
    for (const { done } of total.steps) expect(done).toBeGreaterThan(10);
    for (const { onTime, late } of total.slas.slice(0, 3)) expect(Math.min(onTime, late)).toBeGreaterThan(0);
  });

  test.each([
    ['ACCOUNT_EXECUTIVE', 'accountExecutive'],
    ['DELIVERY_LEAD', 'deliveryLead'],
    ['ACCOUNT_MANAGER', 'accountManager'],
  ] as const)('by %s', async (groupBy, person) => {
    const { rows, total } = await health(groupBy);
    const keys = [...new Set(within().map((deal) => deal[person]?.key ?? null))].sort((a, b) =>
      (a ?? '') < (b ?? '') ? -1 : 1,
    );
    expect(rows.map(({ personKey }) => personKey)).toEqual(keys);
    for (const { person: who, ...row } of rows) {
      expect(who?.key ?? null).toBe(row.personKey);
      const own = within().filter((deal) => (deal[person]?.key ?? null) === row.personKey);
      expect(row).toEqual({ personKey: row.personKey, ...recomputed(own) });
    }
    expect(total.handoffs).toBe(rows.reduce((sum, row) => sum + row.handoffs, 0));
  });

  test('an AE gets their own', async () => {
    const { rows, total } = await health('ACCOUNT_EXECUTIVE', 'ae-3');
    expect(rows.map(({ personKey }) => personKey)).toEqual(['ae-3']);
    const own = within().filter(({ accountExecutive }) => accountExecutive.key === 'ae-3');
    expect(total).toEqual({ personKey: null, ...recomputed(own) });
  });

  test('an interval that ends before it begins is refused', async () => {
    const { errors } = await api.run('fin-1', HandoffHealthDocument, { from: TO, to: FROM });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', path: 'to' } }]);
  });

  test('an interval without handoffs is all zeros', async () => {
    const { handoffHealth } = answered(
      await api.run('fin-1', HandoffHealthDocument, { from: '2001-01-01', to: '2001-01-31', groupBy: 'DELIVERY_LEAD' }),
    );
    expect(handoffHealth).toMatchObject({ rows: [], total: { handoffs: 0, withFaults: 0 } });
    expect(
      handoffHealth.total.slas.every(({ onTimeBp, medianMinutes }) => onTimeBp === null && medianMinutes === null),
    ).toBe(true);
  });
});
