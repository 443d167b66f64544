import type { Database, Snapshot } from '../database';
import { rowsSettledUntil } from '../rows';
import { type ExportRow, fileNameOf } from './bulkExport';
import { copyOf, RowCounter } from './copying';
import { UnfinishedFile } from './file';
import { ParquetFile } from './parquet';
import { type ExportSource, sourceOf } from './source';

/** What is told of a file while it is written: at least once a second. Throws where it is not wanted any more. */
export interface Progress {
  expected(rows: number): Promise<void>;
  written(rows: number): Promise<void>;
}

/** A file that was written. */
export interface WrittenFile {
  rows: number;
  sha256: string;
  continueAfter: string | null;
}

/** Pages of what a trusted document gives, for whoever asked for them. */
export type DocumentPages = (asked: ExportRow) => AsyncIterable<readonly unknown[]>;

/** Writes the file of an export into a folder: all of it, or nothing. */
export async function writeExport(
  { db, pagesOf, folder }: { db: Database; pagesOf: DocumentPages; folder: string },
  asked: ExportRow,
  progress: Progress,
): Promise<WrittenFile> {
  const file = await UnfinishedFile.begin(folder, fileNameOf(asked), asked.attempt);
  try {
    if (asked.document !== null) {
      const rows = await writePages(pagesOf(asked), file, progress);
      return { rows, sha256: await file.finish(), continueAfter: null };
    }
    const until = await rowsSettledUntil(db);
    return await db.reading(async (snapshot) => {
      const source = await sourceOf(snapshot, asked.rows!, until);
      await progress.expected(source.rows);
      const rows = await writeRows(snapshot, source, asked, file, progress);
      return { rows, sha256: await file.finish(), continueAfter: source.continueAfter };
    });
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

async function writePages(
  pages: AsyncIterable<readonly unknown[]>,
  file: UnfinishedFile,
  progress: Progress,
): Promise<number> {
  let rows = 0;
  for await (const page of pages) {
    await file.append(Buffer.from(page.map((row) => `${JSON.stringify(row)}\n`).join('')));
    rows += page.length;
    await progress.written(rows);
  }
  return rows;
}

async function writeRows(
  snapshot: Snapshot,
  { columns, from }: ExportSource,
  { format }: ExportRow,
  file: UnfinishedFile,
  progress: Progress,
): Promise<number> {
  const counter = new RowCounter(format);
  const parquet = format === 'PARQUET' ? new ParquetFile(columns, (bytes) => file.append(bytes)) : undefined;
  const lines = new Lines();
  for await (const chunk of snapshot.copy(copyOf(format, columns, from)) as AsyncIterable<Buffer>) {
    counter.count(chunk);
    if (!parquet) await file.append(chunk);
    else for (const line of lines.of(chunk)) await parquet.add(JSON.parse(line) as unknown[]);
    await progress.written(counter.rows);
  }
  await parquet?.finish();
  return counter.rows;
}

/** Cuts chunks into lines; what is not a line yet waits for the next chunk. */
class Lines {
  private rest: Buffer = Buffer.alloc(0);

  of(chunk: Buffer): string[] {
    const whole = Buffer.concat([this.rest, chunk]);
    const end = whole.lastIndexOf(10) + 1;
    this.rest = whole.subarray(end);
    return end === 0 ? [] : whole.toString('utf8', 0, end - 1).split('\n');
  }
}
