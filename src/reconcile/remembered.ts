/** Results kept; a form has some hundred labels and units, an archive some thousand. */
const KEPT = 20_000;

/**
 * A pure function of a text that remembers what it made: labels and units repeat within a form and over an archive. The
 * memory is a cache and is emptied when full.
 */
export function remembered<T extends NonNullable<unknown> | null>(
  make: (text: string) => T,
): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (kept.size >= KEPT) kept.clear();
    kept.set(text, made);
    return made;
  };
}

/** A pure function of a record that is worked out once, and kept as long as the record is. */
export function keptWith<R extends object, T>(make: (record: R) => T): (record: R) => T {
  const kept = new WeakMap<R, { made: T }>();
  return (record) => {
    const known = kept.get(record);
    if (known !== undefined) return known.made;
    const made = make(record);
    kept.set(record, { made });
    return made;
  };
}

/** The value of a key, made where there is none yet. */
export function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
