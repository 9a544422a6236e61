const endWord = 'endstream';

/** A dictionary longer than this is none of a stream of text. */
const longestDictionary = 2_000;

/**
 * The numbers of the objects whose stream holds the word that ends it (`endstream`, ISO 32000-1 §7.3.8.1), and whose length does not say that it
 * goes on: pdf.js looks for the word then, and what stands behind the first is of no object.
 */
export function endedEarly(bytes: Uint8Array): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: number[] = [];
  for (let end = file.indexOf(endWord); end >= 0; ) {
    const head = file.indexOf(' obj', end);
    const next = file.indexOf(endWord, end + endWord.length);
    if (next < 0) break;
    if (head < 0 || head > next) {
      const number = cutOne(file, file.lastIndexOf(' obj', end), end);
      if (number !== null) found.push(number);
      end = head < 0 ? -1 : file.indexOf(endWord, head);
    } else end = next;
  }
  return found;
}

/** The number of the object whose stream ends at a word, unless its length says that it ends elsewhere, or is told elsewhere. */
function cutOne(file: Buffer, from: number, end: number): number | null {
  const at = Math.max(from - 20, 0);
  const text = file.toString('latin1', at, Math.min(end, at + longestDictionary));
  const head = /(?:^|\D)(\d{1,9})\s{1,4}\d{1,5}\s{1,4}obj\b[\s\S]*?>>\s*stream\r?\n/.exec(text);
  const length = head && /\/Length\s+(\d{1,9})(?!\s{1,4}\d{1,5}\s{1,4}R|\d)/.exec(head[0])?.[1];
  if (!head || length === undefined) return null;
  const told = at + head.index + head[0].length + Number(length);
  return /^\s*endstream/.test(file.toString('latin1', told, told + 12)) ? null : Number(head[1]);
}
