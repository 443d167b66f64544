import { type Deal, dealsById, dealToAct } from '../deals';
import { handoffFolder, slugOf } from '../drive';
import { judgedDeal, mayState } from '../facts';
import { Refusal, type Request } from '../graphql';
import { type Sent, sendOnce } from '../mail';
import { packageContent } from '../packages';
import { type Person, peopleByKey } from '../people';
import { recordDeeds } from '../recording';
import { type Instant, isoOf, managerAt } from '../rules';
import { termsBook } from '../terms';
import type { SendIntroEmailInput } from './inputs';
import { IntroEmail } from './objects';
import { introduction, takingOver } from './words';

/** A mail that went out, or lies on the drive. */
export interface Introduced {
  deal: Deal | null;
  sent: boolean;
  file: string | null;
  warnings: string[];
}

/** The introduction of a deal as it would be sent, to be looked at and edited. */
export async function introEmail(deal: Deal, request: Request): Promise<IntroEmail> {
  const { hrSponsor } = (await packageContent(request, deal.dealId)).people;
  const { accountExecutive, accountManager } = await sides(deal, request);
  const before = await introducedBefore(deal, request);
  const named = {
    accountManager: accountManager?.name ?? '[AM name]',
    accountExecutive: accountExecutive.name,
    hrSponsor: hrSponsor?.name ?? NOBODY,
  };
  const words = before && !before.isNow ? takingOver(named, before.person.name) : introduction(named);
  return Object.assign(new IntroEmail(), {
    ...words,
    to: hrSponsor?.email ?? null,
    from: accountExecutive.email,
    cc: accountManager?.email ?? null,
    missing: [
      ...(accountManager ? [] : ['No account manager is assigned yet.']),
      ...(hrSponsor?.name ? [] : ['The handoff package has no name of the HR sponsor (section B).']),
      ...(hrSponsor?.email ? [] : ['The handoff package has no email of the HR sponsor (section B).']),
    ],
    sentAt: before?.isNow ? before.at : null,
  });
}

/** To whom the client was introduced last, and by which fact whoever looks after them now has taken over. */
interface Before {
  person: Person;
  at: Instant;
  isNow: boolean;
  takenOverBy: string;
}

async function introducedBefore(deal: Deal, request: Request): Promise<Before | null> {
  const { history } = (await judgedDeal(request, deal.dealId, {})).state;
  const sent = history.latest('INTRO_SENT');
  const key = sent && managerAt(history, sent.occurredAt);
  if (!sent || !key) return null;
  const person = await request.loading.by(peopleByKey).load(key);
  const takenOverBy = history.latest('AM_ASSIGNED')!.id;
  return { person, at: sent.occurredAt, isNow: key === deal.accountManagerKey, takenOverBy };
}

/**
 * Sends the introduction, the account manager in copy, and records INTRO_SENT once the server has taken it; without a
 * server it is written to the drive and nothing is recorded. It is sent again once somebody else has taken over. Throws
 * a Refusal at what is wrong, CONFLICT where it was sent already, UNAVAILABLE with the server's words where it did not
 * take it.
 */
export async function sendIntro(request: Request, input: SendIntroEmailInput): Promise<Introduced> {
  const { db, loading, viewer } = request;
  const deal = await dealToAct(request, input.deal, 'deal');
  mayState(viewer, { type: 'INTRO_SENT' }, undefined, 'deal');
  const { accountExecutive, accountManager } = await sides(deal, request);
  if (!accountManager) throw new Refusal('BAD_USER_INPUT', 'no account manager is assigned yet', 'deal');
  const draft = await introEmail(deal, request);
  const to = input.to ?? draft.to;
  demandWords(input);
  if (draft.sentAt !== null) throw new Refusal('CONFLICT', `it was sent at ${isoOf(draft.sentAt)} already`, 'deal');
  if (!to) throw new Refusal('BAD_USER_INPUT', 'the package has no email of the HR sponsor: say whom to write', 'to');
  const isDraft = typeof input.body !== 'string';
  if (isDraft && draft.body.includes(NOBODY))
    throw new Refusal('BAD_USER_INPUT', 'the package has no name of the HR sponsor: say the text yourself', 'body');
  const mail = {
    from: { name: accountExecutive.name, address: accountExecutive.email },
    to: [{ name: '', address: to }],
    cc: [{ name: accountManager.name, address: accountManager.email }],
    subject: oneLine(input.subject ?? draft.subject),
    text: `${input.body ?? draft.body}\n`,
  };
  const file = `${handoffFolder(slugOf(deal.clientName))}/intro-${deal.key.toLowerCase()}.eml`;
  const before = await introducedBefore(deal, request);
  const early = deal.pointOfContact === 'ACCOUNT_EXECUTIVE' && isDraft && !before ? [NOT_HELD] : [];
  const book = await termsBook(db);
  const toSend = { kind: 'INTRODUCTION', regarding: before?.takenOverBy ?? null, mail, file, field: 'deal' } as const;
  const done = await sendOnce(request, deal, toSend, async (tx, { posted, warnings, messageId, at }: Sent) => {
    if (!posted.accepted) return { sent: false, file: posted.file, warnings: [NOT_SENT, ...early] };
    const told = { source: 'mail', sourceEventId: messageId, fact: { introSent: { note: `To ${to}` } } };
    await recordDeeds(tx, request, book, deal.key, [{ occurredAt: at, whenField: 'deal', ...told }]);
    return { sent: true, file: null, warnings: [...warnings, ...early] };
  });
  loading.forget();
  return { ...done, deal: await loading.by(dealsById).load(deal.dealId) };
}

function demandWords({ subject, body }: SendIntroEmailInput): void {
  for (const [path, text] of Object.entries({ subject, body }))
    if (text?.trim() === '') throw new Refusal('BAD_USER_INPUT', 'it cannot be blank', path);
}

/** Stands for a name that is not known; no client is to read it. */
const NOBODY = '[HR sponsor]';

const NOT_HELD = 'The handoff call was not held yet, and the text says that it was.';

const NOT_SENT =
  'There is no mail server: the mail lies on the drive. Send it from there, then record that it was sent (introSent).';

async function sides(
  { accountExecutiveKey, accountManagerKey }: Deal,
  { loading }: Request,
): Promise<{ accountExecutive: Person; accountManager: Person | null }> {
  const [accountExecutive, accountManager] = await Promise.all([
    loading.by(peopleByKey).load(accountExecutiveKey),
    accountManagerKey === null ? null : loading.by(peopleByKey).load(accountManagerKey),
  ]);
  return { accountExecutive, accountManager };
}

/** A subject is one line, whatever was pasted into it. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim();
}
