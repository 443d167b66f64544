import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../database';
import { Refusal } from '../graphql';
import { isoOf } from '../rules';
import { type ExportRow, fileNameOf } from './bulkExport';
import { EXPORT } from './loading';
import { onAsked } from './waking';
import { type DocumentPages, type Progress, writeExport } from './writing';

const LOOKS_EVERY_MS = 5_000;
const LEASE_MS = 60_000;
const TELLS_EVERY_MS = 1_000;
const ATTEMPTS_MAX = 3;

/** What the desk works with. */
export interface DeskParts {
  db: Database;
  /** Where files are kept. Servers of one database need one that they share. */
  folder: string;
  pagesOf: DocumentPages;
  /** Gets what went wrong by our own fault. */
  onFault: (error: unknown, exportId: string) => void;
}

/** Somebody else has taken the export, or nobody wants it any more. */
class NoLongerOurs extends Error {}

/**
 * Writes the exports that are asked for, one at a time a server, and removes the files of those that are over. A server
 * that ends in the middle leaves an export to whoever looks next.
 */
export class ExportDesk {
  private readonly timer: NodeJS.Timeout;
  private readonly stopListening: () => void;
  private working: Promise<void> | undefined;
  private isStopping = false;

  constructor(private readonly parts: DeskParts) {
    this.timer = setInterval(() => this.look(), LOOKS_EVERY_MS);
    this.stopListening = onAsked(() => this.look());
    this.look();
  }

  /** Puts back what is being written, for another server or the next start. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    this.stopListening();
    await this.working;
  }

  private look(): void {
    if (this.isStopping || this.working) return;
    this.working = this.work()
      .catch((error: unknown) => this.parts.onFault(error, 'the desk of exports'))
      .finally(() => {
        this.working = undefined;
      });
  }

  private async work(): Promise<void> {
    await this.removeOld();
    for (let next = await this.take(); next; next = await this.take()) await this.write(next);
  }

  private async take(): Promise<ExportRow | undefined> {
    if (this.isStopping) return undefined;
    const [now, until] = [Date.now(), Date.now() + LEASE_MS];
    const [taken] = await this.parts.db.query<ExportRow>(TAKE, [isoOf(now), isoOf(until)], 'take_export');
    return taken;
  }

  private async write(asked: ExportRow): Promise<void> {
    const { exportId, attempt } = asked;
    try {
      if (attempt > ATTEMPTS_MAX) throw new Refusal('INTERNAL', 'servers have ended while they wrote it');
      const { rows, sha256, continueAfter } = await writeExport(this.parts, asked, this.progressOf(asked));
      const values = [exportId, attempt, isoOf(Date.now()), rows, sha256, continueAfter];
      const [done] = await this.parts.db.query(DONE, values, 'export_done');
      if (!done) await rm(path.join(this.parts.folder, fileNameOf(asked)), { force: true });
    } catch (error) {
      await this.settle(asked, error);
    }
  }

  private async settle({ exportId, attempt }: ExportRow, error: unknown): Promise<void> {
    if (this.isStopping) await this.parts.db.query(PUT_BACK, [exportId, attempt], 'put_back_export');
    else if (!(error instanceof NoLongerOurs)) {
      const isExpected = error instanceof Refusal || error instanceof RangeError;
      if (!isExpected) this.parts.onFault(error, exportId);
      const failure = isExpected ? error.message : (FAILURE_OF_CODE[codeOf(error)] ?? 'a fault of ours; try again');
      await this.parts.db.query(FAILED, [exportId, attempt, isoOf(Date.now()), failure], 'export_failed');
    }
  }

  private progressOf({ exportId, attempt }: ExportRow): Progress {
    let toldAt = 0;
    const tell = async (expected: number | null, written: number) => {
      toldAt = Date.now();
      const values = [exportId, attempt, expected, written, isoOf(toldAt + LEASE_MS)];
      const [still] = await this.parts.db.query(TELL, values, 'tell_export');
      if (!still || this.isStopping) throw new NoLongerOurs('it is not ours any more');
    };
    return {
      expected: (rows) => tell(rows, 0),
      written: async (rows) => {
        if (this.isStopping || Date.now() >= toldAt + TELLS_EVERY_MS) await tell(null, rows);
      },
    };
  }

  /** First the files, then the note that they are gone: what fails in between is done again. */
  private async removeOld(): Promise<void> {
    const { db, folder } = this.parts;
    const names = await readdir(folder).catch(() => []);
    const files = names.flatMap((name) => fileOf(name) ?? []);
    const kept = await db.query<Kept>(KEPT, [files.map(({ id }) => id), isoOf(Date.now())], 'kept_export_files');
    const statuses = new Map(kept.map(({ id, status }) => [id, status]));
    for (const { name, id, isPart } of files) {
      const status = statuses.get(id);
      if (!status || (isPart && status === 'DONE')) await rm(path.join(folder, name), { force: true });
    }
    await db.query(EXPIRE, [isoOf(Date.now())], 'expire_exports');
  }
}

/** An export whose file stays. */
interface Kept {
  id: string;
  status: 'RUNNING' | 'DONE';
}

/** A file of ours in the folder; undefined for whatever else lies there, which is left alone. */
function fileOf(name: string): { name: string; id: string; isPart: boolean } | undefined {
  const [, id, , part] = OURS.exec(name) ?? [];
  return id === undefined ? undefined : { name, id, isPart: part !== undefined };
}

const OURS = /^\.?([0-9a-f-]{36})\.(jsonl|csv|parquet)(\.\d+\.part)?$/;

const FAILURE_OF_CODE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk of the exports is full',
  EDQUOT: 'the disk of the exports is full',
  EACCES: 'the server may not write into the folder of the exports',
  EROFS: 'the server may not write into the folder of the exports',
};

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
}

const TAKE = `
  update bulk_export b
  set status = 'RUNNING', attempt = b.attempt + 1, started_at = $1, leased_until = $2, rows_written = 0
  where b.id = (
    select id from bulk_export
    where status = 'WAITING' or (status = 'RUNNING' and leased_until < $1::timestamptz)
    order by created_at limit 1 for update skip locked)
  returning ${EXPORT}`;
const TELL = `
  update bulk_export set rows_expected = coalesce($3, rows_expected), rows_written = $4, leased_until = $5
  where id = $1 and attempt = $2 and status = 'RUNNING' returning id`;
const DONE = `
  update bulk_export
  set status = 'DONE', leased_until = null, finished_at = $3, rows_written = $4, rows_expected = $4, sha256 = $5,
    continue_after = $6
  where id = $1 and attempt = $2 and status = 'RUNNING' returning id`;
const FAILED = `
  update bulk_export set status = 'FAILED', leased_until = null, finished_at = $3, failure = $4
  where id = $1 and attempt = $2 and status = 'RUNNING'`;
const PUT_BACK = `
  update bulk_export set status = 'WAITING', leased_until = null, attempt = attempt - 1
  where id = $1 and attempt = $2 and status = 'RUNNING'`;
/** Those whose files somebody writes or may still fetch. */
const KEPT = `
  select id, status from bulk_export
  where id = any($1::uuid[]) and (status = 'RUNNING' or (status = 'DONE' and expires_at > $2::timestamptz))`;
const EXPIRE = `
  update bulk_export set status = 'EXPIRED', finished_at = coalesce(finished_at, $1)
  where status in ('WAITING', 'DONE', 'FAILED') and expires_at <= $1::timestamptz`;
