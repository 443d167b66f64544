import type { Logger } from 'pino';
import { recogniseKey } from '../apikeys';
import type { Database } from '../database';
import { findPerson, findPersonByEmail } from '../people';
import type { Settings } from '../settings';
import { type FindPerson, Identity, tokenVerifier } from './identity';

/** Says who sent a request, by the tokens that the settings believe and the people and keys of a database. */
export function identityOf(
  settings: Pick<Settings, 'auth' | 'dataDirectory' | 'environment'>,
  db: Database,
  logger: Logger,
): Identity {
  const { issuer } = settings.auth;
  const tokens = tokenVerifier(settings, (why) => logger.warn({ issuer, why }, 'the keys of tokens cannot be had'));
  const people: FindPerson = (name, by) => (by === 'EMAIL' ? findPersonByEmail(db, name) : findPerson(db, name));
  return new Identity(tokens, people, (secret, now) => recogniseKey(db, secret, now));
}
