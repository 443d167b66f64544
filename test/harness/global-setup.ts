import { randomBytes } from 'node:crypto';
import { migrate } from '../../src/database';
import { onServer, TEMPLATE_URL, withDatabase } from './database';
import { type TestServer, testServer } from './server';

declare global {
  /** Stops what this run started; global-teardown calls it. */
  var endTestRun: (() => Promise<void>) | undefined;
}

/** Once a run: a server, and on it the template that every test file's database is a copy of. */
export default async function setup(): Promise<void> {
  const server = await testServer();
  const template = `baton_test_${randomBytes(6).toString('hex')}`;
  globalThis.endTestRun = () => endRun(server, template);
  try {
    await onServer(server.url, `create database ${template}`);
    process.env[TEMPLATE_URL] = withDatabase(server.url, template);
    await migrate(withDatabase(server.url, template));
  } catch (error) {
    await globalThis.endTestRun();
    throw error;
  }
}

async function endRun(server: TestServer, template: string): Promise<void> {
  if (!server.ours) await dropAll(server, template);
  await server.stop();
}

async function dropAll(server: TestServer, template: string): Promise<void> {
  const left = await onServer<{ datname: string }>(
    server.url,
    `select datname from pg_database where datname like '${template}%'`,
  );
  for (const { datname } of left) await onServer(server.url, `drop database if exists ${datname} with (force)`);
}
