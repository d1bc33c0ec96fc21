/** An item before and after: kept or changed when it has both numbers, removed or new when it has one. */
export interface Aligned {
  before?: number;
  after?: number;
  /** The number that a new item had before, when it was moved. */
  movedFrom?: number;
}

/** Pair the items of two lists, given as keys that only equal items share: most stay, the rest are changed in place, moved, removed or new. */
export function align(before: readonly string[], after: readonly string[]): Aligned[] {
  const kept = commonItems(before, after);
  const [keptBefore, keptAfter] = [new Set(kept.map(([at]) => at)), new Set(kept.map(([, at]) => at))];
  const unmatched = Map.groupBy(
    range(0, before.length).filter((at) => !keptBefore.has(at)),
    (at) => before[at],
  );
  const movedTo = new Map<number, number>();
  for (const [at, key] of after.entries()) {
    const from = keptAfter.has(at) ? undefined : unmatched.get(key)?.shift();
    if (from !== undefined) movedTo.set(at, from);
  }
  const moved = new Set(movedTo.values());
  const aligned: Aligned[] = [];
  let [left, right] = [0, 0];
  for (const [keptLeft, keptRight] of [...kept, [before.length, after.length] as const]) {
    const changed = range(left, keptLeft).filter((at) => !moved.has(at));
    for (const at of range(left, keptLeft)) if (moved.has(at)) aligned.push({ before: at });
    for (const at of range(right, keptRight)) {
      const from = movedTo.get(at);
      if (from !== undefined) aligned.push({ after: at, movedFrom: from });
      else aligned.push({ before: changed.shift(), after: at });
    }
    for (const at of changed) aligned.push({ before: at });
    if (keptLeft < before.length) aligned.push({ before: keptLeft, after: keptRight });
    [left, right] = [keptLeft + 1, keptRight + 1];
  }
  return aligned;
}

/** Find the longest common subsequence, as pairs of indexes. */
function commonItems(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const length = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      (lengths[i] as number[])[j] = before[i] === after[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < before.length && j < after.length;)
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  return pairs;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
