import type { JWTPayload } from 'jose';
import { ROLES, type Role } from '../../rules';
import type { ClaimSettings, PersonName } from '../../settings';

/** What a token says: who somebody is, as what they may act, and until when (epoch milliseconds). */
export interface Claims {
  /** The person's key, or their address. */
  person: string;
  personBy: PersonName;
  /** At least one; a person acts as the one role that they have, if it is among them. */
  roles: readonly Role[];
  expiresAt: number;
}

/** Claims as our own tokens have them. */
export const OUR_CLAIMS: ClaimSettings = { person: 'sub', personBy: 'KEY', role: 'role', roles: undefined };

/** Reads verified claims; undefined for those that name nobody, or no role. */
export function claimsIn(payload: JWTPayload, expiresAt: number, names: ClaimSettings): Claims | undefined {
  const person = personIn(payload, names);
  const roles = rolesOf(claimAt(payload, names.role), names.roles);
  return person !== undefined && roles.length > 0 ? { person, personBy: names.personBy, roles, expiresAt } : undefined;
}

/** An address that the issuer has not verified may be anybody's. */
function personIn(payload: JWTPayload, names: ClaimSettings): string | undefined {
  if (names.personBy === 'EMAIL' && names.person === 'email' && payload.email_verified !== true) return undefined;
  const person = claimAt(payload, names.person);
  return typeof person === 'string' && person !== '' ? person : undefined;
}

/** Where names stand for roles there may be many of them, as there are of groups; a role of ours is one alone. */
function rolesOf(given: unknown, names: ClaimSettings['roles']): readonly Role[] {
  if (!names) return ROLES.filter((role) => role === given);
  const all: readonly unknown[] = Array.isArray(given) ? given : [given];
  return all.flatMap((name) => (typeof name === 'string' ? (names.get(name) ?? []) : []));
}

/** A claim of that name, or of that path: names such as `https://id.example/roles` have dots in them as well. */
function claimAt(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  return name.split('.').reduce<unknown>((value, part) => own(value, part), payload);
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
