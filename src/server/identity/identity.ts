import type { Role, Viewer } from '../../graphql';
import { BoundedMap } from '../limits/bounded';
import type { TokenVerifier } from './tokens';

/** A person as the server knows them: by key, with the one role that they have. */
export interface KnownPerson {
  key: string;
  role: Role;
}

/** Looks up a person by key; undefined for nobody. */
export type FindPerson = (key: string) => Promise<KnownPerson | undefined>;

/** For how long a person is believed to have their role without looking again. */
export const BELIEF_MILLISECONDS = 5_000;

const BELIEFS_MAX = 1_000;
const TOKEN_LENGTH_MAX = 4_000;

interface Belief {
  viewer: Viewer;
  until: number;
}

/** Says who sent a request, by the bearer token that it carries. */
export class Identity {
  private readonly believed = new BoundedMap<string, Belief>(BELIEFS_MAX);

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly findPerson: FindPerson,
  ) {}

  /**
   * Who is asking, by the value of the `authorization` header; undefined for nobody that we know. Throws what looking
   * the person up throws: with no answer from the database nobody is let in.
   */
  async viewerOf(authorization: string | undefined, now: number): Promise<Viewer | undefined> {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token || token.length > TOKEN_LENGTH_MAX) return undefined;
    const known = this.believed.get(token);
    if (known && now < known.until) return known.viewer;
    this.believed.delete(token);
    return this.verify(token, now);
  }

  private async verify(token: string, now: number): Promise<Viewer | undefined> {
    const claims = await this.tokens.claimsOf(token);
    if (!claims) return undefined;
    const person = await this.findPerson(claims.personKey);
    if (person?.role !== claims.role) return undefined;
    const viewer: Viewer = { personKey: person.key, role: person.role };
    this.believed.set(token, { viewer, until: Math.min(claims.expiresAt, now + BELIEF_MILLISECONDS) });
    return viewer;
  }
}
