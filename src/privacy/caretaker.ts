import { v7 as uuidv7 } from 'uuid';
import { type Database, isoInSql } from '../database';
import { type Drive, DriveFailure, Loading, type Request } from '../graphql';
import { clearFiles } from './clearing';
import { keepNoLonger, type Retention } from './retention';

const LOOKS_EVERY_MS = 60_000;

/** What the caretaker works with. */
export interface CaretakerParts {
  db: Database;
  drive: Drive;
  retention: Retention;
  /** Gets what went wrong. */
  onFault: (error: unknown, what: string) => void;
}

/**
 * Clears the drive and the exports after erasures: again two minutes later, by when whoever had read the old words has
 * ended, and until it is done where the drive failed. And erases by itself what is kept no longer. Of several servers
 * any does it: what is done twice is done all the same.
 */
export class Caretaker {
  private readonly timer: NodeJS.Timeout;
  private working: Promise<void> | undefined;

  constructor(private readonly parts: CaretakerParts) {
    this.timer = setInterval(() => void this.look(), LOOKS_EVERY_MS);
    this.timer.unref();
    void this.look();
  }

  /** Lets what is being done end, and begins no more. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
  }

  /** Does what is due now; what is going on already is not begun twice. */
  look(): Promise<void> {
    this.working ??= this.work()
      .catch((error: unknown) => this.parts.onFault(error, 'erasing what is kept no longer'))
      .finally(() => {
        this.working = undefined;
      });
    return this.working;
  }

  private async work(): Promise<void> {
    await keepNoLonger(this.parts.db, this.parts.retention, Date.now());
    const due = await this.parts.db.query<Due>(DUE, [], 'erasures_to_clear');
    for (const { dealId, exportsBy } of due) await this.clear(dealId, Date.parse(exportsBy));
  }

  /** A folder that takes nothing does not keep other clients' from being cleared. */
  private async clear(dealId: string, exportsBy: number): Promise<void> {
    try {
      await clearFiles(nobodysRequest(this.parts), [dealId], exportsBy);
    } catch (error) {
      if (!(error instanceof DriveFailure)) throw error;
      this.parts.onFault(error, 'clearing the drive after an erasure');
    }
  }
}

/** A deal of which something was erased, and by when exports may have read it before that. */
interface Due {
  dealId: string;
  exportsBy: string;
}

/** What loads and renders asks for a request; nobody waits for this one. */
function nobodysRequest({ db, drive }: CaretakerParts): Request {
  const post = {
    send: () => Promise.reject(new Error('nobody sends mails here')),
  };
  const viewer = { personKey: '', role: 'ADMIN' } as const;
  const request: Request = {
    ...{ viewer, db, drive, post, now: Date.now(), correlationId: uuidv7() },
    loading: new Loading(() => request),
  };
  return request;
}

const DUE = `
  select e.deal_id as "dealId", ${isoInSql("max(e.erased_at) + interval '1 minute'")} as "exportsBy" from erasure e
  where (e.cleared_at is null or e.cleared_at - e.erased_at < interval '2 minutes')
    and (e.cleared_at is null or e.erased_at < now() - interval '2 minutes')
  group by e.deal_id order by e.deal_id limit 1000`;
