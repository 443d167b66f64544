import type { Queryable } from '../../database';
import { type Deal, dealsById, dealToChange } from '../../deals';
import { DriveFailure, Refusal, type Request } from '../../graphql';
import type { RevisionNumber } from '../revisions/loading';
import type { HandoffDocument } from './document';
import type { WriteHandoffDocumentInput } from './inputs';
import { reservePath } from './paths';
import { type RevisionDocument, revisionDocument } from './rendering';

/** A document that lies on the drive. */
export interface Published {
  document: HandoffDocument;
}

/**
 * Writes the document of a revision to the drive, once more if it lies there; the latest one of its day stays. Throws
 * NOT_FOUND for no such revision, UNAVAILABLE where the drive takes no file.
 */
export async function publishRevision(request: Request, deal: Deal, revision: number): Promise<Published> {
  const document = await revisionDocument(deal, revision, request);
  if (!document) throw new Refusal('NOT_FOUND', `${deal.key} has no revision ${revision} of its package`, 'revision');
  const path = await request.db.transaction((tx) => writtenTo(tx, request, deal, document));
  return { document: Object.assign(document, { path }) };
}

/**
 * In the transaction that reserves the path: what could not be written has none, and of two revisions that are written
 * at once the later one stays.
 */
async function writtenTo(tx: Queryable, { drive }: Request, deal: Deal, document: RevisionDocument): Promise<string> {
  const path = await reservePath(tx, deal, document.revision, document.date);
  try {
    return await drive.write(path, document.markdown);
  } catch (error) {
    if (error instanceof DriveFailure) throw new Refusal('UNAVAILABLE', error.message);
    throw error;
  }
}

/** Writes again all documents of deals that lie on the drive, by what their revisions say now. */
export async function rewriteDocuments(request: Request, dealIds: readonly string[]): Promise<void> {
  const lying = await request.db.query<RevisionNumber & { path: string }>(LYING, [dealIds], 'documents_of_deals');
  for (const { dealId, revision, path } of lying) {
    const deal = await request.loading.by(dealsById).load(dealId);
    const document = deal && (await revisionDocument(deal, revision, request));
    if (document) await request.drive.write(path, document.markdown);
  }
}

const LYING = 'select deal_id as "dealId", revision, path from drive_path where deal_id = any($1) order by path';

/** Writes the document of a revision for a person. */
export async function writeDocument(request: Request, input: WriteHandoffDocumentInput): Promise<Published> {
  const deal = await dealToChange(request, input.deal, 'deal');
  return publishRevision(request, deal, input.revision);
}

/** The same after a submission, which has happened whatever the drive says: a failure is a warning. */
export async function publishSubmitted(
  request: Request,
  deal: Deal,
  revision: number,
): Promise<{ document: HandoffDocument | null; warnings: string[] }> {
  try {
    return { ...(await publishRevision(request, deal, revision)), warnings: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const again = `Write it again with writeHandoffDocument(input: { deal: "${deal.key}", revision: ${revision} }).`;
    return { document: null, warnings: [`Revision ${revision} is submitted, but ${error.message}. ${again}`] };
  }
}
