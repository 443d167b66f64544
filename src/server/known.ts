import { recogniseKey } from '../apikeys';
import type { Database } from '../database';
import { findPerson } from '../people';
import type { Settings } from '../settings';
import { Identity, tokenVerifier } from './identity';

/** Says who sent a request, by the tokens that the settings believe and the people and keys of a database. */
export function identityOf(settings: Pick<Settings, 'auth' | 'dataDirectory' | 'environment'>, db: Database): Identity {
  const people = (key: string) => findPerson(db, key);
  return new Identity(tokenVerifier(settings), people, (secret, now) => recogniseKey(db, secret, now));
}
