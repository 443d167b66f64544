import { ROLES, type Role } from './rules';
import { signLocally } from './server/identity/tokens';
import { readSettings } from './settings';
import { StartFailure } from './start-failure';

/** Who a token is for where only a role is named: people of the demonstration data. */
const PERSON_BY_ROLE: Record<Role, string> = {
  ACCOUNT_EXECUTIVE: 'ae-1',
  DELIVERY_LEAD: 'dl-1',
  ACCOUNT_MANAGER: 'am-1',
  FINANCE: 'fin-1',
  ANALYST: 'an-1',
  ADMIN: 'ad-1',
};

const USAGE = `npm run --silent token -- ${ROLES.join('|')} [person, such as ae-3]`;

/** `npm run --silent token -- FINANCE` prints a token for the local server and nothing else. */
async function main([roleGiven, person, ...others]: readonly string[]): Promise<void> {
  if (process.env.NODE_ENV === 'production')
    throw new StartFailure('Tokens are made for local servers only: not where NODE_ENV=production');
  const role = ROLES.find((known) => known === roleGiven);
  if (!role || others.length > 0) throw new StartFailure(`${mistake(roleGiven, role)}\n${USAGE}`);
  const settings = readSettings(process.env);
  if (settings.auth.openId)
    throw new StartFailure('The server believes the tokens of AUTH_ISSUER only: ask it for one');
  if (settings.auth.publicKey)
    throw new StartFailure('The server believes the tokens of AUTH_PUBLIC_KEY_FILE only: ask their issuer for one');
  process.stdout.write(`${await signLocally(settings, person ?? PERSON_BY_ROLE[role], role)}\n`);
}

function mistake(roleGiven: string | undefined, role: Role | undefined): string {
  if (roleGiven === undefined) return 'A token is for a role: name one.';
  return role ? 'A token is for one role and one person.' : `"${roleGiven}" is not a role.`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof StartFailure ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
