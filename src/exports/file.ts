import { createHash, type Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** A file that is being written: nobody finds it under its name before it is whole and safe on the disk. */
export class UnfinishedFile {
  private readonly hash: Hash = createHash('sha256');

  private constructor(
    private readonly handle: FileHandle,
    private readonly unfinished: string,
    private readonly finished: string,
  ) {}

  /** Begins a file in a folder, which is made for its owner alone. `attempt` keeps two writers of it apart. */
  static async begin(folder: string, name: string, attempt: number): Promise<UnfinishedFile> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const finished = path.join(folder, name);
    const unfinished = path.join(folder, `.${name}.${attempt}.part`);
    await rm(unfinished, { force: true });
    const handle = await open(unfinished, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    return new UnfinishedFile(handle, unfinished, finished);
  }

  async append(bytes: Uint8Array): Promise<void> {
    this.hash.update(bytes);
    for (let at = 0; at < bytes.length; ) at += (await this.handle.write(bytes, at)).bytesWritten;
  }

  /** Gives it its name. Its SHA-256 comes back, in hexadecimal. */
  async finish(): Promise<string> {
    await this.handle.sync();
    await this.handle.close();
    await rename(this.unfinished, this.finished);
    return this.hash.digest('hex');
  }

  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.unfinished, { force: true });
  }
}
