import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations';
import type { StatementLog } from './statement-log';

/** Where the application works, and as what. */
export interface DatabaseOptions {
  /** The user in it owns the schema; the application gives up that user's rights for those of `baton_app`. */
  readonly url: string;
  readonly poolSize: number;
}

const CONNECTS_WITHIN_MS = 5_000;
const STATEMENT_WITHIN_MS = 30_000;
const IDLE_IN_TRANSACTION_WITHIN_MS = 60_000;
const LOCK_WITHIN_MS = 60_000;

/** Text of dates and instants depends on these two, and a server's own settings must not change it. */
const SESSION = ['TimeZone=UTC', 'DateStyle=ISO'];

/** The application's connections: they may not change schema or history, and nothing on them can wait for ever. */
export function applicationDataSource(options: DatabaseOptions, log: StatementLog): DataSource {
  const session = [
    ...SESSION,
    'role=baton_app',
    `statement_timeout=${STATEMENT_WITHIN_MS}`,
    `idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_WITHIN_MS}`,
  ];
  return dataSource(options.url, session, { poolSize: options.poolSize, logger: log });
}

/** The owner's one connection, for migrations: a statement may take long, but not wait for others for ever. */
export function ownerDataSource(url: string): DataSource {
  const session = [...SESSION, 'statement_timeout=0', `lock_timeout=${LOCK_WITHIN_MS}`];
  return dataSource(url, session, { migrations, poolSize: 1, logging: false });
}

function dataSource(url: string, session: string[], rest: Partial<DataSourceOptions>): DataSource {
  return new DataSource({
    ...rest,
    type: 'postgres',
    applicationName: 'baton',
    installExtensions: false,
    connectTimeoutMS: CONNECTS_WITHIN_MS,
    // A connection lost while idle is replaced at the next use, which tells if that fails.
    poolErrorHandler: () => {},
    extra: { connectionString: withSession(url, session), keepAlive: true },
  } as DataSourceOptions);
}

/** The URL's own `options` come first, so that ours hold whatever it says. */
function withSession(url: string, session: string[]): string {
  const whole = new URL(url);
  const ours = session.map((setting) => `-c ${setting}`).join(' ');
  whole.searchParams.set('options', [whole.searchParams.get('options') ?? '', ours].join(' ').trim());
  return whole.href;
}
