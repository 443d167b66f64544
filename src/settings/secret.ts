import { readFileSync } from 'node:fs';

/** What a file holds, without blanks and line breaks around it; undefined where it cannot be read or is empty. */
export function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
