import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import { Trail } from '../audit';
import { consoleAnswer } from '../console';
import { Loading, Refusal, type Viewer } from '../graphql';
import { type Answer, asAccepted, refused, send, tooMany, unauthenticated, withRetry } from './answer';
import { BodyRefusal, jsonBody } from './body';
import type { Context } from './context';
import { faultOf } from './errors';
import { tagged } from './freshness';
import { DocumentLimits } from './limits';
import { logAnswered, logFaults } from './log';
import type { GraphQLParts } from './parts';
import { documentOf, headersOf, type Passing, passingOf, type Worked } from './passing';
import { Budgets, keyOf, Origins, TooMany, Turns } from './traffic';
import { type Asking, demandAllowed, documentIdOf, namesDocument, withText } from './trusted';

/** A file is written as it is read, however long it is. */
const FILE_SECONDS_MAX = 600;

/** What a file costs of the budget of objects, however long it is. */
const FILE_PRICE = 5_000;

/** So long after a request was one too many this is said. */
const TOO_MANY_WAITS_MS = 100;

/** A body of more bytes may hold variables that take a while to read. */
const SHORT_BODY_BYTES = 20_000;

/** Whoever was answered before their body had come to its end gets so long to notice. */
const NOTICES_WITHIN_MS = 1_000;

/** Answers requests: who asks, whether they may, and what. */
export class Edge {
  private readonly documents = new DocumentLimits();
  readonly turns = new Turns();
  readonly budgets: Budgets;
  readonly origins: Origins;

  constructor(
    private readonly parts: GraphQLParts,
    private readonly apollo: ApolloServer<Context>,
  ) {
    this.budgets = new Budgets(parts.traffic);
    this.origins = new Origins(parts.traffic.corsOrigins);
  }

  /** Answers a request and writes its line into the log. Never rejects. */
  async handle(http: IncomingMessage, response: ServerResponse): Promise<void> {
    const begun = performance.now();
    const passing = passingOf(http);
    response.once('close', () => response.writableFinished || passing.lifetime.end('The client went away.'));
    const answer = await this.answer(passing).catch((error: unknown) => this.answerToFault(passing, error));
    // Who asks again at once would else cost as much as an answer.
    if (answer.status === 429) await sleep(TOO_MANY_WAITS_MS);
    const forAll = { 'x-correlation-id': passing.correlationId, ...this.origins.headersFor(http) };
    await send(response, answer, forAll).catch((error: unknown) => this.noteBroken(passing, error));
    clearTimeout(passing.deadline);
    if (!http.complete) cutOff(http);
    const { path, correlationId, viewer, outcome } = passing;
    const milliseconds = performance.now() - begun;
    const method = http.method ?? '';
    logAnswered(this.parts.logger, {
      correlationId,
      method,
      path,
      status: answer.status,
      milliseconds,
      viewer,
      outcome,
    });
  }

  private async answer(passing: Passing): Promise<Answer> {
    const { http, path, search } = passing;
    const preflight = this.origins.preflightOf(http);
    if (preflight) return { status: 204, headers: preflight, body: '' };
    const page = namesDocument(search) ? undefined : consoleAnswer(http, path);
    if (page) return page;
    const file = this.parts.files.at(path);
    if (path !== '/graphql' && !file)
      return refused(http, 404, new Refusal('NOT_FOUND', 'There is nothing here but /graphql.'));
    const now = Date.now();
    const viewer = await this.viewerOf(http, now);
    if (!viewer) return unauthenticated(http);
    passing.viewer = viewer;
    this.budgets.takeRequest(viewer);
    if (!file) return this.answerTo(passing, viewer, now);
    this.budgets.takeObjects(viewer, FILE_PRICE);
    return file(this.contextOf(passing, viewer, now, FILE_SECONDS_MAX), http, search);
  }

  /** Who asks, if anybody. Throws TooMany for an address that guesses too often, FORBIDDEN for other sites' pages. */
  private async viewerOf(http: IncomingMessage, now: number): Promise<Viewer | undefined> {
    this.origins.demandAccepted(http);
    const { identity } = this.parts;
    if (identity.isGuess(http.headers, now)) this.budgets.demandStranger(http);
    const viewer = await identity.viewerOf(http.headers, now);
    if (!viewer) this.budgets.takeStranger(http);
    return viewer;
  }

  private async answerTo(passing: Passing, viewer: Viewer, now: number): Promise<Answer> {
    const { http, search } = passing;
    const asking = { search, isTrusted: false, body: http.method === 'POST' ? await jsonBody(http) : undefined };
    const documentId = documentIdOf(asking);
    demandAllowed(viewer, documentId, this.parts.trustedOnlyRoles);
    if (documentId === undefined) return this.ask(passing, asking, viewer, now);
    const answer = await this.ask(passing, withText(asking, documentId), viewer, now);
    return http.method === 'GET' ? tagged(http, answer) : answer;
  }

  private async ask(
    passing: Passing,
    { body, search, isTrusted }: Asking,
    viewer: Viewer,
    now: number,
  ): Promise<Answer> {
    const text = documentOf(body, search);
    const isNew = this.documents.isNew(text);
    if (isNew) this.budgets.noteNew(viewer, text.length);
    if (isNew || isLong(passing.http)) await this.turns.wait(keyOf(viewer));
    const tooLarge = this.documents.refusalOf(text);
    if (tooLarge) throw tooLarge;
    const context = this.contextOf(passing, viewer, now);
    const {
      status = 200,
      headers,
      body: answered,
    } = await this.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: passing.http.method ?? '',
        headers: headersOf(passing.http, isTrusted),
        search,
        body,
      },
      context: async () => context,
    });
    if (answered.kind !== 'complete') throw new Error('An answer in parts, of a schema that has none');
    if (status === 400) this.budgets.noteRefused(viewer);
    const answer = { status, headers: Object.fromEntries(headers), body: answered.string };
    const { retryAfterSeconds } = passing.outcome;
    return retryAfterSeconds === undefined ? asAccepted(answer) : withRetry(answer, retryAfterSeconds);
  }

  /** The context of one operation or file, whose SQL is cancelled after so many seconds. */
  contextOf(work: Worked, viewer: Viewer, now = Date.now(), secondsMax = this.parts.traffic.operationSeconds): Context {
    const { correlationId, outcome, lifetime } = work;
    const tooLong = `It took longer than the ${secondsMax} seconds that it may take.`;
    work.deadline = setTimeout(() => lifetime.end(tooLong), secondsMax * 1_000).unref();
    const loading = new Loading(() => context);
    const trail = this.trailOf(work, viewer);
    const { drive, post, payrollColumns, feed: live } = this.parts;
    const db = this.parts.db.during(lifetime, trail.witness);
    const pay = (price: number) => this.budgets.takeObjects(viewer, price);
    const asked = { viewer, now, correlationId, outcome, lifetime, trail, pay };
    const context: Context = { ...asked, db, drive, post, loading, payrollColumns, live };
    return context;
  }

  private trailOf({ http, correlationId }: Worked, viewer: Viewer): Trail {
    const address = http ? this.budgets.addressOf(http) : null;
    return new Trail(this.parts.db, { viewer, address, correlationId });
  }

  /** A client that went away is none of our faults. */
  private noteBroken({ correlationId, outcome }: Passing, error: unknown): void {
    if ((error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    logFaults(this.parts.logger)({ correlationId, outcome })(error, faultOf(error, correlationId).problems[0]!.code);
  }

  private answerToFault({ http, viewer, correlationId, outcome }: Passing, error: unknown): Answer {
    if (error instanceof TooMany) return tooMany(http, error);
    if (error instanceof Refusal && viewer) this.budgets.noteRefused(viewer);
    if (error instanceof BodyRefusal) return refused(http, error.status, error);
    if (error instanceof Refusal) return refused(http, error.code === 'FORBIDDEN' ? 403 : 400, error);
    const fault = faultOf(error, correlationId);
    logFaults(this.parts.logger)({ correlationId, outcome })(error, fault.problems[0]!.code);
    return refused(http, fault.code === 'UNAVAILABLE' ? 503 : 500, fault);
  }
}

function isLong({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && !(Number(headers['content-length']) <= SHORT_BODY_BYTES);
}

/** A body that nobody reads may be without end. */
function cutOff(http: IncomingMessage): void {
  setTimeout(() => http.complete || http.socket.destroy(), NOTICES_WITHIN_MS).unref();
}
