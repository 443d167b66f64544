import { v7 as uuidv7 } from 'uuid';
import { COMMITMENT, type Commitment, commitmentOf, demandOneDue } from '../commitments';
import type { Queryable } from '../database';
import { type Deal, dealToAct } from '../deals';
import { type DealEvent, lockDeals, shownEvent } from '../facts';
import { Refusal, type Request, readChildId } from '../graphql';
import { demandPeople } from '../people';
import { recordDeeds } from '../recording';
import { isoOf, RuleError } from '../rules';
import { termsBook } from '../terms';
import { wasDeclared } from './declared';
import type { ReportCommitmentDiscoveredInput } from './inputs';
import { demandNoneBlank, demandNoneOf, referenceOf, stillReported } from './reported';

/** A commitment that was reported. */
interface Reported {
  commitment: Commitment;
  event: DealEvent;
  declared: boolean;
}

/**
 * Records that a commitment has come up, declared or not, and writes it down if nobody has; in one transaction.
 * Throws a Refusal or RuleError at what is wrong, CONFLICT where it was reported already.
 */
export async function reportCommitment(request: Request, input: ReportCommitmentDiscoveredInput): Promise<Reported> {
  const { db, loading } = request;
  const deal = await dealToAct(request, input.deal, 'deal');
  demandOne(input);
  await demandPeople(db, { promisedBy: input.promisedBy, owner: input.owner });
  const book = await termsBook(db);
  const reported = await db.transaction(async (tx) => {
    await lockDeals(tx, [deal.dealId], []);
    const known = input.commitment ? await knownCommitment(tx, deal, input.commitment) : undefined;
    const declared = known
      ? await wasDeclared(tx, 'commitments', deal.dealId, known.commitmentId, input.occurredAt)
      : false;
    const fact = { commitmentDiscovered: { reference: referenceOf(known?.words ?? input.words!), declared } };
    const [event] = await recordDeeds(tx, request, book, deal.key, [
      { occurredAt: input.occurredAt, whenField: 'occurredAt', fact, isVouchedFor: true },
    ]);
    const row = known
      ? await discover(tx, request, known, event!.id)
      : await writeDown(tx, request, deal, input, event!.id);
    return { commitment: commitmentOf(row), event: shownEvent(event!, deal.currency), declared };
  });
  loading.forget();
  return reported;
}

/** What goes with the words of a commitment that nobody wrote down. */
const OF_WORDS = ['promisedTo', 'promisedBy', 'owner', 'dueWeek', 'dueOn', 'evidence'] as const;

function demandOne(input: ReportCommitmentDiscoveredInput): void {
  demandNoneBlank(input, 'words', 'promisedTo');
  demandOneDue(input);
  if (Boolean(input.commitment) === Boolean(input.words))
    throw new Refusal('BAD_USER_INPUT', 'give either a commitment that is written down, or the words of one', 'words');
  if (input.commitment) demandNoneOf(input, 'changeCommitment', ...OF_WORDS);
  if (input.words && !input.promisedTo) throw new RuleError('promisedTo', 'say whom at the client it was promised');
}

async function knownCommitment(tx: Queryable, { dealId }: Deal, given: string): Promise<Commitment> {
  const { dealId: ofDeal, id } = readChildId('Commitment', given, 'commitment');
  const [known] = ofDeal === dealId ? await tx.query<Commitment>(FIND, [dealId, id], 'commitment_to_report') : [];
  if (!known) throw new Refusal('NOT_FOUND', `The deal has no commitment "${given}"`, 'commitment');
  if (await stillReported(tx, dealId, known.eventId)) {
    const shown = { commitment: commitmentOf(known) };
    throw new Refusal('CONFLICT', 'it is reported already: retract that fact first', 'commitment', [], shown);
  }
  return known;
}

async function discover(
  tx: Queryable,
  { now, viewer }: Request,
  { dealId, commitmentId }: Commitment,
  eventId: string,
): Promise<Commitment> {
  const values = [dealId, commitmentId, eventId, isoOf(now), viewer.personKey];
  const [row] = await tx.query<Commitment>(DISCOVER, values, 'discover_commitment');
  return row!;
}

async function writeDown(
  tx: Queryable,
  { now, viewer }: Request,
  { dealId, accountExecutiveKey }: Deal,
  { words, promisedTo, promisedBy, owner, dueWeek, dueOn, evidence }: ReportCommitmentDiscoveredInput,
  eventId: string,
): Promise<Commitment> {
  const content = [words, promisedTo, promisedBy ?? accountExecutiveKey, owner, dueWeek, dueOn, evidence];
  const values = [dealId, uuidv7(), ...content, eventId, isoOf(now), viewer.personKey];
  const [row] = await tx.query<Commitment>(WRITE_DOWN, values, 'write_down_commitment');
  return row!;
}

const FIND = `select ${COMMITMENT} from commitment c where c.deal_id = $1 and c.id = $2 for update`;

const DISCOVER = `
  update commitment c set event_id = $3, version = c.version + 1, updated_at = $4, updated_by = $5
  where c.deal_id = $1 and c.id = $2 returning ${COMMITMENT}`;

const WRITE_DOWN = `
  insert into commitment as c (deal_id, id, words, promised_to, promised_by, owner, due_week, due_on, due_date,
    evidence, status, event_id, version, created_at, updated_at, updated_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, due_date_of($1, $7, $8), $9, 'OPEN', $10, 1, $11, $11, $12)
  returning ${COMMITMENT}`;
