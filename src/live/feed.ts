import { type Database, Listener } from '../database';
import { isUuid, type Request, type Watchable, type Watching } from '../graphql';
import { DueClocks } from './dueClocks';
import { type LiveEvent, nameOf } from './liveEvent';
import { missedSince } from './missed';
import { isSeen } from './seeing';
import { Watch } from './watch';

/** Changes that come within so long of each other are told together: reading them is shared. */
const GATHERS_MS = 20;

/** Tells subscribers what changes in the database, whoever changes it. */
export class Feed implements Watching {
  private readonly watches = new Set<Watch>();
  private readonly listener: Listener;
  private readonly clocks: DueClocks;
  private gathered = new Map<string, LiveEvent>();
  private haveManyChanged = false;
  private gathering: NodeJS.Timeout | undefined;
  /** How often something was told: what was read before the latest time may be old. */
  told = 0;

  constructor(
    private readonly db: Database,
    onFault: (error: unknown) => void,
  ) {
    const missed = (since: string) => this.catchUp(since);
    this.listener = new Listener(db, 'baton_live', { told: (what) => this.hear(what), missed });
    this.clocks = new DueClocks(
      db,
      (due) => {
        for (const { dealId, sla } of due) this.gather('clock', dealId, sla);
      },
      onFault,
    );
  }

  /** Watches from when this comes back on. */
  async watch(what: Watchable, id: string | null): Promise<Watch> {
    await this.listener.start();
    if (what === 'clock') this.clocks.start();
    const watch = new Watch(what, id, (closed) => this.watches.delete(closed));
    this.watches.add(watch);
    return watch;
  }

  /** Whether somebody may see what an event is about. */
  isSeen(request: Request, event: LiveEvent): Promise<boolean> {
    return isSeen(request, event);
  }

  async stop(): Promise<void> {
    clearTimeout(this.gathering);
    for (const watch of this.watches) await watch.return();
    await Promise.all([this.listener.stop(), this.clocks.stop()]);
  }

  /** Whoever may connect to the database may say anything on its channels: only what is well formed counts. */
  private hear(said: string): void {
    const [what, rest = ''] = said.split(' ');
    if (what === 'deals') this.gatherMany();
    else if (what === 'clock' && /^\d{1,15}$/.test(rest)) this.clocks.written(Number(rest));
    else if ((what === 'deal' || what === 'run') && isUuid(rest)) this.gather(what, rest);
  }

  private async catchUp(since: string): Promise<void> {
    const { deals, runs, isTooMuch } = await missedSince(this.db, since);
    if (isTooMuch) this.gatherMany();
    else for (const id of deals) this.gather('deal', id);
    for (const id of runs) this.gather('run', id);
  }

  private gather(what: Watchable, id: string, sla?: LiveEvent['sla']): void {
    const event: LiveEvent = sla ? { what, id, sla } : { what, id };
    this.gathered.set(nameOf(event), event);
    this.tellSoon();
  }

  private gatherMany(): void {
    this.haveManyChanged = true;
    this.tellSoon();
  }

  private tellSoon(): void {
    this.gathering ??= setTimeout(() => this.tell(), GATHERS_MS).unref();
  }

  private tell(): void {
    const events = [...this.gathered.values()];
    const haveMany = this.haveManyChanged;
    [this.gathered, this.haveManyChanged, this.gathering] = [new Map(), false, undefined];
    this.told++;
    for (const watch of this.watches) {
      if (haveMany && watch.what === 'deal') watch.addMany();
      for (const event of events) if (event.what === watch.what) watch.add(event);
    }
  }
}
