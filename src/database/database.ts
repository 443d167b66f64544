import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { connected } from './connecting';
import { applicationDataSource, type DatabaseOptions } from './data-source';
import { StatementLog } from './statement-log';
import { types } from './types';
import { withLossesNamed } from './unavailable';

/** Something that answers SQL: the database, or one transaction of it. */
export interface Queryable {
  /**
   * The rows that one statement returns. int8, numeric, dates and instants (in UTC) are text; json is parsed.
   * `name` makes it a prepared statement: the same name must always have the same text, of at most 63 bytes.
   * Throws DatabaseUnavailable when the connection is lost, pg's DatabaseError when PostgreSQL refuses.
   */
  query<T>(text: string, values?: readonly unknown[], name?: string): Promise<T[]>;
}

/** The application's connections to PostgreSQL: those of TypeORM's data source, with plain SQL beside it. */
export class Database implements Queryable {
  constructor(
    readonly dataSource: DataSource,
    private readonly log: StatementLog,
  ) {}

  query<T>(text: string, values?: readonly unknown[], name?: string): Promise<T[]> {
    return this.ask<T>(this.pool, text, values, name);
  }

  /**
   * Does work in one transaction (read committed): all of it, or nothing where it throws.
   * Throws what the work throws, or DatabaseUnavailable.
   */
  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    const client = await this.connect();
    let broken = false;
    try {
      const tx: Queryable = { query: (text, values, name) => this.ask(client, text, values, name) };
      await tx.query('begin');
      const result = await work(tx);
      await tx.query('commit');
      return result;
    } catch (error) {
      await this.ask(client, 'rollback').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }

  /** Calls the listener with the text of every statement sent, until the function that comes back is called. */
  onStatement(listener: (text: string) => void): () => void {
    return this.log.listen(listener);
  }

  /** Waits for running statements and transactions, then ends the connections. */
  close(): Promise<void> {
    return this.dataSource.destroy();
  }

  private get pool(): pg.Pool {
    return (this.dataSource.driver as PostgresDriver).master;
  }

  private async connect(): Promise<pg.PoolClient> {
    try {
      // Between two statements nobody awaits the connection: without a listener its loss would end the process.
      return (await this.pool.connect()).on('error', ignore);
    } catch (error) {
      throw withLossesNamed(error);
    }
  }

  private async ask<T>(
    on: pg.Pool | pg.PoolClient,
    text: string,
    values?: readonly unknown[],
    name?: string,
  ): Promise<T[]> {
    this.log.logQuery(text);
    try {
      const statement: pg.QueryConfig = { text, values: values as unknown[], name, types };
      return (await on.query(statement)).rows as T[];
    } catch (error) {
      throw withLossesNamed(error);
    }
  }
}

/** Opens the application's connections to a database that was migrated. Throws a StartFailure where it cannot. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const log = new StatementLog();
  const dataSource = applicationDataSource(options, log);
  return new Database(await connected(dataSource), log);
}

function ignore(): void {}
