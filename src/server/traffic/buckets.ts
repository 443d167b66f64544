import { BoundedMap } from '../limits';

/** Who is remembered: whoever was forgotten since had not asked for a while. */
const KNOWN_MAX = 10_000;

/** What somebody has left, and when that was so (milliseconds of any clock that only goes forward). */
interface Bucket {
  left: number;
  at: number;
}

/**
 * Budgets that fill up by themselves: so much a minute, of which a tenth can be spent at once. Who has one left
 * may spend it, also on what costs more, and then waits until the debt is paid: so nothing is too dear for ever.
 */
export class Buckets {
  private readonly known = new BoundedMap<string, Bucket>(KNOWN_MAX);
  private readonly most: number;

  /** 0 a minute sets no bound. */
  constructor(private readonly aMinute: number) {
    this.most = Math.max(1, aMinute / 10);
  }

  /** Spends so much of somebody's budget: 0, or after how many whole seconds there is something to spend again. */
  spend(who: string, amount: number, now: number): number {
    const wait = this.waitOf(who, now);
    if (wait === 0) this.charge(who, amount, now);
    return wait;
  }

  /** Takes so much of somebody's budget, whether it is there or not. */
  charge(who: string, amount: number, now: number): void {
    if (this.aMinute > 0) this.known.set(who, { left: this.leftOf(who, now) - amount, at: now });
  }

  /** After how many whole seconds somebody has something to spend; 0 where that is so already. */
  waitOf(who: string, now: number): number {
    const left = this.aMinute > 0 ? this.leftOf(who, now) : 1;
    return left >= 1 ? 0 : Math.ceil(((1 - left) * 60) / this.aMinute);
  }

  private leftOf(who: string, now: number): number {
    const bucket = this.known.get(who);
    if (!bucket) return this.most;
    return Math.min(this.most, bucket.left + ((now - bucket.at) * this.aMinute) / 60_000);
  }
}
