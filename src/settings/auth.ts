import type { KeyObject } from 'node:crypto';
import { ROLES, type Role } from '../rules';
import { isIssuerUrl } from './issuer-url';
import { readPublicKey, SIGNING_ALGORITHMS, type SigningAlgorithm } from './public-key';
import type { SettingsReader } from './reader';

const PERSON_NAMES = ['KEY', 'EMAIL'] as const;
const NOT_BEFORE_CLAIMS = ['nbf', 'iat'] as const;

/** By what a token names a person. */
export type PersonName = (typeof PERSON_NAMES)[number];

/** What a token must say to be believed. */
export interface AuthSettings {
  readonly issuer: string;
  readonly audience: string;
  /** One of these signs the tokens, and nothing else. */
  readonly algorithms: readonly SigningAlgorithm[];
  /** Verifies tokens, where it is a fixed key that does so. */
  readonly publicKey: KeyObject | undefined;
  /**
   * How to read the tokens of an OpenID Connect issuer, whose keys are found by discovery. Without it and without a
   * public key tokens are of the local key of the data directory, which never happens in production.
   */
  readonly openId: OpenIdSettings | undefined;
}

/** Which claims say who somebody is and as what they act. */
export interface ClaimSettings {
  /** The claim that names the person, and by what. */
  readonly person: string;
  readonly personBy: PersonName;
  /** The claim with the role, or with a list of the issuer's names for roles. */
  readonly role: string;
  /** The role that each name of the issuer stands for; undefined where it uses our own names. */
  readonly roles: ReadonlyMap<string, Role> | undefined;
}

/** How the tokens of an OpenID Connect issuer are read. */
export interface OpenIdSettings extends ClaimSettings {
  /** The claim that says from when on a token is good. */
  readonly notBefore: (typeof NOT_BEFORE_CLAIMS)[number];
}

/** What only the tokens of an OpenID Connect issuer are read by. */
const OF_OPEN_ID = ['AUTH_PERSON_CLAIM', 'AUTH_PERSON_BY', 'AUTH_ROLE_CLAIM', 'AUTH_ROLES', 'AUTH_NOT_BEFORE'];

/** Reads the settings of tokens; see the README for what each means. */
export function readAuth(reader: SettingsReader, production: boolean): AuthSettings {
  const issuer = reader.text('AUTH_ISSUER', 'baton');
  const isOpenId = issuer.includes('://') && reader.given('AUTH_PUBLIC_KEY_FILE') === undefined;
  return isOpenId ? ofOpenId(reader, issuer) : ofOneKey(reader, issuer, production);
}

function ofOneKey(reader: SettingsReader, issuer: string, production: boolean): AuthSettings {
  const algorithm = reader.oneOf('AUTH_ALGORITHM', SIGNING_ALGORITHMS, 'EdDSA');
  for (const name of OF_OPEN_ID)
    if (reader.given(name))
      reader.refuse(
        name,
        'with the URL of an OpenID Connect issuer as AUTH_ISSUER, and no AUTH_PUBLIC_KEY_FILE, it',
        0,
      );
  return {
    issuer,
    audience: reader.text('AUTH_AUDIENCE', 'baton'),
    algorithms: [algorithm],
    publicKey: readPublicKey(reader, 'AUTH_PUBLIC_KEY_FILE', algorithm, production),
    openId: undefined,
  };
}

function ofOpenId(reader: SettingsReader, issuer: string): AuthSettings {
  const accepted = 'an https URL without user, query and fragment, or one of this machine,';
  reader.urlWhere('AUTH_ISSUER', issuer, isIssuerUrl, accepted);
  const audience = reader.given('AUTH_AUDIENCE');
  if (audience === undefined)
    reader.miss(
      'AUTH_AUDIENCE',
      'an OpenID Connect issuer has tokens for others, too, and it says which are for Baton',
    );
  const algorithms = reader.listOf('AUTH_ALGORITHM', SIGNING_ALGORITHMS);
  return {
    issuer,
    audience: audience ?? '',
    algorithms: reader.given('AUTH_ALGORITHM') ? algorithms : SIGNING_ALGORITHMS,
    publicKey: undefined,
    openId: {
      person: reader.text('AUTH_PERSON_CLAIM', 'sub'),
      personBy: reader.oneOf('AUTH_PERSON_BY', PERSON_NAMES, 'KEY'),
      role: reader.text('AUTH_ROLE_CLAIM', 'role'),
      roles: readRoles(reader),
      notBefore: reader.oneOf('AUTH_NOT_BEFORE', NOT_BEFORE_CLAIMS, 'nbf'),
    },
  };
}

/** The issuer's names for roles, such as `FINANCE=payroll,ADMIN=operations`; several of them can give one role. */
function readRoles(reader: SettingsReader): ReadonlyMap<string, Role> | undefined {
  if (!reader.given('AUTH_ROLES')) return undefined;
  const pairs = reader.listWhere('AUTH_ROLES', isRoleName, 'any role with its name, such as FINANCE=payroll-team');
  const names = new Map<string, Role>();
  for (const pair of pairs) {
    const [role, name] = split(pair);
    if (names.has(name)) reader.refuse('AUTH_ROLES', 'a name once', undefined);
    names.set(name, role as Role);
  }
  return names;
}

function isRoleName(pair: string): boolean {
  const [given, name] = split(pair);
  return ROLES.some((role) => role === given) && name !== '';
}

/** A role, and all that follows the first `=`: names of groups can have more of them. */
function split(pair: string): [string, string] {
  const [role = '', ...rest] = pair.split('=');
  return [role.trim(), rest.join('=').trim()];
}
