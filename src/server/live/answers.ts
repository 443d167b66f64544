import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { DatabaseUnavailable } from '../../database';
import { graphQLErrorOf, refusalOf } from '../../graphql';
import type { LiveEvent } from '../../live';
import { faultOf } from '../errors';
import type { Rounds, Subscribed } from './rounds';

const AGAIN_AFTER_MS = 500;

type Answered = IteratorResult<ExecutionResult, undefined>;

/** What one subscription gets; it is asked for the next answer when the client has taken the last. */
export class Answers implements AsyncGenerator<ExecutionResult, undefined> {
  private readonly events: AsyncIterator<readonly LiveEvent[]>;
  private readonly answers: AsyncGenerator<ExecutionResult, undefined>;
  private isClosed = false;

  constructor(
    private readonly subscribed: Subscribed,
    events: AsyncIterable<readonly LiveEvent[]>,
    private readonly rounds: Rounds,
    private readonly onFault: (fault: unknown, correlationId: string) => void,
  ) {
    this.events = events[Symbol.asyncIterator]();
    this.answers = this.answered();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Answered> {
    return this.answers.next();
  }

  /** Whoever waits for the next event is told first that none comes: a generator cannot be ended while it waits. */
  async return(): Promise<Answered> {
    this.isClosed = true;
    await this.events.return?.();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<Answered> {
    await this.return();
    throw error;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  private async *answered(): AsyncGenerator<ExecutionResult, undefined> {
    try {
      for (;;) {
        const { done, value: events } = await this.events.next();
        if (done) return undefined;
        for (const answer of await this.read(events)) {
          yield answer;
          // Without data nothing was executed: whoever may not ask any more is told so once.
          if (answer.data === undefined) return undefined;
        }
      }
    } catch (error) {
      yield { errors: [graphQLErrorOf(refusalOf(error) ?? this.fault(error))] };
      return undefined;
    } finally {
      await this.return();
    }
  }

  /** What changed while the database was away is told when it is back. */
  private async read(events: readonly LiveEvent[]): Promise<ExecutionResult[]> {
    for (;;) {
      try {
        return await this.rounds.answers(this.subscribed, events);
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable)) throw error;
        if (this.isClosed) return [];
        await sleep(AGAIN_AFTER_MS, undefined, { ref: false });
      }
    }
  }

  private fault(error: unknown) {
    const correlationId = randomUUID();
    this.onFault(error, correlationId);
    return faultOf(error, correlationId);
  }
}
