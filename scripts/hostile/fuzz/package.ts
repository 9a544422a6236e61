import { readZipDirectory, unzipEntry } from '../../../parsers/zip.ts';
import type { Random } from '../../generate/random.ts';
import { type LyingEntry, writeZip } from '../zip-writer.ts';
import type { Base } from './bases.ts';
import { changedMarkup } from './markup.ts';

/** A package of which one part, or the list of parts, is changed, and that is whole as a zip. */
export function changedPackage(base: Base, other: Base, random: Random): { bytes: Buffer; how: string[] } {
  let entries = entriesOf(base.bytes);
  const foreign = entriesOf(other.bytes);
  const how: string[] = [];
  for (let times = random.int(1, 3); times > 0; times--) {
    const at = random.int(0, entries.length - 1);
    const entry = entries[at]!;
    const choice = random.int(0, 9);
    if (choice === 0) {
      how.push(`without ${entry.name}`);
      entries = entries.filter((_, i) => i !== at);
    } else if (choice === 1) {
      how.push(`${entry.name} twice`);
      entries = [...entries, random.pick(foreign)];
    } else if (choice === 2) {
      const from = random.pick(foreign);
      how.push(`${entry.name} from ${from.name}`);
      entries = entries.with(at, { ...entry, data: from.data });
    } else {
      const { text, how: changes } = changedMarkup(Buffer.from(entry.data).toString(), random);
      how.push(`${entry.name}: ${changes.join(' ')}`);
      entries = entries.with(at, { ...entry, data: Buffer.from(text) });
    }
    if (entries.length === 0) break;
  }
  return { bytes: writeZip(entries), how };
}

function entriesOf(bytes: Buffer): LyingEntry[] {
  return (readZipDirectory(bytes) ?? []).flatMap((entry) => {
    const data = unzipEntry(bytes, entry, 1 << 26);
    return typeof data === 'string' ? [] : [{ name: entry.name, data }];
  });
}
