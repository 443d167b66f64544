import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** After so long keys are asked for again, while those that are known go on verifying. */
const FRESH_FOR_MS = 10 * 60_000;
/** For so long known keys go on while the issuer is away: about as long as its tokens live. */
const KEPT_FOR_MS = 60 * 60_000;
/** The issuer is asked no more often than this, whatever tokens come, and whether it answers or not. */
const ASKED_EVERY_MS = 10_000;

/** Nobody can be let in: the issuer of tokens does not say by which keys they are signed. */
export class IssuerAway extends Error {
  override readonly name = 'IssuerAway';

  constructor() {
    super('The issuer of tokens does not answer');
  }
}

/** What the keys of an issuer depend on. */
export interface KeySource {
  /** Asks the issuer. */
  fetch(): Promise<JSONWebKeySet>;
  /** Hears why the issuer could not be asked. */
  onFault(why: string): void;
  /** Milliseconds of a clock that only goes forward. */
  clock?(): number;
}

/**
 * The keys of an issuer, which changes them when it likes: a key that is not known is looked for once more. However
 * many tokens come with keys that there are not, the issuer is asked by one request at a time, and seldom.
 */
export class IssuerKeys {
  private known: { find: JWTVerifyGetKey; at: number } | undefined;
  private asking: Promise<void> | undefined;
  private askedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly source: KeySource) {}

  /** The key of a token's header. Throws IssuerAway where no keys are known, and an error of jose for no such key. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    const find = await this.current();
    try {
      return await find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.refresh();
      return (await this.current())(header, token);
    }
  };

  /** Asks the issuer, unless that is being done or was done just now. Never rejects. */
  refresh(): Promise<void> {
    if (!this.asking && this.now() - this.askedAt >= ASKED_EVERY_MS) {
      this.askedAt = this.now();
      this.asking = this.ask(this.askedAt).finally(() => {
        this.asking = undefined;
      });
    }
    return this.asking ?? Promise.resolve();
  }

  private async current(): Promise<JWTVerifyGetKey> {
    const refreshed = this.ageOfKnown() >= FRESH_FOR_MS ? this.refresh() : undefined;
    if (this.ageOfKnown() >= KEPT_FOR_MS) await refreshed;
    if (!this.known || this.ageOfKnown() >= KEPT_FOR_MS) throw new IssuerAway();
    return this.known.find;
  }

  private async ask(at: number): Promise<void> {
    try {
      this.known = { find: createLocalJWKSet(await this.source.fetch()), at };
    } catch (error) {
      this.source.onFault((error as Error).message);
    }
  }

  private ageOfKnown(): number {
    return this.known ? this.now() - this.known.at : Number.POSITIVE_INFINITY;
  }

  private now(): number {
    return this.source.clock?.() ?? performance.now();
  }
}
