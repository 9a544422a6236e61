/** What a file says of the key of its package. */
export interface KeyOfPackage {
  /** How often a password is hashed. */
  rounds: number;
  /** The way to open the package; null under another password. It gives null for a package that is damaged. */
  open: (password: string) => ((sealed: Buffer) => Buffer | null) | null;
}

const blockBytes = 16;

/** Whole blocks: what is cut off within one is filled up. */
export function padded(bytes: Uint8Array): Uint8Array {
  const rest = bytes.length % blockBytes;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(blockBytes - rest)]);
}
