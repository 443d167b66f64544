import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../src/database';
import { eventGlobalId, type FactInput } from '../../src/facts';
import { openDeals, recordFacts } from '../../src/recording';
import type { Instant, SlaCode } from '../../src/rules';

/** A London date and time of day, such as `2026-01-12 09:30`. */
export type LondonTime = string;

const ADMIN = { personKey: 'ad-1', role: 'ADMIN' } as const;
const DEAL = { accountExecutive: 'ae-1', deliveryLead: 'dl-1', currency: 'GBP', calendar: 'england-and-wales' };
const EVERYBODY = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] as const;

/** A deal to which things happen day by day, and what its books say. Facts are learned when they happen unless told. */
export class Diary {
  private constructor(
    private readonly db: Database,
    private readonly dealId: string,
    readonly key: string,
  ) {}

  static async open(db: Database, clientName: string, at: LondonTime, plan = 'standard'): Promise<Diary> {
    const [deal] = await openDeals(db, ADMIN, [{ ...DEAL, clientName, plan }], () => instantOf(at));
    return new Diary(db, deal!.dealId, deal!.key);
  }

  /** States a fact, and gives the event's id as the API shows it. */
  async on(at: LondonTime, fact: FactInput, learned = at): Promise<string> {
    const given = { deal: this.key, event: { occurredAt: instantOf(at), fact } };
    const [recorded] = await recordFacts(this.db, ADMIN, [given], () => instantOf(learned));
    return eventGlobalId(this.dealId, recorded!.event.id);
  }

  /** On one day the fee is agreed, both sign at ten and eleven, the deposit goes out, and at three all is complete. */
  async isSold(day: string, fee: string, deposit: string): Promise<void> {
    await this.on(`${day} 09:00`, { feeAgreed: { amount: fee } });
    await this.on(`${day} 10:00`, { sowSigned: { party: 'CLIENT' } });
    await this.on(`${day} 11:00`, { sowSigned: { party: 'VENDOR' } });
    await this.on(`${day} 12:00`, { depositInvoiced: { amount: deposit } });
    await this.on(`${day} 15:00`, { closedWon: { missingFields: [] } });
  }

  /** On one day the account manager is assigned, the package comes in, and from two to four all is handed over. */
  async isHandedOver(day: string): Promise<void> {
    await this.on(`${day} 09:00`, { amAssigned: { person: 'am-1' } });
    await this.on(`${day} 10:00`, { packageSubmitted: { revision: 1 } });
    await this.on(`${day} 14:00`, { callHeld: { attendees: [...EVERYBODY] } });
    await this.on(`${day} 14:50`, { introSent: {} });
    await this.on(`${day} 16:00`, { amContactedClient: {} });
  }

  async hasWorkshop(at: LondonTime, learned = at): Promise<string> {
    return this.on(at, { workshopDelivered: { week: 2, cohort: 1, attended: 14 } }, learned);
  }

  async hasBoardReport(at: LondonTime): Promise<string> {
    return this.on(at, { boardReportDelivered: { week: 12 } });
  }

  /** Where each payment stands, in the order in which tranches are paid: what is released of what it is worth. */
  payments(): Promise<string[]> {
    const money = `${pounds('released_minor')} || ' of ' || ${pounds('amount_minor')}`;
    return this.lines(`
      select tranche || ' ' || payee || ' ' || status || ' ' || ${money} as line
      from commission_payment where deal_id = $1 and not withdrawn
      order by array_position(array['SOW_SIGNED', 'WEEK_2_WORKSHOP', 'WEEK_12_BOARD_REPORT'], tranche), payee`);
  }

  /**
   * What was posted, in order: the day on which it counts, what, and the day on which it was recorded where that is
   * another.
   */
  ledger(): Promise<string[]> {
    const day = (column: string) => `to_char(${column} at time zone 'Europe/London', 'YYYY-MM-DD')`;
    const [effective, recorded] = [day('effective_at'), day('recorded_at')];
    const later = `case when ${effective} = ${recorded} then '' else ', recorded ' || ${recorded} end`;
    const money = pounds('amount_minor');
    return this.lines(`
      select ${effective} || ' ' || kind || ' ' || tranche || ' ' || payee || ' ' || ${money} || ${later} as line
      from commission_line where deal_id = $1 order by recorded_at, effective_at, tranche desc, payee`);
  }

  /** Who owns the deal, and what is missing. */
  standing(): Promise<string[]> {
    return this.lines(`select stage || ', owned by ' || owner || case when unmet_conditions = '{}' then '' else
      ', without ' || array_to_string(unmet_conditions, ' ') end as line from deal where id = $1`);
  }

  /** A clock as it is stored: its status and its last millisecond in UTC. */
  clock(sla: SlaCode): Promise<string[]> {
    return this.lines(
      `select status || coalesce(' until ' || to_char(due_at, 'YYYY-MM-DD HH24:MI:SS.MS'), '') as line
       from sla_clock where deal_id = $1 and sla = $2`,
      sla,
    );
  }

  faults(): Promise<string[]> {
    return this.lines('select code as line from handoff_fault where deal_id = $1 order by code');
  }

  private async lines(statement: string, ...values: unknown[]): Promise<string[]> {
    return (await this.db.query<{ line: string }>(statement, [this.dealId, ...values])).map(({ line }) => line);
  }
}

/** The instant of a London time. */
export function instantOf(time: LondonTime): Instant {
  return Temporal.PlainDateTime.from(time).toZonedDateTime('Europe/London').epochMilliseconds;
}

function pounds(minor: string): string {
  return `trim(to_char(${minor} / 100.0, '999999990.00'))`;
}
