import type { Readable } from 'node:stream';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { connected } from './connecting';
import { applicationDataSource, type DatabaseOptions } from './data-source';
import type { Lifetime } from './lifetime';
import { StatementLog } from './statement-log';
import { types } from './types';
import { DatabaseUnavailable, withLossesNamed } from './unavailable';

/** Something that answers SQL: the database, or one transaction of it. */
export interface Queryable {
  /**
   * The rows that one statement returns. int8, numeric, dates and instants (in UTC) are text; json is parsed.
   * `name` makes it a prepared statement: the same name must always have the same text, of at most 63 bytes.
   * Throws DatabaseUnavailable when the connection is lost, pg's DatabaseError when PostgreSQL refuses.
   */
  query<T>(text: string, values?: readonly unknown[], name?: string): Promise<T[]>;
}

/** One state of the database, which is only read. */
export interface Snapshot extends Queryable {
  /** What a statement `copy … to stdout` gives, chunk by chunk. Throws as `query` does, from the stream. */
  copy(text: string): Readable;
}

/** Told of each transaction of a piece of work just before it commits; where it throws, nothing is committed. */
export type Witness = (tx: Queryable) => Promise<void>;

/** The application's connections to PostgreSQL: those of TypeORM's data source, with plain SQL beside it. */
export class Database implements Queryable {
  /** The same database for what several pieces of work share, which goes on when one of them is ended. */
  readonly shared: Database;

  constructor(
    readonly dataSource: DataSource,
    private readonly log: StatementLog,
    private readonly lifetime?: Lifetime,
    shared?: Database,
    private readonly witness?: Witness,
  ) {
    this.shared = shared ?? this;
  }

  /** The same database for a piece of work that may be ended before it is done: everything throws WorkEnded then. */
  during(lifetime: Lifetime, witness?: Witness): Database {
    return new Database(this.dataSource, this.log, lifetime, this.shared, witness);
  }

  async query<T>(text: string, values?: readonly unknown[], name?: string): Promise<T[]> {
    const client = await this.connect();
    let broken = false;
    try {
      return await this.ask<T>(client, text, values, name);
    } catch (error) {
      broken = error instanceof DatabaseUnavailable;
      throw error;
    } finally {
      this.release(client, broken);
    }
  }

  /**
   * Does work in one transaction (read committed): all of it, or nothing where it throws.
   * Throws what the work throws, WorkEnded, or DatabaseUnavailable.
   */
  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    const client = await this.connect();
    let broken = false;
    try {
      const tx: Queryable = { query: (text, values, name) => this.ask(client, text, values, name) };
      await tx.query('begin');
      const result = await work(tx);
      await this.witness?.(tx);
      await this.commit(client);
      return result;
    } catch (error) {
      await this.send(client, 'rollback').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      this.release(client, broken);
    }
  }

  /**
   * Does long reading in one state of the database, however long it takes. Where the work throws, its connection is
   * closed, and with it whatever PostgreSQL is still sending.
   */
  async reading<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const client = await this.connect();
    let isFinished = false;
    try {
      const query: Queryable['query'] = (text, values, name) => this.ask(client, text, values, name);
      await query('begin isolation level repeatable read read only');
      await query('set local statement_timeout = 0');
      const result = await work({ query, copy: (text) => this.copied(client, text) });
      await query('commit');
      isFinished = true;
      return result;
    } catch (error) {
      throw withLossesNamed(error);
    } finally {
      this.release(client, !isFinished);
    }
  }

  /** Where it is, with the settings of its sessions, for a connection apart. Holds a password: never log it. */
  get url(): string {
    const { extra } = this.dataSource.options as { extra?: { connectionString: string } };
    return extra!.connectionString;
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
      const coming = this.pool.connect();
      const client = await (this.lifetime?.orEnd(coming, (late) => late.release()) ?? coming);
      // Between two statements nobody awaits the connection: without a listener its loss would end the process.
      return client.on('error', ignore);
    } catch (error) {
      throw withLossesNamed(error);
    }
  }

  private copied(client: pg.PoolClient, text: string): Readable {
    this.log.logQuery(text);
    return client.query(copyTo(text));
  }

  /** A connection whose work was ended is not used again: the word to cancel may still be on its way to it. */
  private release(client: pg.PoolClient, broken = false): void {
    client.off('error', ignore);
    client.release(broken || this.lifetime?.ended !== undefined);
  }

  /** Once it has begun it is not cancelled, so that whoever asked knows what became of it. */
  private async commit(client: pg.PoolClient): Promise<void> {
    this.lifetime?.demand();
    this.lifetime?.keep();
    await this.send(client, 'commit');
  }

  private ask<T>(client: pg.PoolClient, text: string, values?: readonly unknown[], name?: string): Promise<T[]> {
    const send = () => this.send<T>(client, text, values, name);
    return this.lifetime?.whileRunning(client, send) ?? send();
  }

  private async send<T>(client: pg.PoolClient, text: string, values?: readonly unknown[], name?: string): Promise<T[]> {
    this.log.logQuery(text);
    try {
      const statement: pg.QueryConfig = { text, values: values as unknown[], name, types };
      return (await client.query(statement)).rows as T[];
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
