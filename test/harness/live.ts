import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient, type ExecutionResult } from 'graphql-ws';
import WebSocket from 'ws';
import type { Api, Asker } from './api';

const WAITS_MS = 10_000;

/** What somebody was told who subscribed, in the order of telling. */
export interface Subscriber {
  /** The data of each event. */
  readonly told: Record<string, unknown>[];
  /** The codes of errors, of events or of the subscription itself. */
  readonly codes: string[];
  /** Whether the server has ended it. */
  readonly isOver: boolean;
  /** Waits until so many events have come; throws where they do not. */
  until(count: number): Promise<Record<string, unknown>[]>;
  /** Waits until it is over. */
  end(): Promise<void>;
  /** Unsubscribes. */
  stop(): void;
}

/** A connection of somebody, as front ends have it. */
export async function connect(api: Api, asker: Asker): Promise<Client> {
  const authorization = `Bearer ${await api.tokenOf(asker)}`;
  return createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 20,
    retryWait: () => sleep(100),
  });
}

/** Subscribes on a connection, and comes back once the server watches. */
export async function subscribe(client: Client, query: string, variables: Record<string, unknown> = {}) {
  const told: Record<string, unknown>[] = [];
  const codes: string[] = [];
  let isOver = false;
  const note = (errors: readonly unknown[]) => {
    for (const error of errors) codes.push(String((error as { extensions?: { code?: string } }).extensions?.code));
  };
  const stop = client.subscribe<Record<string, unknown>>(
    { query, variables },
    {
      next: ({ data, errors }: ExecutionResult<Record<string, unknown>, unknown>) => {
        if (data) told.push(data);
        if (errors) note(errors);
      },
      error: (error) => {
        note(Array.isArray(error) ? error : [{ extensions: { code: (error as { code?: number }).code } }]);
        isOver = true;
      },
      complete: () => {
        isOver = true;
      },
    },
  );
  const wait = async (isSo: () => boolean, what: string) => {
    for (const until = Date.now() + WAITS_MS; !isSo(); await sleep(10))
      if (Date.now() > until) throw new Error(`${what} did not come; told: ${JSON.stringify({ told, codes })}`);
  };
  const subscriber: Subscriber = {
    told,
    codes,
    get isOver() {
      return isOver;
    },
    async until(count) {
      await wait(() => told.length >= count, `event ${count}`);
      return told;
    },
    end: () => wait(() => isOver, 'the end'),
    stop,
  };
  // There is no answer to a subscription: what the server does at once it has done by then.
  await sleep(300);
  return subscriber;
}
