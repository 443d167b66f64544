import { Zone } from '../../src/rules';
import {
  DealHandedOverDocument,
  SaveHandoffPackageDocument,
  type SaveHandoffPackageInput,
  SubmitHandoffPackageDocument,
} from '../api/generated/operations';
import type { Api, Asker } from './api';
import { answered, type Opened, openDeal, record } from './deals';
import { SECTIONS } from './sections';

/** The sections that no statement excuses. */
export const A_TO_E = { sections: SECTIONS };

/** All that a package needs to be submitted. */
export const COMPLETE = { ...A_TO_E, noRisksAndIHaveAsked: true, noCommitmentsAndIHaveAsked: true };

/** A revision as it was frozen, with the details of the fact that was recorded with it. */
interface FrozenRevision {
  revision: number;
  content: object;
  package: object;
  risks: object[];
  commitments: object[];
  fact: object;
}

/** The package of a deal of `ae-1`, as the AE works on it. */
export class Draft {
  constructor(
    private readonly api: Api,
    readonly deal: Opened,
  ) {}

  /** Saves sections; from version 0 and by the AE unless said otherwise. */
  async save(sections: Partial<SaveHandoffPackageInput>, by: Asker = 'ae-1') {
    const input = { deal: this.deal.id, expectedVersion: 0, ...sections };
    return answered(await this.api.run(by, SaveHandoffPackageDocument, { input })).saveHandoffPackage;
  }

  async submit(expectedVersion: number, by: Asker = 'ae-1') {
    const input = { deal: this.deal.id, expectedVersion };
    return answered(await this.api.run(by, SubmitHandoffPackageDocument, { input })).submitHandoffPackage;
  }

  /** The package as others read it. */
  async stored() {
    const { deal } = answered(await this.api.run('dl-1', DealHandedOverDocument, { key: this.deal.key }));
    return deal!.handoffPackage;
  }

  /** What was frozen, from the database: the API does not tell it yet. */
  revisions(): Promise<FrozenRevision[]> {
    return this.api.db.query(
      `select r.revision, r.content, r.package, r.risks, r.commitments, e.details as fact
       from package_revision r join deal_event e on (e.deal_id, e.id) = (r.deal_id, r.event_id)
       join deal d on d.id = r.deal_id where d.key = $1 order by r.revision`,
      [this.deal.key],
    );
  }
}

/** An instant so many minutes ago. */
export const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const LONDON = Zone.named('Europe/London');

/** An hour ago, or the beginning of the day: what is due on the day of the call is not late an hour after midnight. */
const earlierToday = () =>
  new Date(Math.max(Date.parse(ago(60)), LONDON.startOf(LONDON.dayOf(Date.now())))).toISOString();

/** A deal of which the package is saved and the call was held earlier today. */
export async function calledDeal(api: Api): Promise<Opened> {
  const deal = await openDeal(api);
  const at = ago(120);
  await record(api, deal.key, [
    [at, { feeAgreed: { amount: '48000.00' } }],
    [at, { sowSigned: { party: 'CLIENT' } }],
    [at, { sowSigned: { party: 'VENDOR' } }],
    [at, { depositInvoiced: { amount: '19200.00' } }],
    [at, { closedWon: {} }],
    [at, { amAssigned: { person: 'am-1' } }],
    [earlierToday(), { callHeld: { attendees: ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] } }],
  ]);
  await new Draft(api, deal).save(COMPLETE);
  return deal;
}
