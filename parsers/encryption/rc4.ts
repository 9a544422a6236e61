/** A stream of RC4 under a key: the bytes that a text is changed by, one after another. */
export function rc4(key: Uint8Array): (length: number) => Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return (length) => {
    const stream = new Uint8Array(length);
    for (let at = 0; at < length; at++) {
      i = (i + 1) & 0xff;
      j = (j + (state[i] ?? 0)) & 0xff;
      swap(i, j);
      stream[at] = state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0;
    }
    return stream;
  };
}
