import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { consoleAnswer } from '../console';
import type { Database } from '../database';
import { type Drive, Loading, type Post, Refusal, type Viewer } from '../graphql';
import type { Role } from '../rules';
import type { TrafficSettings } from '../settings';
import { type Answer, asAccepted, refused, send, unauthenticated } from './answer';
import { startApollo } from './apollo';
import { BodyRefusal, jsonBody } from './body';
import type { Context } from './context';
import type { Files } from './download';
import { faultOf } from './errors';
import { tagged } from './freshness';
import type { Identity } from './identity';
import { DocumentLimits } from './limits';
import { logAnswered, logFaults } from './log';
import { documentOf, headersOf, type Passing, passingOf } from './passing';
import { type Asking, demandAllowed, documentIdOf, namesDocument, withText } from './trusted';

/** What the GraphQL end of the server is made of. */
export interface GraphQLParts {
  schema: GraphQLSchema;
  db: Database;
  identity: Identity;
  drive: Drive;
  post: Post;
  /** Reports as files. */
  files: Files;
  /** Roles that may ask trusted documents only. */
  trustedOnlyRoles: readonly Role[];
  traffic: TrafficSettings;
  logger: Logger;
}

/** A file is written as it is read, however long it is. */
const FILE_SECONDS_MAX = 600;

/** Answers everything but /health and /ready. */
export interface GraphQLEnd {
  handler: (request: IncomingMessage, response: ServerResponse) => void;
  stop(): Promise<void>;
}

/** Starts the GraphQL end: `/graphql`, and the page with its files for browsers. */
export async function startGraphQL(parts: GraphQLParts): Promise<GraphQLEnd> {
  const apollo = await startApollo(parts.schema, parts.logger);
  const edge = new Edge(parts, apollo);
  return {
    handler: (request, response) => void edge.handle(request, response),
    stop: () => apollo.stop(),
  };
}

class Edge {
  private readonly documents = new DocumentLimits();

  constructor(
    private readonly parts: GraphQLParts,
    private readonly apollo: ApolloServer<Context>,
  ) {}

  /** Answers a request and writes its line into the log. Never rejects. */
  async handle(http: IncomingMessage, response: ServerResponse): Promise<void> {
    const begun = performance.now();
    const passing = passingOf(http);
    response.once('close', () => response.writableFinished || passing.lifetime.end('The client went away.'));
    const answer = await this.answer(passing).catch((error: unknown) => this.answerToFault(passing, error));
    await send(response, answer, passing.correlationId).catch((error: unknown) => this.noteBroken(passing, error));
    clearTimeout(passing.deadline);
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
    const page = namesDocument(passing.search) ? undefined : consoleAnswer(passing.http, passing.path);
    if (page) return page;
    const file = this.parts.files.at(passing.path);
    if (passing.path !== '/graphql' && !file)
      return refused(passing.http, 404, new Refusal('NOT_FOUND', 'There is nothing here but /graphql.'));
    const now = Date.now();
    const viewer = await this.parts.identity.viewerOf(passing.http.headers, now);
    if (!viewer) return unauthenticated(passing.http);
    passing.viewer = viewer;
    if (file) return file(this.contextOf(passing, viewer, now, FILE_SECONDS_MAX), passing.http, passing.search);
    return this.answerTo(passing, viewer, now);
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
    const tooLarge = this.documents.refusalOf(documentOf(body, search));
    if (tooLarge) throw tooLarge;
    const context = this.contextOf(passing, viewer, now, this.parts.traffic.operationSeconds);
    const answer = await this.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: passing.http.method ?? '',
        headers: headersOf(passing.http, isTrusted),
        search,
        body,
      },
      context: async () => context,
    });
    if (answer.body.kind !== 'complete') throw new Error('An answer in parts, of a schema that has none');
    return asAccepted({
      status: answer.status ?? 200,
      headers: Object.fromEntries(answer.headers),
      body: answer.body.string,
    });
  }

  /** The context of one operation or file, whose SQL is cancelled after so many seconds. */
  private contextOf(passing: Passing, viewer: Viewer, now: number, secondsMax: number): Context {
    const { correlationId, outcome, lifetime } = passing;
    const tooLong = `It took longer than the ${secondsMax} seconds that it may take.`;
    passing.deadline = setTimeout(() => lifetime.end(tooLong), secondsMax * 1_000).unref();
    const loading = new Loading(() => context);
    const { drive, post } = this.parts;
    const db = this.parts.db.during(lifetime);
    const context: Context = { viewer, db, drive, post, loading, now, correlationId, outcome, lifetime };
    return context;
  }

  /** A client that went away is none of our faults. */
  private noteBroken({ correlationId, outcome }: Passing, error: unknown): void {
    if ((error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    logFaults(this.parts.logger)({ correlationId, outcome })(error, faultOf(error, correlationId).problems[0]!.code);
  }

  private answerToFault({ http, correlationId, outcome }: Passing, error: unknown): Answer {
    if (error instanceof BodyRefusal) return refused(http, error.status, error);
    if (error instanceof Refusal) return refused(http, error.code === 'FORBIDDEN' ? 403 : 400, error);
    const fault = faultOf(error, correlationId);
    logFaults(this.parts.logger)({ correlationId, outcome })(error, fault.problems[0]!.code);
    return refused(http, fault.code === 'UNAVAILABLE' ? 503 : 500, fault);
  }
}
