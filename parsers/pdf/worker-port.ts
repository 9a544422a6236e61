/** What the two halves of pdf.js say to one another. */
interface Message {
  /** A chunk of an operator list, where the message brings one. */
  chunk?: { fnArray?: unknown[]; argsArray?: unknown[] };
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
  return {
    postMessage: (message, transfer) => {
      const data = copyOf(message as Message, transfer);
      void turn.then(() => {
        for (const listener of listeners) listener({ data });
      });
    },
    addEventListener: (_, listener, options) => {
      listeners.add(listener);
      options?.signal?.addEventListener('abort', () => listeners.delete(listener));
    },
    removeEventListener: (_, listener) => void listeners.delete(listener),
  };
}

function copyOf(message: Message, transfer: unknown[] | undefined): unknown {
  const { chunk } = message;
  if (!chunk?.fnArray || !chunk.argsArray) {
    // A picture that was decoded for pdf.js is no buffer: it is given away as it is, with its method to close it.
    if (transfer?.some((part) => !(part instanceof ArrayBuffer))) return message;
    return structuredClone(message, transfer ? { transfer: transfer as ArrayBuffer[] } : undefined);
  }
  return {
    ...message,
    chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() },
  };
}
