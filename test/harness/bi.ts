import { CreateApiKeyDocument } from '../api/generated/operations';
import { type Api, startApi } from './api';
import { answered, heldHandoff, openDeal, record } from './deals';

/** What a BI tool sees of an answer. */
export interface Read {
  status: number;
  body: { data?: Record<string, unknown>; errors?: unknown };
}

/** An API with deals to read, and a key that may read trusted documents only. */
export interface Source {
  api: Api;
  secret: string;
  /** Asks by POST, as JSON, with the key. */
  post(body: object): Promise<Read>;
  /** Asks by GET, with the key. */
  get(parameters: Record<string, string>): Promise<Read>;
  /** Sells and hands over one more deal, whose three tranches two payees share: six commission rows. */
  sell(): Promise<string>;
}

/** How long Power Query waits, in milliseconds. */
const PATIENCE = 100_000;

/** Starts an API with so many deals, and makes a key for a machine. */
export async function startSource(deals: number, documents: readonly string[]): Promise<Source> {
  const api = await startApi();
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const input = { name: 'BI', person: 'an-1', documents: [...documents], expiresAt };
  const secret = answered(await api.run('ad-1', CreateApiKeyDocument, { input })).createApiKey.secret!;
  const read = async (url: string, init: RequestInit): Promise<Read> => {
    const headers = { 'content-type': 'application/json', 'x-api-key': secret };
    const answer = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(PATIENCE) });
    return { status: answer.status, body: (await answer.json()) as Read['body'] };
  };
  const sell = async () => {
    const { key } = await openDeal(api);
    await record(api, key, heldHandoff('ae-1', 'ae-2'));
    return key;
  };
  for (let index = 0; index < deals; index++) await sell();
  return {
    api,
    secret,
    post: (body) => read(`${api.url}/graphql`, { method: 'POST', body: JSON.stringify(body) }),
    get: (parameters) => read(`${api.url}/graphql?${new URLSearchParams(parameters)}`, {}),
    sell,
  };
}

/** The value at a path such as `data.commissionRows.nodes`, or undefined where there is none. */
export function at(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], body);
}
