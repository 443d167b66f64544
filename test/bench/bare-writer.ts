import pg from 'pg';
import { type Captured, capturedIn, WRITTEN } from './capture';
import { inLanes, rate } from './rounds';

/** What one transaction writes, table by table. */
type Transaction = Statement[];
type Statement = { text: string; values: unknown[] };
type Row = Record<string, unknown>;

/** The keys by which rows that change are written again. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  sla_clock: ['deal_id', 'sla'],
  handoff_fault: ['deal_id', 'code'],
  commission_payment: ['deal_id', 'tranche', 'payee'],
};

/**
 * Writes rows that were worked out before, with nothing between them and PostgreSQL but pg: for each fact a
 * transaction, in it one plain statement for each table. Answers each message, the ids of deals, with the facts written
 * a second.
 */
async function serve(capturedUrl: string, url: string, connections: number): Promise<void> {
  const transactions = transactionsByDeal(await capturedIn(capturedUrl));
  const clients = await Promise.all(Array.from({ length: connections }, () => connect(url)));
  process.once('disconnect', () => process.exit());
  process.on('message', async (deals: string[]) => {
    const work = deals.map((deal) => transactions.get(deal)!);
    const count = work.reduce((sum, { length }) => sum + length, 0);
    const write = async (deal: Transaction[], lane: number) => {
      for (const transaction of deal) await commit(clients[lane]!, transaction);
    };
    process.send?.(await rate(count, () => inLanes(connections, work, write)));
  });
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function commit(client: pg.Client, transaction: Transaction): Promise<void> {
  await client.query('begin');
  for (const statement of transaction) await client.query(statement);
  await client.query('commit');
}

/** The transactions of each deal, in their order. */
function transactionsByDeal(captured: readonly Captured[]): Map<string, Transaction[]> {
  const byDeal = new Map<string, Transaction[]>();
  for (const rows of grouped(captured, ({ transaction }) => transaction).values()) {
    const deal = String(rows.find(({ relation }) => relation === 'deal_event')!.row.deal_id);
    byDeal.set(deal, [...(byDeal.get(deal) ?? []), transactionOf(rows)]);
  }
  return byDeal;
}

function transactionOf(rows: readonly Captured[]): Transaction {
  const tables = grouped(rows, ({ relation, deleted }) => `${relation} ${deleted}`);
  const rowsOf = (relation: string, deleted: boolean) => tables.get(`${relation} ${deleted}`)?.map(({ row }) => row);
  return WRITTEN.flatMap((relation) => {
    const [gone, written] = [rowsOf(relation, true), rowsOf(relation, false)];
    return [...(gone ? [deletionOf(relation, gone)] : []), ...(written ? [statementOf(relation, written)] : [])];
  });
}

function deletionOf(relation: string, rows: readonly Row[]): Statement {
  const keys = KEYS[relation]!;
  const places = placesOf(rows, keys);
  return { text: `delete from ${relation} where (${keys.join()}) in (${places.join()})`, values: valuesOf(rows, keys) };
}

function statementOf(relation: string, rows: readonly Row[]): Statement {
  if (relation === 'deal') return updateOf(rows[0]!);
  const columns = Object.keys(rows[0]!);
  const keys = KEYS[relation];
  const changed = columns.filter((column) => !keys?.includes(column)).map((column) => `${column} = excluded.${column}`);
  const again = keys ? ` on conflict (${keys.join()}) do update set ${changed.join()}` : '';
  const text = `insert into ${relation} (${columns.join()}) values ${placesOf(rows, columns).join()}${again}`;
  return { text, values: valuesOf(rows, columns) };
}

function placesOf(rows: readonly Row[], columns: readonly string[]): string[] {
  const place = (row: number, column: number) => `$${row * columns.length + column + 1}`;
  return rows.map((_, row) => `(${columns.map((_, column) => place(row, column)).join()})`);
}

function valuesOf(rows: readonly Row[], columns: readonly string[]): unknown[] {
  return rows.flatMap((row) => columns.map((column) => row[column]));
}

function updateOf({ id, ...changed }: Row): Statement {
  const columns = Object.keys(changed).map((column, index) => `${column} = $${index + 2}`);
  return { text: `update deal set ${columns.join()} where id = $1`, values: [id, ...Object.values(changed)] };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const [capturedUrl, url, connections] = process.argv.slice(2);
void serve(capturedUrl!, url!, Number(connections));
