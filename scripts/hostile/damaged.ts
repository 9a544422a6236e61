import { generateDocument } from '../generate/document.ts';
import { seededRandom } from '../generate/random.ts';
import { renderDocx } from '../generate/render/docx.ts';
import { renderHtml } from '../generate/render/html.ts';
import { renderXls } from '../generate/render/xls.ts';
import { renderXlsx } from '../generate/render/xlsx.ts';
import { type HostileCase, read, survived } from './case.ts';
import { form } from './form.ts';

const kinds = {
  docx: () => renderDocx(generateDocument(11).sections),
  xlsx: () => renderXlsx(generateDocument(11).sections),
  xls: () => renderXls(generateDocument(11).sections),
  html: () => Buffer.from(renderHtml(generateDocument(11).sections)),
};
type Kind = keyof typeof kinds;

/** A package is nothing without its end, where its directory stands; a page or a stream of records may be read in part. */
const cutPackage = { status: ['failed'] as ('failed' | 'partial' | 'ok')[] };

function truncated(kind: Kind): HostileCase[] {
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => ({
    name: `cut-at-${tenth}0.${kind}`,
    make: () => {
      const bytes = kinds[kind]();
      return bytes.subarray(0, Math.floor((bytes.length * tenth) / 10));
    },
    expected: kind === 'docx' || kind === 'xlsx' ? cutPackage : survived,
  }));
}

/** One bit in a thousand is turned over, at least three. */
function flipped(kind: Kind, seed: number): HostileCase {
  return {
    name: `bits-${seed}.${kind}`,
    make: () => {
      const bytes = Buffer.from(kinds[kind]());
      const random = seededRandom(seed);
      const flips = Math.max(3, Math.floor(bytes.length / 1000));
      for (let i = 0; i < flips; i++) {
        const at = random.int(0, bytes.length - 1);
        bytes[at] = bytes[at]! ^ (1 << random.int(0, 7));
      }
      return bytes;
    },
    expected: survived,
  };
}

/** Honest filings that lost their end, or some of their bits. */
export const damaged: readonly HostileCase[] = (Object.keys(kinds) as Kind[]).flatMap((kind) => [
  ...truncated(kind),
  ...Array.from({ length: 10 }, (_, seed) => flipped(kind, seed + 1)),
]);

const named = (name: string): HostileCase => ({ name, make: () => Buffer.from(form()), expected: read });

/** An honest filing under names that move cursors, hide endings or look like options. */
export const names: readonly HostileCase[] = [
  'line\nbreak.html',
  'escape\u001b[2J\u001b[31m.html',
  'bidi\u202elmth.exe.html',
  '-rf.html',
  '--out=elsewhere.html',
  '$(touch touched).html',
  'quote\'"`.html',
  '星号*?[a].html',
  `${'长'.repeat(83)}a.html`,
  '没有扩展名',
].map(named);
