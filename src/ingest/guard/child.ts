// Runs in a process of its own, without rights: takes documents from stdin one after another, gives results on
// descriptor 3.
import type { Examination } from '../../../schemas/index.ts';
import type { Reply, Request, Settings } from './messages.ts';
import { closeAddons } from './no-addons.ts';
import { closeNetwork } from './no-network.ts';
import { give, take } from './pipes.ts';

/** How Node and V8 say that an allocation failed. */
const noMemory =
  /failed to allocate memory|array buffer allocation failed|out of memory|cannot allocate memory/i;

/** Milliseconds between looks at its own memory: to ask takes as long as a tenth of a small document. */
const lookEvery = 250;

closeNetwork();
closeAddons();
// A promise that a library left behind has no bearing on the document that is read now.
process.on('unhandledRejection', () => undefined);

const { examine } = await import('../../index.ts');
const { resultOf } = await import('../result.ts');
const { settingsOf } = await import('./norms.ts');

const first = take();
if (first !== null) await serve(first.head as Settings);
process.exit(0);

async function serve({ options: { norms, ...options }, maxBytes }: Settings): Promise<void> {
  const settings = settingsOf(norms);
  let looked = Number.NEGATIVE_INFINITY;
  let rss = 0;
  give({ kind: 'ready' } satisfies Reply, Buffer.alloc(0));
  for (let next = take(); next !== null; next = take()) {
    const { path } = next.head as Request;
    const started = performance.now();
    const examination = outOfMemory(await examine(next.body, { ...options, settings, path }));
    const { head, packed } = resultOf(examination, { time: performance.now() - started, memory: 0 });
    if (performance.now() - looked > lookEvery) {
      rss = process.memoryUsage.rss();
      looked = performance.now();
    }
    if (packed.length > maxBytes) give({ kind: 'too_large', bytes: packed.length }, Buffer.alloc(0));
    else give({ kind: 'result', head, rss } satisfies Reply, packed);
  }
}

/** Libraries catch the failed allocation and call the file broken: say what it was. */
function outOfMemory(examination: Examination): Examination {
  const { document } = examination;
  if (document.error === null || !noMemory.test(document.error.message.en)) return examination;
  return { ...examination, document: { ...document, error: { ...document.error, code: 'out_of_memory' } } };
}
