/** Return what a function returns, or a fallback where it throws: of a file that is absent, or a text that is malformed. */
export function attempt<T, F>(read: () => T, fallback: F): T | F {
  try {
    return read();
  } catch {
    return fallback;
  }
}
