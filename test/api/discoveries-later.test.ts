import { type Api, startApi } from '../harness/api';
import { answered, type Opened, openDeal, record } from '../harness/deals';
import { hoursAgo, reportsOf } from '../harness/reports';
import {
  ChangeRiskDocument,
  CommitmentsDocument,
  CreateCommitmentDocument,
  CreateRiskDocument,
  RecordEventsDocument,
  RisksDocument,
} from './generated/operations';

let api: Api;
let deal: Opened;
const { reportRisk, reportCommitment, submit } = reportsOf(
  () => api,
  () => deal,
);
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  deal = await openDeal(api);
});
afterAll(() => api.stop());

const writeRisk = async () => {
  const input = { deal: deal.key, description: 'A new sponsor', likelihood: 'HIGH' } as const;
  return answered(await api.run('ae-1', CreateRiskDocument, { input })).createRisk.risk!;
};

describe('a risk that was reported', () => {
  const change = async (risk: string, expectedVersion: number, status: 'OPEN' | 'CLOSED' | 'MATERIALISED') =>
    answered(await api.run('am-1', ChangeRiskDocument, { input: { risk, expectedVersion, status } })).changeRisk;

  test('can be closed, and said to have materialised again: the fact of it stands', async () => {
    const { risk } = await reportRisk({ description: 'Their works council objects' });
    expect((await change(risk!.id, 1, 'CLOSED')).errors).toEqual([]);
    expect(await change(risk!.id, 2, 'MATERIALISED')).toMatchObject({ errors: [], risk: { status: 'MATERIALISED' } });
  });

  test('is not open again before the report is retracted', async () => {
    const { risk } = await reportRisk({ description: 'Their works council objects' });
    expect((await change(risk!.id, 1, 'OPEN')).errors).toMatchObject([
      { code: 'BAD_USER_INPUT', path: 'status', message: expect.stringContaining('retract') },
    ]);
  });
});

describe('a report that is retracted', () => {
  const retract = (event: string) =>
    record(api, deal.key, [[hoursAgo(0), { eventRetracted: { retracts: event, reason: 'It has not' } }]]);

  const ties = async () =>
    (
      await api.db.query<{ event: string | null }>(
        `select event_id as event
         from (select deal_id, event_id from risk union all select deal_id, event_id from commitment) as tied
         join deal d on d.id = tied.deal_id where d.key = $1`,
        [deal.key],
      )
    ).map(({ event }) => event);

  test('leaves the risk open again, and tied to no fact', async () => {
    const { risk, event } = await reportRisk({ description: 'Their works council objects' });
    await retract(event!.id);
    const { risks } = answered(await api.run('am-1', RisksDocument, { filter: { deal: deal.key } }));
    expect(risks.nodes).toMatchObject([{ id: risk!.id, status: 'OPEN', version: 2 }]);
    expect(await ties()).toEqual([null]);
  });

  test('leaves a risk that was settled since as it is', async () => {
    const { risk, event } = await reportRisk({ description: 'Their works council objects' });
    const input = { risk: risk!.id, expectedVersion: 1, status: 'CLOSED' } as const;
    answered(await api.run('am-1', ChangeRiskDocument, { input }));
    await retract(event!.id);
    const { risks } = answered(await api.run('am-1', RisksDocument, { filter: { deal: deal.key } }));
    expect(risks.nodes).toMatchObject([{ status: 'CLOSED', version: 3 }]);
    expect(await ties()).toEqual([null]);
  });

  test.each(['MITIGATED', 'CLOSED'] as const)('leaves a risk that was %s before as it was before', async (status) => {
    const { id } = await writeRisk();
    answered(await api.run('am-1', ChangeRiskDocument, { input: { risk: id, expectedVersion: 1, status } }));
    const { event } = await reportRisk({ risk: id });
    await retract(event!.id);
    const { risks } = answered(await api.run('am-1', RisksDocument, { filter: { deal: deal.key } }));
    expect(risks.nodes).toMatchObject([{ id, status, version: 4 }]);
  });

  test('leaves the commitment written down, and tied to no fact', async () => {
    const { commitment, event } = await reportCommitment({ words: '"A talk"', promisedTo: 'Ilse' });
    await retract(event!.id);
    const { commitments } = answered(await api.run('am-1', CommitmentsDocument, { filter: { deal: deal.key } }));
    expect(commitments.nodes).toMatchObject([{ id: commitment!.id, status: 'OPEN' }]);
    expect(await ties()).toEqual([null]);
  });
});

test('whoever delivers does not say themselves that something was declared, whoever imports does', async () => {
  const fact = { riskMaterialised: { reference: 'Sponsor left', declared: true } };
  const input = { events: [{ deal: deal.key, event: { occurredAt: hoursAgo(0), fact } }] };
  const { recordEvents } = answered(await api.run('dl-1', RecordEventsDocument, { input }));
  expect(recordEvents.errors).toMatchObject([
    { code: 'FORBIDDEN', message: expect.stringContaining('reportRiskMaterialised') },
  ]);
  expect(answered(await api.run('fin-1', RecordEventsDocument, { input })).recordEvents.errors).toEqual([]);
});

test('what is written down after the package was submitted is said not to be in it', async () => {
  const written = { deal: deal.key, description: 'Procurement is new', likelihood: 'LOW', mitigation: 'Meet' } as const;
  const write = async () => answered(await api.run('ae-1', CreateRiskDocument, { input: written })).createRisk.warnings;
  expect(await write()).toEqual([]);
  await submit();
  expect(await write()).toEqual([expect.stringContaining('submitted without it')]);
  const promised = { deal: deal.key, words: '"x"', promisedTo: 'Ilse', promisedBy: 'ae-1' };
  const { createCommitment } = answered(await api.run('ae-1', CreateCommitmentDocument, { input: promised }));
  expect(createCommitment.warnings).toEqual([expect.stringContaining('submitted without it')]);
});

test('nothing is reported of a deal that was cancelled', async () => {
  await record(api, deal.key, [[hoursAgo(0), { dealCancelled: { reason: 'Insolvent' } }]]);
  expect((await reportRisk({ description: 'x' })).errors).toMatchObject([{ code: 'CONFLICT', path: 'deal' }]);
});
