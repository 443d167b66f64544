import type { Database } from '../database';
import { isoOf } from '../rules';
import { type Anchor, takeAnchor } from './anchors';

const SEALS_EVERY_MS = 1_000;
const BATCH = 1_000;

/** What the sealer works with. */
export interface SealerParts {
  db: Database;
  /** Gets the anchor of each day, once in all servers, to be kept elsewhere. */
  onAnchor: (anchor: Anchor) => void;
  /** Gets what went wrong by our own fault. */
  onFault: (error: unknown, what: string) => void;
}

/**
 * Seals what was committed into the chain of hashes, soon after: writers never wait for one another. Of several servers
 * one at a time does it.
 */
export class Sealer {
  private readonly timer: NodeJS.Timeout;
  private working: Promise<void> | undefined;
  private anchoredDay = '';

  constructor(private readonly parts: SealerParts) {
    this.timer = setInterval(() => this.look(), SEALS_EVERY_MS);
    this.timer.unref();
    this.look();
  }

  /** Seals what is there, and stops. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
    this.look();
    await this.working;
  }

  private look(): void {
    this.working ??= this.work()
      .catch((error: unknown) => this.parts.onFault(error, 'sealing the audit log'))
      .finally(() => {
        this.working = undefined;
      });
  }

  private async work(): Promise<void> {
    await sealAll(this.parts.db);
    const today = isoOf(Date.now()).slice(0, 10);
    if (this.anchoredDay === today) return;
    const anchor = await takeAnchor(this.parts.db, Date.now());
    if (anchor) this.parts.onAnchor(anchor);
    this.anchoredDay = today;
  }
}

/** Seals all entries that are settled. */
export async function sealAll(db: Database): Promise<void> {
  for (let sealed = BATCH; sealed === BATCH; ) {
    const [row] = await db.query<{ sealed: number }>('select seal_audit($1) as sealed', [BATCH], 'seal_audit');
    sealed = row!.sealed;
  }
}
