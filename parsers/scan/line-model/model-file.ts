import protobuf from 'protobufjs/light.js';

/** A number, or several of one kind, in a model: `rawData` holds them as they lie in memory, little end first. */
export interface Tensor {
  dims: number[];
  /** 1: numbers of 32 bits with a point. */
  dataType: number;
  rawData: Uint8Array;
  name: string;
}

export interface Attribute {
  name: string;
  /** 1 a number with a point, 2 a whole one, 7 several whole ones, 4 a tensor. */
  type: number;
  f?: number;
  i?: number;
  ints?: number[];
  t?: Tensor;
}

/** One step of a model: names of what goes in and what comes out. */
export interface ModelStep {
  opType: string;
  input: string[];
  output: string[];
  name: string;
  attribute: Attribute[];
}

/** What goes into a model, or comes out of it. */
export interface ModelEnd {
  name: string;
  /** Kind of its numbers as in a tensor; without a shape it may have any. */
  type: { tensorType: { elemType: number; shape?: Uint8Array } };
}

/** Steps of a model in the order in which they are taken, what it learned, and its ends. */
export interface ModelGraph {
  node: ModelStep[];
  initializer: Tensor[];
  input: ModelEnd[];
  output: ModelEnd[];
}

const field = (type: string, id: number, rule?: 'repeated') => ({ type, id, ...(rule ? { rule } : {}) });

/** What is changed of a model, by the fields of onnx.proto (ONNX IR version 10); the rest is passed on as bytes. */
const { nested } = {
  nested: {
    Model: {
      fields: {
        irVersion: field('int64', 1),
        producerName: field('string', 2),
        graph: field('Graph', 7),
        opsetImport: field('bytes', 8, 'repeated'),
      },
    },
    Graph: {
      fields: {
        node: field('Step', 1, 'repeated'),
        name: field('string', 2),
        initializer: field('Tensor', 5, 'repeated'),
        input: field('End', 11, 'repeated'),
        output: field('End', 12, 'repeated'),
      },
    },
    End: { fields: { name: field('string', 1), type: field('Type', 2) } },
    Type: { fields: { tensorType: field('TensorType', 1) } },
    TensorType: { fields: { elemType: field('int32', 1), shape: field('bytes', 2) } },
    Step: {
      fields: {
        input: field('string', 1, 'repeated'),
        output: field('string', 2, 'repeated'),
        name: field('string', 3),
        opType: field('string', 4),
        attribute: field('Attribute', 5, 'repeated'),
        domain: field('string', 7),
      },
    },
    Attribute: {
      fields: {
        name: field('string', 1),
        f: field('float', 2),
        i: field('int64', 3),
        s: field('bytes', 4),
        t: field('Tensor', 5),
        floats: field('float', 7, 'repeated'),
        ints: field('int64', 8, 'repeated'),
        strings: field('bytes', 9, 'repeated'),
        type: field('int32', 20),
      },
    },
    Tensor: {
      fields: {
        dims: field('int64', 1, 'repeated'),
        dataType: field('int32', 2),
        floatData: field('float', 4, 'repeated'),
        int32Data: field('int32', 5, 'repeated'),
        int64Data: field('int64', 7, 'repeated'),
        name: field('string', 8),
        rawData: field('bytes', 9),
      },
    },
  },
};

/** A model (ONNX) with its steps changed; all else of it stays. */
export function withChangedGraph(bytes: Uint8Array, change: (graph: ModelGraph) => ModelGraph): Uint8Array {
  const format = protobuf.Root.fromJSON({ nested }).lookupType('Model');
  const model = format.decode(bytes);
  const { graph } = format.toObject(model, { longs: Number, arrays: true }) as { graph: ModelGraph };
  const whole = model as unknown as { graph: object };
  const changed = { ...whole, graph: { ...whole.graph, ...change(graph) } };
  return format.encode(changed).finish();
}
