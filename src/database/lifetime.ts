import { type Connection, cancelRunning } from './cancelling';

/** Why work on the database was ended before it was done: nothing that it had not committed by then is written. */
export class WorkEnded extends Error {
  override readonly name = 'WorkEnded';
}

/**
 * How long a piece of work on the database goes on. Ending it cancels the statements that it runs and lets no other
 * begin; its transaction is rolled back. Once it has committed anything it is brought to its end instead: what follows
 * from a mail that is out must be written.
 */
export class Lifetime {
  private readonly running = new Set<Connection>();
  private readonly waiting = new Set<(reason: WorkEnded) => void>();
  private reason: WorkEnded | undefined;
  private readsOnly = false;
  private hasCommitted = false;

  /** Says that the work changes nothing, so that it can be ended whatever it commits. */
  onlyRead(): void {
    this.readsOnly = true;
  }

  /** Ends the work, unless it has committed something. Tells why to whoever waits for a statement. */
  end(why: string): void {
    if (this.hasCommitted || this.reason) return;
    this.reason = new WorkEnded(why);
    for (const refuse of this.waiting) refuse(this.reason);
    for (const connection of this.running) cancelRunning(connection);
  }

  /** Why the work was ended; undefined while it was not. */
  get ended(): WorkEnded | undefined {
    return this.reason;
  }

  /** Throws WorkEnded where the work was ended. */
  demand(): void {
    if (this.reason) throw this.reason;
  }

  /** From now on work that changes something cannot be ended. */
  keep(): void {
    this.hasCommitted = !this.readsOnly;
  }

  /** Waits for a statement on a connection, which ending the work cancels. Throws WorkEnded then. */
  async whileRunning<T>(connection: Connection, statement: () => Promise<T>): Promise<T> {
    this.demand();
    this.running.add(connection);
    try {
      return await statement();
    } catch (error) {
      throw this.reason ?? error;
    } finally {
      this.running.delete(connection);
    }
  }

  /** Waits for what cannot be cancelled, no longer than the work goes on; `late` gets what comes after that. */
  async orEnd<T>(coming: Promise<T>, late: (value: T) => void): Promise<T> {
    this.demand();
    let refuse!: (reason: WorkEnded) => void;
    const ended = new Promise<never>((_, reject) => {
      refuse = reject;
    });
    this.waiting.add(refuse);
    try {
      return await Promise.race([coming, ended]);
    } catch (error) {
      if (this.reason) coming.then(late, () => {});
      throw error;
    } finally {
      this.waiting.delete(refuse);
    }
  }
}
