import { Refusal, type Watchable } from '../graphql';
import { type LiveEvent, nameOf } from './liveEvent';

/** What waits for one subscriber at most. */
const WAITING_MAX = 1_000;
/** What a subscriber takes at once: answers for so much wait in memory while a client is slow. */
const TAKEN_MAX = 10;

type Taken = IteratorResult<readonly LiveEvent[], undefined>;

/**
 * What waits for one subscriber, each thing once however often it changes. Of too much it keeps nothing: whoever takes
 * from it is told so, once, and that was the end.
 */
export class Watch implements AsyncIterableIterator<readonly LiveEvent[], undefined> {
  private readonly waiting = new Map<string, LiveEvent>();
  private hasOverflowed = false;
  private isClosed = false;
  private taker: (() => void) | undefined;

  constructor(
    readonly what: Watchable,
    readonly id: string | null,
    private readonly onClose: (watch: Watch) => void,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  add(event: LiveEvent): void {
    if (this.hasOverflowed || (this.id !== null && this.id !== event.id)) return;
    this.waiting.set(nameOf(event), event);
    if (this.waiting.size > WAITING_MAX) this.overflow();
    else this.wake();
  }

  /** More has changed than is told one by one. Whoever watches one thing gets that. */
  addMany(): void {
    if (this.id === null) this.overflow();
    else this.add({ what: this.what, id: this.id });
  }

  /** What waits, as soon as there is something. Throws LIMIT_EXCEEDED where too much has. */
  async next(): Promise<Taken> {
    while (this.waiting.size === 0 && !this.hasOverflowed && !this.isClosed)
      await new Promise<void>((resolve) => {
        this.taker = resolve;
      });
    if (this.isClosed) return { done: true, value: undefined };
    if (this.hasOverflowed) throw tooMuch();
    return { done: false, value: this.take() };
  }

  async return(): Promise<Taken> {
    this.isClosed = true;
    this.waiting.clear();
    this.onClose(this);
    this.wake();
    return { done: true, value: undefined };
  }

  private take(): LiveEvent[] {
    const taken = [...this.waiting].slice(0, TAKEN_MAX);
    for (const [name] of taken) this.waiting.delete(name);
    return taken.map(([, event]) => event);
  }

  private overflow(): void {
    this.hasOverflowed = true;
    this.waiting.clear();
    this.wake();
  }

  private wake(): void {
    this.taker?.();
    this.taker = undefined;
  }
}

function tooMuch(): Refusal {
  return new Refusal('LIMIT_EXCEEDED', 'More has changed than can be told one by one: read it again, and subscribe.');
}
