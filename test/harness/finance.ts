import type { FactInput } from '../../src/facts';
import { recordFacts } from '../../src/recording';
import {
  ApprovePayRunDocument,
  CreatePayRunDocument,
  DiscardPayRunDocument,
  MarkPayRunPaidDocument,
} from '../api/generated/operations';
import type { Api, Asker } from './api';
import { answered, type Opened } from './deals';

/** Finance at work: months are paid, and facts are learned when they were. */
export class Finance {
  constructor(private readonly api: Api) {}

  /** Records facts as an import does that knows when each was learned: by default when it happened. */
  async learns(deal: Opened, told: readonly (readonly [happened: string, fact: FactInput, learned?: string])[]) {
    const importer = { personKey: 'ad-1', role: 'ADMIN' } as const;
    const facts = told.map(([happened, fact, learned = happened]) => ({
      deal: deal.key,
      event: { occurredAt: Date.parse(happened), fact },
      learnedAt: Date.parse(learned),
    }));
    return (await recordFacts(this.api.db, importer, facts)).map(({ event }) => event);
  }

  async creates(period: string, by: Asker = 'fin-1') {
    return answered(await this.api.run(by, CreatePayRunDocument, { input: { period } })).createPayRun;
  }

  async approves(payRun: string, by: Asker = 'fin-2') {
    return answered(await this.api.run(by, ApprovePayRunDocument, { input: { payRun } })).approvePayRun;
  }

  async pays(payRun: string, reference = 'BACS-1', by: Asker = 'fin-1') {
    return answered(await this.api.run(by, MarkPayRunPaidDocument, { input: { payRun, reference } })).markPayRunPaid;
  }

  async discards(payRun: string, by: Asker = 'fin-1') {
    return answered(await this.api.run(by, DiscardPayRunDocument, { input: { payRun } })).discardPayRun;
  }

  /** Creates, approves and pays the run of a month; what was paid to each payee. */
  async paysMonth(period: string): Promise<Record<string, string[]>> {
    const { payRun, errors } = await this.creates(period);
    const steps = [errors, (await this.approves(payRun!.id)).errors, (await this.pays(payRun!.id)).errors];
    if (steps.flat().length > 0) throw new Error(`not paid: ${JSON.stringify(steps)}`);
    const words = ({
      broughtForward,
      linesTotal,
      payable,
      carriedForward,
    }: (typeof payRun & object)['payees'][number]) =>
      [broughtForward, linesTotal, payable, carriedForward].map(({ amount }) => amount);
    return Object.fromEntries(payRun!.payees.map((payee) => [payee.payee.key, words(payee)]));
  }
}
