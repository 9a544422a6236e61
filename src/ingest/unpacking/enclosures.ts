import type { EntryFault } from './messages.ts';

/** Takes what is enclosed with a letter. */
export interface Enclosures {
  /** What is larger is not unpacked: it fails as `too_large`. */
  maxBytes: number;
  add: (name: string, bytes: Uint8Array) => void;
  fail: (name: string, size: number, fault: EntryFault) => void;
  /** A small picture that is shown in the text. */
  passOver: (name: string) => void;
}
