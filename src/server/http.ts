import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Queryable } from '../database';
import { StartFailure } from '../start-failure';
import { SECURITY_HEADERS } from './answer';

const READY_WITHIN_MS = 2_000;
const FINISHES_WITHIN_MS = 10_000;
const SWEEP_EVERY_MS = 20;

/** Longer than any operation takes, with the mail that it sends. */
const SILENT_MS_MAX = 120_000;

/** A client that sends its request drop by drop is cut off: it would keep a connection for nothing. */
const ARRIVES_WITHIN = { headersTimeout: 10_000, requestTimeout: 60_000 };

/** Answers a request; it must not throw. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Where to listen, and who answers. */
export interface ListenOptions {
  readonly host: string;
  /** 0 lets the system choose one. */
  readonly port: number;
  /** Asked whether it is ready. */
  readonly database: Queryable;
  /** Gets every request that is not about health. */
  readonly handler: Handler;
  /** Gets requests to go on as a web socket; without it there are none. */
  readonly sockets?: WebSockets | undefined;
}

/** Connections that outlive their request. */
export interface WebSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends them all. */
  close(): Promise<void>;
}

/** A server that listens. */
export interface HttpServer {
  /** Where, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Takes no more requests, lets those in flight end within ten seconds, and cuts off what is left. */
  close(): Promise<void>;
}

/**
 * Listens for requests. `/health` answers for the process alone, `/ready` for the database too (503 without it).
 * Throws a StartFailure that names PORT or HOST where it cannot listen there.
 */
export async function listen({ host, port, database, handler, sockets }: ListenOptions): Promise<HttpServer> {
  const isReady = probe(database);
  const server = http.createServer(ARRIVES_WITHIN, (request, response) => {
    const route = request.url?.split('?', 1)[0];
    if (route === '/health') answer(response, 200, 'ok');
    else if (route === '/ready') void answerReady(isReady(), response);
    else handler(request, response);
  });
  // Whoever takes nothing of an answer, or says nothing, for so long is cut off.
  server.setTimeout(SILENT_MS_MAX);
  if (sockets) server.on('upgrade', (...asked) => sockets.upgrade(...asked));
  server.listen(port, host);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw explained(error, host, port);
  });
  return { url: urlOf(server), close: () => close(server, sockets) };
}

/** Asks the database whether it is there, once at a time however many want to know: whoever asks need not sign in. */
function probe(database: Queryable): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  return () => {
    asked ??= database
      .query('select 1')
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asked = undefined;
      });
    return asked;
  };
}

async function answerReady(asked: Promise<boolean>, response: ServerResponse): Promise<void> {
  const ready = await Promise.race([asked, sleep(READY_WITHIN_MS, false)]);
  answer(response, ready ? 200 : 503, ready ? 'ok' : 'the database does not answer');
}

function answer(response: ServerResponse, code: number, status: string): void {
  response.writeHead(code, { ...SECURITY_HEADERS, 'content-type': 'application/json' });
  response.end(JSON.stringify({ status }));
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new StartFailure(`Port ${port} of ${host} is taken: end what listens there, or choose another with PORT=`);
  if (error.code === 'EACCES')
    return new StartFailure(`Port ${port} is reserved to root: choose one from 1024 on with PORT=`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return new StartFailure(`HOST=${host} is no address of this machine (${error.code})`);
  return error;
}

function urlOf(server: http.Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function close(server: http.Server, sockets: WebSockets | undefined): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection whose last request has ended would else be kept open for the next one, which is not to come.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
  const cutOff = setTimeout(() => server.closeAllConnections(), FINISHES_WITHIN_MS);
  await Promise.all([closed, sockets?.close()]);
  clearInterval(sweep);
  clearTimeout(cutOff);
}
