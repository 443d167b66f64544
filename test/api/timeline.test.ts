import { type Api, startApi } from '../harness/api';
import { answered, heldHandoff, type Opened, openDeal, record, type Told } from '../harness/deals';
import {
  CreateCommitmentDocument,
  CreateRiskDocument,
  DealTimelineDocument,
  OpenDealDocument,
} from './generated/operations';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const read = async (key: string, variables: { effectiveAt?: string; first?: number } = {}) =>
  answered(await api.run('am-1', DealTimelineDocument, { key, ...variables })).deal!;

/** Triggered so many days ago; the AM is named, nothing else has happened. */
function triggered(days: number): Told[] {
  const at = inDays(-days);
  return [
    [at, { feeAgreed: { amount: '48000.00' } }],
    [at, { sowSigned: { party: 'CLIENT' } }],
    [at, { sowSigned: { party: 'VENDOR' } }],
    [at, { depositInvoiced: { amount: '19200.00' } }],
    [at, { closedWon: {} }],
    [at, { amAssigned: { person: 'am-1' } }],
  ];
}

describe('the timeline of a deal', () => {
  let deal: Opened;
  beforeAll(async () => {
    deal = await openDeal(api);
    await record(api, deal.key, heldHandoff('ae-1', 'ae-2'));
  });

  test('tells what was done in which week, and by which event', async () => {
    const { timeline } = await read(deal.key);
    expect(timeline).toHaveLength(16);
    const workshop = timeline.find(({ week }) => week === 2)!;
    expect(workshop).toMatchObject({ startsOn: '2026-03-23', endsOn: '2026-03-29' });
    expect(workshop.steps).toMatchObject([
      { code: 'WEEK_2_WORKSHOP', status: 'DONE', doneAt: '2026-03-24T15:00:00.000Z', plannedFor: '2026-03-29' },
    ]);
    const { node } = (
      await api.ask('am-1', '($id: ID!) { node(id: $id) { id } }'.replace(/^/, 'query '), {
        id: workshop.steps[0]!.event,
      })
    ).data as { node: { id: string } };
    expect(node.id).toBe(workshop.steps[0]!.event);
  });

  test('can be asked as at any instant', async () => {
    const { timeline } = await read(deal.key, { effectiveAt: '2026-03-23T09:00:00Z' });
    expect(timeline.find(({ week }) => week === 2)).toMatchObject({ isCurrent: true, steps: [{ status: 'PLANNED' }] });
  });
});

describe('what is to be done next', () => {
  test('comes with whose move it is and how much time is left, those due first coming first', async () => {
    const deal = await openDeal(api);
    await record(api, deal.key, triggered(0));
    const promise = { deal: deal.key, words: '"The report"', promisedTo: 'Dana', promisedBy: 'ae-1', owner: 'dl-2' };
    const dueOn = inDays(-2).slice(0, 10);
    answered(await api.run('ae-1', CreateCommitmentDocument, { input: { ...promise, dueOn } }));
    const risk = {
      deal: deal.key,
      description: 'A new sponsor',
      likelihood: 'HIGH',
      reviewOn: inDays(9).slice(0, 10),
    } as const;
    answered(await api.run('ae-1', CreateRiskDocument, { input: risk }));
    const { next } = await read(deal.key, { first: 50 });
    expect(next.map(({ dueAt }) => dueAt)).toEqual(next.map(({ dueAt }) => dueAt).sort());
    expect(next[0]).toMatchObject({
      kind: 'COMMITMENT',
      what: '"The report"',
      isOverdue: true,
      person: { key: 'dl-2' },
    });
    expect(next[0]!.minutesLeft).toBeLessThan(0);
    expect(next[0]!.workingMinutesLeft).toBeLessThanOrEqual(0);
    const bySla = new Map(next.filter(({ sla }) => sla).map((one) => [one.sla, one]));
    expect(bySla.get('SUBMIT_PACKAGE')).toMatchObject({ owner: 'ACCOUNT_EXECUTIVE', person: { key: 'ae-1' } });
    expect([...bySla.keys()].sort()).toEqual(['HOLD_CALL', 'SUBMIT_PACKAGE']);
    const held = bySla.get('HOLD_CALL')!;
    expect(held.workingMinutesLeft).toBeGreaterThanOrEqual(5 * 480);
    expect(held.workingMinutesLeft).toBeLessThanOrEqual(6 * 480);
    expect(next.filter(({ kind }) => kind === 'RISK_REVIEW')).toMatchObject([
      { what: 'Review the risk: A new sponsor', owner: 'ACCOUNT_MANAGER', person: { key: 'am-1' } },
    ]);
    expect(next.filter(({ kind }) => kind === 'STEP').map(({ step }) => step)).toEqual([
      'KICKOFF',
      'WEEK_2_WORKSHOP',
      'WEEK_4_WALKTHROUGH',
      'WEEK_6_QUALITY_GATE',
      'WEEK_8_WALKTHROUGH',
      'WEEK_12_BOARD_REPORT',
    ]);
    expect((await read(deal.key, { first: 2 })).next).toHaveLength(2);
  });
});

describe('before there is an account manager', () => {
  test('whoever owns the deal has the moves of one: its AE, and from the trigger on its delivery lead', async () => {
    const deal = await openDeal(api);
    const dueOn = inDays(9).slice(0, 10);
    const promise = { deal: deal.key, words: '"The report"', promisedTo: 'Dana', promisedBy: 'ae-1', dueOn };
    answered(await api.run('ae-1', CreateCommitmentDocument, { input: promise }));
    const movers = async () =>
      (await read(deal.key, { first: 50 })).next
        .filter(({ kind }) => kind !== 'SLA')
        .map(({ kind, owner, person }) => [kind, owner, person?.key]);
    expect(await movers()).toEqual([['COMMITMENT', 'ACCOUNT_EXECUTIVE', 'ae-1']]);
    await record(api, deal.key, triggered(0).slice(0, -1));
    const all = await movers();
    expect(all).toHaveLength(7);
    expect(new Set(all.map(([, owner, person]) => `${owner} ${person}`))).toEqual(new Set(['DELIVERY_LEAD dl-1']));
  });
});

describe('a deadline', () => {
  test('is overdue where nobody did it, and nothing at all once the deal is cancelled', async () => {
    const deal = await openDeal(api);
    await record(api, deal.key, triggered(40));
    const { next } = await read(deal.key, { first: 50 });
    expect(next.filter(({ isOverdue }) => isOverdue).map(({ sla, step }) => sla ?? step)).toEqual(
      expect.arrayContaining(['SUBMIT_PACKAGE', 'HOLD_CALL', 'KICKOFF']),
    );
    await record(api, deal.key, [[inDays(0), { dealCancelled: { reason: 'Budget' } }]]);
    expect((await read(deal.key)).next).toEqual([]);
  });

  test('has no working time beyond the years of the calendar, and says the rest all the same', async () => {
    const deal = await openDeal(api);
    const promise = {
      deal: deal.key,
      words: '"For ever"',
      promisedTo: 'Dana',
      promisedBy: 'ae-1',
      dueOn: '2099-01-01',
    };
    answered(await api.run('ae-1', CreateCommitmentDocument, { input: promise }));
    const { next } = await read(deal.key);
    expect(next).toMatchObject([{ what: '"For ever"', isOverdue: false, workingMinutesLeft: null }]);
    expect(next[0]!.minutesLeft).toBeGreaterThan(30_000_000);
  });

  test.each([0, 51])('is not asked for by %d at once', async (first) => {
    const input = { clientName: 'Elm Ltd', accountExecutive: 'ae-1' };
    const { key } = answered(await api.run('ad-1', OpenDealDocument, { input })).openDeal.deal!;
    const { errors } = await api.run('am-1', DealTimelineDocument, { key, first });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
