import pino from 'pino';
import { type Database, openDatabase } from '../../src/database';
import { folderDrive } from '../../src/drive';
import { ExportDesk } from '../../src/exports';
import type { PayrollHeader } from '../../src/graphql';
import { Feed } from '../../src/live';
import { drivePost, smtpPost } from '../../src/mail';
import type { Role } from '../../src/rules';
import { filesOf, reportFiles } from '../../src/server/download';
import { exportFiles } from '../../src/server/exports';
import { startGraphQL } from '../../src/server/graphql';
import { listen } from '../../src/server/http';
import { signLocally } from '../../src/server/identity';
import { identityOf } from '../../src/server/known';
import { apiSchema } from '../../src/server/schema';
import { readSettings, type TrafficSettings } from '../../src/settings';
import type { TypedDocumentString } from '../api/generated/operations';
import { NO_BUDGETS } from './budgets';
import { freshDatabase } from './database';
import { temporaryDataDirectory } from './server';

/** The JSON of a GraphQL answer, with the data typed by whoever asks. */
export interface ApiAnswer<Data = Record<string, unknown>> {
  data?: Data | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; path?: string; problems?: { path: string; message: string }[] };
  }[];
  extensions?: Record<string, unknown>;
}

/** Who asks: a person's key; the role is the one that they have. */
export type Asker = keyof typeof PEOPLE;

/** The whole API over HTTP, on a database of its own in which some people are known. */
export interface Api {
  url: string;
  db: Database;
  databaseUrl: string;
  /** The folder of the shared drive. */
  driveDirectory: string;
  /** The folder of exports. */
  exportDirectory: string;
  /** Has exports written, as a server does, until the function that comes back is called. */
  startDesk(): () => Promise<void>;
  tokenOf(asker: Asker): Promise<string>;
  ask<Data = Record<string, unknown>>(asker: Asker, query: string, variables?: object): Promise<ApiAnswer<Data>>;
  /** Asks one of `test/api/operations`, with variables and answer typed by the schema. */
  run<Data, Variables extends object>(
    asker: Asker,
    operation: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Promise<ApiAnswer<Data>>;
  /** The SQL statements that some work sends. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  stop(): Promise<void>;
}

/** The people of the tests, by key. */
export const PEOPLE = {
  'ae-1': 'ACCOUNT_EXECUTIVE',
  'ae-2': 'ACCOUNT_EXECUTIVE',
  'ae-3': 'ACCOUNT_EXECUTIVE',
  'ae-4': 'ACCOUNT_EXECUTIVE',
  'ae-5': 'ACCOUNT_EXECUTIVE',
  'dl-1': 'DELIVERY_LEAD',
  'dl-2': 'DELIVERY_LEAD',
  'am-1': 'ACCOUNT_MANAGER',
  'am-2': 'ACCOUNT_MANAGER',
  'fin-1': 'FINANCE',
  'fin-2': 'FINANCE',
  'an-1': 'ANALYST',
  'ad-1': 'ADMIN',
} as const satisfies Record<string, Role>;

/** Makes the people of the tests known to a database. */
export async function introducePeople(db: Database): Promise<void> {
  const keys = Object.keys(PEOPLE);
  await db.query(
    `insert into person (key, name, email, role)
     select key, 'Name of ' || key, key || '@baton.example', role from unnest($1::text[], $2::text[]) as p (key, role)`,
    [keys, Object.values(PEOPLE)],
  );
}

/** Starts the whole API on a database that was populated so; the test file stops it. */
export async function startApi(
  populate: (db: Database) => Promise<unknown> = introducePeople,
  options: {
    smtpUrl?: string;
    driveDirectory?: string;
    trustedOnlyRoles?: readonly Role[];
    payrollColumns?: readonly PayrollHeader[];
    traffic?: Partial<TrafficSettings>;
    /** The owner's URL of a database with the whole schema; a fresh one without. */
    databaseUrl?: string;
  } = {},
): Promise<Api> {
  const { driveDirectory: DRIVE_DIR, trustedOnlyRoles = [] } = options;
  const settings = readSettings({ NODE_ENV: 'test', DATA_DIR: temporaryDataDirectory(), DRIVE_DIR });
  const databaseUrl = options.databaseUrl ?? (await freshDatabase());
  const db = await openDatabase({ url: databaseUrl, poolSize: 10 });
  await populate(db);
  const logger = pino({ level: 'silent' });
  const identity = identityOf(settings, db, logger);
  const drive = folderDrive(settings.driveDirectory);
  const outlets = { drive, post: options.smtpUrl ? smtpPost(options.smtpUrl) : drivePost(drive) };
  const end = await startGraphQL({
    schema: apiSchema(),
    db,
    ...outlets,
    identity,
    files: filesOf(reportFiles, exportFiles(settings.exportDirectory)),
    trustedOnlyRoles,
    feed: new Feed(db, console.error),
    payrollColumns: options.payrollColumns,
    traffic: { ...settings.traffic, ...NO_BUDGETS, ...options.traffic },
    logger,
  });
  const server = await listen({ host: '127.0.0.1', port: 0, database: db, ...end });
  const tokens = new Map<Asker, Promise<string>>();
  const tokenOf = (asker: Asker) => {
    const token = tokens.get(asker) ?? signLocally(settings, asker, PEOPLE[asker]);
    tokens.set(asker, token);
    return token;
  };
  return {
    url: server.url,
    db,
    databaseUrl,
    driveDirectory: settings.driveDirectory,
    exportDirectory: settings.exportDirectory,
    startDesk() {
      const desk = new ExportDesk({
        db,
        folder: settings.exportDirectory,
        pagesOf: end.pagesOf,
        onFault: console.error,
      });
      return () => desk.stop();
    },
    tokenOf,
    ask: async (asker, query, variables) => post(server.url, await tokenOf(asker), query, variables),
    run: async (asker, operation, variables) => post(server.url, await tokenOf(asker), operation.toString(), variables),
    statementsOf: (work) => statementsOf(db, work),
    async stop() {
      await server.close();
      await end.stop();
      await db.close();
    },
  };
}

async function post<Data>(url: string, token: string, query: string, variables?: object): Promise<ApiAnswer<Data>> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query, variables });
  return (await (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json()) as ApiAnswer<Data>;
}

async function statementsOf(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const stop = db.onStatement((text) => statements.push(text));
  try {
    await work();
  } finally {
    stop();
  }
  return statements;
}
