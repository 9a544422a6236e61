import { expect, test } from 'vitest';
import { show, type TestObject, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf } from './reading.ts';
import { drawTable } from './table-drawing.ts';

/** A font (Type 3) of four figures and a point, each drawn by a procedure of a name, from one code on. */
function drawn(first: number, names: readonly string[], map = ''): TestObject[] {
  const differences = names.map((name) => `/${name}`).join(' ');
  return [
    {
      number: 110,
      dict: `/Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar ${first} /LastChar ${first + 4} /Widths [500 500 500 500 500] /Encoding << /Differences [${first} ${differences}] >> /CharProcs << ${names.map((name) => `/${name} 111 0 R`).join(' ')} >> /Resources << >> ${map}`,
    },
    { number: 111, dict: '', stream: '500 0 0 -120 500 880 d1 100 0 300 700 re f' },
    {
      number: 112,
      dict: '',
      stream:
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <30> <34> <0030> endbfrange endcmap end end',
    },
  ];
}

const frame = drawTable(
  { xs: [100, 240, 300], ys: [162, 202], cells: [0, 1].map((column) => ({ row: 0, column, lines: [] })) },
  'strokes',
);

async function cellOf(objects: TestObject[], codes: string) {
  const content = `${frame}${show('预算数', 245, 660, 10)}BT /F4 10 Tf 1 0 0 1 120 660 Tm <${codes}> Tj ET`;
  const source = await readPdf(writePdf([{ content, fonts: '/F4 110 0 R' }], { objects }));
  const [{ text, confidence }] = [gridsOf(source)[0]!.cells[0]!];
  return [text, confidence, source.warnings.map(({ code }) => code)];
}

const numbered = ['glyph0', 'glyph1', 'glyph2', 'glyph3', 'glyph4'];

test.each([
  ['the code', 0x30, numbered, '3130343233', '10423'],
  ['the code, by which it is named', 0x30, ['a48', 'a49', 'a50', 'a51', 'a52'], '3130343233', '10423'],
  ['a number in its name', 0x01, ['C49', 'C50', 'C51', 'C52', 'C53'], '0102030405', '12345'],
])(
  'a figure drawn by a procedure, of which no map tells more than %s, is in doubt',
  async (_, first, names, codes, text) => {
    expect(await cellOf(drawn(first, names), codes)).toEqual([text, 0.8, ['no_text']]);
  },
);

test('names of figures, or a map, tell what procedures draw', async () => {
  const named = drawn(0x01, ['period', 'one', 'five', 'eight', 'zero']);
  expect(await cellOf(named, '0204050103')).toEqual(['180.5', 1, []]);
  expect(await cellOf(drawn(0x30, numbered, '/ToUnicode 112 0 R'), '3130343233')).toEqual(['10423', 1, []]);
});
