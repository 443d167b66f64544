import type { Logger } from 'typeorm';

type Listener = (text: string) => void;

/** Tells its listeners of every statement that is sent, whether TypeORM sends it or Database does. */
export class StatementLog implements Logger {
  private readonly listeners = new Set<Listener>();

  /** Calls the listener with the text of every statement, until the function that comes back is called. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  logQuery(text: string): void {
    for (const listener of this.listeners) listener(text);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
