import { changeCommitment, createCommitment } from '../commitments';
import type { Database } from '../database';
import { DriveFailure, Loading, MailRefusal, type Request, type Viewer } from '../graphql';
import { savePackage } from '../packages';
import { changeRisk, createRisk } from '../risks';
import type { Instant } from '../rules';
import type { Declared, ToldStory } from './story';

/** Where people write down what belongs to a deal beside its facts. */
export class Desk {
  private readonly seller: Viewer;
  private readonly lead: Viewer;

  constructor(
    private readonly db: Database,
    private readonly story: ToldStory,
  ) {
    const { accountExecutive, deliveryLead } = story.deal;
    this.seller = { personKey: accountExecutive, role: 'ACCOUNT_EXECUTIVE' };
    this.lead = { personKey: deliveryLead, role: 'DELIVERY_LEAD' };
  }

  /** Writes down what was declared as it stands at an instant, and begins the package where none was submitted yet. */
  async write(asOf: Instant): Promise<void> {
    const { notes, facts } = this.story;
    if (!notes) return;
    for (const declared of notes.declared)
      await (declared.kind === 'RISK'
        ? this.writeRisk(declared, notes.writtenAt, asOf)
        : this.writeCommitment(declared, notes.writtenAt, asOf));
    if (!facts.some(({ fact }) => fact.packageSubmitted || fact.dealCancelled))
      await this.beginPackage(notes.writtenAt);
  }

  private async writeRisk({ words, comesUpAt }: Declared, writtenAt: Instant, asOf: Instant): Promise<void> {
    const input = {
      deal: this.story.dealKey,
      description: words,
      likelihood: 'MEDIUM',
      mitigation: MITIGATION,
    } as const;
    const { risk } = await createRisk(this.requestOf(this.seller, writtenAt), input);
    if (comesUpAt > asOf) return;
    const change = { risk: risk.id, expectedVersion: risk.version, status: 'MATERIALISED' } as const;
    await changeRisk(this.requestOf(this.lead, comesUpAt), change);
  }

  private async writeCommitment({ words, comesUpAt }: Declared, writtenAt: Instant, asOf: Instant): Promise<void> {
    const promised = { words, promisedTo: 'The HR sponsor', promisedBy: this.seller.personKey, dueWeek: DUE_WEEK };
    const request = this.requestOf(this.seller, writtenAt);
    const { commitment } = await createCommitment(request, { deal: this.story.dealKey, ...promised });
    if (comesUpAt > asOf) return;
    const kept = { status: 'KEPT', evidence: EVIDENCE } as const;
    const change = { commitment: commitment.id, expectedVersion: commitment.version, ...kept };
    await changeCommitment(this.requestOf(this.lead, comesUpAt), change);
  }

  private async beginPackage(writtenAt: Instant): Promise<void> {
    const { clientName } = this.story.deal;
    await savePackage(this.requestOf(this.seller, writtenAt), {
      deal: this.story.dealKey,
      expectedVersion: 0,
      sections: {
        clientBasics: { legalName: `${clientName} Ltd`, tradingName: clientName },
        commercials: { sideCommitments: [] },
      },
    });
  }

  private requestOf(viewer: Viewer, now: Instant): Request {
    const loading: Loading = new Loading(() => request);
    const request: Request = { viewer, db: this.db, loading, now, correlationId: 'demonstration', ...NOTHING_GOES_OUT };
    return request;
  }
}

const MITIGATION = 'Raise it in the handoff call; plan the week 4 walkthrough around it';
const EVIDENCE = 'The HR sponsor thanked us for it by mail';
/** When the seed's example of a promise is due: a report at week 4. */
const DUE_WEEK = 4;

/** The demonstration is a history: nothing of it is sent or written to the drive again. */
const NOTHING_GOES_OUT: Pick<Request, 'drive' | 'post'> = {
  drive: { write: () => Promise.reject(new DriveFailure('The demonstration writes no files')) },
  post: { send: () => Promise.reject(new MailRefusal('The demonstration sends no mails')) },
};
