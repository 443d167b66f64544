import { globalId } from '../../src/graphql';
import { type Api, startApi } from '../harness/api';
import { answered, heldHandoff, openDeal, record } from '../harness/deals';

const NODES = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { id __typename ... on Deal { key accountExecutive { key } } ... on Person { key } } }`;

type Found = { nodes: ({ id: string; __typename: string; key?: string } | null)[] };

describe('objects by their ids', () => {
  let api: Api;
  const ids: string[] = [];
  beforeAll(async () => {
    api = await startApi();
    for (const ae of ['ae-1', 'ae-2', 'ae-3'] as const) {
      const { id, key } = await openDeal(api, { accountExecutive: ae });
      ids.push(id, ...(await record(api, key, heldHandoff(ae, 'ae-4'))).slice(0, 2), globalId('Person', ae));
    }
  });
  afterAll(() => api.stop());

  test('come in the order of the ids, twice where they are asked for twice', async () => {
    const asked = [...ids].reverse().concat(ids[0]!);
    const { nodes } = answered(await api.ask<Found>('fin-1', NODES, { ids: asked }));
    expect(nodes.map((node) => node?.id)).toEqual(asked);
  });

  test('are null where there are none, or none for who asks', async () => {
    const unknown = globalId('Deal', '01890000-0000-7000-8000-000000000000');
    const { nodes } = answered(await api.ask<Found>('ae-1', NODES, { ids: [...ids, unknown] }));
    const [mine, others] = [nodes.slice(0, 3), [nodes[4], nodes[5], nodes[6], nodes.at(-1)]];
    expect(mine.map((node) => node?.__typename)).toEqual(['Deal', 'DealEvent', 'DealEvent']);
    expect(others).toEqual([null, null, null, null]);
  });

  test('take as many statements for three deals with their events and sellers as for one', async () => {
    const statementsOf = async (some: string[]) => {
      await api.ask('fin-1', NODES, { ids: some });
      return (await api.statementsOf(() => api.ask('fin-1', NODES, { ids: some }))).length;
    };
    expect(await statementsOf(ids)).toBe(await statementsOf(ids.slice(0, 4)));
  });

  test('cost what is asked for, in the text and in a variable', async () => {
    const [one] = ids;
    const three = await api.ask('fin-1', `{ nodes(ids: ["${one}", "${one}", "${one}"]) { id } }`);
    const four = await api.ask('fin-1', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array(4).fill(one),
    });
    expect([three, four].map(({ extensions }) => extensions?.cost)).toMatchObject([{ requested: 3 }, { requested: 4 }]);
  });

  test('are at most a hundred, and an id that is none is named by its place', async () => {
    const { errors } = await api.ask('fin-1', NODES, { ids: Array(101).fill(ids[0]) });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', path: 'ids' } });
    const wrong = await api.ask('fin-1', NODES, { ids: [ids[0], 'nothing'] });
    expect(wrong.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', path: 'ids.1' } });
  });
});
