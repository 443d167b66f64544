import { Refusal, type Request } from '../graphql';
import { DOWNLOADS, type Download } from './catalogue';
import { csvOf } from './csv';
import { Parameters } from './parameters';
import { xlsxOf } from './xlsx';

/** A file that is asked for by its URL. */
export interface AskedFile {
  name: string;
  format: 'csv' | 'xlsx' | 'pdf';
  download: Download;
}

/** A file that goes out. CSV comes batch by batch, so that the largest takes no more memory than the smallest. */
export interface OutgoingFile {
  type: string;
  fileName: string;
  body: Buffer | AsyncIterable<string>;
}

const PATH = /^\/downloads\/([a-z-]+)\.(csv|xlsx|pdf)$/;

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The file of a URL's path; undefined where there is none. */
export function fileAt(path: string): AskedFile | undefined {
  const [, name = '', format] = PATH.exec(path) ?? [];
  const download = Object.hasOwn(DOWNLOADS, name) ? DOWNLOADS[name] : undefined;
  if (!download || (format === 'pdf' && !download.onPaper)) return undefined;
  return { name, format: format as AskedFile['format'], download };
}

/** Makes a file. Throws a Refusal at the parameter that is wrong. */
export async function openFile(
  request: Request,
  { name, format, download }: AskedFile,
  search: string,
): Promise<OutgoingFile> {
  const parameters = new URLSearchParams(search);
  if (parameters.size > 20) throw new Refusal('LIMIT_EXCEEDED', 'a file has fewer parameters than that');
  const { title, body } = await contentOf(request, download, format, new Parameters(parameters));
  // Keys and dates are all that is in it, but for what another may have put into a URL.
  const fileName = `${name}-${title}`.replace(/[^\w.-]/g, '_').slice(0, 150);
  return { type: TYPES[format], fileName: `${fileName}.${format}`, body };
}

async function contentOf(
  request: Request,
  { open, asCsv, onPaper }: Download,
  format: AskedFile['format'],
  parameters: Parameters,
): Promise<{ title: string; body: OutgoingFile['body'] }> {
  if (format === 'pdf') return onPaper!(request, parameters);
  if (format === 'csv' && asCsv) return asCsv(request, parameters);
  const { table, title } = await open(request, parameters);
  return { title, body: format === 'csv' ? csvOf(table) : await xlsxOf(table) };
}
