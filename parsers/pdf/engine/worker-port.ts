import { operator } from '../../pages/drawing/operators.ts';

/** What the two halves of pdf.js say to one another. */
interface Message {
  streamId?: number | undefined;
  stream?: number | undefined;
  sourceName?: string | undefined;
  targetName?: string | undefined;
  /** A chunk of an operator list, where the message brings one. */
  chunk?: { fnArray?: unknown[]; argsArray?: unknown[] };
  /** What is sent apart from operators: of a font its name, its kind and what is known of it. */
  data?: unknown;
}

type Listener = (event: { data: unknown }) => void;

/** A port as both halves of pdf.js use it: each says for which of them a message is meant. */
export interface WorkerPort {
  postMessage: (message: unknown, transfer?: unknown[]) => void;
  addEventListener: (name: string, listener: Listener, options?: { signal?: AbortSignal } | null) => void;
  removeEventListener: (name: string, listener: Listener) => void;
}

/**
 * Joins the half of pdf.js that parses to the half that asks, in one thread. pdf.js has such a port of its own where there are no
 * web workers, which clones every message. Operator lists are most of what is sent, and nobody changes what they hold once they are
 * sent: only their two arrays are copied, for the sender empties them. That saves a quarter of the time of a page and the glyphs
 * of it once over. All other messages but pictures are cloned, as pdf.js expects.
 */
export function workerPort(): WorkerPort {
  const listeners = new Set<Listener>();
  const turn = Promise.resolve();
  const limitPage = pageLimits();
  return {
    postMessage: (message, transfer) => {
      for (const one of [...endOf(message as Message), message as Message]) {
        const data = copyOf(one, transfer);
        void turn.then(() => {
          for (const listener of listeners) listener({ data });
        });
      }
      // Where the error ends a form alone, pdf.js goes on once this part is taken: unsent, it would wait for ever.
      limitPage(message as Message);
    },
    addEventListener: (_, listener, options) => {
      listeners.add(listener);
      options?.signal?.addEventListener('abort', () => listeners.delete(listener));
    },
    removeEventListener: (_, listener) => void listeners.delete(listener),
  };
}

/**
 * Saved states inside one another that a page may come to. Each takes pdf.js longer than the one before, so that some ten thousand,
 * which fit into a few bytes, would keep it for minutes; the standard asks readers for 28 (ISO 32000-1, annex C).
 */
const deepestStates = 5000;

/**
 * Forms that a page may draw, each as often as it is drawn. Eighteen that draw one another twice are two hundred thousand, half a minute and a
 * gigabyte; a page of a filing draws some dozens, a map some thousands.
 */
const mostForms = 100_000;

/** Stops the half of pdf.js that parses where the states of a page go too deep, or its forms are too many, by an error. */
function pageLimits(): (message: Message) => void {
  let page: number | undefined;
  let depth = 0;
  let forms = 0;
  return ({ streamId, chunk }) => {
    if (!chunk?.fnArray) return;
    if (streamId !== page) depth = forms = 0;
    page = streamId;
    for (const op of chunk.fnArray) {
      if (op === operator.save) depth++;
      else if (op === operator.restore && depth > 0) depth--;
      else if (op === operator.paintFormXObjectBegin) forms++;
    }
    if (depth > deepestStates)
      throw new Error(`more than ${deepestStates} graphics states inside one another`);
    if (forms > mostForms) throw new Error(`more than ${mostForms} forms drawn`);
  };
}

/** StreamKind of pdf.js: a part of an operator list, and the error that ends it. */
const streamKind = { part: 4, error: 5 } as const;

/**
 * The half of pdf.js that asks takes an operator list that an error ends for a whole one. An operator of ours, sent before the error, says that it is cut short.
 */
function endOf({ sourceName, targetName, streamId, stream }: Message): Message[] {
  if (stream !== streamKind.error) return [];
  const chunk = { fnArray: [operator.cutShort], argsArray: [null], lastChunk: false, length: 1 };
  return [{ sourceName, targetName, streamId, stream: streamKind.part, chunk }];
}

function copyOf(message: Message, transfer: unknown[] | undefined): unknown {
  const { chunk } = message;
  if (!chunk?.fnArray || !chunk.argsArray) {
    // A picture that was decoded for pdf.js is no buffer: it is given away as it is, with its method to close it.
    if (transfer?.some((part) => !(part instanceof ArrayBuffer))) return message;
    return structuredClone(
      withShortFont(message as Message),
      transfer ? { transfer: transfer as ArrayBuffer[] } : undefined,
    );
  }
  return {
    ...message,
    chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() },
  };
}

/** The message of a font without its tables, which are long and mostly nobody asks for. */
function withShortFont(message: Message): Message {
  if (!Array.isArray(message.data) || message.data[1] !== 'Font') return message;
  const [name, kind, font] = message.data as [
    string,
    string,
    { extra?: { name?: string; composite?: boolean; type?: string; differences?: GlyphNames } },
  ];
  if (!font?.extra) return message;
  const { name: called, composite, type, differences } = font.extra;
  // Only glyphs that are drawn by procedures may have no other sense than their names.
  const extra = {
    name: called,
    composite,
    ...(type === 'Type3' ? { glyphNames: namesOf(differences) } : {}),
  };
  return { ...message, data: [name, kind, { ...font, extra }] };
}

/** Names of glyphs by their codes, as pdf.js keeps them. */
interface GlyphNames {
  get: (code: number) => string | undefined;
}

/** The names by the codes, which are of one byte. */
function namesOf(names: GlyphNames | undefined): (string | undefined)[] {
  return Array.from({ length: 256 }, (_, code) => names?.get(code));
}
