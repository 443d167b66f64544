import { isNativeError } from 'node:util/types';
import pg from 'pg';

/** The server is stopping, crashed, starting, or has no connection left; class 08 is "connection exception". */
const LOST_SQLSTATE = /^(08...|57P01|57P02|57P03|53300)$/;
/** It took too long, or others were in the way: a time limit, a deadlock, a conflict of writers. */
const BUSY_SQLSTATE = /^(25P03|40001|40P01|55P03|57014)$/;
/** How errors of pg and its pool begin that have no code. */
const LOST_BEGINNINGS = [
  'Connection terminated',
  'timeout expired',
  'timeout exceeded',
  'Client has encountered',
  'Client was closed',
  'Cannot use a pool',
];

/**
 * The database did not answer in time, or went away in the middle: asking again later may do. Whether a transaction
 * that was just being committed took place is unknown.
 */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';

  constructor(cause: Error) {
    super(`The database does not answer: ${reasonOf(cause)}`, { cause });
  }
}

/** The many shapes of a lost connection as one; any other error comes back as it is. */
export function withLossesNamed(error: unknown): unknown {
  return isNativeError(error) && isLoss(error) ? new DatabaseUnavailable(error) : error;
}

function isLoss(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof pg.DatabaseError) return LOST_SQLSTATE.test(code) || BUSY_SQLSTATE.test(code);
  // ECONNRESET, ENOTFOUND and the like; ERR_… is Node refusing an argument.
  return /^E(?!RR_)/.test(code) || LOST_BEGINNINGS.some((beginning) => error.message.startsWith(beginning));
}

/** Node reports a host with several addresses without a message of its own. */
function reasonOf(error: Error): string {
  return 'errors' in error && Array.isArray(error.errors) ? error.errors.map(String).join('; ') : error.message;
}
