import { Random } from '../../src/demonstration/random';
import type { FactInput } from '../../src/facts';
import type { Instant, SlaCode } from '../../src/rules';

/** A deal and what happened to it, in order. */
export interface Story {
  calendar: string;
  accountExecutive: string;
  deliveryLead: string;
  openedAt: Instant;
  facts: { occurredAt: Instant; fact: FactInput }[];
}

type Told = (hoursFrom: number, hoursTo: number, fact: FactInput) => Instant;

const MS_AN_HOUR = 3_600_000;
const DAY_HOURS = 24;
const CALENDARS = ['england-and-wales', 'england-and-wales', 'scotland', 'northern-ireland'];
const EXECUTIVES = ['ae-1', 'ae-2', 'ae-3', 'ae-4', 'ae-5'];
const WAIVED: readonly SlaCode[] = ['SUBMIT_PACKAGE', 'HOLD_CALL', 'SEND_INTRO'];

/**
 * The first so many facts, at most 14, of a deal opened at an instant: the usual course with what goes wrong in
 * between. Times are to the millisecond, so no two stories are the same; the same index tells the same story.
 */
export function storyOf(index: number, count: number, openedAt: Instant): Story {
  const random = new Random(index);
  const facts: Story['facts'] = [];
  const told: Told = (hoursFrom, hoursTo, fact) => {
    const occurredAt = openedAt + random.between(hoursFrom * MS_AN_HOUR, hoursTo * MS_AN_HOUR);
    facts.push({ occurredAt, fact });
    return (occurredAt - openedAt) / MS_AN_HOUR;
  };
  const [accountExecutive, other] = random.shuffled(EXECUTIVES) as [string, string];
  const fee = random.between(8_000, 250_000);
  const triggered = tellSale(told, fee, random);
  tellHandoff(told, triggered, random);
  for (const happen of random.shuffled(CHANGES).slice(0, 3)) happen(told, triggered, { fee, accountExecutive, other });
  facts.sort((a, b) => a.occurredAt - b.occurredAt);
  return {
    calendar: random.pick(CALENDARS),
    accountExecutive,
    deliveryLead: random.pick(['dl-1', 'dl-2']),
    openedAt,
    facts: facts.slice(0, count),
  };
}

/** Tells the sale; the hour at which all conditions of the trigger held. */
function tellSale(told: Told, fee: number, random: Random): number {
  told(0, 2, { feeAgreed: { amount: `${fee}.00` } });
  return Math.max(
    told(3, 72, { sowSigned: { party: 'CLIENT' } }),
    told(3, 96, { sowSigned: { party: 'VENDOR' } }),
    told(3, 120, { depositInvoiced: { amount: `${Math.ceil(fee * random.pick([0.4, 0.5, 1]))}.00` } }),
    told(3, 100, { closedWon: { missingFields: [] } }),
  );
}

/** Each step is in time on some deals and late on others. */
function tellHandoff(told: Told, triggered: number, random: Random): void {
  told(triggered + 1, triggered + 110, { amAssigned: { person: random.pick(['am-1', 'am-2']) } });
  told(triggered + 2, triggered + 260, { packageSubmitted: { revision: 1 } });
  const attendees = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] as const;
  const call = told(triggered + 60, triggered + 300, { callHeld: { attendees: [...attendees] } });
  const intro = told(call + 1, call + 40, { introSent: {} });
  told(intro + 1, intro + 40, { amContactedClient: { note: 'Rang the sponsor' } });
  const workshop = told(triggered + 40 * DAY_HOURS, triggered + 50 * DAY_HOURS, {
    workshopDelivered: { week: 2, cohort: 1, attended: random.between(5, 20) },
  });
  told(workshop + 65 * DAY_HOURS, workshop + 80 * DAY_HOURS, { boardReportDelivered: { week: 12 } });
}

type Change = (
  told: Told,
  triggered: number,
  about: { fee: number; accountExecutive: string; other: string },
) => unknown;

const CHANGES: readonly Change[] = [
  (told, triggered) => {
    const held = told(triggered + 5, triggered + 90, { clientHoldStarted: { reason: 'Year-end close' } });
    told(held + 30, held + 200, { clientHoldEnded: { reason: 'Back at work' } });
  },
  (told, triggered, { fee }) => {
    const first = told(triggered, triggered + 400, { feeAgreed: { amount: `${Math.ceil(fee * 1.2)}.50` } });
    told(first + 1, first + 900, { feeAgreed: { amount: `${Math.ceil(fee * 0.9)}.25` } });
  },
  (told, triggered, { accountExecutive, other }) => {
    const payees = [
      { person: accountExecutive, shareBp: 6_667 },
      { person: other, shareBp: 3_333 },
    ];
    told(2, triggered + 300, { splitAgreed: { payees } });
  },
  (told, triggered, { fee }) => {
    const sla = WAIVED[fee % WAIVED.length]!;
    told(triggered + 100, triggered + 500, { slaWaived: { sla, approver: 'fin-1', reason: 'Office closed' } });
  },
  (told, triggered) => {
    told(triggered + 80, triggered + 500, { clientEmailedAe: {} });
    told(triggered + 900, triggered + 1_500, { riskMaterialised: { reference: 'New sponsor', declared: false } });
  },
  (told, triggered) => told(triggered + 300, triggered + 2_000, { dealCancelled: { reason: 'Taken over' } }),
];
