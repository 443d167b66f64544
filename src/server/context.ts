import type { Trail } from '../audit';
import type { Lifetime } from '../database';
import type { Request } from '../graphql';

/** What became of a request, for the line in the log. It is filled in while the request is answered. */
export interface Outcome {
  operation?: string | undefined;
  cost?: number | undefined;
  /** Codes of the errors of the answer, each once. */
  errors: Set<string>;
  /** After how many seconds to come again, where a budget is spent. */
  retryAfterSeconds?: number;
}

/** The context of resolvers, and what only the server itself looks at. */
export interface Context extends Request {
  outcome: Outcome;
  /** How long `db` answers. */
  lifetime: Lifetime;
  /** Notes what is done, refused and read. */
  trail: Trail;
  /** Takes the price of an operation from the viewer's budget. Throws TooMany where nothing is left. */
  pay(price: number): void;
}
