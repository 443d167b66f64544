import { setTimeout as sleep } from 'node:timers/promises';

/** How the process can be asked to end: by a supervisor, Ctrl-C, or the closing of its terminal. */
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Longer than requests get to finish, so that this only cuts off what hangs. */
const STEP_WITHIN_MS = 15_000;

const LOOK_FOR_PARENT_EVERY_MS = 250;

/** What was started, to be stopped in the opposite order. */
export class Shutdown {
  private readonly steps: (() => Promise<void>)[] = [];
  private ending: Promise<void> | undefined;

  /** Ends the process well when a signal asks for it. */
  onSignals(): void {
    for (const signal of SIGNALS) process.on(signal, () => void this.exit(0));
    // npm hands a signal to the shell between us, which ends without handing it on: all we notice is its absence.
    if (process.env.npm_lifecycle_event) this.onLossOfParent();
  }

  /** Adds how to stop what was just started. */
  add(step: () => Promise<void>): void {
    this.steps.unshift(step);
  }

  /** Whether it has begun: failures of what is being stopped mean nothing any more. */
  get begun(): boolean {
    return this.ending !== undefined;
  }

  /** Stops everything, once, whatever fails on the way, and exits. */
  exit(code: number): Promise<void> {
    this.ending ??= this.stopAll().finally(() => process.exit(code));
    return this.ending;
  }

  private onLossOfParent(): void {
    const parent = process.ppid;
    const look = setInterval(() => process.ppid !== parent && void this.exit(0), LOOK_FOR_PARENT_EVERY_MS);
    look.unref();
  }

  private async stopAll(): Promise<void> {
    for (const step of this.steps) {
      const stopped = step().catch((error: unknown) => console.error(error));
      await Promise.race([stopped, sleep(STEP_WITHIN_MS)]);
    }
  }
}
