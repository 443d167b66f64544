import { setImmediate as othersFirst, setTimeout as sleep } from 'node:timers/promises';

/** Nobody waits for longer between two pieces of their own work. */
const REST_MS_MAX = 20;

/**
 * Lets one client after the other do what keeps the whole server busy: of each client, one piece of work at a time, and
 * before the next of the same client everybody else has about as long as that took.
 */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  /** Waits until it is this client's turn: what then runs without waiting for anything is one piece of work. */
  async wait(who: string): Promise<void> {
    const before = this.last.get(who);
    const turn = before ? before.then(rest) : othersFirst();
    this.last.set(who, turn);
    await turn;
    if (this.last.get(who) === turn) this.last.delete(who);
  }
}

/** Comes back when the piece of work that begins just now was done, and as long again. */
async function rest(): Promise<void> {
  const begun = performance.now();
  await othersFirst();
  const took = performance.now() - begun;
  if (took >= 1) await sleep(Math.min(took, REST_MS_MAX));
}
