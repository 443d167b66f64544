import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeDataDirectory } from '../../settings/data-directory';
import { StartFailure } from '../../start-failure';

const FILE = 'token-key.pem';

/**
 * The Ed25519 key that signs and verifies the tokens of a local server; made on first use, readable by its user only.
 * Throws a StartFailure where NODE_ENV is production, and for a file that holds no such key.
 */
export function localKey(dataDirectory: string, environment: string): KeyObject {
  if (environment === 'production')
    throw new StartFailure('The local key signs tokens for development only: it is refused where NODE_ENV=production');
  const file = path.join(dataDirectory, FILE);
  return read(file) ?? make(file);
}

function read(file: string): KeyObject | undefined {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartFailure(`The key of local tokens cannot be read: ${(error as Error).message}`);
  }
  return keyOf(pem, file);
}

function keyOf(pem: string, file: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // What is no key at all gets the same message, without a word of the file's content.
  }
  throw new StartFailure(`${file} holds no Ed25519 key; remove it, and a new one is made`);
}

/**
 * Server and token command may come here at once: a link is made whole or not at all, and only one of them makes it.
 */
function make(file: string): KeyObject {
  makeDataDirectory(path.dirname(file));
  const draft = `${file}.${randomUUID()}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new StartFailure(`The key of local tokens cannot be written: ${(error as Error).message}`);
  } finally {
    rmSync(draft, { force: true });
  }
  return read(file) ?? make(file);
}
