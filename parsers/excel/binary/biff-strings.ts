// The list of texts of a workbook since Excel 97 (SST, [MS-XLS] 2.4.265), over its record and those that carry it on. Where it ends within the
// head of a text, SheetJS has no number to stop at and fills the memory.

/** Bytes before the first text: two counts. */
const countsBytes = 8;
/** Length of the text in characters, and flags. */
const headBytes = 3;
const wide = 1;
const extended = 4;
const rich = 8;

/** Whether the list ends within a text. `pieces` are the record and what carries it on. */
export function endsWithinText(pieces: readonly Uint8Array[]): boolean {
  const bytes = Buffer.concat(pieces);
  if (bytes.length < countsBytes) return bytes.length > 0;
  const seams = seamsOf(pieces);
  const count = bytes.readUInt32LE(countsBytes / 2);
  let at = countsBytes;
  for (let i = 0; i < count && at < bytes.length; i++) {
    const next = textEnd(bytes, at, seams);
    if (next === null || next > bytes.length) return true;
    at = next;
  }
  return false;
}

/** Where each record that carries on begins, and the end of all. */
function seamsOf(pieces: readonly Uint8Array[]): { next(from: number): number } {
  const seams: number[] = [];
  for (const piece of pieces) seams.push((seams.at(-1) ?? 0) + piece.length);
  let passed = 0;
  return {
    next(from) {
      while (passed < seams.length - 1 && (seams[passed] ?? 0) < from) passed++;
      return seams[passed] ?? from;
    },
  };
}

/** XLUnicodeRichExtendedString ([MS-XLS] 2.5.293): within its characters, each record that carries it on begins with their width. */
function textEnd(bytes: Buffer, at: number, seams: ReturnType<typeof seamsOf>): number | null {
  if (at + headBytes > bytes.length) return null;
  const flags = bytes[at + 2] ?? 0;
  const tail = ((flags & rich) === 0 ? 0 : 2) + ((flags & extended) === 0 ? 0 : 4);
  let place = at + headBytes + tail;
  if (place > bytes.length) return null;
  const runs = (flags & rich) === 0 ? 0 : bytes.readUInt16LE(at + headBytes);
  const more = (flags & extended) === 0 ? 0 : bytes.readUInt32LE(place - 4);
  let left = bytes.readUInt16LE(at);
  let width = (flags & wide) + 1;
  while (left > 0) {
    const seam = seams.next(place);
    // Characters of two bytes may pass over the end by one, where no seam is left to stop at.
    if (place >= bytes.length) return null;
    if (seam === place) {
      width = ((bytes[place++] ?? 0) & wide) + 1;
      continue;
    }
    const fit = Math.min(left, Math.ceil((seam - place) / width));
    left -= fit;
    place += fit * width;
  }
  return place + 4 * runs + more;
}
