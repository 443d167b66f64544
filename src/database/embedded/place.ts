import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmdirSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { makeDataDirectory } from '../../settings/data-directory';
import { StartFailure } from '../../start-failure';
import { mayReach, ownerOf, type ServerAccount, unprivilegedAccount } from './account';

/** Where the embedded server keeps its files. */
export interface ServerPlace {
  readonly folder: string;
  /** The folder in it that is PostgreSQL's own; missing before the first start. */
  readonly cluster: string;
  /** Who PostgreSQL runs as; undefined where that is whoever runs Baton. */
  readonly account: ServerAccount | undefined;
}

/** For root whose project no other account can reach. Unlike a temporary folder it is never cleaned up. */
const ELSEWHERE = '/var/lib/baton';

/**
 * The folder `postgres` of the data directory, made if it is missing. Where PostgreSQL's account cannot reach it
 * (root's home is closed to others), it is a link to a private folder under /var/lib/baton: the link keeps
 * the two together from one start to the next, and is the one thing to remove in order to start afresh.
 * Throws a StartFailure where the link leads nowhere.
 */
export function preparePlace(dataDirectory: string): ServerPlace {
  const link = path.join(dataDirectory, 'postgres');
  if (!lstatSync(link, { throwIfNoEntry: false })) makePlace(dataDirectory, link);
  const folder = followed(link);
  const cluster = path.join(folder, 'cluster');
  return { folder, cluster, account: ownerOf(existsSync(cluster) ? cluster : folder) };
}

function makePlace(dataDirectory: string, folder: string): void {
  const account = unprivilegedAccount();
  makeDataDirectory(dataDirectory);
  if (account && !mayReach(account, dataDirectory)) {
    linkElsewhere(folder, account);
  } else {
    mkdirSync(folder, { recursive: true });
    allowPassage(folder, account);
  }
}

function linkElsewhere(folder: string, account: ServerAccount): void {
  mkdirSync(ELSEWHERE, { recursive: true });
  allowPassage(ELSEWHERE, account);
  const project = path.basename(path.dirname(path.dirname(folder)));
  const target = mkdtempSync(path.join(ELSEWHERE, `${project}-`));
  allowPassage(target, account);
  try {
    symlinkSync(target, folder);
  } catch (error) {
    rmdirSync(target);
    // Another first start was faster; the lock on its folder decides which of the two goes on.
    if (!lstatSync(folder, { throwIfNoEntry: false })) throw error;
  }
}

/** What root makes stays root's, so that the account cannot swap what root writes; it may only walk through. */
function allowPassage(folder: string, account: ServerAccount | undefined): void {
  chmodSync(folder, account ? 0o711 : 0o700);
}

function followed(link: string): string {
  try {
    return realpathSync(link);
  } catch (error) {
    throw new StartFailure(
      `${link} is a link to a folder that is gone: bring it back, or remove the link to start with an empty database`,
      { cause: error },
    );
  }
}
