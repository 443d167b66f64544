import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { Lifetime } from '../../database';
import type { Viewer } from '../../graphql';
import type { Feed, LiveEvent } from '../../live';
import type { Context } from '../context';
import type { Executor } from '../execution';
import type { Worked } from '../passing';
import { keyOf } from '../traffic';
import type { Payload, Watched } from './documents';

/** A subscription of somebody. */
export interface Subscribed extends Watched {
  viewer: Viewer;
  http: IncomingMessage;
  /** The same for whoever gets the same answers: the same person or key, role, document and variables. */
  sameAs: string;
}

/** What answers are made with. */
export interface Answering {
  executor: Executor;
  contextOf(work: Worked, viewer: Viewer): Context;
  feed: Feed;
}

/** For so long what was read for one subscriber is shared with others of the same person. */
const ROUND_MS = 100;

/** How many subscribers are answered at once: the pool of connections is for requests, too. */
const LANES = 4;

/** What tells subscriptions apart that get different answers. */
export function sameAs(viewer: Viewer, { query, operationName, variables }: Payload): string {
  const asked = JSON.stringify([keyOf(viewer), viewer.role, query, operationName, variables]);
  return createHash('sha256').update(asked).digest('base64url');
}

/** Answers events for subscribers: what the same person asks about the same event is read once, and executed once. */
export class Rounds {
  private round: Round | undefined;
  private readonly waiting: (() => void)[] = [];
  private busy = 0;

  constructor(private readonly answering: Answering) {}

  /** The answers to events, without those that the subscriber may not see. Throws what reading throws. */
  async answers(subscribed: Subscribed, events: readonly LiveEvent[]): Promise<ExecutionResult[]> {
    if (this.busy === LANES) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.busy++;
    try {
      const round = this.current();
      const answers = await Promise.all(events.map((event) => round.answer(subscribed, event)));
      return answers.filter((answer) => answer !== undefined);
    } catch (error) {
      this.round = undefined;
      throw error;
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.busy--;
    }
  }

  private current(): Round {
    const { told } = this.answering.feed;
    if (this.round?.told !== told || performance.now() > this.round.until) this.round = new Round(this.answering, told);
    return this.round;
  }
}

/** A short while in which nothing new was told. */
class Round {
  readonly until = performance.now() + ROUND_MS;
  private readonly readers = new Map<string, Reader>();
  private readonly known = new Map<string, Promise<ExecutionResult | undefined>>();

  constructor(
    private readonly answering: Answering,
    readonly told: number,
  ) {}

  answer(subscribed: Subscribed, event: LiveEvent): Promise<ExecutionResult | undefined> {
    const { what, id, sla } = event;
    const name = `${subscribed.sameAs} ${what} ${id} ${sla}`;
    const known = this.known.get(name) ?? this.readerOf(subscribed).answer(subscribed, event);
    this.known.set(name, known);
    return known;
  }

  private readerOf({ viewer, http }: Subscribed): Reader {
    const name = `${keyOf(viewer)} ${viewer.role}`;
    const reader = this.readers.get(name) ?? new Reader(this.answering, viewer, http);
    this.readers.set(name, reader);
    return reader;
  }
}

/** One person in a round. */
class Reader {
  private readonly work: Worked;
  private readonly context: Context;
  private reading = 0;

  constructor(
    private readonly answering: Answering,
    viewer: Viewer,
    http: IncomingMessage,
  ) {
    this.work = { http, correlationId: randomUUID(), outcome: { errors: new Set() }, lifetime: new Lifetime() };
    this.context = answering.contextOf(this.work, viewer);
  }

  /** The answer to an event; undefined for one that this person may not see. */
  async answer({ document, operation, variables }: Watched, event: LiveEvent): Promise<ExecutionResult | undefined> {
    this.reading++;
    try {
      const { executor, feed } = this.answering;
      if (!(await feed.isSeen(this.context, event))) return undefined;
      return await executor.answer({ document, operation, variables, context: this.context, event });
    } finally {
      // Whoever reads again in this round has the time limit of their statements.
      if (--this.reading === 0) clearTimeout(this.work.deadline);
    }
  }
}
