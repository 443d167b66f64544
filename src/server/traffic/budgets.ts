import type { IncomingMessage } from 'node:http';
import { Refusal, type Viewer } from '../../graphql';
import type { TrafficSettings } from '../../settings';
import { Addresses } from './address';
import { Buckets } from './buckets';

/** A refusal that says when to come again. */
export class TooMany extends Refusal {
  constructor(
    /** Whole seconds, as `Retry-After` has them. */
    readonly seconds: number,
    what: string,
  ) {
    super('LIMIT_EXCEEDED', `${what} Come again in ${seconds} s.`);
  }
}

/** What a document is charged that was refused: looking at a hostile one takes longer than answering a good one. */
const REFUSED_PRICE = 10;

/** What everybody may ask for in a while: people and API keys each by themselves, strangers by their address. */
export class Budgets {
  private readonly requests: Buckets;
  private readonly objects: Buckets;
  private readonly strangers: Buckets;
  private readonly addresses: Addresses;

  constructor({ requestsAMinute, objectsAMinute, strangersAMinute, trustedProxies }: TrafficSettings) {
    this.requests = new Buckets(requestsAMinute);
    this.objects = new Buckets(objectsAMinute);
    this.strangers = new Buckets(strangersAMinute);
    this.addresses = new Addresses(trustedProxies);
  }

  /** Where a request comes from. */
  addressOf(http: IncomingMessage): string {
    return this.addresses.of(http);
  }

  /** Throws TooMany where an address has sent too much without a valid credential. */
  demandStranger(http: IncomingMessage): void {
    this.demand(this.strangers.waitOf(this.addresses.of(http), performance.now()), 'Too many requests of strangers.');
  }

  /** Takes a request without a valid credential from the budget of its address. Throws TooMany with none left. */
  takeStranger(http: IncomingMessage): void {
    this.demand(this.strangers.spend(this.addresses.of(http), 1, performance.now()), 'Too many requests of strangers.');
  }

  /** Takes one request from somebody's budget. Throws TooMany where there is none left. */
  takeRequest(viewer: Viewer): void {
    this.demand(this.requests.spend(keyOf(viewer), 1, performance.now()), 'You have sent too many requests.');
  }

  /** Notes that a document was refused as a whole. */
  noteRefused(viewer: Viewer): void {
    this.requests.charge(keyOf(viewer), REFUSED_PRICE, performance.now());
  }

  /** Notes a document that was not seen before: one request more for every thousand characters. */
  noteNew(viewer: Viewer, characters: number): void {
    this.requests.charge(keyOf(viewer), Math.floor(characters / 1_000), performance.now());
  }

  /** Takes the price of an operation from somebody's budget. Throws TooMany where there is nothing left. */
  takeObjects(viewer: Viewer, price: number): void {
    this.demand(this.objects.spend(keyOf(viewer), price, performance.now()), 'You have asked for too many objects.');
  }

  private demand(seconds: number, what: string): void {
    if (seconds > 0) throw new TooMany(seconds, what);
  }
}

/** Whom a budget belongs to: each API key has its own. */
export function keyOf({ personKey, apiKey }: Viewer): string {
  return apiKey ? `key ${apiKey.keyId}` : `person ${personKey}`;
}
