import { readGlobalId } from '../../src/graphql';
import { type Api, startApi } from '../harness/api';
import { answered, heldHandoff, openDeal, record } from '../harness/deals';
import { DealHeadsDocument, type DealHeadsQuery, type DealOrder } from './generated/operations';

type Deal = DealHeadsQuery['deals']['nodes'][number];

/** How a field compares two deals when ascending; deals that are equal by it follow their ids. */
const COMPARED: Readonly<Record<DealOrder['field'], (deal: Deal) => number>> = {
  KEY: ({ key }) => Number(key.replace(/\D/g, '').slice(4)),
  FEE: ({ fee }) => (fee === null ? -1 : Number(fee.amount)),
  NEXT_DUE: ({ nextDueAt }) => (nextDueAt === null ? Number.POSITIVE_INFINITY : Date.parse(nextDueAt)),
};

const ORDERS = (['KEY', 'FEE', 'NEXT_DUE'] as const).flatMap((field) =>
  (['ASC', 'DESC'] as const).map((direction) => ({ field, direction })),
);

let api: Api;
let deals: Deal[];

beforeAll(async () => {
  api = await startApi();
  await openDeal(api);
  await api.db.query('update deal_number set latest = 9996');
  const fees = ['900.00', '10000.00', null, '10000.00', null, '900.00'];
  for (const [index, amount] of fees.entries()) {
    const { key } = await openDeal(api, { accountExecutive: index % 2 ? 'ae-1' : 'ae-2' });
    if (amount) await record(api, key, [['2026-03-02T08:00:00Z', { feeAgreed: { amount } }]]);
    if (index < 4) await record(api, key, heldHandoff('ae-1', 'ae-2').slice(2, index < 2 ? 6 : 7));
  }
  deals = (await page({ field: 'KEY', direction: 'ASC' }, 100)).nodes;
});
afterAll(() => api.stop());

async function page(orderBy: DealOrder, first: number, after?: string | null): Promise<DealHeadsQuery['deals']> {
  return answered(await api.run('fin-1', DealHeadsDocument, { orderBy, first, after })).deals;
}

/** The keys of the whole list, read in pages of two. */
async function readInPages(orderBy: DealOrder): Promise<string[]> {
  const keys: string[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: DealHeadsQuery['deals'] = await page(orderBy, 2, after);
    keys.push(...nodes.map(({ key }) => key));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return keys;
}

function sorted({ field, direction }: DealOrder): string[] {
  const idOf = ({ id }: Deal) => readGlobalId(id).parts[0]!;
  const compare = (a: Deal, b: Deal) => {
    const [one, other] = [COMPARED[field](a), COMPARED[field](b)];
    if (one !== other) return one < other ? -1 : 1;
    return idOf(a) < idOf(b) ? -1 : 1;
  };
  const ascending = [...deals].sort(compare).map(({ key }) => key);
  return direction === 'DESC' ? ascending.reverse() : ascending;
}

describe('a list of deals', () => {
  test('has equal values and missing ones to be ordered', () => {
    const distinct = (values: unknown[]) => new Set(values).size;
    expect(deals).toHaveLength(7);
    expect(distinct(deals.map(({ fee }) => fee?.amount))).toBe(3);
    expect(distinct(deals.map(({ nextDueAt }) => nextDueAt))).toBe(3);
  });

  test.each(ORDERS)(
    'by $field $direction comes in order, page by page, nothing missed or repeated',
    async (orderBy) => {
      expect(await readInPages(orderBy)).toEqual(sorted(orderBy));
    },
  );

  test('by key counts: ten thousand comes after 9999', async () => {
    const numbers = (await readInPages({ field: 'KEY', direction: 'ASC' })).map((key) => key.slice(7));
    expect(numbers).toEqual(['0001', '9997', '9998', '9999', '10000', '10001', '10002']);
  });

  test.each(ORDERS)('by $field $direction refuses the cursor of every other order', async (orderBy) => {
    for (const other of ORDERS.filter((order) => order !== orderBy)) {
      const { endCursor: after } = (await page(other, 2)).pageInfo;
      const { errors } = await api.run('fin-1', DealHeadsDocument, { orderBy, after });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', path: 'after' } }]);
    }
  });
});
