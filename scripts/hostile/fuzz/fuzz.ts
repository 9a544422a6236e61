import { seededRandom } from '../../generate/random.ts';
import { type Base, baseOf, kinds } from './bases.ts';
import { damaged } from './damage.ts';
import { changedMarkup } from './markup.ts';
import { changedPackage } from './package.ts';
import { changedPdf } from './pdf-objects.ts';

/** A document that was honest before; the same seed gives the same. */
export interface Fuzzed {
  name: string;
  bytes: Buffer;
  /** What was done to it. */
  how: string[];
}

/** Kinds that are zip packages of XML. */
const packages = new Set(['docx', 'xlsx', 'docm', 'xlsm', 'odt', 'ods', 'ofd']);

/** `bases` in place of generated ones. */
export function fuzzed(seed: number, bases: readonly Base[] = []): Fuzzed {
  const random = seededRandom(seed);
  const kind = random.pick(kinds);
  const base = bases.length > 0 ? random.pick(bases) : baseOf(kind, random);
  const alike = bases.filter((candidate) => candidate.kind === base.kind);
  const other = alike.length > 0 ? random.pick(alike) : baseOf(base.kind, random);
  const { bytes, how } = random.chance(0.4) ? damaged(base, other, random) : changed(base, other);
  return { name: `${String(seed).padStart(6, '0')}.${base.kind}`, bytes, how };

  /** Changes that follow the format, so that they come as deep as they can. */
  function changed(base: Base, other: Base): { bytes: Buffer; how: string[] } {
    if (packages.has(base.kind)) return changedPackage(base, other, random);
    if (base.kind === 'pdf') return changedPdf(base, random);
    if (base.kind !== 'html') return damaged(base, other, random);
    const { text, how } = changedMarkup(base.bytes.toString(), random);
    return { bytes: Buffer.from(text), how };
  }
}
