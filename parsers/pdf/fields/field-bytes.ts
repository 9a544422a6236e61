/** Pairs of bytes of GB 2312, as a reader shows them that takes them for Latin letters. */
const pairs = /(?:[\u00a1-\u00f7][\u00a1-\u00fe])+/g;

const written = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…×·]+$/u;

/**
 * A value that was stored in the bytes of GB 2312, which no PDF may: `优` is read as `ÓÅ` by the rules (ISO 32000-1 §7.9.2.2). Null where it
 * was not.
 */
export function fromGbBytes(value: string): string | null {
  if (/[^\u0000-\u007e\u00a1-\u00fe]/.test(value) || value.search(pairs) < 0) return null;
  const decoder = new TextDecoder('gbk');
  let isChinese = true;
  const text = value.replace(pairs, (run) => {
    const decoded = decoder.decode(Uint8Array.from(run, (character) => character.charCodeAt(0)));
    isChinese &&= written.test(decoded);
    return decoded;
  });
  return isChinese && !/[\u00a1-\u00fe]/.test(text.replace(/[×·]/g, '')) ? text : null;
}
