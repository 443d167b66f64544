import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { type Drive, DriveFailure } from '../graphql';

/** One name in a path on the drive: what slugs and our own file names are made of, and never `.` or `..`. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$/;

/** After so long nobody is still writing a file. */
const WRITES_WITHIN_MS = 60_000;

/** The shared drive in a folder, which is made when the first file is written. */
export function folderDrive(folder: string): Drive {
  return {
    async write(file, content) {
      const names = file.split('/');
      if (!names.every((name) => NAME.test(name))) throw new DriveFailure(`"${file}" is no path on the drive`);
      try {
        await place(path.join(await folderOf(folder, names.slice(0, -1)), names.at(-1)!), content);
        return file;
      } catch (error) {
        throw error instanceof DriveFailure ? error : failureOf(error, file);
      }
    },
    async remove(file) {
      const names = file.split('/');
      if (!names.every((name) => NAME.test(name))) throw new DriveFailure(`"${file}" is no path on the drive`);
      try {
        await displace(path.join(await folderOf(folder, names.slice(0, -1)), names.at(-1)!));
      } catch (error) {
        throw error instanceof DriveFailure ? error : failureOf(error, file, 'removed from');
      }
    },
  };
}

/** The folder of a file, made name by name: a link that somebody has put there could lead out of the drive. */
async function folderOf(root: string, names: readonly string[]): Promise<string> {
  await makeFolder(path.resolve(root));
  let folder = await realpath(root);
  for (const name of names) {
    folder = path.join(folder, name);
    await makeFolder(folder);
    if (!(await lstat(folder)).isDirectory()) throw new DriveFailure(`"${name}" on the drive is not a folder`);
  }
  return folder;
}

/**
 * Makes a folder that is not there, and those above it. Node's own `recursive` never ends where the parent is there and
 * takes no folder, as on a network drive that has gone away.
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || (await isThere(path.dirname(folder)))) throw error;
    await makeFolder(path.dirname(folder));
    await makeFolder(folder);
  }
}

async function isThere(folder: string): Promise<boolean> {
  return lstat(folder).then(
    () => true,
    () => false,
  );
}

/**
 * Under another name first, and safely on the disk: whoever reads sees the old file or the new one, after a power cut,
 * too. What a crash leaves is hidden and in nobody's way.
 */
async function place(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = path.join(path.dirname(file), `.${path.basename(file)}.${uuidv7()}.tmp`);
  try {
    const handle = await open(unfinished, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o640);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
  await removeUnfinished(file);
  await settle(path.dirname(file));
}

/** Removes a file, and what crashes have left of it. */
async function displace(file: string): Promise<void> {
  await rm(file, { force: true });
  await removeUnfinished(file);
  await settle(path.dirname(file));
}

/** What nobody can be writing any more: it may say what the file says no longer. */
async function removeUnfinished(file: string): Promise<void> {
  const folder = path.dirname(file);
  const begins = `.${path.basename(file)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(begins) || !name.endsWith('.tmp')) continue;
    const left = path.join(folder, name);
    const isOld = await stat(left).then(
      ({ mtimeMs }) => mtimeMs < Date.now() - WRITES_WITHIN_MS,
      () => false,
    );
    if (isOld) await rm(left, { force: true });
  }
}

/** The new name is on the disk once its folder is; not every system can be asked for that. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => undefined);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'the server may not write there',
  EPERM: 'the server may not write there',
  EROFS: 'it can only be read',
  ENOSPC: 'it is full',
  EDQUOT: 'it is full',
  ENOTDIR: 'its folder is not a folder',
  EEXIST: 'its folder is not a folder',
  EISDIR: 'a folder has that name',
  ENOENT: 'its folder is not there',
  ELOOP: 'its folder is a link to itself',
  EIO: 'the disk fails',
  EBUSY: 'somebody has the file open',
  ENAMETOOLONG: 'the name is too long for it',
};

function failureOf(error: unknown, file: string, done = 'written to'): DriveFailure {
  const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
  return new DriveFailure(`${file} could not be ${done} the drive: ${WHY[code] ?? code}`, { cause: error });
}
