// Runs in a thread of a command: takes documents one after another, and answers with what was read of them.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { ReconcileSettings } from '../../reconcile/records.ts';
import type { SentOptions } from './messages.ts';
import type { Answers, Question, Sent } from './watched-thread.ts';

// Before any module is loaded that takes long to compile.
enableCompileCache?.();

const { parseDocument } = await import('../../../parsers/index.ts');
const { examineWhole } = await import('../../examine/examine.ts');
const { settingsOf } = await import('./norms.ts');
let options: Omit<SentOptions, 'norms'> = {};
let settings: ReconcileSettings = settingsOf([]);
let isFirst = true;

// A promise that a library left behind has no bearing on the document that is read now.
process.on('unhandledRejection', () => undefined);
parentPort!.on('message', (sent: Sent) => {
  // A mistake of ours ends the thread, and is told as that.
  hear(sent).catch((error: unknown) =>
    setImmediate(() => {
      throw error;
    }),
  );
});
parentPort!.postMessage('ready');

async function hear(sent: Sent): Promise<void> {
  if ('options' in sent) {
    const { norms, ...others } = sent.options;
    options = others;
    settings = settingsOf(norms);
    return;
  }
  parentPort!.postMessage(await answerTo(sent));
  // A thread is ended and does not leave by itself, which is when code that was compiled would be kept for the next command.
  if (isFirst) flushCompileCache?.();
  isFirst = false;
}

async function answerTo({ kind, path, bytes }: Question): Promise<Answers[Question['kind']]> {
  if (kind === 'parse') {
    const { password, limits } = options;
    const parsed = await parseDocument(bytes, {
      name: path,
      ...(password === undefined ? {} : { password }),
      ...(limits === undefined ? {} : { limits }),
    });
    // What looks at a cell of a scan again is a function, which no thread can hand over.
    const { status, format } = parsed;
    return status === 'read' ? { status, format, source: parsed.source } : parsed;
  }
  const whole = await examineWhole(bytes, { ...options, settings, path });
  return kind === 'whole' ? whole : { ...whole, source: null };
}
