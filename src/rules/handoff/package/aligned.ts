/** A row before and after: what has changed has both, what was taken out only `before`, what came only `after`. */
export interface Pair<Row> {
  before?: Row;
  after?: Row;
  /** The place of what there is now, else of what there was. */
  index: number;
}

/**
 * Which row became which: rows that are the same in both lists hold their place, in the longest order that they have in
 * common; between two of them one row after the other is taken for changed, and what is left over came or went.
 */
export function aligned<Row>(
  before: readonly Row[],
  after: readonly Row[],
  isSame: (a: Row, b: Row) => boolean,
): Pair<Row>[] {
  const pairs: Pair<Row>[] = [];
  let [b, a] = [0, 0];
  for (const [nextB, nextA] of [...commonPlaces(before, after, isSame), [before.length, after.length] as const]) {
    const changed = Math.max(nextB - b, nextA - a);
    for (let step = 0; step < changed; step++) {
      const row = {
        ...(b + step < nextB && { before: before[b + step]! }),
        ...(a + step < nextA && { after: after[a + step]! }),
      };
      pairs.push({ ...row, index: a + step < nextA ? a + step : b + step });
    }
    [b, a] = [nextB + 1, nextA + 1];
  }
  return pairs;
}

/** The places of a longest common subsequence. */
function commonPlaces<Row>(
  before: readonly Row[],
  after: readonly Row[],
  isSame: (a: Row, b: Row) => boolean,
): (readonly [number, number])[] {
  const lengths = before.map(() => new Array<number>(after.length + 1).fill(0));
  lengths.push(new Array<number>(after.length + 1).fill(0));
  for (let b = before.length - 1; b >= 0; b--)
    for (let a = after.length - 1; a >= 0; a--)
      lengths[b]![a] = isSame(before[b]!, after[a]!)
        ? lengths[b + 1]![a + 1]! + 1
        : Math.max(lengths[b + 1]![a]!, lengths[b]![a + 1]!);
  const places: (readonly [number, number])[] = [];
  for (let [b, a] = [0, 0]; b < before.length && a < after.length; )
    if (isSame(before[b]!, after[a]!)) places.push([b++, a++]);
    else if (lengths[b + 1]![a]! >= lengths[b]![a + 1]!) b++;
    else a++;
  return places;
}
