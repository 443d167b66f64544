import type { Database } from '../../src/database';
import { openFreshDatabase } from '../harness/database';

/** What deals share: small, the same for all deals, and without a deal's id. */
const SHARED = [
  ...[
    'api_key',
    'audit_anchor',
    'audit_detail',
    'audit_entry',
    'audit_seal',
    'bulk_export',
    'calendar',
    'commission_plan',
    'deal_number',
    'demonstration',
    'employee_number',
    'migrations',
    'person',
    'sla_policy',
  ],
  ...['pay_run', 'pay_run_event', 'pay_run_payee', 'pay_run_posting', 'period'],
];

/** The table of deals has the deal's id as its own; the registry of keys finds a deal before its id is known. */
const DEAL = 'deal';
const REGISTRY = 'deal_key';
/** Paths on the drive are few and shared as well: two deals of one client must not have the same. */
const PATHS = 'drive_path';

interface Key {
  table: string;
  name: string;
  /** Its columns, in order. */
  columns: string[];
}

interface ForeignKey extends Key {
  to: string;
  toColumns: string[];
}

const COLUMN_NAMES = (relation: string, numbers: string) => `array(
  select a.attname::text from unnest(${numbers}) with ordinality as n (number, place)
  join pg_attribute a on a.attrelid = ${relation} and a.attnum = n.number order by n.place)`;

/** Unique indexes stand behind primary keys and unique constraints alike. */
const UNIQUE = `
  select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name,
    ${COLUMN_NAMES('i.indrelid', 'i.indkey::int2[]')} as columns
  from pg_index i join pg_class t on t.oid = i.indrelid
  where i.indisunique and t.relnamespace = 'public'::regnamespace`;

const FOREIGN = `
  select f.conrelid::regclass::text as table, f.conname as name, ${COLUMN_NAMES('f.conrelid', 'f.conkey')} as columns,
    f.confrelid::regclass::text as to, ${COLUMN_NAMES('f.confrelid', 'f.confkey')} as "toColumns"
  from pg_constraint f where f.contype = 'f' and f.connamespace = 'public'::regnamespace`;

describe('a deal can be kept on one machine, because', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openFreshDatabase();
  });
  afterAll(() => db.close());

  const belongsToDeal = (table: string) =>
    !SHARED.includes(table) && table !== DEAL && ![REGISTRY, PATHS].includes(table);

  test('every table has deal_id, but for the ones that deals share', async () => {
    const tables = await db.query<{ name: string; hasDeal: boolean }>(`
      select t.relname as name, exists (
        select from pg_attribute where attrelid = t.oid and attname = 'deal_id' and attnotnull) as "hasDeal"
      from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')`);
    const without = tables.filter(({ hasDeal }) => !hasDeal).map(({ name }) => name);
    expect(without.sort()).toEqual([DEAL, ...SHARED].sort());
  });

  test('deal_id comes first in every primary key, unique constraint and unique index of such a table', async () => {
    const unique = (await db.query<Key>(UNIQUE)).filter(({ table }) => belongsToDeal(table));
    expect(unique.length).toBeGreaterThan(10);
    expect(unique.filter(({ columns }) => columns[0] !== 'deal_id')).toEqual([]);
  });

  test('a deal is unique by its id alone, and only the registry of keys by its key', async () => {
    const unique = await db.query<Key>(UNIQUE);
    const of = (wanted: string) => unique.filter(({ table }) => table === wanted).map(({ columns }) => columns);
    expect(of(DEAL)).toEqual([['id']]);
    expect(of(REGISTRY).sort()).toEqual([['key'], ['key', 'deal_id']]);
  });

  test('foreign keys stay within the deal, or go to what deals share, the registry of keys among it', async () => {
    const foreign = await db.query<ForeignKey>(FOREIGN);
    expect(foreign.length).toBeGreaterThan(20);
    const leaving = foreign.filter(({ columns, to, toColumns }) => {
      const isWithin = columns[0] === 'deal_id' && toColumns[0] === (to === DEAL ? 'id' : 'deal_id');
      return !isWithin && to !== REGISTRY && !SHARED.includes(to);
    });
    expect(leaving).toEqual([]);
  });
});
