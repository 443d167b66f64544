import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { handleProtocols, type makeServer } from 'graphql-ws';
import type { Logger } from 'pino';
import type WebSocket from 'ws';
import { WebSocketServer } from 'ws';
import { Refusal } from '../../graphql';
import type { Edge } from '../edge';
import type { Identity } from '../identity';
import { keyOf } from '../traffic';
import { CLOSE, Connection } from './connection';

/** A document of the longest there are, and its variables. */
const MESSAGE_BYTES_MAX = 300_000;
const CONNECTIONS_MAX = 5_000;
/** Connections of whoever has not said who they are yet. */
const STRANGERS_MAX = 500;
const CONNECTIONS_OF_ONE_MAX = 50;
/** Whoever does not answer a ping before the next is gone, or does not read. */
const PINGS_EVERY_MS = 10_000;
const VERIFIES_EVERY_MS = 10_000;
const CLOSES_WITHIN_MS = 2_000;

type Protocol = ReturnType<typeof makeServer<Record<string, unknown>, Connection>>;

/** What sockets work with. */
export interface SocketParts {
  edge: Edge;
  identity: Identity;
  protocol: Protocol;
  logger: Logger;
}

/** Web sockets at /graphql: who may open one, that they are alive, and that they end. */
export class Sockets {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => handleProtocols(offered),
  });
  private readonly connections = new Set<Connection>();
  private readonly silent = new WeakSet<WebSocket>();
  private readonly timers: NodeJS.Timeout[];
  private verifying = false;
  private isClosing = false;

  constructor(private readonly parts: SocketParts) {
    this.timers = [
      setInterval(() => this.ping(), PINGS_EVERY_MS).unref(),
      setInterval(() => void this.verify(), VERIFIES_EVERY_MS).unref(),
    ];
  }

  /** Answers a request to go on as a web socket. */
  upgrade(http: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Who goes away in the middle is none of our faults.
    socket.on('error', () => socket.destroy());
    const refusal = this.refusalOf(http);
    if (refusal) return void socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    this.server.handleUpgrade(http, socket, head, (webSocket) => this.open(webSocket, http));
  }

  /** Whether somebody may have one more connection. */
  mayConnect(who: string): boolean {
    let count = 0;
    for (const { identified } of this.connections) if (identified && keyOf(identified.viewer) === who) count++;
    return count <= CONNECTIONS_OF_ONE_MAX;
  }

  /** Tells all clients to connect again elsewhere, and cuts off those that do not take that in. */
  async close(): Promise<void> {
    this.isClosing = true;
    this.timers.forEach(clearInterval);
    for (const { socket } of this.connections) socket.close(CLOSE.restart, 'The server is restarting');
    const until = performance.now() + CLOSES_WITHIN_MS;
    while (this.connections.size > 0 && performance.now() < until) await sleep(10);
    for (const { socket } of this.connections) socket.terminate();
  }

  private refusalOf(http: IncomingMessage): string | undefined {
    if (http.url?.split('?', 1)[0] !== '/graphql') return '404 Not Found';
    if (this.isClosing || this.connections.size >= CONNECTIONS_MAX) return '503 Service Unavailable';
    const strangers = [...this.connections].filter(({ identified }) => !identified).length;
    if (strangers >= STRANGERS_MAX) return '503 Service Unavailable';
    try {
      this.parts.edge.origins.demandSocket(http);
      this.parts.edge.budgets.demandStranger(http);
      return undefined;
    } catch (error) {
      return error instanceof Refusal && error.code === 'FORBIDDEN' ? '403 Forbidden' : '429 Too Many Requests';
    }
  }

  private open(socket: WebSocket, http: IncomingMessage): void {
    const connection = new Connection(socket, http, this.parts.identity);
    this.connections.add(connection);
    socket.on('error', () => socket.terminate());
    socket.on('pong', () => this.silent.delete(socket));
    const closed = this.parts.protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => sent(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) => socket.on('message', (data) => void this.take(connection, String(data), take)),
      },
      connection,
    );
    socket.once('close', (code, reason) => {
      this.connections.delete(connection);
      this.log(connection, code);
      void closed(code, String(reason));
    });
  }

  private async take(connection: Connection, text: string, take: (text: string) => Promise<void>): Promise<void> {
    const { socket, identified } = connection;
    if (!connection.mayRead()) return;
    try {
      if (identified) this.parts.edge.budgets.takeRequest(identified.viewer);
      await take(text);
    } catch (error) {
      if (error instanceof Refusal) socket.close(CLOSE.tooMany, error.message.slice(0, 120));
      // What is no message of the protocol is thrown as well.
      else socket.close(CLOSE.fault, 'Something went wrong');
    }
  }

  private ping(): void {
    for (const { socket } of this.connections) {
      if (this.silent.has(socket)) socket.terminate();
      this.silent.add(socket);
      if (socket.readyState === socket.OPEN) socket.ping();
    }
  }

  /** One after the other: nobody is in a hurry, and requests need the database, too. */
  private async verify(): Promise<void> {
    if (this.verifying) return;
    this.verifying = true;
    for (const connection of this.connections) await connection.verify().catch(() => undefined);
    this.verifying = false;
  }

  private log({ identified, begun, http }: Connection, code: number): void {
    const { viewer } = identified ?? {};
    const milliseconds = Math.round(performance.now() - begun);
    const of = { role: viewer?.role, person: viewer?.personKey, apiKey: viewer?.apiKey?.keyId };
    this.parts.logger.info({ path: http.url?.slice(0, 100), code, milliseconds, ...of }, 'web socket');
  }
}

/** Comes back when the client's side of the network has it: so long the next one waits. */
function sent(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    socket.send(text, () => resolve());
  });
}
