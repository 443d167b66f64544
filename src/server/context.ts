import type { Lifetime } from '../database';
import type { Request } from '../graphql';

/** What became of a request, for the line in the log. It is filled in while the request is answered. */
export interface Outcome {
  operation?: string | undefined;
  cost?: number | undefined;
  /** Codes of the errors of the answer, each once. */
  errors: Set<string>;
}

/** The context of resolvers, and what only the server itself looks at. */
export interface Context extends Request {
  outcome: Outcome;
  /** How long `db` answers. */
  lifetime: Lifetime;
}
