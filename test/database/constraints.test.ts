import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '../../src/database';
import { openFreshDatabase } from '../harness/database';

const MIGRATIONS = path.join(__dirname, '..', '..', 'migrations');

/** What no row may be without, table by table, whatever writes it. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
  bulk_export: [
    ...['done', 'expiry', 'failure', 'format', 'lease', 'one_thing', 'role', 'rows', 'sha256', 'status'],
    'variables',
  ],
  audit_anchor: ['hash'],
  audit_detail: ['salt'],
  audit_entry: ['digest', 'kind'],
  audit_seal: ['hash'],
  api_key: ['documents', 'expiry', 'name', 'revoked', 'role', 'secret'],
  calendar: ['covers', 'recorded', 'version'],
  commission_line: ['amount', 'currency', 'kind', 'period', 'reverses', 'tranche'],
  commission_payment: ['amount', 'currency', 'status', 'tranche'],
  commission_payment_version: ['amount', 'currency', 'status', 'tranche'],
  commission_plan: ['on_cancel', 'rate', 'tranches', 'version'],
  commitment: ['due', 'due_week', 'status', 'version'],
  deal: ['currency', 'entitlement', 'fee', 'key', 'owner', 'point_of_contact', 'stage', 'unmet_conditions'],
  deal_event: ['known_after', 'refers', 'source', 'split', 'type'],
  deal_number: ['latest'],
  demonstration: ['only_one'],
  employee_number: ['number'],
  erasure: ['reason'],
  drive_path: ['revision'],
  handoff_fault: ['code'],
  handoff_package: ['sections', 'submitted', 'version'],
  inquiry: ['status', 'version'],
  inquiry_step: ['event', 'kind', 'words'],
  held_entry: ['amount', 'currency', 'period', 'tranche'],
  mail: ['kind', 'settled', 'status'],
  package_revision: ['content', 'revision'],
  pay_run: ['approved', 'four_eyes', 'paid', 'period', 'status'],
  pay_run_event: ['action'],
  pay_run_payee: ['brought', 'carried', 'currency', 'payable', 'sum'],
  pay_run_posting: ['account', 'amount', 'step'],
  period: ['month'],
  person: ['key', 'role'],
  posting: ['account', 'amount'],
  risk: ['likelihood', 'report', 'status', 'status_before', 'version'],
  sla_clock: ['sla', 'status'],
  sla_policy: ['created', 'call', 'version'],
};

/** TypeORM's table of migrations is its own; that a column is not null needs no name. */
const CONSTRAINTS = `
  select conrelid::regclass::text as table, conname as name, contype as kind from pg_constraint
  where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid <> 'migrations'::regclass
  order by conrelid::regclass::text, conname`;

describe('the constraints of the tables', () => {
  let db: Database;
  let constraints: { table: string; name: string; kind: string }[];
  beforeAll(async () => {
    db = await openFreshDatabase();
    constraints = await db.query(CONSTRAINTS);
  });
  afterAll(() => db.close());

  test('all have the names that a migration gives them, none a generated one', () => {
    const files = readdirSync(MIGRATIONS).map((file) => readFileSync(path.join(MIGRATIONS, file), 'utf8'));
    const given = new Set([...files.join('\n').matchAll(/\bconstraint (?:trigger )?(\w+)/g)].map(([, name]) => name));
    expect(constraints.length).toBeGreaterThan(80);
    expect(constraints.filter(({ name }) => !given.has(name))).toEqual([]);
  });

  test('check what was thought about', () => {
    const checks = constraints.filter(({ kind }) => kind === 'c').map(({ name }) => name);
    const expected = Object.entries(CHECKS).flatMap(([table, names]) => names.map((name) => `${table}_${name}_check`));
    expect(checks.sort()).toEqual(expected.sort());
  });
});
