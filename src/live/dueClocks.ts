import { type Database, DatabaseUnavailable } from '../database';
import { type Instant, isoOf, type SlaCode } from '../rules';

/** A clock whose deadline has just passed. */
export interface FallenDue {
  dealId: string;
  sla: SlaCode;
}

/** Timers cannot be set for longer than some weeks, and a machine may sleep. */
const LOOKS_AT_LEAST_EVERY_MS = 3_600_000;
const AGAIN_AFTER_MS = 1_000;
const PAGE = 500;

/** A clock that was written to have fallen due longer ago has done so in the past: nobody is told as of now. */
const JUST_NOW_MS = 60_000;

/**
 * Tells when the deadline of a running clock passes. It looks at the next deadline there is and waits until then; of a
 * nearer one that is written meanwhile it is told.
 */
export class DueClocks {
  private timer: NodeJS.Timeout | undefined;
  private nextAt = Number.POSITIVE_INFINITY;
  private toldUntil = 0;
  private looking: Promise<void> | undefined;
  private isStopped = false;

  constructor(
    private readonly db: Database,
    private readonly onDue: (due: readonly FallenDue[]) => void,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /** Tells of what falls due from now on; called again, it changes nothing. */
  start(): void {
    if (this.toldUntil > 0) return;
    this.toldUntil = Date.now();
    this.look();
  }

  /** A running clock was written that is due then. */
  written(dueAt: Instant): void {
    if (this.toldUntil === 0 || dueAt >= this.nextAt || dueAt < Date.now() - JUST_NOW_MS) return;
    // Whoever wrote it may have taken longer than until its deadline.
    this.toldUntil = Math.min(this.toldUntil, dueAt);
    this.wait(dueAt);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  private wait(until: Instant): void {
    clearTimeout(this.timer);
    if (this.isStopped) return;
    this.nextAt = until;
    // The deadline itself is still in time.
    const ms = Math.min(Math.max(until + 1 - Date.now(), 0), LOOKS_AT_LEAST_EVERY_MS);
    this.timer = setTimeout(() => this.look(), ms).unref();
  }

  private look(): void {
    this.looking = this.tell().catch((error: unknown) => {
      if (!(error instanceof DatabaseUnavailable)) this.onFault(error);
      this.wait(Date.now() + AGAIN_AFTER_MS);
    });
  }

  private async tell(): Promise<void> {
    this.nextAt = Number.POSITIVE_INFINITY;
    const until = Date.now();
    let after: { at: string; place: string } = { at: isoOf(this.toldUntil), place: '' };
    for (let full = true; full; ) {
      const due = await this.db.query<FallenDue & { dueAt: string }>(DUE, [after.at, after.place, isoOf(until)], 'due');
      if (due.length > 0) this.onDue(due);
      full = due.length === PAGE;
      const last = due.at(-1);
      if (last) after = { at: last.dueAt, place: `${last.sla} ${last.dealId}` };
    }
    this.toldUntil = until;
    const [next] = await this.db.query<{ dueAt: string | null }>(NEXT, [isoOf(until)], 'next_due');
    const nextAt = next?.dueAt ? Date.parse(next.dueAt) : Number.POSITIVE_INFINITY;
    this.wait(Math.min(nextAt, this.nextAt));
  }
}

const DUE = `
  select deal_id as "dealId", sla, to_char(due_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt"
  from sla_clock c
  where status = 'RUNNING' and due_at < $3::timestamptz and due_at >= $1::timestamptz
    and (due_at > $1::timestamptz or sla || ' ' || deal_id::text > $2)
  order by due_at, sla, deal_id limit ${PAGE}`;

const NEXT = `
  select to_char(min(due_at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt"
  from sla_clock where status = 'RUNNING' and due_at >= $1::timestamptz`;
