/**
 * A file that closes none of its streams (`endstream`, ISO 32000-1 §7.3.8.1), with each closed where its object ends: pdf.js gives up every
 * stream whose end it does not find. Its table of places no longer fits then, so that the objects are searched. Other files stay as they are.
 */
export function withStreamEnds(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('endstream')) return bytes;
  const pieces: Buffer[] = [];
  let kept = 0;
  for (let at = nextStream(file, 0); at >= 0; at = nextStream(file, kept)) {
    const end = file.indexOf('endobj', at);
    if (end < 0) break;
    pieces.push(file.subarray(kept, end), Buffer.from('\nendstream\n'));
    kept = end;
  }
  if (pieces.length === 0) return bytes;
  return Buffer.concat([...pieces, file.subarray(kept), Buffer.from('\nstartxref\n0\n%%EOF\n')]);
}

/** The word where it opens a stream: behind a dictionary and at the end of a line. */
function nextStream(file: Buffer, from: number): number {
  for (let at = file.indexOf('stream', from); at >= 0; at = file.indexOf('stream', at + 6)) {
    const before = file.toString('latin1', Math.max(0, at - 8), at);
    const after = file[at + 6];
    if (/>>\s*$/.test(before) && (after === 0x0a || after === 0x0d)) return at;
  }
  return -1;
}
