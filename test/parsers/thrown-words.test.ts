import { expect, it } from 'vitest';
import { withDamagedSigns } from '../../parsers/damaged-signs.ts';
import { parseDocument } from '../../parsers/index.ts';
import { thrownDetail } from '../../parsers/issue.ts';
import { kinds } from '../../scripts/hostile/kinds/index.ts';

const bytesOf = (name: string): Uint8Array => {
  const kind = kinds.find(([own]) => own === name);
  if (kind === undefined) throw new Error(`no ${name}`);
  return kind[1]();
};

it('says in a sentence what of a workbook is damaged', async () => {
  const name = 'shared-text-not-there.xls';
  const parsed = await parseDocument(bytesOf(name), { name });
  expect(parsed.status === 'read' ? null : parsed.error.message.zh).toBe(
    '工作簿的数据记录（单元格、文字、格式或公式）已损坏，无法读取',
  );
});

it('leaves the words of a library behind the sentence, and those of JavaScript out', () => {
  expect(thrownDetail(new Error('XLS Record 0xfc Truncated: 8 < 335'))).toEqual({
    zh: '（解析程序提示：XLS Record 0xfc Truncated: 8 < 335）',
    en: ' (the parser says: XLS Record 0xfc Truncated: 8 < 335)',
  });
  expect(thrownDetail(new TypeError("Cannot read properties of undefined (reading 't')")).zh).toBe('');
});

it('tells signs of an OFD that have a glyph and no character', () => {
  const source = withDamagedSigns({
    format: 'ofd',
    pages: [],
    blocks: [{ kind: 'paragraph', text: '\ufffd\ufffd指标' } as never],
    warnings: [],
  });
  expect(source.warnings.map(({ code }) => code)).toEqual(['page_failed']);
});
