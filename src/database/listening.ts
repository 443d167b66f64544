import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from './database';

const CONNECTS_WITHIN_MS = 5_000;
const ANSWERS_WITHIN_MS = 5_000;
/** A connection may be gone without a word: it is asked now and then. */
const ASKS_EVERY_MS = 10_000;
const FIRST_PAUSE_MS = 100;
const PAUSE_MS_MAX = 5_000;

/** What somebody who listens gets. */
export interface Hearer {
  /** What was said on the channel. */
  told(what: string): void;
  /** Nothing was heard for a while: what changed since that instant of PostgreSQL's may not have been told. */
  missed(since: string): Promise<void>;
}

/** Listens to a channel of PostgreSQL on a connection of its own, and again whenever that was lost. */
export class Listener {
  private client: pg.Client | undefined;
  private heardUntil: string | undefined;
  private listening: Promise<void> | undefined;
  private asking: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(
    private readonly db: Database,
    private readonly channel: string,
    private readonly hearer: Hearer,
  ) {}

  /** Listens from the first call on; comes back when it does so. */
  start(): Promise<void> {
    this.listening ??= this.listen();
    return this.listening;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.asking);
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !this.isStopped; pause = Math.min(2 * pause, PAUSE_MS_MAX)) {
      try {
        return await this.connect();
      } catch {
        // Whoever asks the database is told that it is away; here there is nobody to tell.
        await this.client?.end().catch(() => undefined);
        await sleep(pause, undefined, { ref: false });
      }
    }
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.db.url,
      keepAlive: true,
      connectionTimeoutMillis: CONNECTS_WITHIN_MS,
      query_timeout: ANSWERS_WITHIN_MS,
    });
    this.client = client;
    let isUp = false;
    client.on('error', () => isUp && this.again(client));
    client.on('end', () => isUp && this.again(client));
    client.on('notification', ({ payload }) => this.hearer.told(payload ?? ''));
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
    if (this.heardUntil !== undefined) await this.hearer.missed(this.heardUntil);
    await this.note(client);
    isUp = true;
    this.asking = setInterval(() => this.note(client).catch(() => this.again(client)), ASKS_EVERY_MS).unref();
  }

  /** Everything that changed before this instant was told by now: it had been committed. */
  private async note(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ until: string }>('select reporting.settled_until()::text as until');
    this.heardUntil = rows[0]!.until;
  }

  private again(lost: pg.Client): void {
    if (this.client !== lost || this.isStopped) return;
    clearInterval(this.asking);
    this.client = undefined;
    void lost.end().catch(() => undefined);
    this.listening = this.listen();
  }
}
