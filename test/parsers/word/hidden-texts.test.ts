import { expect, it } from 'vitest';
import { parseWord } from '../../../parsers/word/index.ts';
import { gridsOf, readAs, sketch } from '../grids.ts';
import { docx, p, row, tbl, tc, text, tr } from './docx.ts';

const merge = (direction: 'vMerge' | 'hMerge', value: string): string =>
  `<w:${direction}${value && ` w:val="${value}"`}/>`;

async function read(body: string): Promise<{ sketch: string[] | undefined; warned: string[] }> {
  const source = await readAs(parseWord, 'docx', docx(body));
  const [grid] = gridsOf(source);
  return { sketch: grid && sketch(grid), warned: source.warnings.map(({ code }) => code) };
}

it.each([
  [
    'down',
    tr(tc('数量指标', merge('vMerge', 'restart')), tc('里程')) +
      tr(tc('77', merge('vMerge', '')), tc('闸门')),
    ['数量指标[2x1] | 里程', '闸门'],
  ],
  [
    'across',
    tr(tc('合计', merge('hMerge', 'restart')), tc('77', merge('hMerge', 'continue')), tc('30')) +
      row('甲', '乙', '丙'),
    ['合计[1x2] | 30', '甲 | 乙 | 丙'],
  ],
])('a text in a cell that was merged %s into another is told', async (_, rows, expected) => {
  expect(await read(tbl(rows))).toEqual({ sketch: expected, warned: ['text_left_out'] });
});

it('nothing is told where such a cell is blank', async () => {
  const { warned } = await read(
    tbl(tr(tc('甲', merge('vMerge', 'restart')), tc('乙')), tr(tc(' ', merge('vMerge', '')), tc('丙'))),
  );
  expect(warned).toEqual([]);
});

it('a cell with a text that goes on from a cell without a merge stands alone', async () => {
  expect(await read(tbl(row('甲', '乙'), tr(tc('77', merge('vMerge', '')), tc('丙'))))).toEqual({
    sketch: ['甲 | 乙', '77 | 丙'],
    warned: [],
  });
});

const alternatives = (choice: string, fallback: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="w16">${choice}</mc:Choice>${fallback}</mc:AlternateContent>`;
const field = (properties: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>${properties}</w:ddList></w:ffData></w:fldChar></w:r>` +
  '<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
const entries = '<w:listEntry w:val="优"/><w:listEntry w:val="77"/>';

it.each([
  ['whose fallback is empty', alternatives(text('77'), '<mc:Fallback/>')],
  ['whose fallback shows nothing', alternatives(text('77'), `<mc:Fallback>${text(' ')}</mc:Fallback>`)],
  ['that has a fallback', alternatives(text('66'), `<mc:Fallback>${text('77')}</mc:Fallback>`)],
  ['that is chosen from a list', field(`<w:result w:val="1"/>${entries}`)],
  ['that a list starts with', field(`<w:default w:val="1"/>${entries}`)],
])('a figure %s is read', async (_, run) => {
  const { sketch: lines } = await read(tbl(tr(tc('里程'), tc(`<w:p>${run}</w:p>`)), row('甲', '乙')));
  expect(lines).toEqual(['里程 | 77', '甲 | 乙']);
});

it('a table that only one alternative holds is read', async () => {
  const { sketch: lines } = await read(
    alternatives(tbl(row('甲', '77'), row('乙', '丙')), `<mc:Fallback>${p('')}</mc:Fallback>`),
  );
  expect(lines).toEqual(['甲 | 77', '乙 | 丙']);
});
