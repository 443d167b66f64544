import pg from 'pg';
import { type DataSource, QueryFailedError } from 'typeorm';
import { StartFailure } from '../start-failure';
import { DatabaseUnavailable, withLossesNamed } from './unavailable';

/** What PostgreSQL's refusals at a start mean to whoever starts Baton (its appendix A, "Error Codes"). */
const REFUSALS: Readonly<Record<string, string>> = {
  '28P01': 'PostgreSQL refuses the user or the password of DATABASE_URL',
  '28000': 'PostgreSQL refuses the user of DATABASE_URL',
  '3D000': 'PostgreSQL does not have the database of DATABASE_URL',
  '42501': 'The user of DATABASE_URL lacks a right that Baton needs',
  '53100': 'The disk of the database is full',
  '55P03': 'Another server has held a lock of the database for too long',
};

/** Connects a data source. Throws a StartFailure where PostgreSQL does not answer or refuses. */
export async function connected(dataSource: DataSource): Promise<DataSource> {
  try {
    return await dataSource.initialize();
  } catch (error) {
    throw explainedRefusal(error);
  }
}

/** A StartFailure for what whoever starts Baton can put right; any other error comes back as it is. */
export function explainedRefusal(error: unknown): unknown {
  const told = error instanceof QueryFailedError ? error.driverError : error;
  const refusal = told instanceof pg.DatabaseError && told.code ? REFUSALS[told.code] : undefined;
  if (refusal !== undefined) return new StartFailure(`${refusal}: ${(told as Error).message}`, { cause: error });
  const plain = withLossesNamed(told);
  return plain instanceof DatabaseUnavailable
    ? new StartFailure(`${plain.message} (DATABASE_URL)`, { cause: error })
    : error;
}
