import { readFileSync } from 'node:fs';
import { featureCount } from './features.ts';

/** Two layers: features → hidden values (rectified) → a score for each character. */
export interface Network {
  alphabet: readonly string[];
  hidden: number;
  /** hidden × (features + 1), the last of each row is the constant. */
  first: Float32Array;
  /** characters × (hidden + 1). */
  second: Float32Array;
}

/** How a network is stored: weights as whole numbers of eight bits with one scale a layer, base64. */
interface StoredNetwork {
  alphabet: string[];
  hidden: number;
  scales: [number, number];
  first: string;
  second: string;
}

/** Characters by likelihood. `input` is as long as `featureCount` says. */
export function scoresOf({ alphabet, hidden, first, second }: Network, input: Float32Array): Float32Array {
  const values = new Float32Array(hidden);
  const stride = featureCount + 1;
  // Much of a glyph's picture is paper, and adds nothing.
  const inked = new Int32Array(featureCount);
  let count = 0;
  for (let i = 0; i < featureCount; i++) if (input[i] !== 0) inked[count++] = i;
  for (let j = 0; j < hidden; j++) {
    const row = j * stride;
    let sum = first[row + featureCount]!;
    for (let k = 0; k < count; k++) sum += first[row + inked[k]!]! * input[inked[k]!]!;
    values[j] = Math.max(0, sum);
  }
  const scores = new Float32Array(alphabet.length);
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) {
    let sum = second[k * (hidden + 1) + hidden]!;
    for (let j = 0; j < hidden; j++) sum += second[k * (hidden + 1) + j]! * values[j]!;
    scores[k] = sum;
    most = Math.max(most, sum);
  }
  let whole = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp(scores[k]! - most);
    whole += scores[k]!;
  }
  return scores.map((score) => score / whole);
}

export function storedNetwork(network: Network): StoredNetwork {
  const pack = (weights: Float32Array): { scale: number; text: string } => {
    const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
    return {
      scale,
      text: Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / scale))).toString('base64'),
    };
  };
  const first = pack(network.first);
  const second = pack(network.second);
  const { alphabet, hidden } = network;
  return {
    alphabet: [...alphabet],
    hidden,
    scales: [first.scale, second.scale],
    first: first.text,
    second: second.text,
  };
}

function unpacked(text: string, scale: number): Float32Array {
  return Float32Array.from(new Int8Array(Buffer.from(text, 'base64')), (weight) => weight * scale);
}

let shipped: Network | null = null;

/** The network of the project, made by scripts/train-glyphs.ts. */
export function shippedNetwork(): Network {
  if (shipped) return shipped;
  const { alphabet, hidden, scales, first, second }: StoredNetwork = JSON.parse(
    readFileSync(new URL('./weights.json', import.meta.url), 'utf8'),
  );
  shipped = { alphabet, hidden, first: unpacked(first, scales[0]), second: unpacked(second, scales[1]) };
  return shipped;
}
