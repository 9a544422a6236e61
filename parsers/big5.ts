/** Beyond so many bytes nothing more is learnt of an encoding. */
const sampleBytes = 65_536;
/** Signs of two bytes that tell one encoding from the other. */
const fewestSigns = 8;
/** Texts in GB2312 have nearly all their signs in its own rows; of those in Big5 a third falls outside of them. */
const mostOutside = 0.2;
/** Big5 holds the signs that people use in its first level and its punctuation. */
const leastFrequent = 0.95;

/**
 * Whether bytes that GB18030 reads too are a text in Big5, as Traditional Chinese was written: many signs stand outside of GB2312, whose second
 * bytes are all above 0xa0, and nearly all among the frequent ones of Big5.
 */
export function isBig5(bytes: Uint8Array): boolean {
  let signs = 0;
  let outside = 0;
  let frequent = 0;
  const end = Math.min(bytes.length, sampleBytes) - 1;
  for (let at = 0; at < end; at++) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    const second = bytes[++at] ?? 0;
    signs++;
    if (second < 0xa1 || first < 0xa1 || first > 0xf7) outside++;
    if (first >= 0xa1 && first <= 0xc6) frequent++;
  }
  return signs >= fewestSigns && outside > signs * mostOutside && frequent >= signs * leastFrequent;
}
