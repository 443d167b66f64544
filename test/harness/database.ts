import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/database';

/** The environment variable in which global-setup leaves the template's URL for the test files. */
export const TEMPLATE_URL = 'BATON_TEST_TEMPLATE_URL';

const POOL_SIZE = 10;

/** The owner's URL of a new database with the whole schema and nothing in it; one for each test file. */
export async function freshDatabase(): Promise<string> {
  const url = process.env[TEMPLATE_URL];
  if (!url) throw new Error('The tests need the server that jest’s globalSetup starts');
  const template = new URL(url).pathname.slice(1);
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  const elsewhere = process.env.TEST_DATABASE_URL ?? withDatabase(url, 'postgres');
  await onServer(elsewhere, `create database ${name} template ${template}`);
  return withDatabase(url, name);
}

/** A fresh database as the application opens it; the test file closes it. */
export async function openFreshDatabase(): Promise<Database> {
  return openDatabase({ url: await freshDatabase(), poolSize: POOL_SIZE });
}

/** Runs a statement on a connection of its own, as the URL's user, and returns its rows. */
export async function onServer<T>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as T[];
  } finally {
    await client.end();
  }
}

/** The same URL with another database's name. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
