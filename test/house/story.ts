import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FactInput } from '../../src/facts';
import type { Api } from '../harness/api';
import { type Opened, openDeal } from '../harness/deals';
import { Finance } from '../harness/finance';

/** A row of a story's table: at an instant, of a deal or of a month that is paid, something happens. */
export interface Happening {
  at: number;
  of: string;
  what: string;
}

const ROOT = path.join(__dirname, '..', '..');
const ROW = /^\| (\d{4}-\d\d-\d\d) (\d\d:\d\d) \| (.+?) \| (.+?) \|$/gm;

/** The rows of a document's story, in its order. */
export function happeningsOf(document: string): Happening[] {
  const text = readFileSync(path.join(ROOT, document), 'utf8');
  return [...text.matchAll(ROW)].map(([, day, time, of = '', what = '']) => ({
    at: Date.parse(`${day}T${time}:00Z`),
    of,
    what,
  }));
}

/** Makes a story happen: each row is learned when it happens. */
export class Story {
  private readonly deals = new Map<string, Opened>();
  private readonly finance: Finance;

  constructor(private readonly api: Api) {
    this.finance = new Finance(api);
  }

  async happens({ at, of, what }: Happening): Promise<void> {
    if (/^\d{4}-\d\d$/.test(of)) {
      await this.finance.paysMonth(of);
      return;
    }
    const { seller, ...told } = factsOf(what);
    const deal = this.deals.get(of) ?? (await this.opens(of, told.currency, seller));
    // A minute apart, so that each has a place of its own; the row's instant is that of the last.
    const facts = told.facts.map((fact, index) => {
      const when = new Date(at - 60_000 * (told.facts.length - 1 - index)).toISOString();
      return [when, fact, new Date(at).toISOString()] as const;
    });
    await this.finance.learns(deal, facts);
  }

  private async opens(clientName: string, currency = 'GBP', accountExecutive = 'ae-1'): Promise<Opened> {
    const deal = await openDeal(this.api, { clientName, currency, accountExecutive });
    this.deals.set(clientName, deal);
    return deal;
  }
}

interface Told {
  facts: FactInput[];
  seller?: string;
  currency?: string;
}

const ALL = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] as const;
const CURRENCIES: Readonly<Record<string, string>> = { '£': 'GBP', '€': 'EUR' };

/** What a row's words mean as facts. */
const PHRASES: readonly (readonly [words: RegExp, means: (...found: string[]) => Told])[] = [
  [
    /^(\S+) sells it for (.)([\d,]+\.\d\d)$/,
    (seller, sign, fee) => ({ ...sale(fee!), seller, currency: CURRENCIES[sign!] }),
  ],
  [
    /^(\S+) \(70%\) and (\S+) \(30%\) sell it for (.)([\d,]+\.\d\d)$/,
    (seller, second, sign, fee) => {
      const [agreed, ...rest] = sale(fee!).facts;
      const split = { splitAgreed: { payees: shares(seller!, second!) } };
      return { facts: [agreed!, split, ...rest], seller, currency: CURRENCIES[sign!] };
    },
  ],
  [/^handed over: manager, package, call, introduction$/, () => ({ facts: handover(true) })],
  [/^manager, call, introduction; no package$/, () => ({ facts: handover(false) })],
  [/^the package comes in$/, () => ({ facts: [{ packageSubmitted: { revision: 1 } }] })],
  [
    /^the workshop of Week 2, (\d+) come$/,
    (attended) => ({ facts: [{ workshopDelivered: { week: 2, cohort: 1, attended: Number(attended) } }] }),
  ],
  [
    /^the fee is raised to .([\d,]+\.\d\d)$/,
    (fee) => ({ facts: [{ feeAgreed: { amount: fee!.replaceAll(',', '') } }] }),
  ],
];

function factsOf(what: string): Told {
  for (const [words, means] of PHRASES) {
    const found = words.exec(what);
    if (found) return means(...found.slice(1));
  }
  throw new Error(`nothing is known of: ${what}`);
}

function sale(fee: string): Told {
  const amount = fee.replaceAll(',', '');
  return {
    facts: [
      { feeAgreed: { amount } },
      { sowSigned: { party: 'CLIENT' } },
      { sowSigned: { party: 'VENDOR' } },
      { depositInvoiced: { amount: String(Number(amount) / 2) } },
      { closedWon: { missingFields: [] } },
    ],
  };
}

function shares(first: string, second: string) {
  return [
    { person: first, shareBp: 7_000 },
    { person: second, shareBp: 3_000 },
  ];
}

function handover(isWithPackage: boolean): FactInput[] {
  return [
    { amAssigned: { person: 'am-1' } },
    ...(isWithPackage ? [{ packageSubmitted: { revision: 1 } }] : []),
    { callHeld: { attendees: [...ALL] } },
    { introSent: {} },
  ];
}
