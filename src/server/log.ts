import { DatabaseError } from 'pg';
import type { Logger } from 'pino';
import { WorkEnded } from '../database';
import { ProblemCode, type Viewer } from '../graphql';
import type { Context, Outcome } from './context';
import type { FaultLog } from './errors';
import { IssuerAway } from './identity';

const OPERATION_LENGTH_MAX = 100;
const PATH_LENGTH_MAX = 100;

/** What a line of the log says about a request that was answered. */
export interface Answered {
  correlationId: string;
  method: string;
  path: string;
  status: number;
  milliseconds: number;
  viewer: Viewer | undefined;
  outcome: Outcome;
}

/** One line a request: never variables, tokens or documents. */
export function logAnswered(logger: Logger, { viewer, outcome, milliseconds, path, ...rest }: Answered): void {
  logger.info(
    {
      ...rest,
      path: path.slice(0, PATH_LENGTH_MAX),
      operation: outcome.operation?.slice(0, OPERATION_LENGTH_MAX),
      role: viewer?.role,
      person: viewer?.personKey,
      apiKey: viewer?.apiKey?.keyId,
      milliseconds: Math.round(milliseconds * 10) / 10,
      cost: outcome.cost,
      errors: outcome.errors.size > 0 ? [...outcome.errors] : undefined,
    },
    'request',
  );
}

/** Logs faults of a request under its correlation id. */
export function logFaults(logger: Logger): (context: Pick<Context, 'correlationId' | 'outcome'>) => FaultLog {
  return ({ correlationId, outcome }) =>
    (fault, code) => {
      const line = {
        correlationId,
        operation: outcome.operation?.slice(0, OPERATION_LENGTH_MAX),
        fault: describe(fault),
      };
      if (fault instanceof WorkEnded) logger.warn(line, 'ended before it was done');
      else if (fault instanceof IssuerAway) logger.warn(line, 'the issuer of tokens is away');
      else if (code === ProblemCode.UNAVAILABLE) logger.warn(line, 'the database is away');
      else logger.error(line, 'fault');
    };
}

/** Logs faults of work that no request waits for, under the id of what is worked at. */
export function logWorkFaults(logger: Logger): (fault: unknown, correlationId: string) => void {
  return (fault, correlationId) => logger.error({ correlationId, fault: describe(fault) }, 'fault');
}

function describe(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { type: typeof fault };
  const { name, stack } = fault;
  if (!(fault instanceof DatabaseError)) return { name, stack };
  const { code, table, column, constraint, routine } = fault;
  // PostgreSQL repeats values in its messages: only its codes and names, and our part of the stack.
  return { name, code, table, column, constraint, routine, stack: stack?.replace(fault.message, '…') };
}
