import type { IncomingHttpHeaders } from 'node:http';
import type { Role, Viewer, ViewerKey } from '../../graphql';
import type { PersonName } from '../../settings';
import { BoundedMap } from '../limits/bounded';
import type { TokenVerifier } from './tokens';

/** A person as the server knows them: by key, with the one role that they have. */
export interface KnownPerson {
  key: string;
  role: Role;
}

/** Looks up a person by key or by email; undefined for nobody. */
export type FindPerson = (name: string, by: PersonName) => Promise<KnownPerson | undefined>;

/** Looks up the API key of a secret; undefined for none that is good at that instant (epoch milliseconds). */
export type FindKey = (secret: string, now: number) => Promise<KnownKey | undefined>;

/** An API key as the server knows it: whom it speaks for, and until when (epoch milliseconds). */
export interface KnownKey extends ViewerKey {
  personKey: string;
  role: Role;
  expiresAt: number;
}

/** For how long a person is believed to have their role without looking again. */
export const BELIEF_MILLISECONDS = 5_000;

/** What the secret of an API key begins with; no token of an issuer does. */
const KEY_PREFIX = 'baton_';

const BELIEFS_MAX = 1_000;
/** Issuers put a person's groups into a token, and Node takes headers of 16,000 bytes. */
const TOKEN_LENGTH_MAX = 8_000;

/** Who somebody is believed to be. */
interface Belief {
  viewer: Viewer;
  until: number;
  /** When the credential itself ends. */
  endsAt: number;
}

/** Says who sent a request, by the bearer token that it carries. */
export class Identity {
  private readonly believed = new BoundedMap<string, Belief>(BELIEFS_MAX);

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly findPerson: FindPerson,
    private readonly findKey: FindKey,
  ) {}

  /**
   * Who is asking, by the headers of a request: `authorization`, or `x-api-key` where there is none. Undefined for
   * nobody that we know. Throws what looking the person up throws, and IssuerAway: with no answer from the database or
   * from the issuer of tokens nobody is let in.
   */
  async viewerOf(headers: IncomingHttpHeaders, now: number): Promise<Viewer | undefined> {
    const token = credentialOf(headers);
    if (!token || token.length > TOKEN_LENGTH_MAX) return undefined;
    const known = this.believed.get(token);
    if (known && now < known.until) return known.viewer;
    this.believed.delete(token);
    return this.verify(token, now);
  }

  /** When a credential ends that `viewerOf` has just believed (epoch milliseconds); the past for one it has not. */
  endOf(headers: IncomingHttpHeaders): number {
    return this.believed.get(credentialOf(headers) ?? '')?.endsAt ?? 0;
  }

  /** Whether to know who is asking takes a look into the database that nothing vouches for: a key is only a guess. */
  isGuess(headers: IncomingHttpHeaders, now: number): boolean {
    const token = credentialOf(headers);
    if (!token?.startsWith(KEY_PREFIX)) return false;
    const known = this.believed.get(token);
    return !known || now >= known.until;
  }

  private async verify(token: string, now: number): Promise<Viewer | undefined> {
    const known = await (token.startsWith(KEY_PREFIX) ? this.viewerOfKey(token, now) : this.viewerOfToken(token, now));
    if (!known) return undefined;
    const { viewer, until } = known;
    this.believed.set(token, { viewer, until: Math.min(until, now + BELIEF_MILLISECONDS), endsAt: until });
    return viewer;
  }

  private async viewerOfToken(token: string, now: number): Promise<Omit<Belief, 'endsAt'> | undefined> {
    const claims = await this.tokens.claimsOf(token, now);
    if (!claims) return undefined;
    const person = await this.findPerson(claims.person, claims.personBy);
    if (!person || !claims.roles.includes(person.role)) return undefined;
    return { viewer: { personKey: person.key, role: person.role }, until: claims.expiresAt };
  }

  private async viewerOfKey(secret: string, now: number): Promise<Omit<Belief, 'endsAt'> | undefined> {
    const key = await this.findKey(secret, now);
    if (!key) return undefined;
    const { personKey, role, keyId, documents, expiresAt } = key;
    return { viewer: { personKey, role, apiKey: { keyId, documents } }, until: expiresAt };
  }
}

function credentialOf({ authorization, 'x-api-key': apiKey }: IncomingHttpHeaders): string | undefined {
  if (authorization !== undefined) return /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  return typeof apiKey === 'string' && apiKey.startsWith(KEY_PREFIX) ? apiKey : undefined;
}
