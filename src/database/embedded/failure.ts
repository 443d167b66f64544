import { isNativeError } from 'node:util/types';
import { StartFailure } from '../../start-failure';

/** What a program of PostgreSQL wrote before it gave up, with how it ended. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';

  constructor(
    readonly program: string,
    readonly output: string,
    readonly ending: string,
  ) {
    super(`${program} ended (${ending}): ${output}`);
  }
}

/** The hint comes with a write that was cut short, which has no error of the system's. */
const FULL_DISK = /No space left on device|Disk quota exceeded|Check free disk space|ENOSPC|EDQUOT/;
const NOT_ALLOWED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR']);

/**
 * A failure to start the embedded server as a StartFailure of one line, where it is the machine's doing: a full disk,
 * missing rights, a program that does not run here. Anything else is a defect and comes back as it is.
 */
export function explained(error: unknown, folder: string): unknown {
  if (!isNativeError(error) || error instanceof StartFailure) return error;
  if (FULL_DISK.test(error.message))
    return failure(`The disk is full: PostgreSQL cannot store its data in ${folder}`, error);
  if (error instanceof ProgramFailed)
    return failure(`PostgreSQL does not start in ${folder}: ${reasonOf(error)}`, error);
  const { code, path: file = folder } = error as NodeJS.ErrnoException;
  if (!code || !NOT_ALLOWED.has(code)) return error;
  return failure(`${file} cannot be used by this user (${code}): set DATA_DIR to a folder that can`, error);
}

function failure(message: string, cause: Error): StartFailure {
  return new StartFailure(message, { cause });
}

/** The line that tells most: what fails first, as the rest follows from it. */
function reasonOf({ program, output, ending }: ProgramFailed): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.find((line) => /(FATAL|PANIC|error): /.test(line)) ?? lines.at(-1) ?? '';
  return `${program} ended (${ending}) ${telling.replace(/^.*?(FATAL|PANIC|error): +/, '')}`.trim();
}
