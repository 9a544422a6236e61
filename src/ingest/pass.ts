import { join } from 'node:path';
import { unread } from '../examine/examine.ts';
import { countFiles, type Discovered, discover } from './discovery/discover.ts';
import type { Input } from './discovery/walk.ts';
import type { Pool } from './guard/pool.ts';
import { hashIndex } from './ledger/hash-index.ts';
import { type Identity, keyOf, markOfPasswords } from './ledger/identity.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Limits } from './limits.ts';
import type { IngestOptions, Observer } from './options.ts';
import { type Manifest, openManifest } from './output/manifest.ts';

/** One walk through the archive. */
export interface Pass {
  inputs: readonly Input[];
  options: IngestOptions;
  limits: Limits;
  state: string;
  ledger: Ledger;
  pool: Pool;
  identity: Identity;
}

export const manifestPath = ({ state }: Pass) => join(state, 'manifest.jsonl');

/** Walks the archive once, lists it in the manifest, and has parsed what the ledger does not hold; gives how many. */
export async function parseAll(pass: Pass): Promise<number> {
  const { options, limits, pool, inputs } = pass;
  const { observer } = options;
  observer?.started?.(pool);
  let expected = 0;
  const expect = (count: number) => {
    expected += count;
    observer?.expected?.(expected);
  };
  const counting = countFiles(inputs, { out: options.out }).then(expect, () => undefined);
  const manifest = await openManifest(manifestPath(pass));
  const parser = resultParser(pass);
  try {
    for await (const found of discover(inputs, {
      limits,
      passwords: passwordsOf(options),
      out: options.out,
      onEntries: expect,
    })) {
      if (options.signal?.aborted || parser.failure() !== null) break;
      await list(found, manifest, observer);
      if (found.kind !== 'document') continue;
      await parser.take(found);
      // Before the next is unpacked, which takes as much once more.
      await parser.lightened();
    }
    await pool.idle();
    await parser.settled();
  } finally {
    await manifest.close();
    await counting;
  }
  const failure = parser.failure();
  if (failure !== null && !options.signal?.aborted) throw failure;
  return parser.parsed();
}

async function list(found: Discovered, manifest: Manifest, observer?: Observer): Promise<void> {
  const { path } = found;
  if (found.kind === 'document') await manifest.add({ path, hash: found.hash });
  else if (found.kind === 'skipped') {
    await manifest.add({ path, skipped: found.reason });
    observer?.skipped?.(path, found.reason);
  } else {
    const identity = { document_id: found.hash, path, bytes: found.size };
    const status = found.issue.code === 'unsupported_format' ? 'unsupported' : 'failed';
    const { document } = unread(identity, found.isArchive ? 'archive' : 'unknown', status, found.issue);
    await manifest.add({ path, document });
    observer?.done?.({ path, origin: 'unread', head: null, issue: found.issue });
  }
}

const passwordsOf = ({ password }: Pass['options']): string[] => [password ?? []].flat();

const retryable: ReadonlySet<string> = new Set(['timeout', 'out_of_memory', 'crashed', 'internal']);

/** Documents that are being parsed hold so many bytes in the run itself, or are one alone. */
const mostHeldBytes = 256 * 1024 * 1024;
/** While they hold more, no other is looked for. */
const lightBytes = mostHeldBytes / 2;

/** Has documents parsed that the ledger does not hold, each once, and keeps what comes of them. */
function resultParser({ ledger, pool, identity, options }: Pass) {
  const { observer } = options;
  const seen = hashIndex();
  const open = new Set<Promise<void>>();
  let failure: unknown = null;
  let held = 0;
  let parsed = 0;
  const passwords = passwordsOf(options);
  const tried = markOfPasswords(passwords);
  const isDone = (key: Buffer): boolean => {
    if (!ledger.has(key)) return false;
    if (!options.retryFailed && passwords.length === 0) return true;
    const head = ledger.read(key)?.head;
    const code = head?.document.error?.code ?? '';
    if (code === 'encrypted' && passwords.length > 0) return head?.tried === tried;
    return !options.retryFailed || !retryable.has(code);
  };
  const parse = async (found: Extract<Discovered, { kind: 'document' }>, key: Buffer) => {
    const result = await pool.examine(found);
    if (result.head.document.error?.code === 'encrypted') result.head.tried = tried;
    await ledger.append(key, result);
    parsed += 1;
    const { head } = result;
    observer?.done?.({ path: found.path, origin: 'parsed', head, issue: head.document.error });
  };
  return {
    async take(found: Extract<Discovered, { kind: 'document' }>): Promise<void> {
      const key = keyOf(found.hash, identity);
      const isCopy = seen.get(key) !== undefined;
      if (isCopy || isDone(key)) {
        if (!isCopy) seen.set(key, { segment: 0, offset: 0 });
        const origin = isCopy ? 'copy' : 'reused';
        observer?.done?.({ path: found.path, origin, head: null, issue: null });
        return;
      }
      seen.set(key, { segment: 0, offset: 0 });
      await pool.room();
      const { length } = found.bytes;
      while (held > 0 && held + length > mostHeldBytes) await Promise.race(open);
      held += length;
      const task = parse(found, key)
        .catch((thrown: unknown) => {
          failure ??= thrown;
        })
        .finally(() => {
          held -= length;
          open.delete(task);
        });
      open.add(task);
    },
    async lightened(): Promise<void> {
      while (held > lightBytes) await Promise.race(open);
    },
    failure: () => failure,
    settled: async () => void (await Promise.all(open)),
    parsed: () => parsed,
  };
}
