import { AsyncLocalStorage } from 'node:async_hooks';

/** What pdf.js passed over on a page: it goes on without a form or a picture, or gives the rest of the page up. */
export interface HeardFaults {
  objects: number;
  isCutShort: boolean;
}

/** Each page hears its own, also where several files are read at once. */
const hearing = new AsyncLocalStorage<HeardFaults>();

/** pdf.js says of these on the console alone. */
const passedOver = /^Warning: getOperatorList - ignoring (errors during|XObject)/;

/** Does work of pdf.js on one page, with what it warns of; {@link listen} must have begun. */
export async function withFaults<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; faults: HeardFaults }> {
  const faults: HeardFaults = { objects: 0, isCutShort: false };
  return { result: await hearing.run(faults, work), faults };
}

let listeners = 0;
let plainWarn = console.warn;

/** Keeps the warnings of pdf.js from the console until what it gives back is called. */
export function listen(): () => void {
  if (listeners++ === 0) {
    plainWarn = console.warn;
    console.warn = hear;
  }
  let isOver = false;
  return () => {
    if (!isOver && --listeners === 0) console.warn = plainWarn;
    isOver = true;
  };
}

function hear(...words: unknown[]): void {
  const message = String(words[0]);
  if (!message.startsWith('Warning: ')) {
    plainWarn.apply(console, words);
    return;
  }
  const faults = hearing.getStore();
  const [, kind] = passedOver.exec(message) ?? [];
  if (faults === undefined || kind === undefined) return;
  if (kind === 'XObject') faults.objects++;
  else faults.isCutShort = true;
}
