/** Figures of two things that were measured in turn, so that what else the machine does hits both. */
export interface Compared {
  ours: number[];
  theirs: number[];
}

const ROUNDS = 5;

/** Measures A B A B …; each measurement gets the number of its round and gives a figure. */
export async function inTurn(
  ours: (round: number) => number | Promise<number>,
  theirs: (round: number) => number | Promise<number>,
): Promise<Compared> {
  const figures: Compared = { ours: [], theirs: [] };
  for (let round = 0; round < ROUNDS; round++) {
    figures.ours.push(await ours(round));
    figures.theirs.push(await theirs(round));
  }
  return figures;
}

/** How many rounds `inTurn` measures. */
export const roundCount = ROUNDS;

/** How many of something were done a second. */
export async function rate(count: number, work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return count / ((performance.now() - begun) / 1_000);
}

/** The middle one of figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Does work for each item, so many at once, those of a lane one after the other. */
export async function inLanes<T>(
  lanes: number,
  items: readonly T[],
  work: (item: T, lane: number) => Promise<unknown>,
) {
  const left = items.values();
  const run = async (lane: number) => {
    for (const item of left) await work(item, lane);
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)));
}
