/** Leave out the fields of a record that have no value: null, an empty text or an empty list. */
export function withoutEmpty<T extends object>(record: { [Key in keyof T]: T[Key] | Empty }): T {
  const isEmpty = (value: unknown): boolean => value === null || value === undefined || (value as { length?: number }).length === 0;
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value))) as T;
}

type Empty = null | undefined | '';
