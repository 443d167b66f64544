import { MigrationExecutor, type QueryRunner } from 'typeorm';
import { StartFailure } from '../start-failure';
import { connected, explainedRefusal } from './connecting';
import { ownerDataSource } from './data-source';

const OLDEST_VERSION = 15;

/**
 * Brings the schema up to date as its owner, each migration in its own transaction. Servers that start at once queue:
 * the first migrates, the others then find nothing to do.
 * Throws a StartFailure for a PostgreSQL that does not answer, is older than 15, or refuses what the user may not do.
 */
export async function migrate(url: string): Promise<void> {
  const dataSource = await connected(ownerDataSource(url));
  try {
    const owner = dataSource.createQueryRunner();
    refuseOldVersion(await versionOf(owner));
    // The lock is the session's: it ends with it, whatever happens here.
    await owner.query(`select pg_advisory_lock(hashtext('baton migrations'))`);
    const executor = new MigrationExecutor(dataSource, owner);
    executor.transaction = 'each';
    await executor.executePendingMigrations();
  } catch (error) {
    throw explainedRefusal(error);
  } finally {
    await dataSource.destroy();
  }
}

/** Throws a StartFailure for a server of an unsupported version, such as `14.9 (Debian 14.9-1)`. */
export function refuseOldVersion(version: string): void {
  if (Number.parseInt(version, 10) < OLDEST_VERSION)
    throw new StartFailure(`PostgreSQL ${version} is too old: Baton needs version ${OLDEST_VERSION} or later`);
}

async function versionOf(owner: QueryRunner): Promise<string> {
  const [row] = (await owner.query('show server_version')) as [{ server_version: string }];
  return row.server_version;
}
