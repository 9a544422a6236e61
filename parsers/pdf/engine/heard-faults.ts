import { AsyncLocalStorage } from 'node:async_hooks';

/** What pdf.js passed over on a page: it goes on without a form or a picture, or gives the rest of the page up. */
export interface HeardFaults {
  objects: number;
  isCutShort: boolean;
  /** Packed pieces that did not unpack to their end. */
  pieces: number;
  /** Operators left out because numbers or texts of theirs are missing, and fonts that are named and not there, in place of which another is taken. */
  misfits: number;
}

/** Each page hears its own, also where several files are read at once. */
const hearing = new AsyncLocalStorage<HeardFaults>();

/** pdf.js says of these on the console alone; a form in which a limit of ours ended the page is there. */
const passedOver =
  /^Warning: getOperatorList - ignoring (errors during|XObject)(?!.*more than \d+ (?:graphics|forms))/;
/**
 * So it does of packed data that do not fit their packing, of which it takes what came before; and of a head that is none, where it takes nothing. A
 * stream without a byte holds nothing that could be lost.
 */
const unpacked = /^(?:Info: .* in flate stream$|Warning: Invalid stream: (?!.*: -1, -1"))/;

/** A text without end takes all operators behind it. */
const swallowed = /^Warning: Unterminated (?:hex )?string/;

/** An operator of text or lines whose operands are too few, and letters that would show others. */
const misfit = /^Warning: (?:Skipping command |Font "[^"]*" is not available)/;

/** Does work of pdf.js on one page, with what it warns of; {@link listen} must have begun. */
export async function withFaults<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; faults: HeardFaults }> {
  const faults: HeardFaults = { objects: 0, isCutShort: false, pieces: 0, misfits: 0 };
  return { result: await hearing.run(faults, work), faults };
}

let listeners = 0;
const plain = { warn: console.warn, info: console.info };

/** Keeps what pdf.js says from the console until what it gives back is called. */
export function listen(): () => void {
  if (listeners++ === 0) {
    plain.warn = console.warn;
    plain.info = console.info;
    console.warn = (...words) => hear(words, plain.warn);
    console.info = (...words) => hear(words, plain.info);
  }
  let isOver = false;
  return () => {
    if (!isOver && --listeners === 0) Object.assign(console, plain);
    isOver = true;
  };
}

function hear(words: unknown[], say: (...words: unknown[]) => void): void {
  const message = String(words[0]);
  if (!/^(?:Warning|Info): /.test(message)) {
    say.apply(console, words);
    return;
  }
  const faults = hearing.getStore();
  if (faults === undefined) return;
  const [, kind] = passedOver.exec(message) ?? [];
  if (kind === 'XObject') faults.objects++;
  else if (kind !== undefined || swallowed.test(message)) faults.isCutShort = true;
  else if (unpacked.test(message)) faults.pieces++;
  else if (misfit.test(message)) faults.misfits++;
}
