import { globalId, readGlobalId } from '../../src/graphql';
import { type Api, startApi } from '../harness/api';
import { answered, heldHandoff, type Opened, openDeal, record, type Told } from '../harness/deals';
import { type DealEventInput, WhatIfDocument, WholeDealDocument } from './generated/operations';

const FACTS = heldHandoff('ae-1', 'ae-2');
const HELD = '2026-03-25T00:00:00.000Z';
const INTRODUCED = { occurredAt: '2026-03-09T15:00:00Z', fact: { introSent: {} } };

let api: Api;
/** One of which nothing is told after the trigger. */
let deal: Opened;
let events: string[];

beforeAll(async () => {
  api = await startApi();
  deal = await openDeal(api);
  events = await record(api, deal.key, FACTS.slice(0, 6));
});
afterAll(() => api.stop());

function addable(told: readonly Told[]): DealEventInput[] {
  return told.map(([occurredAt, fact]) => ({ occurredAt, fact }));
}

function asked(added: DealEventInput[], effectiveAt?: string, of = deal.key) {
  return api.run('fin-1', WhatIfDocument, { deal: of, events: added, effectiveAt });
}

async function whatIf(added: DealEventInput[], effectiveAt?: string) {
  return answered(await asked(added, effectiveAt)).whatIf;
}

/** What is stored of every deal. */
function stored() {
  return api.db.query(`
    select to_jsonb(d), (select jsonb_agg(to_jsonb(e) order by e.id) from deal_event e where e.deal_id = d.id),
      (select jsonb_agg(to_jsonb(p) order by p.tranche, p.payee) from commission_payment p where p.deal_id = d.id),
      (select jsonb_agg(to_jsonb(c) order by c.sla) from sla_clock c where c.deal_id = d.id)
    from deal d order by d.id`);
}

describe('what would be', () => {
  test('if facts were added is what is once they are', async () => {
    const other = await openDeal(api);
    await record(api, other.key, FACTS);
    const variables = { key: other.key, effectiveAt: HELD };
    const real = answered(await api.run('fin-1', WholeDealDocument, variables)).deal!;
    const { handoff, commission, effectiveAt } = await whatIf(addable(FACTS.slice(6)), HELD);
    expect(effectiveAt).toBe(HELD);
    expect(handoff.slas).toEqual(real.handoff.slas);
    expect(handoff.owner).toBe(real.handoff.owner);
    expect(handoff.faults.map(({ code }) => code)).toEqual(real.handoff.faults.map(({ code }) => code));
    expect(commission.lines).toEqual(real.commission.lines);
    expect(commission.lines.length).toBeGreaterThan(0);
    const statuses = (payments: typeof commission.payments) => payments.map(({ derivation, ...rest }) => rest);
    expect(statuses(commission.payments)).toEqual(statuses(real.commission.payments));
  });

  test('at an instant to come: an open clock is late then, and a fact of then counts', async () => {
    const at = '2030-11-04T09:00:00.000Z';
    const { handoff } = await whatIf([], at);
    expect(handoff.slas.find(({ sla }) => sla === 'ASSIGN_AM')).toMatchObject({ status: 'BREACHED' });
    const assigned = [{ occurredAt: at, fact: { amAssigned: { person: 'am-1' } } }];
    const later = await whatIf(assigned, at);
    expect(later.handoff.slas.find(({ sla }) => sla === 'ASSIGN_AM')).toMatchObject({ status: 'MET_LATE', metAt: at });
    const before = await whatIf(assigned, '2030-11-01T09:00:00.000Z');
    expect(before.handoff.slas.find(({ sla }) => sla === 'ASSIGN_AM')).toMatchObject({ status: 'BREACHED' });
  });

  test('if a stored fact were retracted, by its global id', async () => {
    const retracted = { eventRetracted: { retracts: events[0]!, reason: 'Not agreed' } };
    const { commission } = await whatIf([{ occurredAt: HELD, fact: retracted }]);
    expect(commission.fee).toBeNull();
    expect((await whatIf([])).commission.fee).toEqual({ amount: '48000.00', currency: 'GBP' });
  });

  test('if an added fact were retracted by another, by the id that it was given', async () => {
    const fee = { id: 'higher', occurredAt: HELD, fact: { feeAgreed: { amount: '60000.00' } } };
    expect((await whatIf([fee])).commission.fee?.amount).toBe('60000.00');
    const retracted = { occurredAt: HELD, fact: { eventRetracted: { retracts: 'higher', reason: 'Not agreed' } } };
    expect((await whatIf([fee, retracted])).commission.fee?.amount).toBe('48000.00');
  });

  test('is worked out without a trace', async () => {
    const before = await stored();
    const statements = await api.statementsOf(() => whatIf(addable(FACTS.slice(6)), HELD));
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.filter((text) => !/^\s*(with|select)\b/i.test(text))).toEqual([]);
    expect(statements.filter((text) => /\b(insert|update|delete)\b/i.test(text))).toEqual([]);
    expect(await stored()).toEqual(before);
  });
});

describe('refused is', () => {
  const expectRefused = async (answer: ReturnType<typeof asked>, code: string, path: string) =>
    expect((await answer).errors).toMatchObject([{ extensions: { code, path } }]);

  test('an id that two added facts have, given or by their place', async () => {
    await expectRefused(
      asked([
        { ...INTRODUCED, id: 'a' },
        { ...INTRODUCED, id: 'a' },
      ]),
      'BAD_USER_INPUT',
      'events.1.id',
    );
    await expectRefused(asked([INTRODUCED, { ...INTRODUCED, id: '#0001' }]), 'BAD_USER_INPUT', 'events.1.id');
  });

  test('an id that a stored fact has, as it is shown or as it is stored', async () => {
    const shown = events[0]!;
    for (const id of [shown, readGlobalId(shown).parts[1]!])
      await expectRefused(asked([{ ...INTRODUCED, id }]), 'BAD_USER_INPUT', 'events.0.id');
  });

  test('a fact that refers to none, or to one of another deal', async () => {
    const other = await openDeal(api);
    const [theirs] = await record(api, other.key, FACTS.slice(0, 1));
    for (const retracts of ['#0007', theirs!, 'nothing']) {
      const fact = { eventRetracted: { retracts, reason: 'Not agreed' } };
      const { data, errors } = await asked([{ occurredAt: HELD, fact }]);
      expect(data).toBeFalsy();
      expect(errors).toMatchObject([{ extensions: { path: expect.stringMatching(/^events\.0/) } }]);
    }
  });

  test('a deal that there is not, by key or by id', async () => {
    await expectRefused(asked([], undefined, 'D-1999-0001'), 'NOT_FOUND', 'deal');
    const none = globalId('Deal', '01900000-0000-7000-8000-000000000000');
    await expectRefused(asked([], undefined, none), 'NOT_FOUND', 'deal');
  });
});
