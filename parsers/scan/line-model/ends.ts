import type { ModelGraph, ModelStep, Tensor } from './model-file.ts';

/** Classes that are told of each step: the likeliest and its rival. */
const toldClasses = 2;

const input = 'grey';
const output = 'likeliest';

/**
 * The model with other ends: one grey picture of any height goes in, where three equal colours of 48 rows did, and what comes out of each
 * step is the likelihoods of its likeliest classes and then their numbers, not the likelihood of every one of 6 625. What lies between,
 * and the numbers that come out, stay as they were.
 */
export function withOwnEnds(model: ModelGraph): ModelGraph {
  const [from] = model.input;
  const [to] = model.output;
  if (!from || !to) throw new Error('a model without ends');
  const { node, initializer } = withOneColour(model, from.name);
  const step = (opType: string, inputs: string[], outputs: string[]): ModelStep => ({
    opType,
    input: inputs,
    output: outputs,
    name: outputs[0]!,
    attribute: [],
  });
  const whole = (name: string, value: number): { name: string; type: number; i: number } => ({
    name,
    type: 2,
    i: value,
  });
  const [values, classes, numbers] = ['values', 'classes', 'numbers'].map((name) => `${output}.${name}`) as [
    string,
    string,
    string,
  ];
  return {
    node: [
      ...node,
      {
        ...step('TopK', [to.name], [values, classes]),
        attribute: [whole('axis', 2), whole('k', toldClasses)],
      },
      { ...step('Cast', [classes], [numbers]), attribute: [whole('to', 1)] },
      { ...step('Concat', [values, numbers], [output]), attribute: [whole('axis', 2)] },
    ],
    initializer,
    input: [{ name: input, type: { tensorType: { elemType: 1 } } }],
    output: [{ name: output, type: { tensorType: { elemType: 1 } } }],
  };
}

/** Three equal colours are one, whose weights are the sums of theirs. */
function withOneColour(
  { node, initializer }: ModelGraph,
  from: string,
): Pick<ModelGraph, 'node' | 'initializer'> {
  const users = node.filter((step) => step.input.includes(from));
  const [first] = users;
  const kernel = initializer.find(({ name }) => name === first?.input[1]);
  if (users.length !== 1 || first?.opType !== 'Conv' || kernel?.dataType !== 1 || kernel.dims[1] !== 3)
    throw new Error('a model that does not begin with a convolution of three colours');
  const summed = { ...summedColours(kernel), name: `${kernel.name}.grey` };
  return {
    node: node.map((step) =>
      step === first ? { ...step, input: [input, summed.name, ...step.input.slice(2)] } : step,
    ),
    initializer: [...initializer.filter((tensor) => tensor !== kernel), summed],
  };
}

function summedColours({ dims, rawData, ...kernel }: Tensor): Tensor {
  const weights = new Float32Array(new Uint8Array(rawData).buffer);
  const [outputs = 0, colours = 0, ...sides] = dims;
  const size = sides.reduce((product, side) => product * side, 1);
  const summed = new Float32Array(outputs * size);
  for (let k = 0; k < outputs; k++)
    for (let colour = 0; colour < colours; colour++)
      for (let i = 0; i < size; i++)
        summed[k * size + i] = summed[k * size + i]! + weights[(k * colours + colour) * size + i]!;
  return { ...kernel, dims: [outputs, 1, ...sides], rawData: new Uint8Array(summed.buffer) };
}
