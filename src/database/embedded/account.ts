import { chownSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartFailure } from '../../start-failure';

/** Who runs PostgreSQL where Baton runs as root, which PostgreSQL refuses to. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/** Accounts made for this, in order of preference; even a bare image has the last one. */
const NAMES = ['postgres', '_postgres', 'nobody'];

/**
 * The account that PostgreSQL must run as; undefined where it can run as whoever runs Baton.
 * Throws a StartFailure where Baton runs as root and the machine has no such account.
 */
export function unprivilegedAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of NAMES) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new StartFailure(
    `PostgreSQL does not run as root and there is no user ${NAMES.join(' or ')}: run Baton as another user`,
  );
}

/** The account that an existing folder belongs to, so that root keeps on with what another user began. */
export function ownerOf(folder: string): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? unprivilegedAccount() : { uid, gid };
}

/** Makes a file or folder the account's; nothing to do where there is none. */
export function give(file: string, account: ServerAccount | undefined): void {
  // macOS writes the number of nobody as -2, which chown wants unsigned.
  if (account) chownSync(file, account.uid >>> 0, account.gid >>> 0);
}

/** Whether an account may go through every folder on the way to a file or folder, and run or enter that one. */
export function mayReach(account: ServerAccount, file: string): boolean {
  let step = realpathSync(file);
  while (mayPass(account, step)) {
    if (step === path.dirname(step)) return true;
    step = path.dirname(step);
  }
  return false;
}

function mayPass({ uid, gid }: ServerAccount, file: string): boolean {
  const found = statSync(file);
  const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
  return (found.mode & bit) !== 0;
}
