import { align, type Aligned } from './align.ts';
import { isInOrder, type Fields } from './values.ts';

/** A map before and after. */
export interface MapChange {
  before: Fields;
  wanted: Fields;
  order: readonly string[];
  /** Keys whose values are written anew, all in quotes, because they read back wrong. */
  anew?: ReadonlySet<string> | undefined;
}

/**
 * Pair the keys that a map has in the file with those that are wanted: new ones come after the key that precedes them in `order`, and the
 * others stay where they are, unless the order of the map is wanted too.
 */
export function mapSteps(keys: readonly string[], { before, wanted, order }: MapChange): Aligned[] {
  const names = Object.keys(wanted);
  if (isInOrder(wanted) && !isInSequence(keys, names)) return align(keys, names).flatMap((step) => splitRenamed(step, keys, names));
  const added = Map.groupBy(
    names.filter((name) => !keys.includes(name)),
    (name) => (order.includes(name) ? order.slice(0, order.indexOf(name)).findLast((one) => keys.includes(one)) : keys.at(-1)),
  );
  const addedAfter = (key?: string): Aligned[] => {
    const sorted = (added.get(key) ?? []).toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
    return sorted.map((name) => ({ after: names.indexOf(name) }));
  };
  const kept = keys.flatMap((key, index): Aligned[] => {
    // A key without a value stays while nothing is wanted of it.
    const stays = Object.hasOwn(wanted, key) || !Object.hasOwn(before, key);
    return [stays ? { before: index, after: names.indexOf(key) } : { before: index }, ...addedAfter(key)];
  });
  return [...addedAfter(), ...kept];
}

/** Whether the keys that two lists share have one order. */
function isInSequence(keys: readonly string[], names: readonly string[]): boolean {
  const shared = names.filter((name) => keys.includes(name));
  return keys.filter((key) => names.includes(key)).every((key, index) => key === shared[index]);
}

/** A key in the place of another is not that one changed. */
function splitRenamed(step: Aligned, keys: readonly string[], names: readonly string[]): Aligned[] {
  const { before, after } = step;
  return before === undefined || after === undefined || keys[before] === names[after] ? [step] : [{ before }, { after }];
}
