import { expect, it } from 'vitest';
import { decodeText } from '../../parsers/decode.ts';

const line = '指标,权重\n里程,20\n'.repeat(30);

it.each(['utf-8', 'gb18030'])('shows signs that were lost to NUL as such, in %s', (encoding) => {
  const bytes =
    encoding === 'utf-8' ? Buffer.from(line) : Buffer.concat(Array.from({ length: 30 }, () => lineInGbk));
  const at = bytes.indexOf('20');
  bytes[at] = 0;
  expect(decodeText(bytes)).toEqual({ text: line.replace('20', '\ufffd0'), encoding });
});

it('takes bytes with many of them for no text, and those behind the end for nothing', () => {
  const filled = Buffer.concat([Buffer.from(line), Buffer.alloc(4096)]);
  expect(decodeText(filled)?.text).toBe(line);
  const holed = Buffer.from(line.replaceAll('20', '2\0'));
  expect(decodeText(holed)).toBeNull();
});

/** `line` once. */
const lineInGbk = Buffer.from('d6b8b1ea2cc8a8d6d80ac0efb3cc2c32300a', 'hex');

it('reads Big5 as it was written in Taiwan and Hong Kong, and no text in GBK for it', () => {
  const inBig5 = Buffer.from('abfcbcd02cc576adab0aa8bdb57b2c32300a', 'hex');
  expect(decodeText(Buffer.concat([inBig5, inBig5]))).toMatchObject({ encoding: 'big5' });
  expect(decodeText(Buffer.concat([lineInGbk, lineInGbk]))).toMatchObject({ encoding: 'gb18030' });
});
