import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../parsers/limits.ts';
import { parseWord, readWord } from '../../../parsers/word/index.ts';
import { gridsOf, readAs } from '../grids.ts';
import { docx, p, part, row, tbl, tc, text, tr } from './docx.ts';

const read = (body: string, parts: Record<string, string> = {}) =>
  readAs(parseWord, 'docx', docx(body, parts));
const cell = async (content: string, parts: Record<string, string> = {}) =>
  gridsOf(await read(tbl(tr(tc(content), tc('末'))), parts))[0]?.cells[0]?.text;
const lines = async (body: string, parts: Record<string, string> = {}) =>
  (await read(body, parts)).blocks.map((block) => (block.kind === 'paragraph' ? block.text : '[grid]'));
const run = (properties: string, words: string) =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;

describe('the text of a Word document', () => {
  it('keeps paragraphs and line breaks of a cell as lines', async () => {
    expect(await cell(`<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>${p('')}${p('丙')}`)).toBe(
      '甲\n乙\n丙',
    );
  });

  it('leaves out what a field within the instruction of another came to', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (words: string) => `<w:r><w:instrText xml:space="preserve"> ${words} </w:instrText></w:r>`;
    const inner = `${mark('begin')}${code('MERGEFIELD a')}${mark('separate')}${text('77')}${mark('end')}`;
    const outer = `${mark('begin')}${code('IF')}${inner}${code('= 1')}${mark('separate')}`;
    expect(await cell(`<w:p>${outer}${text('12场')}${mark('end')}${text('，5')}</w:p>`)).toBe('12场，5');
    expect(await cell(`<w:p>${inner}${text('场')}</w:p>`)).toBe('77场');
    const inResult = `${mark('begin')}${code('REF b')}${mark('separate')}${inner}${mark('end')}`;
    expect(await cell(`<w:p>${inResult}</w:p>`)).toBe('77');
  });

  it('joins what writers split into runs', async () => {
    expect(await cell(`<w:p>${run('<w:b/>', '产出（')}${run('', '20')}${text('分）')}</w:p>`)).toBe(
      '产出（20分）',
    );
  });

  it('writes raised digits as such, so that the mark of a note is no digit of a figure', async () => {
    const raised = run('<w:vertAlign w:val="superscript"/>', '1');
    expect(await cell(`<w:p>${text('14.99')}${raised}${text('万元')}</w:p>`)).toBe('14.99¹万元');
    const words = run('<w:vertAlign w:val="superscript"/>', '注');
    expect(await cell(`<w:p>${text('14.99')}${words}</w:p>`)).toBe('14.99注');
  });

  it.each([
    ['letters moved up', '14.99', '<w:position w:val="6"/>', '14.99¹'],
    ['letters moved up as all of the text is', '14.99', '<w:position w:val="8"/>', '14.991', 8],
    ['letters moved to the middle of the line', '14.99', '<w:position w:val="2"/>', '14.991'],
    ['letters moved down behind a figure', '14.99', '<w:position w:val="-6"/>', '14.99₁'],
    ['small letters below the line behind a figure', '14.99', '<w:vertAlign w:val="subscript"/>', '14.99₁'],
    ['small letters below the line behind a letter', 'PM', '<w:vertAlign w:val="subscript"/>', 'PM1'],
  ])('sets the digits of %s apart from a figure before them', async (_, before, set, shown, lift = 0) => {
    const figure = run(lift === 0 ? '' : `<w:position w:val="${lift}"/>`, before);
    expect(await cell(`<w:p>${figure}<w:proofErr w:type="x"/>${run(set, '1')}</w:p>`)).toBe(shown);
  });

  it('reads a figure that is moved up, alone in its cell', async () => {
    expect(await cell(`<w:p>${run('<w:position w:val="6"/>', '15')}</w:p>`)).toBe('15');
  });

  it('leaves out deletions, moves away, comments and bookmarks, and keeps what replaced them', async () => {
    const change = 'w:id="1" w:author="x"';
    const tracked =
      `<w:del ${change}><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins ${change}>${text('新')}</w:ins>` +
      `<w:moveFrom ${change}>${text('走')}</w:moveFrom><w:moveTo ${change}>${text('来')}</w:moveTo>` +
      '<w:bookmarkStart w:id="2" w:name="x"/><w:bookmarkEnd w:id="2"/><w:r><w:commentReference w:id="0"/></w:r>';
    expect(await cell(`<w:p>${tracked}</w:p>`)).toBe('新来');
  });

  it('joins paragraphs whose mark a tracked change deletes', async () => {
    const deleted = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>';
    expect(await lines(p('前半', deleted) + p('后半'))).toEqual(['前半后半']);
  });

  it('ignores properties that a tracked change keeps for the record', async () => {
    const former =
      '<w:gridSpan w:val="1"/><w:tcPrChange w:id="1" w:author="x"><w:tcPr><w:gridSpan w:val="9"/></w:tcPr></w:tcPrChange>';
    const grid = gridsOf(await read(tbl(tr(tc('甲', former), tc('乙')))))[0];
    expect(grid?.columns).toBe(2);
  });

  it('reads fields as their results, links and controls as their text', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(A1) </w:instrText></w:r>' +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${text('42')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const link = `<w:hyperlink r:id="rId99">${text('甲')}</w:hyperlink>`;
    expect(
      await cell(`<w:p>${field}${link}<w:fldSimple w:instr="DATE">${text('乙')}</w:fldSimple></w:p>`),
    ).toBe('42甲乙');
  });

  it('reads signs of sign fonts, as symbols or as letters', async () => {
    const symbol = '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>';
    const letter = run('<w:rFonts w:ascii="Wingdings 2"/>', 'R是');
    expect(await cell(`<w:p>${symbol}${letter}</w:p>`)).toBe('☑☑是');
  });

  it('says where a sign is not known', async () => {
    const source = await read('<w:p><w:r><w:sym w:font="Nobody Knows" w:char="0041"/></w:r></w:p>');
    expect(source.warnings.map((warning) => warning.code)).toEqual(['text_left_out']);
  });

  it('leaves out hidden text and says so', async () => {
    const source = await read(
      `<w:p>${text('看得见')}${run('<w:vanish/>', '看不见')}${run('<w:vanish w:val="0"/>', '也看得见')}</w:p>`,
    );
    expect(source.blocks[0]).toMatchObject({ text: '看得见也看得见' });
    expect(source.warnings.map((warning) => warning.code)).toEqual(['text_left_out']);
  });

  it('reads the text of an equation', async () => {
    const equation =
      '<m:oMathPara><m:oMath><m:r><m:t>A</m:t></m:r><m:r><m:t>=10</m:t></m:r></m:oMath></m:oMathPara>';
    expect(await cell(`<w:p>${equation}</w:p>`)).toBe('A=10');
  });

  it.each([
    ['a fraction', '<m:f><m:num>R3</m:num><m:den>R4</m:den></m:f>', '3/4'],
    ['a sum over a product', '<m:f><m:num>Ra+b</m:num><m:den>R2c</m:den></m:f>', '(a+b)/2c'],
    ['a power', '<m:sSup><m:e>R10</m:e><m:sup>R2</m:sup></m:sSup>', '10²'],
    ['a power that is a word', '<m:sSup><m:e>R10</m:e><m:sup>Rn</m:sup></m:sSup>', '10^n'],
    ['an index behind a figure', '<m:sSub><m:e>R10</m:e><m:sub>R2</m:sub></m:sSub>', '10_2'],
    ['brackets', '<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>R5</m:e></m:d>', '[5'],
    ['a root', '<m:rad><m:deg/><m:e>R9</m:e></m:rad>', '√9'],
    ['what was deleted', '<w:del>R7</w:del>R8', '8'],
    [
      'brackets within brackets',
      `${'<m:d><m:e>'.repeat(30)}R3${'</m:e></m:d>'.repeat(30)}`,
      expect.stringMatching(/^\(+3\)+$/),
    ],
  ])('reads %s in an equation', async (_, parts, shown) => {
    const written = parts.replace(/R([^<]*)/g, '<m:r><m:t>$1</m:t></m:r>');
    expect(await cell(`<w:p><m:oMath>${written}</m:oMath></w:p>`)).toEqual(shown);
  });

  it('prints the numbers of lists', async () => {
    const level = (n: number, format: string, shown: string) =>
      `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${shown}"/></w:lvl>`;
    const numbering = part(
      'numbering',
      `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '（%2）')}</w:abstractNum>` +
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>',
    );
    const item = (words: string, n: number) =>
      p(words, `<w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="5"/></w:numPr>`);
    const body = item('总体', 0) + item('数量', 1) + item('质量', 1) + item('其他', 0) + item('时效', 1);
    expect(await lines(body, { 'word/numbering.xml': numbering })).toEqual([
      '一、总体',
      '（1）数量',
      '（2）质量',
      '二、其他',
      '（1）时效',
    ]);
  });

  it('prints the numbers of lists of laws in digits, of lists that name another, and with levels of their own', async () => {
    const level = (n: number, format: string, shown: string, more = '') =>
      `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${shown}"/></w:lvl>`;
    const numbering = part(
      'numbering',
      `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="s"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="s"/>${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}${level(0, 'chineseCounting', '第%1条')}</w:abstractNum>` +
        `<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">${level(0, 'decimal', '（%1）')}</w:lvlOverride></w:num>`,
    );
    const item = (words: string, n: number, list: number) =>
      p(words, `<w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="${list}"/></w:numPr>`);
    const body = item('总则', 0, 5) + item('数量', 1, 5) + item('甲', 0, 6) + item('乙', 0, 6);
    expect(await lines(body, { 'word/numbering.xml': numbering })).toEqual([
      '第一条 总则',
      '1.1 数量',
      '（1）甲',
      '（2）乙',
    ]);
  });

  it('gives footnotes after the table that refers to them', async () => {
    const footnotes = part('footnotes', `<w:footnote w:id="2">${p('按决算数填报')}</w:footnote>`);
    const reference = `<w:p>${text('12.5')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    expect(
      await lines(tbl(tr(tc('金额'), tc(reference))) + p('完'), { 'word/footnotes.xml': footnotes }),
    ).toEqual(['[grid]', '按决算数填报', '完']);
    expect(await cell(reference, { 'word/footnotes.xml': footnotes })).toBe('12.5');
  });

  it('reads text boxes once, with or without a fallback', async () => {
    const box = `<w:txbxContent>${p('框内')}${tbl(row('甲', '乙'))}</w:txbxContent>`;
    const choice = `<mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>`;
    const fallback = `<mc:Fallback><w:pict><v:oval><v:textbox>${box}</v:textbox></v:oval></w:pict></mc:Fallback>`;
    const around = (branches: string) =>
      `<w:p>${text('前')}<w:r><mc:AlternateContent>${branches}</mc:AlternateContent></w:r></w:p>${p('后')}`;
    for (const branches of [choice + fallback, choice, fallback]) {
      expect(await lines(around(branches))).toEqual(['前', '框内', '[grid]', '后']);
    }
  });

  it('tells headings, captions and prose apart', async () => {
    const body =
      p('年度绩效目标表', '<w:jc w:val="center"/>') +
      p('单位：万元') +
      tbl(row('甲', '乙')) +
      p('填报人：某甲') +
      p('本年度安排资金若干，用于养护。其余结转下年。');
    const source = await read(body);
    const roles = source.blocks.map((block) => (block.kind === 'paragraph' ? block.role : 'grid'));
    expect(roles).toEqual(['heading', 'caption', 'grid', 'caption', 'body']);
  });

  it('notes a picture that may be a form, hands its bytes on, and tells of one that is not there', async () => {
    const picture = (cx: number, id: string) =>
      `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="${cx}" cy="5000000"/><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const bytes = docx(
      tbl(row('甲', '乙')) +
        picture(5_000_000, 'rId9') +
        picture(1_000_000, 'rId9') +
        picture(5_000_000, 'rId77'),
      {
        'word/media/image1.png': 'bytes of a picture',
      },
    );
    const { result, pictures } = await readWord(bytes, defaultLimits);
    expect(result.status === 'read' && result.source.warnings.map(({ code }) => code)).toEqual([
      'picture_only',
      'page_failed',
    ]);
    expect(pictures).toMatchObject([{ contentType: 'image/png', gridsBefore: 1, object: false }]);
    expect(Buffer.from((await pictures[0]?.read()) ?? []).toString()).toBe('bytes of a picture');
  });
});
