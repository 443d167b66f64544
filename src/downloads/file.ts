import { Refusal, type Request } from '../graphql';
import { DOWNLOADS, type Download } from './catalogue';
import { csvOf } from './csv';
import { Parameters } from './parameters';
import { xlsxOf } from './xlsx';

/** A file that is asked for by its URL. */
export interface AskedFile {
  name: string;
  format: 'csv' | 'xlsx';
  download: Download;
}

/** A file that goes out. CSV comes batch by batch, so that the largest takes no more memory than the smallest. */
export interface OutgoingFile {
  type: string;
  fileName: string;
  body: Buffer | AsyncIterable<string>;
}

const PATH = /^\/downloads\/([a-z-]+)\.(csv|xlsx)$/;

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The file of a URL's path; undefined where there is none. */
export function fileAt(path: string): AskedFile | undefined {
  const [, name = '', format] = PATH.exec(path) ?? [];
  const download = Object.hasOwn(DOWNLOADS, name) ? DOWNLOADS[name] : undefined;
  return download && { name, format: format as AskedFile['format'], download };
}

/** Makes a file. Throws a Refusal at the parameter that is wrong. */
export async function openFile(
  request: Request,
  { name, format, download }: AskedFile,
  search: string,
): Promise<OutgoingFile> {
  const parameters = new URLSearchParams(search);
  if (parameters.size > 20) throw new Refusal('LIMIT_EXCEEDED', 'a file has fewer parameters than that');
  const { table, title } = await download.open(request, new Parameters(parameters));
  const body = format === 'csv' ? csvOf(table) : await xlsxOf(table);
  // Keys and dates are all that is in it, but for what another may have put into a URL.
  const fileName = `${name}-${title}`.replace(/[^\w.-]/g, '_').slice(0, 150);
  return { type: TYPES[format], fileName: `${fileName}.${format}`, body };
}
