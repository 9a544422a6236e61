import { join } from 'node:path';
import { unread } from '../examine/examine.ts';
import { countFiles, type Discovered, discover, type Known } from './discovery/discover.ts';
import type { Input } from './discovery/walk.ts';
import type { Pool } from './guard/pool.ts';
import { giveBack, heldDocuments } from './held-documents.ts';
import { archiveLists } from './ledger/archive-lists.ts';
import { hashIndex } from './ledger/hash-index.ts';
import { archiveIdentityOf, type Identity, keyOf, markOfPasswords } from './ledger/identity.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Limits } from './limits.ts';
import type { IngestOptions, Observer } from './options.ts';
import { type Manifest, openManifest } from './output/manifest.ts';
import { unreadKeys } from './unread-keys.ts';

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

type Document = Extract<Discovered, { kind: 'document' }>;

export const manifestPath = ({ state }: Pass) => join(state, 'manifest.jsonl');

/** Walks the archive once, lists it in the manifest, and has parsed what the ledger does not hold; gives how many. */
export async function parseAll(pass: Pass): Promise<number> {
  const { options, limits, pool, inputs, ledger, identity } = pass;
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
  const archives = archiveLists({
    ledger,
    identity: archiveIdentityOf(identity, passwordsOf(options)),
    isDone: parser.isDone,
    used: (key) => manifest.add({ list: key.toString('hex') }),
  });
  try {
    for await (const found of discover(inputs, {
      limits,
      passwords: passwordsOf(options),
      out: options.out,
      onEntries: expect,
      room: parser.room,
      archives,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })) {
      if (options.signal?.aborted || parser.failure() !== null) break;
      await list(found, manifest, observer);
      if (found.kind === 'known') parser.passOver(found);
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

async function list(found: Discovered | Known, manifest: Manifest, observer?: Observer): Promise<void> {
  const { path } = found;
  if (found.kind === 'document' || found.kind === 'known') await manifest.add({ path, hash: found.hash });
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

/** Has documents parsed that the ledger does not hold, each once, and keeps what comes of them. */
function resultParser({ ledger, pool, identity, options }: Pass) {
  const { observer } = options;
  const seen = hashIndex();
  const unread = unreadKeys();
  const { room, hold, lightened, settled } = heldDocuments();
  let failure: unknown = null;
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
  const parse = async (found: Document, key: Buffer) => {
    const result = await pool.examine(found);
    if (result.head.document.error?.code === 'encrypted') result.head.tried = tried;
    await ledger.append(key, result);
    parsed += 1;
    const { head } = result;
    observer?.done?.({ path: found.path, origin: 'parsed', head, issue: head.document.error });
    unread.end(key, head.document.error !== null);
  };
  /** Whether a document need not be parsed, of which then is told. */
  const passOver = ({ path, hash }: Known | Document): boolean => {
    const key = keyOf(hash, identity);
    const isCopy = seen.get(key) !== undefined;
    const isReused = !isCopy && isDone(key);
    if (!isCopy) seen.set(key, { segment: 0, offset: 0 });
    if (isReused && observer?.done !== undefined)
      unread.end(key, (ledger.read(key)?.head.document.error ?? null) !== null);
    if (!isCopy && !isReused) return false;
    const seenAs = { path, origin: isCopy ? 'copy' : 'reused', head: null, issue: null } as const;
    unread.tell(key, (isUnread) => observer?.done?.({ ...seenAs, isUnread }));
    return true;
  };
  return {
    room,
    /** Whether what came of a document is there, or will be when this run has read what it took. */
    isDone(hash: string): boolean {
      const key = keyOf(hash, identity);
      return seen.get(key) !== undefined || isDone(key);
    },
    passOver,
    async take(found: Document): Promise<void> {
      if (passOver(found)) {
        giveBack(found.bytes);
        return;
      }
      const key = keyOf(found.hash, identity);
      unread.begin(key);
      await pool.room();
      await room(found.bytes.length);
      hold(
        found.bytes,
        parse(found, key).catch((thrown: unknown) => {
          failure ??= thrown;
        }),
      );
    },
    lightened,
    failure: () => failure,
    settled,
    parsed: () => parsed,
  };
}
