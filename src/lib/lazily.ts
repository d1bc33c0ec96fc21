/** Give an object properties that are computed whenever they are asked for, in the place of those it has; returns the object. */
export function lazily<T extends object, L extends object>(object: T, getters: { [Key in keyof L]: () => L[Key] }): T & L {
  for (const [key, get] of Object.entries(getters))
    Object.defineProperty(object, key, { get: get as () => unknown, enumerable: true, configurable: true });
  return object as T & L;
}
