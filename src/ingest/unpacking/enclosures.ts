import type { EntryFault } from './messages.ts';

/** Takes what is enclosed with a letter. */
export interface Enclosures {
  add: (name: string, bytes: Uint8Array) => void;
  fail: (name: string, size: number, fault: EntryFault) => void;
}
