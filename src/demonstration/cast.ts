import type { Role } from '../rules';

/** Somebody of the demonstration's company. */
export interface CastMember {
  key: string;
  name: string;
  email: string;
  role: Role;
}

/** Reserved by RFC 2606: no mail ever arrives there. */
const DOMAIN = 'kestrelrow.example';

const NAMES: readonly [prefix: string, role: Role, names: readonly string[]][] = [
  [
    'ae',
    'ACCOUNT_EXECUTIVE',
    [
      'Amelia Thornbury',
      'Callum Redfearn',
      'Priya Raghavan',
      'Owen Llewelyn',
      'Zainab Sheikh',
      'Harriet Ainscough',
      'Marcus Adeyemi',
      'Niamh Gallagher',
      'Tomasz Wilczek',
      'Fiona Drummond',
      'Rhys Pendry',
      'Grace Okonjo',
    ],
  ],
  [
    'dl',
    'DELIVERY_LEAD',
    ['Eleanor Whitcombe', 'Sanjay Mistry', 'Isla Carmichael', 'Daniel Fairweather', 'Leila Haddad'],
  ],
  [
    'am',
    'ACCOUNT_MANAGER',
    [
      'Joseph Tanner',
      'Megan Prosser',
      'Adaeze Nwosu',
      'Lewis Kilbride',
      'Charlotte Esterley',
      'Imran Qadir',
      'Bethan Morgan',
      'Patrick Devenney',
    ],
  ],
  ['fin', 'FINANCE', ['Rosalind Achebe', 'Graham Tolliver']],
  ['an', 'ANALYST', ['Yusuf Demir']],
  ['ad', 'ADMIN', ['Catherine Holloway']],
];

/** Everybody: `ae-1` to `ae-12`, `dl-1` to `dl-5`, `am-1` to `am-8`, `fin-1`, `fin-2`, `an-1`, `ad-1`. */
export const CAST: readonly CastMember[] = NAMES.flatMap(([prefix, role, names]) =>
  names.map((name, index) => ({ key: `${prefix}-${index + 1}`, name, email: emailOf(name), role })),
);

/** The keys of everybody in a role. */
export function keysOf(role: Role): string[] {
  return CAST.filter((member) => member.role === role).map(({ key }) => key);
}

function emailOf(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@${DOMAIN}`;
}
