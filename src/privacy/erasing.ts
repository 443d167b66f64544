import { type Deal, dealsById } from '../deals';
import { DriveFailure, Refusal, type Request } from '../graphql';
import { clearFiles } from './clearing';
import type { EraseContactInput } from './inputs';

/** What became of an erasure. */
interface Erased {
  deals: Deal[];
  auditDetails: number;
  warnings: string[];
}

/**
 * Takes a contact out of all that deals say, out of the details of the audit log, the drive and the exports. Throws
 * NOT_FOUND where their email is nowhere, BAD_USER_INPUT for one of ours or a name of nothing but signs.
 */
export async function eraseContact(request: Request, { email, alsoKnownAs }: EraseContactInput): Promise<Erased> {
  const nameless = alsoKnownAs.findIndex((name) => !/[\p{L}\p{N}]{2}/u.test(name));
  if (nameless >= 0) throw new Refusal('BAD_USER_INPUT', 'that is no name', `alsoKnownAs.${nameless}`);
  const { db, viewer, loading } = request;
  const { deals, details } = await db.transaction(async (tx) => {
    const [ours] = await tx.query(OURS, [email], 'person_of_email');
    if (ours) throw new Refusal('BAD_USER_INPUT', "that is one of our people, not a client's contact", 'email');
    const [erased] = await tx.query<{ deals: string[]; details: number }>(
      'select deals, details from erase_contact($1, $2, $3)',
      [email, alsoKnownAs, viewer.personKey],
      'erase_contact',
    );
    const isNowhere = erased!.deals.length === 0 && erased!.details === 0;
    if (isNowhere) throw new Refusal('NOT_FOUND', 'That email is nowhere', 'email');
    return erased!;
  });
  loading.forget();
  const warnings = await cleared(request, deals);
  const known = await Promise.all(deals.map((dealId) => loading.by(dealsById).load(dealId)));
  return { deals: known.filter((deal) => deal !== null), auditDetails: details, warnings };
}

/** What the drive does not do now, it is asked again by whoever clears up. */
async function cleared(request: Request, deals: readonly string[]): Promise<string[]> {
  try {
    await clearFiles(request, deals, Date.now());
    return [];
  } catch (error) {
    if (error instanceof DriveFailure) return [`It is erased, but ${error.message}. It is tried again every minute.`];
    throw error;
  }
}

const OURS = 'select key from person where lower(email) = lower($1)';
