import { expect, it } from 'vitest';
import { parseRtf } from '../../../parsers/rtf/index.ts';
import { errorOf, gridsOf, sketch } from '../grids.ts';
import { bytesOf, gbk, readRtf, row, rtf } from './rtf.ts';

const sketches = async (body: string) => gridsOf(await readRtf(body)).map(sketch);
const three = [2000, 4000, 6000];

it('reads rows by the edges of their cells, which alone say what spans what', async () => {
  const body =
    row([gbk('项目名称'), gbk('渠道清淤')], [2000, 6000]) +
    row([gbk('一级指标'), gbk('二级指标'), '5'], three) +
    row([gbk('产出'), '', '8'], three);
  expect(await sketches(`${body}\\pard \\par `)).toEqual([
    ['项目名称 | 渠道清淤[1x2]', '一级指标 | 二级指标 | 5', '产出 |  | 8'],
  ]);
});

it('takes edges that were drawn by eye for one line, and keeps a row that begins further in', async () => {
  const body = row(['a', 'b', 'c'], three) + row(['d', 'e', 'f'], [1990, 4015, 6000]);
  const inner = row(['g', 'h'], [4000, 6000]).replaceAll('\\trleft-108', '\\trleft2000');
  expect(await sketches(`${body}${inner}\\pard \\par `)).toEqual([['a | b | c', 'd | e | f', ' | g | h']]);
});

it('reads merges across and down', async () => {
  const body =
    row(['a', 'b', ''], ['\\clvmgf\\cellx2000', '\\clmgf\\cellx4000', '\\clmrg\\cellx6000']) +
    row(['', 'c', 'd'], ['\\clvmrg\\cellx2000', 4000, 6000]);
  expect(await sketches(`${body}\\pard \\par `)).toEqual([['a[2x1] | b[1x2]', 'c | d']]);
});

it('reads a definition that stands before the cells alone, and cells of several paragraphs', async () => {
  const body =
    '\\trowd\\trhdr\\cellx2000\\cellx4000\\pard\\intbl a\\par a2\\cell b\\line b2\\cell\\row' +
    '\\trowd\\cellx2000\\cellx4000\\pard\\intbl c\\cell\\pard\\intbl d\\tab e\\cell\\row\\pard\\par';
  expect(await sketches(body)).toEqual([['a\na2 | b\nb2', 'c | d\te']]);
});

it('reads a table within a cell', async () => {
  const inner = ['p', 'q']
    .map(
      (text) =>
        `\\pard \\intbl\\itap2 {${text}}\\nestcell {\\nonesttables \\par }\\pard \\intbl\\itap2 {5}\\nestcell {\\nonesttables \\par }` +
        '{\\*\\nesttableprops\\trowd \\trleft0\\cellx900\\cellx1800\\nestrow}{\\nonesttables \\par }',
    )
    .join('');
  const body = `\\trowd\\trleft0\\cellx2000\\cellx4000\\pard\\intbl a\\cell ${inner}\\pard\\intbl\\itap1 z\\cell\\trowd\\trleft0\\cellx2000\\cellx4000\\row\\pard\\par`;
  expect(await sketches(body)).toEqual([['a | z'], ['p | 5', 'q | 5']]);
});

it('reads a table within a table within a cell', async () => {
  const end = (edge: number) =>
    `\\nestcell 5\\nestcell{\\*\\nesttableprops\\trowd\\cellx${edge}\\cellx${2 * edge}\\nestrow}`;
  const inner = `\\pard\\intbl\\itap3 c${end(900)}\\pard\\intbl\\itap2 b${end(1800)}`;
  const body = `\\trowd\\cellx4000\\cellx5000${inner}\\pard\\intbl\\itap1 a\\cell z\\cell\\trowd\\cellx4000\\cellx5000\\row\\pard\\par`;
  expect(await sketches(body)).toEqual([['a | z'], ['b | 5'], ['c | 5']]);
});

it('keeps the definition of a row over that of a row within it, as LibreOffice writes them', async () => {
  const inner =
    '\\pard\\intbl\\itap2 p\\nestcell{\\*\\nesttableprops\\trowd\\trleft5\\cellx900\\nestrow}{\\nonesttables\\par}';
  const body = `\\trowd\\cellx2000\\cellx6000\\pard\\intbl a\\cell ${inner}\\pard\\intbl\\cell\\row`;
  expect(
    await sketches(`${body}\\trowd\\cellx2000\\cellx6000\\pard\\intbl b\\cell c\\cell\\row\\pard\\par`),
  ).toEqual([['a | p', 'b | c']]);
});

it('reads paragraphs that are said to stand outside before they are said to stand in a table', async () => {
  const body = '\\trowd\\cellx2000\\cellx4000\\pard\\itap0\\intbl a\\par b\\cell c\\cell\\row\\pard\\par';
  expect(await sketches(body)).toEqual([['a\nb | c']]);
});

it('tells two tables apart that stand one behind the other by their last rows', async () => {
  const first = row(['a', 'b'], [2000, 4000]).replaceAll('\\irow0', '\\irow0\\lastrow');
  expect(await sketches(`${first}${row(['c', 'd', 'e'], three)}\\pard \\par `)).toEqual([
    ['a | b'],
    ['c | d | e'],
  ]);
});

it('leaves out rows and cells that a tracked change took out', async () => {
  const body =
    row(['a', 'b'], [2000, 4000]) +
    row(['c', 'd'], ['\\cldel\\cellx2000', '\\cldel\\cellx4000']) +
    row(['{\\deleted 7}5', '{\\revised 6}'], [2000, 4000]);
  expect(await sketches(`${body}\\pard \\par `)).toEqual([['a | b', '5 | 6']]);
});

it('tells rows whose cells are not those that they define, and keeps all texts', async () => {
  const source = await readRtf(
    `${row(['a', 'b', 'c'], [2000, 4000])}${row(['d'], [2000, 4000])}${row(['e', 'f'], [2000, 4000])}\\pard \\par `,
  );
  expect(sketch(gridsOf(source)[0])).toEqual(['a | b | c', 'd |  | ', 'e | f | ']);
  expect(source.warnings.map(({ code, message }) => [code, message.en.slice(0, 6)])).toEqual([
    ['page_failed', '2 rows'],
  ]);
});

it('refuses tables nested without end, groups nested without end, and columns without end', async () => {
  const deep = `\\pard\\intbl\\itap1000000 x\\nestcell`;
  expect(await errorOf(parseRtf, 'rtf', bytesOf(rtf(deep)))).toBe('too_large');
  expect(await errorOf(parseRtf, 'rtf', bytesOf(rtf('{'.repeat(100_000))))).toBe('too_large');
  const wide = `\\trowd${Array.from({ length: 3000 }, (_, n) => `\\cellx${n * 100 + 100}`).join('')}\\pard\\intbl a\\cell\\row`;
  expect(await errorOf(parseRtf, 'rtf', bytesOf(rtf(wide)))).toBe('too_large');
  const far = '\\trowd\\cellx1000000000\\cellx99999999999999\\pard\\intbl a\\cell b\\cell\\row\\pard\\par';
  expect(await sketches(far)).toEqual([['a | b']]);
});
