import { hash } from 'node:crypto';
import { hashIndex } from '../ledger/hash-index.ts';

/**
 * Gives a path back, and one with a number behind it where the path was met before: an archive may hold a name twice (`tar -r`), and names
 * in GBK and in UTF-8 may come to the same. Every path stands for one document, for tables are keyed by it.
 */
export function uniquePaths(): (path: string) => string {
  const met = hashIndex();
  const isNew = (path: string): boolean => {
    const key = hash('sha256', path, 'buffer');
    if (met.get(key) !== undefined) return false;
    met.set(key, { segment: 0, offset: 0 });
    return true;
  };
  /** How often each path came again: a thousand of one name are not counted anew for each. */
  const times = new Map<string, number>();
  return (path) => {
    if (isNew(path)) return path;
    for (let number = (times.get(path) ?? 1) + 1; ; number += 1) {
      const other = `${path} (${number})`;
      if (!isNew(other)) continue;
      times.set(path, number);
      return other;
    }
  };
}
