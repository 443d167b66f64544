import type { IncomingMessage } from 'node:http';
import { type AskedFile, fileAt, openFile } from '../downloads';
import { Refusal, type Request } from '../graphql';
import type { Answer } from './answer';
import { authority } from './authority/table';

/** Makes the answer to whoever asks for a file. */
type FileAnswer = (request: Request, http: IncomingMessage, search: string) => Promise<Answer>;

/** Where files are found by the path of their URL. */
export interface Files {
  at(path: string): FileAnswer | undefined;
}

/** The reports as files: whoever may ask the field that one is made of may have it. */
export const reportFiles: Files = {
  at(path) {
    const asked = fileAt(path);
    return asked && ((request, http, search) => answerWith(asked, request, http, search));
  },
};

/** Several of these at once, the first that knows a path answering. */
export function filesOf(...all: readonly Files[]): Files {
  return {
    at(path) {
      for (const files of all) {
        const answer = files.at(path);
        if (answer) return answer;
      }
      return undefined;
    },
  };
}

async function answerWith(asked: AskedFile, request: Request, http: IncomingMessage, search: string): Promise<Answer> {
  const { viewer } = request;
  if (http.method !== 'GET') throw new Refusal('BAD_USER_INPUT', 'A file is asked for by GET.');
  if (viewer.apiKey?.documents)
    throw new Refusal('FORBIDDEN', 'This API key asks by documentId alone: it has no files.');
  if (!mayAsk(asked.download.field, request))
    throw new Refusal('FORBIDDEN', `It is not for your role, ${viewer.role}.`);
  const { type, fileName, body } = await openFile(request, asked, search);
  return {
    status: 200,
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${fileName}"` },
    body,
  };
}

function mayAsk(field: string, { viewer }: Request): boolean {
  const rules = authority.Query as Readonly<Record<string, readonly string[] | undefined>>;
  return rules[field]?.includes(viewer.role) ?? false;
}
