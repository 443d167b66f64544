import { chmodSync, mkdirSync } from 'node:fs';

/**
 * Makes the data directory if it is missing; one that is there keeps the rights that somebody gave it. Nobody else may
 * read what is in it. Where root makes it others may pass through, as PostgreSQL must, which does not run as root.
 */
export function makeDataDirectory(dataDirectory: string): void {
  if (mkdirSync(dataDirectory, { recursive: true }) !== undefined)
    chmodSync(dataDirectory, process.getuid?.() === 0 ? 0o711 : 0o700);
}
