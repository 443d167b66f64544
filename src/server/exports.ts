import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { type BulkExport, exportsById, FILES, fileNameOf } from '../exports';
import { isUuid, Refusal, type Request } from '../graphql';
import { type Answer, refused } from './answer';
import { readersOfBooks } from './authority/roles';
import type { Files } from './download';

/** Part of a file: from a byte to another, both in it. */
interface Range {
  from: number;
  to: number;
}

const PATH = /^\/exports\/([0-9a-f-]{36})\.(jsonl|csv|parquet)$/;

/**
 * The files of exports, for who has asked for them: whole, or from any byte on, so that a download that was cut off
 * goes on (RFC 9110, one range at a time).
 */
export function exportFiles(folder: string): Files {
  return {
    at(asked) {
      const [, id = ''] = PATH.exec(asked) ?? [];
      return isUuid(id) ? (request, http) => answerWith(folder, asked, id, request, http) : undefined;
    },
  };
}

async function answerWith(
  folder: string,
  asked: string,
  id: string,
  request: Request,
  http: IncomingMessage,
): Promise<Answer> {
  if (http.method !== 'GET' && http.method !== 'HEAD')
    throw new Refusal('BAD_USER_INPUT', 'An export is had by GET, or by HEAD without its content.');
  const found = await request.loading.by(exportsById).load(id);
  const file = found && fileNameOf(found.row);
  const size = await sizeOf(found, path.join(folder, file ?? ''));
  if (!found || size === undefined || asked !== `/exports/${file}` || !mayHave(found, request))
    return refused(http, 404, new Refusal('NOT_FOUND', 'There is no such file for you; exports expire.'));
  return partOf(path.join(folder, file!), size, found, http);
}

async function sizeOf(found: BulkExport | null, file: string): Promise<number | undefined> {
  if (found?.status !== 'DONE') return undefined;
  return stat(file).then(
    ({ size }) => size,
    () => undefined,
  );
}

/** Whoever has lost the role since has lost the file, too; a key that asks by documentId alone has no files. */
function mayHave({ row }: BulkExport, { viewer, now }: Request): boolean {
  if (Date.parse(row.expiresAt) <= now || row.role !== viewer.role || viewer.apiKey?.documents) return false;
  return (readersOfBooks as readonly string[]).includes(viewer.role);
}

function partOf(file: string, size: number, { row }: BulkExport, { headers, method }: IncomingMessage): Answer {
  const etag = `"${row.sha256}"`;
  const common = {
    'content-type': FILES[row.format].type,
    'content-disposition': `attachment; filename="${fileNameOf(row)}"`,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    etag,
  };
  if (headers['if-none-match'] === etag) return { status: 304, headers: common, body: '' };
  const isSame = headers['if-range'] === undefined || headers['if-range'] === etag;
  const range = isSame && method === 'GET' ? rangeOf(headers.range, size) : null;
  if (range === 'NONE') return { status: 416, headers: { ...common, 'content-range': `bytes */${size}` }, body: '' };
  const { from, to } = range ?? { from: 0, to: size - 1 };
  const length = { 'content-length': String(to - from + 1) };
  const part: Record<string, string> = range ? { 'content-range': `bytes ${from}-${to}/${size}` } : {};
  // Opening it at its end reads nothing of it: HEAD wants none, and an empty file has none.
  const body = method === 'HEAD' || size === 0 ? none() : createReadStream(file, { start: from, end: to });
  return { status: range ? 206 : 200, headers: { ...common, ...length, ...part }, body };
}

/** The range that is asked for; null for all of it, NONE for one beyond the end. Several at once are not served. */
function rangeOf(asked: string | undefined, size: number): Range | 'NONE' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < from) return null;
  return from <= to ? { from, to } : 'NONE';
}

async function* none(): AsyncGenerator<Buffer> {}
