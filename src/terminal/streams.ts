import { readFileSync, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { Ending, EXIT } from './exit';

/** Where a command reads from and writes to. */
export interface Streams {
  out(text: string): void;
  error(text: string): void;
  /** The text of a file, or of standard input for `-`. Throws an Ending where there is none, or it is not UTF-8. */
  read(file: string): Promise<string>;
  /** Throws an Ending where the file cannot be written. */
  write(file: string, text: string): void;
}

/** Those of the process. */
export const consoleStreams: Streams = {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  async read(file) {
    const bytes = await (file === '-' ? buffer(process.stdin) : attempt(file, 'read', () => readFileSync(file)));
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw new Ending(
        EXIT.usage,
        `${file} is not UTF-8: save it as UTF-8 in your editor, or some letters would be lost`,
      );
    }
  },
  write: (file, text) => attempt(file, 'written', () => writeFileSync(file, text)),
};

function attempt<Result>(file: string, done: 'read' | 'written', work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Ending(EXIT.usage, `${file} cannot be ${done} (${(error as NodeJS.ErrnoException).code})`);
  }
}
