import type { IncomingMessage } from 'node:http';
import type WebSocket from 'ws';
import type { Identity } from '../identity';
import { credentialOf, type Identified, identified } from './identified';

/** Why a socket is closed. Clients of graphql-transport-ws connect again but after `tooMany` and `fault`. */
export const CLOSE = { forbidden: 4403, tooMany: 4429, fault: 4500, restart: 1012, later: 1013 } as const;

/** A client that takes nothing of what it is sent, answers of pings least of all, is cut off. */
const UNREAD_BYTES_MAX = 1_000_000;
/** Timers cannot be set for longer than some weeks. */
const TIMER_MS_MAX = 86_400_000;
/** Before it is known who sends, there is one message to be sent. */
const MESSAGES_OF_STRANGERS_MAX = 5;

/** One web socket: who is at its other end, for how long, and how much of it is read. */
export class Connection {
  private known: Identified | undefined;
  private end: NodeJS.Timeout | undefined;
  private strange = 0;
  readonly begun = performance.now();
  /** How many subscriptions are open. */
  subscriptions = 0;

  constructor(
    readonly socket: WebSocket,
    readonly http: IncomingMessage,
    private readonly identity: Identity,
  ) {
    socket.on('ping', () => this.demandReading());
    socket.once('close', () => clearTimeout(this.end));
  }

  /** Who is at the other end; undefined while that is not known. */
  get identified(): Identified | undefined {
    return this.known;
  }

  /** Whether somebody identifies themselves; false for nobody that is known. */
  async identify(payload: Readonly<Record<string, unknown>>): Promise<boolean> {
    const credential = credentialOf(payload, this.http);
    this.known = await identified(this.identity, credential);
    this.endWithCredential();
    return this.known !== undefined;
  }

  /** Closes the socket of whoever is not believed any more: the key was revoked, the person has another role. */
  async verify(): Promise<void> {
    if (!this.known || this.socket.readyState !== this.socket.OPEN) return;
    const { credential, viewer } = this.known;
    const now = await identified(this.identity, credential);
    if (now?.viewer.role !== viewer.role) this.socket.close(CLOSE.forbidden, 'Your credential is not good any more');
  }

  /** Cuts off whoever reads nothing, and strangers who say too much. Says whether the message may be looked at. */
  mayRead(): boolean {
    if (!this.known && ++this.strange > MESSAGES_OF_STRANGERS_MAX) this.socket.terminate();
    return this.demandReading();
  }

  private demandReading(): boolean {
    if (this.socket.bufferedAmount > UNREAD_BYTES_MAX) this.socket.terminate();
    return this.socket.readyState === this.socket.OPEN;
  }

  private endWithCredential(): void {
    clearTimeout(this.end);
    if (!this.known || this.socket.readyState !== this.socket.OPEN) return;
    const left = this.known.endsAt - Date.now();
    if (left <= 0) this.socket.close(CLOSE.forbidden, 'Your credential has expired');
    else this.end = setTimeout(() => this.endWithCredential(), Math.min(left, TIMER_MS_MAX)).unref();
  }
}
