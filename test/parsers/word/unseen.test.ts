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

const head = row('里程', '指标值');
const set = (properties: string, words: string): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`;
const white = '<w:color w:val="FFFFFF"/>';
const blue = '<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>';
const withValue = (runs: string, cell = '', paragraph = ''): string =>
  tbl(
    head,
    tr(tc('闸门'), tc(`<w:p>${paragraph && `<w:pPr>${paragraph}</w:pPr>`}${runs}${text('30')}</w:p>`, cell)),
  );

it.each([
  ['white on white', set(white, '77')],
  ['white on a shading that is white', set(`${white}<w:shd w:val="clear" w:fill="FFFFFF"/>`, '77')],
  ['of a point', set('<w:sz w:val="2"/>', '77')],
  ['struck through', set('<w:strike/>', '77')],
  ['struck through twice', set('<w:dstrike/>', '77')],
])('a figure %s is left out, and told', async (_, runs) => {
  expect(await read(withValue(runs))).toEqual({
    texts: ['里程', '指标值', '闸门', '30'],
    warned: ['text_left_out'],
  });
});

const styles = part(
  'styles',
  `<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:tcPr>${blue}</w:tcPr></w:tblStylePr></w:style>` +
    '<w:style w:type="table" w:styleId="U"><w:basedOn w:val="T"/></w:style>',
);

it.each([
  ['in a cell with a colour', withValue(set(white, '77'), blue)],
  ['in a paragraph with a colour', withValue(set(white, '77'), '', blue)],
  ['with a colour of its own', withValue(set(white + blue, '77'))],
  ['marked with a pen', withValue(set(`${white}<w:highlight w:val="red"/>`, '77'))],
  [
    'in a table whose style has colours',
    withValue(set(white, '77')).replace('<w:tblPr/>', '<w:tblPr><w:tblStyle w:val="U"/></w:tblPr>'),
  ],
  ['on a line of small letters', withValue(set('<w:sz w:val="9"/>', '77'))],
  ['that is hardly grey', withValue(set('<w:color w:val="FEFEFE"/>', '77'))],
  ['whose line is off', withValue(set('<w:strike w:val="0"/>', '77'))],
])('white letters %s are seen', async (_, body) => {
  expect(await read(body, { 'word/styles.xml': styles })).toEqual({
    texts: ['里程', '指标值', '闸门', '7730'],
    warned: [],
  });
});

it.each([
  ['D', '', ['30']],
  ['E', '', ['30']],
  ['F', '', ['7730']],
  ['D', '<w:strike w:val="0"/>', ['7730']],
])('letters of the style %s with %s show %s', async (style, own, shown) => {
  const of = (id: string, inside: string) =>
    `<w:style w:type="character" w:styleId="${id}">${inside}</w:style>`;
  const based = '<w:basedOn w:val="D"/>';
  const struck = part(
    'styles',
    of('D', '<w:rPr><w:strike/></w:rPr>') +
      of('E', based) +
      of('F', `${based}<w:rPr><w:strike w:val="0"/></w:rPr>`),
  );
  const body = withValue(set(`<w:rStyle w:val="${style}"/>${own}`, '77'));
  const { texts } = await read(body, { 'word/styles.xml': struck });
  expect(texts.slice(3)).toEqual(shown);
});

it.each([
  ['a row', tbl(head, `<w:sdtContent>${row('闸门', '30')}</w:sdtContent>`)],
  ['a cell', tbl(head, tr(tc('闸门'), `<w:sdtContent>${tc('30')}</w:sdtContent>`))],
  ['a paragraph', tbl(head, tr(tc('闸门'), `<w:tc><w:sdtContent>${p('30')}</w:sdtContent></w:tc>`))],
])('%s is read in the content of a control that lost the control', async (_, body) => {
  expect(await read(body)).toEqual({ texts: ['里程', '指标值', '闸门', '30'], warned: [] });
});

const object = (picture: string, aspect = 'Content'): string =>
  `<w:p><w:r><w:object><v:shape style="width:300pt;height:150pt">${picture}</v:shape>` +
  `<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Excel.Sheet.12" DrawAspect="${aspect}" r:id="rId7"/>` +
  '</w:object></w:r></w:p>';

it.each([
  ['without a picture', object('')],
  ['whose picture is not there', object('<v:imagedata r:id="rId77"/>')],
  ['shown as an icon', object('', 'Icon')],
])('an embedded worksheet %s is told', async (_, body) => {
  expect((await read(tbl(head, row('闸门', '30')) + body)).warned).toEqual(['picture_only']);
});

it('a table in a note is told', async () => {
  const note = `<w:footnote w:id="7">${tbl(head, row('闸门', '30'))}</w:footnote>`;
  const body = `${tbl(head, row('闸门', '30'))}<w:p>${text('说明')}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>`;
  const { warned } = await read(body, { 'word/footnotes.xml': part('footnotes', note) });
  expect(warned).toEqual(['text_left_out']);
});
