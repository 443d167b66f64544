import { demonstrate } from '../../src/demonstration';
import { type Api, startApi } from '../harness/api';
import { answered } from '../harness/deals';
import { type Row, type RowKind, readAllRows } from '../harness/rows';

/** What lists and objects say of the same things: fields of nodes below a list, under the names of the rows. */
const MONEY = 'amount { amount currency } releasedToDate { amount }';
const LISTS = {
  deals: `deals(first: 100, after: $after) { nodes {
    dealKey: key clientName stage accountExecutive { key } deliveryLead { key } accountManager { key }
    calendar fee { amount } currency openedAt triggeredAt weekOne cancelledAt nextDueAt
    handoff { owner pointOfContact slas { sla status startedAt dueAt metAt waivedAt breachedAt countsAgainstAeFrom } }
    } pageInfo { hasNextPage endCursor } }`,
  payments: `commissionPayments(first: 100, after: $after) { nodes {
    deal { key clientName } payee { key } tranche status earnedAt releasedAt waitingFor ${MONEY}
    } pageInfo { hasNextPage endCursor } }`,
  risks: `risks(first: 100, after: $after) { nodes {
    deal { key } description likelihood mitigation agreedMitigation owner { key } status reviewOn reviewedOn createdAt
    } pageInfo { hasNextPage endCursor } }`,
  commitments: `commitments(first: 100, after: $after) { nodes {
    deal { key } words promisedTo promisedBy { key } owner { key } dueDate dueWeek status evidence createdAt
    } pageInfo { hasNextPage endCursor } }`,
};

type Cells = Record<string, unknown>;

let api: Api;
beforeAll(async () => {
  api = await startApi((db) => demonstrate(db, Date.now()));
}, 60_000);
afterAll(() => api.stop());

/** All nodes of a list, page after page. */
async function listed(list: keyof typeof LISTS): Promise<Cells[]> {
  const nodes: Cells[] = [];
  for (let after: string | null = null; ; ) {
    type Page = { list: { nodes: Cells[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const query = `query ($after: String) { list: ${LISTS[list]} }`;
    const page: Page = answered(await api.ask<Page>('ad-1', query, { after }));
    nodes.push(...page.list.nodes);
    if (!page.list.pageInfo.hasNextPage) return nodes;
    after = page.list.pageInfo.endCursor;
  }
}

/** A node as a flat row: money and people give their one plain value. */
function flat(node: Cells): Cells {
  const key = (value: unknown) => (value as { key: string } | null)?.key ?? null;
  const cells = Object.entries(node).map(([name, value]) => {
    if (name === 'deal') return ['dealKey', key(value)];
    if (['accountExecutive', 'deliveryLead', 'accountManager', 'payee', 'owner', 'promisedBy'].includes(name))
      return [name, typeof value === 'string' ? value : key(value)];
    return [name, value];
  });
  return Object.fromEntries(cells);
}

async function rowsOf(kind: RowKind): Promise<Row[]> {
  return (await readAllRows(api, kind, 1_000)).rows.filter(({ deleted }) => !deleted);
}

/** Rows that are there in another order are the same rows. */
function expectSame(rows: readonly Cells[], nodes: readonly Cells[]): void {
  expect(nodes.length).toBeGreaterThan(200);
  const columns = Object.keys(nodes[0]!);
  const texts = (all: readonly Cells[]) => all.map((one) => JSON.stringify(columns.map((name) => one[name]))).sort();
  expect(texts(rows)).toEqual(texts(nodes));
}

describe('rows say what lists say, of all deals of the demonstration:', () => {
  test('deals', async () => {
    const nodes = (await listed('deals')).map(({ handoff, fee, ...rest }) => ({
      ...flat(rest),
      owner: (handoff as Cells).owner,
      pointOfContact: (handoff as Cells).pointOfContact,
      fee: (fee as { amount: string } | null)?.amount ?? null,
    }));
    expectSame(await rowsOf('deal'), nodes);
  });

  test('clocks, as they are judged now', async () => {
    const nodes = (await listed('deals')).flatMap(({ dealKey, handoff }) =>
      (handoff as { slas: Cells[] }).slas.map((clock) => ({ dealKey, ...clock })),
    );
    expectSame(await rowsOf('sla'), nodes);
  });

  test('payments', async () => {
    const nodes = (await listed('payments')).map(({ amount, releasedToDate, ...rest }) => ({
      ...flat(rest),
      ...(amount as object),
      released: (releasedToDate as { amount: string }).amount,
      clientName: (rest.deal as { clientName: string }).clientName,
    }));
    expectSame(await rowsOf('commission'), nodes);
  });

  test.each([
    ['risk', 'risks'],
    ['commitment', 'commitments'],
  ] as const)('%ss', async (kind, list) => {
    expectSame(await rowsOf(kind), (await listed(list)).map(flat));
  });
});
