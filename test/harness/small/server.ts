import pino from 'pino';
import { openDatabase } from '../../../src/database';
import type { Role } from '../../../src/graphql';
import { startGraphQL } from '../../../src/server/graphql';
import { listen } from '../../../src/server/http';
import { type FindPerson, Identity, signLocally, tokenVerifier } from '../../../src/server/identity';
import { readSettings, type Settings, type TrafficSettings } from '../../../src/settings';
import { NO_BUDGETS } from '../budgets';
import { freshDatabase } from '../database';
import { NOWHERE } from '../outlets';
import { temporaryDataDirectory } from '../server';
import { smallSchema } from './schema';

/** The JSON of a GraphQL answer. */
export interface GraphQLAnswer {
  data?: Readonly<Record<string, unknown>> | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; path?: string; problems?: { path: string; message: string }[] };
  }[];
  extensions?: { cost?: { requested: number; maximum: number } };
}

/** What came back over HTTP. */
export interface Reply {
  status: number;
  headers: Headers;
  body: GraphQLAnswer;
}

/** A running server over the small schema. */
export interface SmallServer {
  url: string;
  settings: Settings;
  databaseUrl: string;
  /** Lines of its log. */
  log: Record<string, unknown>[];
  tokenFor(person: string, role: Role): Promise<string>;
  /** Sends anything; finance's token is added where no headers are given. */
  send(request: RequestInit & { path?: string }): Promise<Reply>;
  /** Asks one operation, as finance unless a role is given. */
  ask(query: string, variables?: Record<string, unknown>, role?: Role): Promise<Reply>;
  stop(): Promise<void>;
}

/** Each role has a person of that name; "nobody" exists for no role. */
const personOfRole: FindPerson = async (key) =>
  key === 'nobody' ? undefined : { key, role: key.slice(key.indexOf(':') + 1) as Role };

/** Starts the server end over the small schema and a database of its own. */
export async function startSmallServer(
  findPerson: FindPerson = personOfRole,
  traffic: Partial<TrafficSettings> = {},
): Promise<SmallServer> {
  const settings = readSettings({ NODE_ENV: 'test', DATA_DIR: temporaryDataDirectory() });
  const databaseUrl = await freshDatabase();
  const db = await openDatabase({ url: databaseUrl, poolSize: 10 });
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'info' }, { write: (line) => void log.push(JSON.parse(line)) });
  const identity = new Identity(tokenVerifier(settings), findPerson, async () => undefined);
  const end = await startGraphQL({
    schema: smallSchema(),
    db,
    identity,
    logger,
    files: { at: () => undefined },
    trustedOnlyRoles: [],
    traffic: { ...settings.traffic, ...NO_BUDGETS, ...traffic },
    ...NOWHERE,
  });
  const server = await listen({ host: '127.0.0.1', port: 0, database: db, handler: end.handler });
  const tokenFor = (person: string, role: Role) => signLocally(settings, person, role);
  const send = ({ path = '/graphql', ...request }: RequestInit & { path?: string }) =>
    fetch(server.url + path, request).then(replyOf);
  return {
    url: server.url,
    settings,
    databaseUrl,
    log,
    tokenFor,
    send,
    async ask(query, variables, role = 'FINANCE') {
      const headers = {
        'content-type': 'application/json',
        // The media type whose status says whether the query was right: application/json is 200 either way.
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${await tokenFor(`p:${role}`, role)}`,
      };
      return send({ method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    },
    async stop() {
      await server.close();
      await end.stop();
      await db.close();
    },
  };
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const body = response.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as GraphQLAnswer) : {};
  return { status: response.status, headers: response.headers, body };
}
