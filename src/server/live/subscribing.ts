import { randomUUID } from 'node:crypto';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { Lifetime } from '../../database';
import { graphQLErrorOf, Refusal, refusalOf } from '../../graphql';
import type { Feed, LiveEvent } from '../../live';
import type { Role } from '../../rules';
import type { Edge } from '../edge';
import { faultOf, refusalOfValidation } from '../errors';
import type { Executor } from '../execution';
import type { Worked } from '../passing';
import { keyOf } from '../traffic';
import { demandAllowed } from '../trusted';
import { Answers } from './answers';
import type { Connection } from './connection';
import { Documents, type Payload, toldOf, type Watched } from './documents';
import { Rounds, sameAs } from './rounds';

/** How many subscriptions one person or key may have open, over all connections. */
export const SUBSCRIPTIONS_MAX = 200;

/** What subscribing works with. */
export interface SubscribingParts {
  schema: GraphQLSchema;
  edge: Edge;
  executor: Executor;
  trustedOnlyRoles: readonly Role[];
  feed: Feed;
  onFault(fault: unknown, correlationId: string): void;
}

/** Begins subscriptions: whether somebody may, and what they watch. */
export class Subscribing {
  private readonly documents: Documents;
  private readonly rounds: Rounds;
  private readonly open = new Map<string, number>();

  constructor(private readonly parts: SubscribingParts) {
    const { edge, executor, feed, schema } = parts;
    this.documents = new Documents(schema);
    this.rounds = new Rounds({ executor, feed, contextOf: (work, viewer) => edge.contextOf(work, viewer) });
  }

  /** What a subscription gets, and the document of it; or the errors of one that cannot be. */
  async begin(connection: Connection, payload: Payload): Promise<(Watched & { answers: Answers }) | readonly object[]> {
    try {
      return await this.subscribe(connection, payload);
    } catch (error) {
      const told = toldOf(error) ?? toldOf(refused(error));
      if (told) return told;
      const correlationId = randomUUID();
      const fault = faultOf(error, correlationId);
      this.parts.onFault(error, correlationId);
      return [graphQLErrorOf(fault).toJSON()];
    }
  }

  private async subscribe({ identified, http }: Connection, payload: Payload) {
    const { edge, executor, trustedOnlyRoles, onFault } = this.parts;
    const { viewer } = identified!;
    demandAllowed(viewer, undefined, trustedOnlyRoles);
    if (this.documents.isNew(payload.query)) {
      edge.budgets.noteNew(viewer, payload.query.length);
      await edge.turns.wait(keyOf(viewer));
    }
    const watched = this.documents.watched(payload);
    const work: Worked = {
      http,
      correlationId: randomUUID(),
      outcome: { errors: new Set() },
      lifetime: new Lifetime(),
    };
    const context = edge.contextOf(work, viewer);
    try {
      const refusal = executor.refusalOf({ ...watched, context });
      if (refusal) throw refusal;
      const args = this.documents.argumentsOf(watched);
      const path = { prev: undefined, key: watched.node.name.value, typename: 'Subscription' };
      const leave = this.enter(keyOf(viewer));
      const events = await this.watch(watched, [undefined, args, context, { path } as GraphQLResolveInfo], leave);
      const subscribed = { ...watched, viewer, http, sameAs: sameAs(viewer, payload) };
      return { ...watched, answers: new Answers(subscribed, events, this.rounds, onFault) };
    } finally {
      clearTimeout(work.deadline);
    }
  }

  /** Watches what the field watches; `leave` is called when that ends. */
  private async watch(
    { field }: Watched,
    call: [source: unknown, args: Record<string, unknown>, context: unknown, info: GraphQLResolveInfo],
    leave: () => void,
  ): Promise<AsyncIterable<readonly LiveEvent[]>> {
    try {
      const events = (await field.subscribe!(...call)) as AsyncIterable<readonly LiveEvent[]>;
      return leaving(events, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Counts a subscription of somebody. Throws LIMIT_EXCEEDED where they have enough; what comes back ends it. */
  private enter(who: string): () => void {
    const count = this.open.get(who) ?? 0;
    if (count >= SUBSCRIPTIONS_MAX)
      throw new Refusal('LIMIT_EXCEEDED', `You have ${count} subscriptions open; ${SUBSCRIPTIONS_MAX} are the most.`);
    this.open.set(who, count + 1);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const left = this.open.get(who)! - 1;
      if (left > 0) this.open.set(who, left);
      else this.open.delete(who);
    };
  }
}

function refused(error: unknown): Refusal | undefined {
  return error instanceof ArgumentValidationError ? refusalOfValidation(error) : refusalOf(error);
}

/** The same events; `leave` is called once nobody takes them any more. */
function leaving<T>(events: AsyncIterable<T>, leave: () => void): AsyncIterable<T> {
  const iterator = events[Symbol.asyncIterator]();
  const next = () => iterator.next();
  const ended = async () => {
    leave();
    await iterator.return?.();
    return { done: true as const, value: undefined };
  };
  return { [Symbol.asyncIterator]: () => ({ next, return: ended }) };
}
