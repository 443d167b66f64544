import { chmodSync, mkdirSync } from 'node:fs';
import { StartFailure } from '../start-failure';

/**
 * Makes the data directory if it is missing; one that is there keeps the rights that somebody gave it. Nobody else may
 * read what is in it. Where root makes it others may pass through, as PostgreSQL must, which does not run as root.
 * Throws a StartFailure where this user cannot make it.
 */
export function makeDataDirectory(dataDirectory: string): void {
  try {
    if (mkdirSync(dataDirectory, { recursive: true }) !== undefined)
      chmodSync(dataDirectory, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    throw new StartFailure(`DATA_DIR=${dataDirectory} cannot be made: ${(error as Error).message}`, { cause: error });
  }
}
