import type { ModelGraph, ModelStep, Tensor } from './model-file.ts';

/** A model while it is folded: its steps, and numbers by name. */
interface Folding {
  steps: ModelStep[];
  learned: Map<string, Tensor>;
}

/**
 * The same model in fewer steps: what was exported as seven passes over the picture behind every convolution (a factor, a term, the
 * four steps of a hard swish, a factor, a term) becomes two, and the rest goes into the convolutions. The results are the same but for
 * rounding; what is not in the form that is looked for stays as it is.
 */
export function folded({ node, initializer, ...ends }: ModelGraph): ModelGraph {
  const learned = new Map(initializer.map((tensor) => [tensor.name, tensor]));
  for (const { opType, output, attribute } of node) {
    const value = opType === 'Constant' ? attribute.find(({ t }) => t !== undefined)?.t : undefined;
    if (value) learned.set(output[0]!, { ...value, name: output[0]! });
  }
  const model = { steps: node.map((step) => ({ ...step, input: [...step.input] })), learned };
  withHardSwish(model);
  foldBack(model);
  foldOn(model);
  const used = new Set(model.steps.flatMap(({ input }) => input));
  return {
    ...ends,
    // What constants hold stands among what was learned.
    node: model.steps.filter(({ opType, output }) => opType !== 'Constant' || !learned.has(output[0]!)),
    initializer: [...learned.values()].filter(({ name }) => used.has(name)),
  };
}

/** x · clip(x + 3, 0, 6) ÷ 6 as x · HardSigmoid(x). */
function withHardSwish(model: Folding): void {
  for (const last of [...model.steps]) {
    if (last.opType !== 'Div' || scalarOf(model, last) !== 6) continue;
    const product = maker(model, last.input[0]);
    const clip = product?.input.map((name) => maker(model, name)).find((step) => step?.opType === 'Clip');
    const sum = maker(model, clip?.input[0]);
    if (product?.opType !== 'Mul' || !clip || sum?.opType !== 'Add' || scalarOf(model, sum) !== 3) continue;
    const [low, high] = ['min', 'max'].map((key) => clip.attribute.find(({ name }) => name === key)?.f ?? 0);
    const value = variableOf(model, sum);
    const isPrivate = [sum, clip, product].every(({ output }) => usersOf(model, output[0]!).length === 1);
    if (low !== 0 || high !== 6 || !isPrivate || value === undefined || !product.input.includes(value))
      continue;
    sum.opType = 'HardSigmoid';
    sum.input = [value];
    sum.attribute = [
      { name: 'alpha', type: 1, f: 1 / 6 },
      { name: 'beta', type: 1, f: 0.5 },
    ];
    product.input = [value, sum.output[0]!];
    product.output = last.output;
    remove(model, clip, last);
  }
}

/** A factor or a term of all that comes out of a convolution becomes part of it. */
function foldBack(model: Folding): void {
  for (const step of [...model.steps]) {
    const by = scalarOf(model, step);
    if (by === undefined || !/^(Mul|Add)$/.test(step.opType)) continue;
    const before = maker(model, variableOf(model, step));
    if (before?.opType !== 'Conv' || usersOf(model, before.output[0]!).length !== 1) continue;
    if (!changeConvolution(model, before, step.opType === 'Mul' ? { times: by } : { plus: by })) continue;
    before.output = step.output;
    remove(model, step);
  }
}

/**
 * A factor, and the term behind it, of all that goes into convolutions become part of those. Where one has a margin, which is filled with
 * noughts, the term stays, as a convolution of one pixel: the runtime keeps its own order of pixels in these.
 */
function foldOn(model: Folding): void {
  for (const factor of [...model.steps]) {
    const times = factor.opType === 'Mul' ? scalarOf(model, factor) : undefined;
    const value = variableOf(model, factor);
    const [term, ...others] = usersOf(model, factor.output[0] ?? '');
    if (!times || value === undefined || term?.opType !== 'Add' || others.length > 0) continue;
    const plus = scalarOf(model, term);
    const next = usersOf(model, term.output[0]!);
    const isConvolution = (step: ModelStep): boolean =>
      step.opType === 'Conv' && step.input[0] === term.output[0];
    const weights = next.map((step) => model.learned.get(step.input[1]!));
    if (plus === undefined || next.length === 0 || !next.every(isConvolution) || !weights.every(isFloats))
      continue;
    const hasMargin = next.some(({ attribute }) =>
      attribute.some(({ name, ints }) => name === 'pads' && ints?.some((side) => side !== 0)),
    );
    const channels = channelsOf(next[0]!, weights[0]!);
    for (const step of next)
      changeConvolution(model, step, hasMargin ? { timesIn: times } : { timesIn: times, plusIn: plus });
    if (hasMargin) {
      term.opType = 'Conv';
      term.attribute = [
        { name: 'group', type: 2, i: channels },
        { name: 'kernel_shape', type: 7, ints: [1, 1] },
      ];
      term.input = [
        value,
        learn(model, `${term.output[0]}.ones`, [channels, 1, 1, 1], new Float32Array(channels).fill(1)),
        learn(model, `${term.output[0]}.term`, [channels], new Float32Array(channels).fill(plus / times)),
      ];
      remove(model, factor);
      continue;
    }
    for (const step of next) step.input[0] = value;
    remove(model, factor, term);
  }
}

/** Factors and terms of what goes into a convolution, and of what comes out. */
interface Change {
  times?: number;
  plus?: number;
  timesIn?: number;
  plusIn?: number;
}

/** False, and nothing is changed, where its numbers are stored in another way. */
function changeConvolution(model: Folding, step: ModelStep, change: Change): boolean {
  const { times = 1, plus = 0, timesIn = 1, plusIn = 0 } = change;
  const kernel = model.learned.get(step.input[1]!);
  const bias = step.input[2] === undefined ? undefined : model.learned.get(step.input[2]);
  if (!isFloats(kernel) || (step.input[2] !== undefined && !isFloats(bias))) return false;
  const outputs = kernel.dims[0]!;
  const weights = floatsOf(kernel);
  const each = weights.length / outputs;
  const terms = bias ? floatsOf(bias) : new Float32Array(outputs);
  const changed = terms.map((term, k) => {
    let own = term;
    if (plusIn !== 0) for (let i = k * each; i < (k + 1) * each; i++) own += weights[i]! * plusIn;
    return own * times + plus;
  });
  const name = step.name || step.output[0]!;
  step.input = [
    step.input[0]!,
    learn(
      model,
      `${name}.kernel`,
      kernel.dims,
      weights.map((weight) => weight * times * timesIn),
    ),
    learn(model, `${name}.bias`, [outputs], changed),
  ];
  return true;
}

function learn({ learned }: Folding, name: string, dims: number[], values: Float32Array): string {
  learned.set(name, { name, dims, dataType: 1, rawData: new Uint8Array(values.buffer) });
  return name;
}

const isFloats = (tensor: Tensor | undefined): tensor is Tensor =>
  tensor?.dataType === 1 && tensor.rawData.length > 0;

function floatsOf({ rawData }: Tensor): Float32Array {
  return new Float32Array(new Uint8Array(rawData).buffer);
}

/** Channels that go into a convolution: those of its kernel, as often as it has groups. */
function channelsOf({ attribute }: ModelStep, { dims }: Tensor): number {
  return dims[1]! * (attribute.find(({ name }) => name === 'group')?.i ?? 1);
}

/** The one number that a step takes; undefined where it takes none, or more. */
function scalarOf({ learned }: Folding, { input }: ModelStep): number | undefined {
  for (const name of input) {
    const tensor = learned.get(name);
    if (isFloats(tensor) && tensor.rawData.length === 4) return floatsOf(tensor)[0];
  }
  return undefined;
}

/** What a step takes beside learned numbers. */
function variableOf({ learned }: Folding, { input }: ModelStep): string | undefined {
  return input.find((name) => !learned.has(name));
}

const maker = ({ steps }: Folding, name: string | undefined): ModelStep | undefined =>
  name === undefined ? undefined : steps.find(({ output }) => output.includes(name));

const usersOf = ({ steps }: Folding, name: string): ModelStep[] =>
  steps.filter(({ input }) => input.includes(name));

function remove(model: Folding, ...gone: ModelStep[]): void {
  model.steps = model.steps.filter((step) => !gone.includes(step));
}
