import './global-setup';

/** Once a run, at its end. */
export default async function teardown(): Promise<void> {
  await globalThis.endTestRun?.();
}
