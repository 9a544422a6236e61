import { expect, it } from 'vitest';
import { parseWord } from '../../../parsers/word/index.ts';
import { gridsOf, readAs } from '../grids.ts';
import { docx, p, part, row, tbl, tc, text, tr } from './docx.ts';

async function read(body: string, parts: Record<string, string> = {}) {
  const source = await readAs(parseWord, 'docx', docx(body, parts));
  return {
    texts: gridsOf(source).flatMap(({ cells }) => cells.map((cell) => cell.text)),
    warned: source.warnings.map(({ code }) => code),
  };
}

const form = row('里程', '指标值');
const whole = ['里程', '指标值', '闸门', '30'];
const graphic = (content: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const reference = `<w:p>${text('30')}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>`;

it.each([
  ['a paragraph in a row', tbl(form, `<w:tr>${p('77')}${tc('闸门')}${tc('30')}</w:tr>`), 'page_failed'],
  ['a run in a row', tbl(form, `<w:tr>${text('77')}${tc('闸门')}${tc('30')}</w:tr>`), 'page_failed'],
  ['a paragraph in a table', tbl(form, p('77'), row('闸门', '30')), 'page_failed'],
  ['a part of a master document', `${tbl(form, row('闸门', '30'))}<w:subDoc r:id="rId77"/>`, 'page_failed'],
  [
    'a document that is not there',
    `${tbl(form, row('闸门', '30'))}<w:altChunk r:id="rId77"/>`,
    'page_failed',
  ],
  [
    'a picture that is not there',
    tbl(form, tr(tc('闸门'), tc(p('30') + graphic('<a:blip r:embed="rId77"/>')))),
    'page_failed',
  ],
  [
    'a picture that is outside of the file',
    tbl(form, row('闸门', '30')) + graphic('<a:blip r:link="rId77"/>'),
    'page_failed',
  ],
  ['a note that is not there', tbl(form, tr(tc('闸门'), tc(reference))), 'page_failed'],
  [
    'an element that nobody knows',
    `${tbl(form, row('闸门', '30'))}<x:y xmlns:x="urn:x">${p('77')}</x:y>`,
    'page_failed',
  ],
  ['a cell in a cell', tbl(form, tr(tc(p('闸门') + tc('77')), tc('30'))), 'page_failed'],
  ['a text in no run', tbl(form, tr(tc(`${p('闸门')}<w:t>77</w:t>`), tc('30'))), 'page_failed'],
  ['words in a run', tbl(form, tr(tc('闸门'), tc(`${p('30')}<w:p><w:r>77</w:r></w:p>`))), 'page_failed'],
  ['words in a cell', tbl(form, tr(tc('闸门'), tc(`${p('30')}77`))), 'page_failed'],
  [
    'alternatives of which each says something else',
    tbl(
      form,
      tr(
        tc('闸门'),
        tc(
          `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>77</w:t></mc:Choice><mc:Fallback><w:t>30</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
        ),
      ),
    ),
    'page_failed',
  ],
  [
    'a diagram',
    tbl(form, row('闸门', '30')) + graphic('<dgm:relIds xmlns:dgm="urn:d" r:dm="rId77"/>'),
    'text_left_out',
  ],
  [
    'a chart',
    tbl(form, row('闸门', '30')) + graphic('<c:chart xmlns:c="urn:c" r:id="rId77"/>'),
    'text_left_out',
  ],
  [
    'a text drawn as a shape',
    `${tbl(form, row('闸门', '30'))}<w:p><w:r><w:pict><v:shape><v:textpath string="77"/></v:shape></w:pict></w:r></w:p>`,
    'text_left_out',
  ],
])('%s is told, and the rest is read', async (_, body, code) => {
  expect(await read(body)).toEqual({ texts: whole, warned: [code] });
});

it('nothing is told of what holds no text, or is there', async () => {
  const note = {
    'word/footnotes.xml': part('footnotes', `<w:footnote w:id="7">${p('按决算数')}</w:footnote>`),
  };
  const body =
    tbl(form, p(''), tr(tc('闸门'), tc(reference))) +
    '<x:y xmlns:x="urn:x"><w:p/></x:y>' +
    graphic('<a:blip/>');
  expect(await read(body, note)).toEqual({ texts: whole, warned: [] });
});

it('a table within a row and in no cell hides none of its own cells', async () => {
  const inner = tbl(row('闸门', '30'));
  const { warned } = await read(tbl(form, `<w:tr>${inner}${tc('甲')}${tc('乙')}</w:tr>`));
  expect(warned).toEqual(['page_failed']);
});

it('tells of a table that stands in a paragraph', async () => {
  const { warned } = await read(`<w:p>${tbl(form, row('闸门', '30'))}</w:p>`);
  expect(warned).toContain('page_failed');
});

it('counts the texts of thousands of elements that nobody knows, and reads the others', async () => {
  const strange = Array.from({ length: 1_500 }, (_, i) => `<y${i}>${p('77')}</y${i}>`).join('');
  const source = await readAs(parseWord, 'docx', docx(strange + tbl(form, row('闸门', '30'))));
  expect(gridsOf(source)[0]?.cells.map(({ text }) => text)).toEqual(whole);
  expect(source.warnings.map(({ message }) => message.en)).toEqual([expect.stringMatching(/^1500 texts/)]);
});
