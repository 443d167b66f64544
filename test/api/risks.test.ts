import { globalId } from '../../src/graphql';
import { type Api, startApi } from '../harness/api';
import { answered, type Opened, openDeal } from '../harness/deals';
import {
  ChangeRiskDocument,
  type ChangeRiskInput,
  CreateRiskDocument,
  type CreateRiskInput,
  DealHandedOverDocument,
  ObjectByIdDocument,
  RisksDocument,
} from './generated/operations';

let api: Api;
let deal: Opened;
beforeAll(async () => {
  api = await startApi();
  deal = await openDeal(api);
});
afterAll(() => api.stop());

const NEW_SPONSOR = { description: 'The exec sponsor is new in role', likelihood: 'HIGH' } as const;

const create = async (input: Partial<CreateRiskInput> = {}) =>
  answered(await api.run('ae-1', CreateRiskDocument, { input: { deal: deal.key, ...NEW_SPONSOR, ...input } }))
    .createRisk;
const created = async (input: Partial<CreateRiskInput> = {}) => {
  const { risk } = await create(input);
  if (!risk) throw new Error('not created');
  return risk;
};
const change = async (input: ChangeRiskInput, by: 'ae-1' | 'dl-1' = 'dl-1') =>
  answered(await api.run(by, ChangeRiskDocument, { input })).changeRisk;
const countRisks = async () => (await api.db.query<{ n: string }>('select count(*) as n from risk'))[0]!.n;

describe('a risk that is written down', () => {
  test('is open, at version 1, and says who wrote it and when', async () => {
    const begun = new Date().toISOString();
    const { risk, errors } = await create({ mitigation: 'Front-load engagement', owner: 'am-1' });
    expect(errors).toEqual([]);
    expect(risk).toMatchObject({
      ...NEW_SPONSOR,
      mitigation: 'Front-load engagement',
      status: 'OPEN',
      version: 1,
      deal: { key: deal.key },
      owner: { key: 'am-1' },
      updatedBy: { key: 'ae-1' },
    });
    expect(risk!.createdAt >= begun).toBe(true);
    expect(risk!.updatedAt).toBe(risk!.createdAt);
  });

  test('may name its deal by id, and have neither mitigation nor owner', async () => {
    expect(await created({ deal: deal.id })).toMatchObject({ deal: { key: deal.key }, mitigation: null, owner: null });
  });

  test('is found again by its id, among the risks of its deal, and among those of all', async () => {
    const { id } = await created();
    const { node } = answered(await api.run('an-1', ObjectByIdDocument, { id }));
    expect(node).toEqual({ __typename: 'Risk', id });
    const { deal: whole } = answered(await api.run('an-1', DealHandedOverDocument, { key: deal.key, first: 100 }));
    expect(whole?.risks.nodes.at(-1)?.id).toBe(id);
    const { risks } = answered(await api.run('an-1', RisksDocument, { first: 100 }));
    expect(risks.nodes.at(-1)?.id).toBe(id);
  });
});

describe('a change of a risk', () => {
  test('changes what is given and nothing else, counts, and says who made it', async () => {
    const risk = await created({ mitigation: 'Over-invest in the W4 walkthrough', owner: 'am-1' });
    const changed = await change({ risk: risk.id, expectedVersion: 1, status: 'MITIGATED', likelihood: 'LOW' });
    expect(changed.errors).toEqual([]);
    expect(changed.risk).toEqual({
      ...risk,
      status: 'MITIGATED',
      likelihood: 'LOW',
      version: 2,
      updatedAt: changed.risk!.updatedAt,
      updatedBy: expect.objectContaining({ key: 'dl-1' }),
    });
  });

  test('empties by null what may be empty', async () => {
    const { id } = await created({ mitigation: 'Schedule W8', owner: 'am-1' });
    const { risk } = await change({ risk: id, expectedVersion: 1, mitigation: null, owner: null });
    expect(risk).toMatchObject({ ...NEW_SPONSOR, mitigation: null, owner: null, version: 2 });
  });

  test('from a version that is not current is a conflict that says both, and shows what there is now', async () => {
    const { id } = await created();
    await change({ risk: id, expectedVersion: 1, description: 'The sponsor has left' });
    for (const expectedVersion of [1, 3, 0, -1]) {
      const refused = await change({ risk: id, expectedVersion, description: 'Mine' }, 'ae-1');
      const message = `It has changed: version ${expectedVersion} is expected, version 2 is current`;
      expect(refused.errors).toEqual([{ code: 'CONFLICT', path: 'expectedVersion', message }]);
      expect(refused.risk).toMatchObject({
        description: 'The sponsor has left',
        version: 2,
        updatedBy: { key: 'dl-1' },
      });
    }
  });

  test('made by many at once from one version is made by one of them', async () => {
    const { id } = await created();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => change({ risk: id, expectedVersion: 1, description: `Version of ${n}` })),
    );
    const winners = answers.filter(({ errors }) => errors.length === 0);
    expect(winners).toHaveLength(1);
    for (const { risk } of answers) expect(risk?.description).toBe(winners[0]!.risk!.description);
    for (const { risk } of answers) expect(risk?.version).toBe(2);
  });
});

const NO_UUID = '00000000-0000-7000-8000-000000000000';

describe('a risk that cannot be', () => {
  test.each([
    ['a deal that is not there', { deal: 'D-2020-0001' }, 'NOT_FOUND', 'deal', 'There is no deal "D-2020-0001"'],
    ['an id of no deal', { deal: globalId('Deal', NO_UUID) }, 'NOT_FOUND', 'deal', 'There is no deal'],
    ['an id that is none', { deal: globalId('Deal', 'x') }, 'BAD_USER_INPUT', 'deal', 'neither the id nor the key'],
    ['an id of a person', { deal: globalId('Person', 'ae-1') }, 'BAD_USER_INPUT', 'deal', 'neither the id nor the key'],
    ['nonsense for a deal', { deal: 'nonsense' }, 'BAD_USER_INPUT', 'deal', 'not an id of this API'],
    ['a blank description', { description: ' \n ' }, 'BAD_USER_INPUT', 'description', 'it cannot be blank'],
    ['an unknown owner', { owner: 'am-99' }, 'BAD_USER_INPUT', 'owner', 'There is no person "am-99"'],
    ['an empty owner', { owner: '' }, 'BAD_USER_INPUT', 'owner', 'There is no person ""'],
  ])('with %s is not written down', async (_name, input, code, path, message) => {
    const before = await countRisks();
    const { risk, errors } = await create(input);
    expect(risk).toBeNull();
    expect(errors).toEqual([{ code, path, message: expect.stringContaining(message) }]);
    expect(await countRisks()).toBe(before);
  });

  test('with 4,001 characters is refused at its place', async () => {
    const input = { deal: deal.key, ...NEW_SPONSOR, description: 'x'.repeat(4_001) };
    const { data } = await api.run('ae-1', CreateRiskDocument, { input });
    expect(data?.createRisk.errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'description' }]);
    expect(await created({ description: '£'.repeat(4_000) })).toMatchObject({ description: '£'.repeat(4_000) });
  });

  test.each([
    ['description', null, 'it cannot be emptied; left out, it stays as it is'],
    ['description', ' ', 'it cannot be blank'],
    ['likelihood', null, 'it cannot be emptied; left out, it stays as it is'],
    ['status', null, 'it cannot be emptied; left out, it stays as it is'],
    ['owner', 'nobody', 'There is no person "nobody"'],
  ])('with %s %j is not changed', async (path, value, message) => {
    const { id } = await created();
    const refused = await change({ risk: id, expectedVersion: 1, [path]: value });
    expect(refused).toEqual({ risk: null, errors: [{ code: 'BAD_USER_INPUT', path, message }] });
    expect((await change({ risk: id, expectedVersion: 1 })).risk).toMatchObject({ ...NEW_SPONSOR, version: 2 });
  });

  test.each([
    ['of another type', () => deal.id, 'BAD_USER_INPUT'],
    ['without a deal', () => globalId('Risk', NO_UUID), 'BAD_USER_INPUT'],
    ['with what is no UUID', () => globalId('Risk', 'a', 'b'), 'BAD_USER_INPUT'],
    ['of a deal that is not there', () => globalId('Risk', NO_UUID, NO_UUID), 'NOT_FOUND'],
    ['of a risk that is not there', () => riskOfDeal(NO_UUID), 'NOT_FOUND'],
  ])('named by an id %s is not changed', async (_name, id, code) => {
    const refused = await change({ risk: id(), expectedVersion: 1, status: 'CLOSED' });
    expect(refused).toMatchObject({ risk: null, errors: [{ code, path: 'risk' }] });
  });

  test('is found by no id that is none', async () => {
    for (const id of [globalId('Risk', NO_UUID, NO_UUID), riskOfDeal(NO_UUID), riskOfDeal('x'), globalId('Risk', 'x')])
      expect((await api.run('an-1', ObjectByIdDocument, { id })).data).toEqual({ node: null });
  });

  const riskOfDeal = (id: string) => {
    const [, dealId = ''] = Buffer.from(deal.id, 'base64url').toString().split(':');
    return globalId('Risk', dealId, id);
  };
});

describe('lists of risks', () => {
  const ids: string[] = [];
  let other: Opened;
  beforeAll(async () => {
    other = await openDeal(api, { accountExecutive: 'ae-2' });
    for (const likelihood of ['LOW', 'MEDIUM', 'HIGH', 'LOW', 'MEDIUM', 'HIGH', 'LOW'] as const) {
      const input = {
        deal: other.key,
        description: 'One of seven',
        likelihood,
        owner: likelihood === 'LOW' ? 'am-2' : null,
      };
      ids.push(answered(await api.run('ae-2', CreateRiskDocument, { input })).createRisk.risk!.id);
    }
    await change({ risk: ids[1]!, expectedVersion: 1, status: 'CLOSED' });
  });

  const found = async (filter: object) => {
    const { risks } = answered(await api.run('fin-1', RisksDocument, { filter: { deal: other.key, ...filter } }));
    return risks.nodes.map(({ id }) => ids.indexOf(id)).sort();
  };

  test.each([
    ['nothing but the deal', {}, [0, 1, 2, 3, 4, 5, 6]],
    ['a status', { status: ['CLOSED'] }, [1]],
    ['several', { status: ['CLOSED', 'OPEN'], likelihood: ['MEDIUM', 'LOW'] }, [0, 1, 3, 4, 6]],
    ['an owner', { owner: 'am-2' }, [0, 3, 6]],
    ['an owner who has none', { owner: 'am-1' }, []],
    ['no status at all', { status: [] }, []],
    ['nulls, which do not restrict', { status: null, likelihood: null, owner: null }, [0, 1, 2, 3, 4, 5, 6]],
  ])('can be restricted to %s', async (_name, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  test('take a deal by its id too, and refuse one that is not there', async () => {
    expect(await found({ deal: other.id })).toHaveLength(7);
    const { errors } = await api.run('fin-1', RisksDocument, { filter: { deal: 'D-2020-0001' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', path: 'filter.deal' });
  });

  test('are read in pages, longest unchanged first, each risk once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { risks }: { risks: RiskPage } = answered(
        await api.run('fin-1', RisksDocument, { filter: { deal: other.key }, first: 3, after }),
      );
      expect(risks.edges.at(-1)?.cursor).toBe(risks.pageInfo.endCursor);
      seen.push(...risks.nodes.map(({ id }) => id));
      ({ endCursor: after, hasNextPage: more } = risks.pageInfo);
    }
    const changedLast = ids[1]!;
    expect(seen).toEqual([...ids.filter((id) => id !== changedLast), changedLast]);
  });

  test('of a deal are read in pages in the order of writing down, whatever has changed', async () => {
    const read = async (risksAfter: string | null) =>
      answered(await api.run('dl-1', DealHandedOverDocument, { key: other.key, first: 4, risksAfter })).deal!.risks;
    const first = await read(null);
    const second = await read(first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(ids);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test.each([
    ['of another list', ['deal_risks', '2026-01-01T00:00:00.000Z', NO_UUID]],
    ['with an instant that is none', ['risks', 'yesterday', NO_UUID]],
    ['with an instant that PostgreSQL has not', ['risks', '0000-01-01T00:00:00.000Z', NO_UUID]],
    ['with an id that is none', ['risks', '2026-01-01T00:00:00.000Z', 'x']],
  ])('refuse a cursor %s', async (_name, content) => {
    const after = Buffer.from(JSON.stringify(content)).toString('base64url');
    const { errors } = await api.run('fin-1', RisksDocument, { after });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'after' });
  });
});

type RiskPage = {
  edges: { cursor: string }[];
  nodes: { id: string }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
};
