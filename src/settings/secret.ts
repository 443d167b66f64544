import { readFileSync } from 'node:fs';

/** What a file holds, without the line break that editors end it with; undefined where it cannot be read or is empty. */
export function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
