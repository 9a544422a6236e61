import { expect, it } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import { parseOpenText } from '../../../parsers/opendocument/index.ts';
import { errorOf, gridsOf, readAs, sketch } from '../grids.ts';
import { cell, covered, flat, openDocument, p, row, style, stylesPart, table } from './open-document.ts';

const readText = (body: string, styles = '', parts: Record<string, string | Uint8Array> = {}) =>
  readAs(parseOpenText, 'odt', openDocument('text', body, styles, parts));

async function read(body: string, styles = '', parts: Record<string, string> = {}) {
  const { blocks, warnings } = await readText(body, styles, parts);
  return {
    texts: blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
    grids: blocks.flatMap((block) => (block.kind === 'grid' ? [sketch(block)] : [])),
    warned: warnings.map(({ code }) => code),
  };
}
const textsOf = async (body: string, styles = '', parts = {}) => (await read(body, styles, parts)).texts;
const textStyle = (name: string, properties: string): string =>
  style(name, 'text', `<style:text-properties ${properties}/>`);

it('reads spans, covered cells, header rows and repeated columns', async () => {
  const spans = 'table:number-columns-spanned="2" table:number-rows-spanned="2"';
  const body = table(
    `<table:table-column table:number-columns-repeated="4"/><table:table-header-rows>${row('a', cell('b', spans), covered(), 'c')}</table:table-header-rows>`,
    row('d', covered('table:number-columns-repeated="2"'), 'e'),
    row(cell('', 'table:number-columns-repeated="3"'), 'f'),
  );
  expect((await read(body)).grids).toEqual([['a | b[2x2] | c', 'd | e', ' |  |  | f']]);
});

it('reads rows that are repeated, and tables within cells', async () => {
  const inner = row(`<table:table-cell>${table(row('p', 'q'))}</table:table-cell>`, 'c');
  const body = table(
    row('a', 'b'),
    `<table:table-row table:number-rows-repeated="2">${cell('x')}${cell('')}</table:table-row>`,
    inner,
  );
  expect((await read(body)).grids).toEqual([['a | b', 'x | ', 'x | ', ' | c'], ['p | q']]);
});

it('reads blanks, tabs, line ends and fields as they are shown', async () => {
  const body = p(
    ` a\n  b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e<!-- no --> <text:span>f</text:span><text:page-number>3</text:page-number><text:ruby><text:ruby-base>g</text:ruby-base><text:ruby-text>h</text:ruby-text></text:ruby><office:annotation><text:p>no</text:p></office:annotation>`,
  );
  expect(await textsOf(body)).toEqual(['a b  c\td\ne f3g']);
});

it('leaves out hidden and struck texts, white letters, hidden sections, rows and tables, and tells them', async () => {
  const styles =
    textStyle('H', 'text:display="none"') +
    textStyle('S', 'style:text-line-through-style="solid"') +
    textStyle('W', 'fo:color="#FFFFFF"') +
    textStyle('B', 'fo:color="#ffffff" fo:background-color="#1f4e79"') +
    textStyle('R', 'style:text-position="super 58%"') +
    textStyle('L', 'style:text-position="-33% 58%"') +
    style('C', 'table-cell', '<style:table-cell-properties fo:background-color="#1f4e79"/>') +
    style('T', 'table', '<style:table-properties table:display="false"/>');
  const span = (name: string, words: string) => `<text:span text:style-name="${name}">${words}</text:span>`;
  const body =
    p(
      `a${span('H', '1')}${span('S', '2')}${span('W', '3')}${span('B', '4')}m${span('R', '2')}5${span('L', '1')}`,
    ) +
    `<text:section text:display="none">${p('no')}</text:section>` +
    table(
      row(cell(span('W', '5'), 'table:style-name="C"'), 'b'),
      '<table:table-row table:visibility="collapse"><table:table-cell><text:p>no</text:p></table:table-cell></table:table-row>',
    ) +
    p('z') +
    table(row('no', 'no')).replace('<table:table>', '<table:table table:style-name="T">');
  expect(await read(body, styles)).toEqual({
    texts: ['a4m²5₁', 'z'],
    grids: [['5 | b']],
    warned: ['text_left_out', 'text_left_out'],
  });
});

it('leaves out what a tracked change took out', async () => {
  const changes =
    '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>7</text:p></text:deletion></text:changed-region></text:tracked-changes>';
  expect(
    await textsOf(
      `${changes}${p('a<text:change text:change-id="c"/><text:change-start text:change-id="d"/>b<text:change-end text:change-id="d"/>')}`,
    ),
  ).toEqual(['ab']);
  const inPlace =
    '<text:tracked-changes><text:changed-region xml:id="c" text:id="c"><text:deletion/></text:changed-region><text:changed-region text:id="d"><text:insertion/></text:changed-region></text:tracked-changes>';
  const [start, end] = ['start', 'end'].map((name) => `<text:change-${name} text:change-id="c"/>`);
  expect(
    await textsOf(
      `${inPlace}${p(`a${start}7${end}<text:change-start text:change-id="d"/>b<text:change-end text:change-id="d"/>`)}${p(`c${start}7`)}${p(`7${end}d`)}`,
    ),
  ).toEqual(['ab', 'cd']);
});

const level = (n: number, format: string, more = ''): string =>
  `<text:list-level-style-number text:level="${n}" style:num-format="${format}" ${more}/>`;
const item = (...content: string[]): string => `<text:list-item>${content.join('')}</text:list-item>`;
const list = (attributes: string, ...items: string[]): string =>
  `<text:list ${attributes}>${items.join('')}</text:list>`;

it('numbers lists by their levels, on and anew', async () => {
  const styles =
    `<text:list-style style:name="L">${level(1, '一, 二, 三, ...', 'style:num-suffix="、"')}${level(2, '1', 'style:num-prefix="（" style:num-suffix="）"')}</text:list-style>` +
    `<text:list-style style:name="M">${level(1, '1', 'style:num-suffix="." text:start-value="3"')}${level(2, '1', 'text:display-levels="2"')}</text:list-style>` +
    '<text:list-style style:name="N"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>';
  const body =
    list(
      'text:style-name="L" xml:id="x"',
      item(p('a'), p('a2'), list('', item(p('b')), item(p('c')))),
      item(p('d')),
    ) +
    list(
      'text:style-name="M"',
      item(p('e')),
      item(list('', item(p('f')))),
      '<text:list-header><text:p>g</text:p></text:list-header>',
    ) +
    list('text:style-name="L" text:continue-list="x"', item(p('h'))) +
    list(
      'text:style-name="L"',
      item(p('i')),
      '<text:list-item text:start-value="9"><text:p>j</text:p></text:list-item>',
    ) +
    list('text:style-name="N"', item(p('k')));
  expect(await textsOf(body, styles)).toEqual([
    '一、a',
    'a2',
    '（1）b',
    '（2）c',
    '二、d',
    '3. e',
    '3.1 f',
    'g',
    '三、h',
    '一、i',
    '九、j',
    'k',
  ]);
});

it('numbers a paragraph that says its list itself, whose printed number is no text', async () => {
  const styles = `<text:list-style style:name="L">${level(1, '一, 二, 三, ...', 'style:num-suffix="、"')}</text:list-style>`;
  const numbered = (text: string) =>
    `<text:numbered-paragraph text:style-name="L" text:level="1"><text:number>一、</text:number>${p(text)}</text:numbered-paragraph>`;
  expect(await textsOf(numbered('a') + numbered('b'), styles)).toEqual(['一、a', '二、b']);
});

it('goes on with a table behind the end of a page, and with none where no page ends', async () => {
  const [above, below] = [table(row('a', 'b', 'c'), row('d', '1', '2')), table(row('e', '3', '4'))];
  const breaking = (value: string) =>
    style('B', 'paragraph', `<style:paragraph-properties fo:break-before="${value}"/>`);
  const grids = async (value: string) =>
    (await read(`${above}${p('', 'B')}${below}`, breaking(value))).grids.length;
  expect([await grids('page'), await grids('column'), await grids('auto')]).toEqual([1, 1, 2]);
});

it('reads headings by their level, or the name of the style that theirs is based on, with their numbers', async () => {
  const styles = stylesPart(
    style('Title', 'paragraph', '') +
      `<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="、"/></text:outline-style>`,
  );
  const own = style(
    'P1',
    'paragraph',
    '<style:paragraph-properties fo:text-align="center"/>',
    'style:parent-style-name="Title"',
  );
  const { blocks } = await readText(
    `${p('目标表', 'P1')}<text:h text:outline-level="1">概况。</text:h>${p('正文。')}`,
    own,
    { 'styles.xml': styles },
  );
  expect(blocks).toMatchObject([
    { text: '目标表', role: 'heading' },
    { text: '1、概况。', role: 'heading' },
    { text: '正文。', role: 'body' },
  ]);
});

it('reads boxes, shapes and notes, counts tables on every page, and tells pictures and objects', async () => {
  const frame = (content: string) => `<draw:frame svg:width="16cm" svg:height="3in">${content}</draw:frame>`;
  const body =
    p(
      `a${frame(`<draw:text-box>${p('box')}</draw:text-box>`)}<draw:custom-shape>${p('shape')}</draw:custom-shape>`,
    ) +
    p(
      'b<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note>c',
    ) +
    p(frame('<draw:image xlink:href="Pictures/1.emf"/>') + frame('<draw:object xlink:href="./Object 1"/>'));
  const master = `<style:master-page><style:header>${table(row('a', 'b'), row('c', 'd'))}</style:header></style:master-page>`;
  const parts = { 'styles.xml': stylesPart('', master), 'Pictures/1.emf': 'x' };
  expect(await read(body, '', parts)).toEqual({
    texts: ['a', 'box', 'shape', 'bc', 'note'],
    grids: [],
    warned: ['picture_only', 'picture_only', 'text_left_out'],
  });
});

it('reads what fields of a form were set to', async () => {
  const forms =
    '<office:forms><form:form><form:checkbox xml:id="c1" form:current-state="checked" form:label="是"/><form:checkbox xml:id="c2" form:label="否"/></form:form></office:forms>';
  expect(
    await textsOf(`${forms}${p('a<draw:control draw:control="c1"/><draw:control draw:control="c2"/>')}`),
  ).toEqual(['a☑是☐否']);
});

it('reads a text that is one file, and one whose prefixes are others', async () => {
  const one = await parseDocument(Buffer.from(flat('text', table(row('a', '5')))), { name: 'a.fodt' });
  expect(one).toMatchObject({ status: 'read', format: 'odt' });
  expect(one.status === 'read' && gridsOf(one.source).map(sketch)).toEqual([['a | 5']]);
  const bytes = Buffer.from(openDocument('text', table(row('a', '5'))));
  const renamed = Buffer.from(bytes.toString('latin1').replaceAll('table:', 'tafel:'), 'latin1');
  expect(await errorOf(parseOpenText, 'odt', renamed)).toBe('corrupt');
  const others = openDocument('text', '', '', {
    'content.xml': flat('text', table(row('a', '5')))
      .replace(/(?<=[</])table:/g, 't0:')
      .replaceAll('xmlns:table=', 'xmlns:t0='),
  });
  expect(gridsOf(await readAs(parseOpenText, 'odt', others)).map(sketch)).toEqual([['a | 5']]);
});

it('says what cells hide below others', async () => {
  const spans = 'table:number-columns-spanned="2" table:number-rows-spanned="2"';
  const body = table(
    row(cell('a', spans), covered('', 'no')),
    row(covered('', 'no'), covered()),
    row('b', 'c'),
  );
  const { grids, warned } = await read(body);
  expect(grids).toEqual([['a[2x2]', '', 'b | c']]);
  expect(warned).toEqual(['text_left_out', 'text_left_out']);
});

it('tells texts that stand where none can', async () => {
  for (const body of [
    table(row('a', '<table:table-zell><text:p>no</text:p></table:table-zell>')),
    table(row('a', 'b'), '<table:row><table:table-cell><text:p>no</text:p></table:table-cell></table:row>'),
    table(row('a', '<table:table-cell>no</table:table-cell>')),
    `${table(row('a', 'b'))}no`,
  ])
    expect((await read(body)).warned).toEqual(['page_failed']);
});

it('refuses what is repeated or spanned without end, and tables nested without end', async () => {
  const error = (body: string) => errorOf(parseOpenText, 'odt', openDocument('text', body));
  expect(await error(table(row(cell('a', 'table:number-columns-repeated="1000000000"'))))).toBe('too_large');
  expect(
    await error(
      table(`<table:table-row table:number-rows-repeated="1000000000">${cell('a')}</table:table-row>`),
    ),
  ).toBe('too_large');
  const long = `<table:table-row table:number-rows-repeated="90000">${cell('a'.repeat(10_000))}</table:table-row>`;
  expect(await error(table(long))).toBe('too_large');
  let nested = p('a');
  for (let n = 0; n < 30; n++)
    nested = table(`<table:table-row><table:table-cell>${nested}</table:table-cell></table:table-row>`);
  expect(await error(nested)).toBe('too_large');
  expect(await error('<text:section>'.repeat(500) + p('a') + '</text:section>'.repeat(500))).toBe(
    'too_large',
  );
  const spanned = await read(
    table(
      row(
        cell('a', 'table:number-rows-spanned="1000000000" table:number-columns-spanned="1000000000"'),
        covered(),
      ),
      row('b', 'c'),
    ),
  );
  expect(spanned.texts).toEqual([]);
});
