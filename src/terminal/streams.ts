import { readFileSync, writeFileSync } from 'node:fs';

/** Where a command reads from and writes to. */
export interface Streams {
  out(text: string): void;
  error(text: string): void;
  /** The text of a file, or of standard input for `-`. Throws as the file system does. */
  read(file: string): string;
  write(file: string, text: string): void;
}

/** Those of the process. */
export const consoleStreams: Streams = {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  read: (file) => readFileSync(file === '-' ? 0 : file, 'utf8'),
  write: (file, text) => writeFileSync(file, text),
};
