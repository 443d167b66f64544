import type { Deal } from '../../deals';
import type { Request } from '../../graphql';
import { peopleByKey } from '../../people';
import type { LocalDate, PackageContent } from '../../rules';
import { termsBook } from '../../terms';
import { documentHtml, renderDocument } from '../document';
import { packageContent } from '../loading';
import { revisionsByNumber } from '../revisions/loading';
import { HandoffDocument } from './document';
import { pathsOfRevisions } from './paths';

/** The document of a revision, and its date. */
export type RevisionDocument = HandoffDocument & { revision: number; date: LocalDate };

/** The document of a deal's draft. */
export async function draftDocument(deal: Deal, request: Request): Promise<HandoffDocument> {
  const content = await packageContent(request, deal.dealId);
  return documentOf(deal, request, content, request.now, null);
}

/** The document of a revision of a deal's package; null where there is no such revision. */
export async function revisionDocument(
  deal: Deal,
  revision: number,
  request: Request,
): Promise<RevisionDocument | null> {
  const { dealId } = deal;
  const frozen = await request.loading.by(revisionsByNumber).load({ dealId, revision });
  if (!frozen) return null;
  const document = await documentOf(deal, request, frozen.content, Date.parse(frozen.submittedAt), revision);
  return Object.assign(document, { revision });
}

async function documentOf(
  deal: Deal,
  request: Request,
  content: PackageContent,
  at: number,
  revision: number | null,
): Promise<HandoffDocument & { date: LocalDate }> {
  const { zone } = (await termsBook(request.db)).calendar(deal.calendar)!;
  const date = zone.dateOf(zone.dayOf(at));
  const title = { dealKey: deal.key, clientName: deal.clientName, date, revision, currency: deal.currency };
  const markdown = renderDocument(title, await withNames(content, request));
  const path =
    revision === null ? null : await request.loading.by(pathsOfRevisions).load({ dealId: deal.dealId, revision });
  return Object.assign(new HandoffDocument(), { revision, markdown, html: documentHtml(markdown), path, date });
}

/** People read names; their keys stay behind them, by which the document is read back. */
async function withNames(content: PackageContent, { loading }: Request): Promise<PackageContent> {
  const commitments = content.commitments.map(async (made) => {
    if (made.promisedBy === null) return made;
    const { name, key } = await loading.by(peopleByKey).load(made.promisedBy);
    return { ...made, promisedBy: `${name} (${key})` };
  });
  return { ...content, commitments: await Promise.all(commitments) };
}
