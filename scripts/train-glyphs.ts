/**
 * Makes the network that knows the glyphs of figures: prints pages of figures in several faces, scans them, and learns from the glyphs.
 * Faces that it is tested on take no part in the training.
 *   node scripts/train-glyphs.ts [--pages 3] [--passes 12] [--keep DIR] [--write]
 * `--write` puts the weights in parsers/scan/glyphs (npm run format lays them out).
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { featureCount } from '../parsers/scan/glyphs/features.ts';
import { type Network, scoresOf, storedNetwork } from '../parsers/scan/glyphs/network.ts';
import { type Random, seededRandom } from './generate/random.ts';
import { printByChromium } from './generate/render/pdf.ts';
import { figureCharacters, figurePage, type GlyphSample, glyphSamples } from './scan/glyph-samples.ts';
import { keptFiles } from './scan/kept.ts';
import { qualities } from './scan/make-scan.ts';

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: '3' },
    passes: { type: 'string', default: '12' },
    keep: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const learned = [
  'Noto Sans CJK SC',
  'Noto Serif CJK SC',
  'AR PL UMing CN',
  'Liberation Serif',
  'Liberation Sans',
  'DejaVu Sans',
];
const unseen = ['AR PL UKai CN', 'WenQuanYi Zen Hei', 'Carlito', 'DejaVu Serif'];

/** Values between input and output. */
const hidden = 40;
const alphabet = ['', ...figureCharacters];

const stored = keptFiles(options.keep);
const random = seededRandom(20_261_127);

async function samplesOf(faces: readonly string[], pages: number, from: number): Promise<GlyphSample[]> {
  const all: GlyphSample[] = [];
  for (let page = 0; page < pages; page++)
    for (const [at, face] of faces.entries()) {
      const seed = from + page * 100 + at;
      const printed = await stored(`figures-${seed}.pdf`, () => printByChromium(figurePage(seed, face)));
      const quality = qualities[(seed + page) % qualities.length]!;
      const bytes = await stored(`glyphs-${seed}.bin`, async () =>
        packed(await glyphSamples(printed, quality, seed)),
      );
      const some = unpacked(bytes);
      all.push(...some);
      process.stderr.write(`${face} ${quality.name}: ${some.length} glyphs\n`);
    }
  return all;
}

/** A sample is a byte for the character and a float for each feature. */
function packed(samples: readonly GlyphSample[]): Uint8Array {
  const row = 4 * (featureCount + 1);
  const bytes = Buffer.alloc(row * samples.length);
  samples.forEach(({ text, features }, i) => {
    bytes.writeFloatLE(alphabet.indexOf(text), i * row);
    features.forEach((value, j) => {
      bytes.writeFloatLE(value, i * row + 4 * (j + 1));
    });
  });
  return bytes;
}

function unpacked(bytes: Uint8Array): GlyphSample[] {
  const values = new Float32Array(bytes.slice().buffer);
  const row = featureCount + 1;
  return Array.from({ length: values.length / row }, (_, i) => ({
    text: alphabet[values[i * row]!]!,
    features: values.slice(i * row + 1, (i + 1) * row),
  }));
}

/** Stochastic gradient descent with momentum on the cross entropy; pictures are moved and thickened a little. */
function trained(samples: readonly GlyphSample[], passes: number): Network {
  const stride = featureCount + 1;
  const first = Float32Array.from({ length: hidden * stride }, () => (random.next() - 0.5) * 0.16);
  const second = Float32Array.from(
    { length: alphabet.length * (hidden + 1) },
    () => (random.next() - 0.5) * 0.5,
  );
  const network: Network = { alphabet, hidden, first, second };
  const secondPush = new Float32Array(second.length);
  const order = samples.map((_, i) => i);
  const values = new Float32Array(hidden);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    const rate = 0.012 * (1 - pass / passes) ** 1.2 + 0.0004;
    let loss = 0;
    for (const at of order) {
      const { text, features } = samples[at]!;
      const input = moved(features, random);
      for (let j = 0; j < hidden; j++) {
        let sum = first[j * stride + featureCount]!;
        for (let i = 0; i < featureCount; i++) sum += first[j * stride + i]! * input[i]!;
        values[j] = Math.max(0, sum);
      }
      const scores = scoresOf(network, input);
      const right = alphabet.indexOf(text);
      loss -= Math.log(Math.max(1e-9, scores[right]!));
      const back = new Float32Array(hidden);
      for (let k = 0; k < scores.length; k++) {
        const error = scores[k]! - (k === right ? 0.98 : 0.02 / (scores.length - 1));
        const row = k * (hidden + 1);
        for (let j = 0; j < hidden; j++) {
          back[j] = back[j]! + error * second[row + j]!;
          secondPush[row + j] = 0.9 * secondPush[row + j]! - rate * error * values[j]!;
          second[row + j] = second[row + j]! + secondPush[row + j]!;
        }
        secondPush[row + hidden] = 0.9 * secondPush[row + hidden]! - rate * error;
        second[row + hidden] = second[row + hidden]! + secondPush[row + hidden]!;
      }
      for (let j = 0; j < hidden; j++) {
        if (values[j] === 0) continue;
        const error = back[j]! * rate;
        const row = j * stride;
        for (let i = 0; i < featureCount; i++) first[row + i] = first[row + i]! - error * input[i]! * 3;
        first[row + featureCount] = first[row + featureCount]! - error * 3;
      }
    }
    process.stderr.write(`pass ${pass + 1}: loss ${(loss / samples.length).toFixed(4)}\n`);
  }
  return network;
}

/** The picture moved by a pixel at most, its strokes a little paler or darker, its sizes off by some hundredths. */
function moved(features: Float32Array, by: Random): Float32Array {
  const side = 20;
  const dx = by.int(-1, 1);
  const dy = by.int(-1, 1);
  const power = 0.7 + 0.7 * by.next();
  const result = new Float32Array(featureCount);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const u = x - dx;
      const v = y - dy;
      if (u < 0 || v < 0 || u >= side || v >= side) continue;
      const value = features[v * side + u]!;
      if (value > 0) result[y * side + x] = value ** power;
    }
  for (let i = side * side; i < featureCount; i++)
    result[i] = features[i]! * (0.93 + 0.14 * by.next()) + 0.02 * (by.next() - 0.5);
  return result;
}

function shuffle(order: number[], by: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = by.int(0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

function report(name: string, network: Network, samples: readonly GlyphSample[]): void {
  let right = 0;
  let sure = 0;
  let wrong = 0;
  const confused = new Map<string, number>();
  for (const { text, features } of samples) {
    const scores = scoresOf(network, features);
    const best = scores.indexOf(Math.max(...scores));
    if (alphabet[best] === text) right++;
    else {
      const pair = `${text || '□'}→${alphabet[best] || '□'}`;
      confused.set(pair, (confused.get(pair) ?? 0) + 1);
    }
    if (scores[best]! < 0.9) continue;
    sure++;
    if (alphabet[best] !== text) wrong++;
  }
  const percent = (part: number): string => ((100 * part) / samples.length).toFixed(3);
  const most = [...confused]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([pair, times]) => `${pair} ${times}`);
  process.stdout.write(
    `${name}: ${samples.length} glyphs, right ${percent(right)} %, sure ${percent(sure)} %, sure and wrong ${percent(wrong)} %; ${most.join(', ')}\n`,
  );
}

const pages = Number(options.pages);
const training = await samplesOf(learned, pages, 1000);
const tests = await samplesOf(unseen, Math.max(1, Math.floor(pages / 2)), 5000);
const network = trained(training, Number(options.passes));
report('faces learned from', network, training);
report('faces not seen', network, tests);
if (options.write)
  writeFileSync(
    new URL('../parsers/scan/glyphs/weights.json', import.meta.url),
    `${JSON.stringify(storedNetwork(network))}\n`,
  );
