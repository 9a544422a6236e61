import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import { parseBinaryWord } from '../../../parsers/word-binary/index.ts';
import { oddBinaryWords } from '../../../scripts/hostile/odd-binary-words.ts';
import { errorOf, gridsOf, readAs, sketch } from '../grids.ts';
import { binaryWord, type Options, p, packed } from './binary-word.ts';
import { row } from './tables.ts';

const form = [p('标题'), ...row(['甲', '1'], [0, 3000, 6000]), ...row(['乙', '2'], [0, 3000, 6000]), p('')];
const error = (options: Options) => errorOf(parseBinaryWord, 'doc', binaryWord(form, options));

describe('a binary Word document that is damaged or none', () => {
  it('says why it is not read', async () => {
    expect(await error({ version: 0x65 })).toBe('unsupported_format');
    expect(await error({ change: ({ main }) => main.writeUInt8(1, 0x0b) })).toBe('encrypted');
    expect(await error({ change: ({ main }) => main.writeUInt16LE(0, 0) })).toBe('corrupt');
    expect(await error({ change: ({ main }) => main.writeUInt32LE(0, 0x9e + 33 * 8) })).toBe('corrupt');
    expect(await errorOf(parseBinaryWord, 'doc', packed({ Other: new Uint8Array(5000) }))).toBe('corrupt');
  });

  it('is read as far as it goes, and says so', async () => {
    const source = await readAs(
      parseBinaryWord,
      'doc',
      binaryWord(form, { change: ({ main }) => main.writeUInt32LE(0, 0x9e + 13 * 8) }),
    );
    expect(new Set(source.warnings.map(({ code }) => code))).toEqual(new Set(['page_failed']));
    expect(gridsOf(source).flatMap(sketch).join()).toContain('甲');
  });

  it('has the limits of the others', async () => {
    const rows = { ...(await parseDocument(binaryWord(form), { name: 'a.doc', limits: { maxRows: 1 } })) };
    expect(rows).toMatchObject({ status: 'failed', error: { code: 'too_large' } });
    const markup = await parseDocument(binaryWord(form), {
      name: 'a.doc',
      limits: { maxUnpackedBytes: 100 },
    });
    expect(markup).toMatchObject({ status: 'failed', error: { code: 'too_large' } });
  });

  it('comes to an honest end at every bit that is turned', async () => {
    const whole = binaryWord(form);
    for (let n = 0; n < 300; n++) {
      const bytes = Buffer.from(whole);
      const at = (n * 7919) % bytes.length;
      bytes[at] = bytes[at]! ^ (1 << (n % 8));
      const result = await parseDocument(bytes, { name: 'a.doc' });
      if (result.status !== 'read') expect(result.error.code).not.toBe('internal');
    }
  });

  it.each(oddBinaryWords.filter(({ heavy }) => !heavy).map((made) => [made.name, made] as const))(
    '%s ends as is written down',
    async (name, { make, expected }) => {
      const result = await parseDocument(make(), { name });
      const lost =
        result.status === 'read' && result.source.warnings.some(({ code }) => code === 'page_failed');
      const status = result.status === 'read' ? (lost ? 'partial' : 'ok') : result.status;
      expect(expected.status).toContain(status);
      if (result.status !== 'read' && expected.codes) expect(expected.codes).toContain(result.error.code);
    },
  );
});
