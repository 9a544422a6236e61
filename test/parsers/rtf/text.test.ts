import { expect, it } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import { defaultLimits } from '../../../parsers/limits.ts';
import { readText } from '../../../parsers/rtf/read.ts';
import { gridsOf, sketch } from '../grids.ts';
import { bytesOf, gbk, readRtf, row, rtf, unicode } from './rtf.ts';

async function read(body: string) {
  const { blocks, warnings } = await readRtf(body);
  return {
    texts: blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
    roles: blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.role] : [])),
    warned: warnings.map(({ code }) => code),
  };
}
const textsOf = async (body: string) => (await read(body)).texts;

it.each([
  ['bytes of GBK', `{\\dbch\\f13 ${gbk('绩效目标')}}`, '绩效目标'],
  ['bytes of GBK in a Western font', `{\\f0 ${gbk('绩效：')}}`, '绩效：'],
  ['a pair whose second byte is a letter', "{\\f13 \\'81A\\'81\\'42}", '丄丅'],
  ['a Western sign in a Chinese document', "{\\f0 5\\'b1}", '5±'],
  [
    'bytes as they stand',
    `{\\f13 ${gbk('数量').replace(/\\'(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))}}`,
    '数量',
  ],
  ['numbers of Unicode', `\\uc1 ${unicode('水库≥5座')}`, '水库≥5座'],
  [
    'numbers of Unicode with two bytes for those who know none',
    `{\\uc2\\u32489\\'bc\\'a8\\u25928 ??}5`,
    '绩效5',
  ],
  ['numbers of Unicode with nothing behind', '{\\uc0\\u32489\\u25928 }x', '绩效x'],
  ['a sign beyond 16 bits', '{\\uc1\\u-10179 ?\\u-8704 ?}x', '😀x'],
  ['words that are signs', '\\lquote a\\rquote\\emdash\\~b\\_c\\-d', '‘a’— b-cd'],
  ['signs that are words elsewhere', '\\{a\\}\\\\', '{a}\\'],
  ['a box that is ticked', '{\\f37 R}a{\\f37\\u-4014 ?}', '☑a☑'],
  [
    'a sign that a field names, without a result, as Word leaves it',
    'a{\\field{\\*\\fldinst SYMBOL 82 \\\\f "Wingdings 2" \\\\s 10}{\\fldrslt\\f37\\fs20}}b',
    'a☑b',
  ],
  [
    'an equation',
    'a={\\mmath{\\*\\moMath{\\mf{\\mfPr{\\mctrlPr\\f34 }}{\\mnum{\\mr\\mscr0 {\\f34 3}}}{\\mden{\\mr 4}}}{\\md{\\mdPr{\\mbegChr [}{\\mendChr ]}}{\\me{\\mr b}}}}{\\mmathPict{\\pict 00}}}',
    'a=3/4[b]',
  ],
  ['texts in two ways', '{\\upr{abc}{\\*\\ud{\\uc1\\u32489 ?}}}d', '绩d'],
])('reads %s', async (_, body, text) => {
  expect(await textsOf(`\\pard ${body}\\par`)).toEqual([text]);
});

it('reads a document that names no code page as a Chinese one', async () => {
  const result = await parseDocument(
    bytesOf(`\r\n{\\rtf1\\ansi{\\fonttbl{\\f0 SimSun;}}\\f0 ${gbk('备注')}\\par}`),
    { name: 'a.doc' },
  );
  expect(result).toMatchObject({ status: 'read', format: 'rtf', source: { blocks: [{ text: '备注' }] } });
});

it('leaves out what is no text of the document', async () => {
  const body =
    '{\\*\\generator Msftedit 5.41;}{\\*\\unknown 7}{\\*\\bkmkstart a}{\\xe{\\v 8}}{\\nonshppict{\\pict\\wmetafile8 00}}' +
    'a{\\*\\annotation 9}{\\field{\\*\\fldinst { PAGE }}{\\fldrslt 3}}\\bin5 {{}}}b';
  expect(await textsOf(`\\pard ${body}\\par`)).toEqual(['a3b']);
});

it('leaves out hidden and struck texts and white letters, and tells them', async () => {
  const { texts, warned } = await read(
    'a{\\v hidden}{\\strike 5}{\\cf2 white}{\\cf2\\chcbpat3 seen}{\\striked1 6}b\\par \\pard\\cbpat3{\\cf2 too}\\par',
  );
  expect(texts).toEqual(['aseenb', 'too']);
  expect(warned).toEqual(['text_left_out', 'text_left_out']);
  const cell = row(['a', '{\\cf2 5}'], [2000, '\\clcbpat3\\cellx4000']);
  expect(gridsOf(await readRtf(cell)).map(sketch)).toEqual([['a | 5']]);
});

it('takes out what a tracked change took out, the end of a paragraph too', async () => {
  expect(await textsOf('a{\\deleted 7}{\\revised b}\\par {c\\deleted\\par }{d}\\par')).toEqual(['ab', 'cd']);
});

it('prints numbers of lists as they are, and no bullets', async () => {
  const item = (label: string, text: string) =>
    `{\\listtext\\pard\\plain ${label}\\tab}\\pard\\ls1 ${text}\\par`;
  const body =
    item('1.', 'a') +
    item(gbk('一、'), 'b') +
    item("\\f38\\'b7", 'c') +
    item('\\u8226 ?', 'd') +
    item('o', 'e') +
    '{\\pntext (2)\\tab}f\\par';
  expect(await textsOf(body.replaceAll('\\u8226 ?', '\\uc1\\u8226 ?'))).toEqual([
    '1. a',
    '一、b',
    'c',
    'd',
    'e',
    '(2) f',
  ]);
});

it('reads raised digits as such', async () => {
  expect(await textsOf('14.99{\\super 1} m{\\super 2}5{\\sub 2} CO{\\sub 2}\\par')).toEqual([
    '14.99¹ m²5₂ CO2',
  ]);
  expect(await textsOf('14.99{\\up6 1} 14.99{\\dn6 1} 14.99{\\up2 1}\\par')).toEqual([
    '14.99¹ 14.99₁ 14.991',
  ]);
});

it('reads headings by their style, titles by their setting', async () => {
  expect(
    (
      await read(
        `\\pard\\s1 ${gbk('概况')}\\par \\pard\\qc\\fs44 ${gbk('目标表')}\\par \\pard\\fs21 ${gbk('正文。')}\\par`,
      )
    ).roles,
  ).toEqual(['heading', 'heading', 'body']);
});

it('reads text boxes once, notes behind the text, and no page headers', async () => {
  const shape =
    '{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt \\pard box\\par}}{\\shprslt{\\*\\do\\dptxbx{\\dptxbxtext box\\par}}}}';
  const note = 'b{\\super\\chftn{\\footnote \\pard\\plain{\\super\\chftn} note\\par}}c';
  const head = '{\\header \\pard top\\par}{\\footerf \\pard \\chpgn\\par}';
  expect(await textsOf(`${head}\\pard a${shape}\\par ${note}\\par last\\par`)).toEqual([
    'a',
    'box',
    'bc',
    'last',
    ' note',
  ]);
  const table = `{\\header ${row(['a', 'b'], [2000, 4000])}${row(['c', 'd'], [2000, 4000])}\\pard\\par}`;
  expect((await read(`${table}a\\par`)).warned).toEqual(['text_left_out']);
});

it('reads ticked boxes and lists of a form', async () => {
  const box = (result: number) =>
    `{\\field{\\*\\fldinst { FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres${result}\\ffhps20{\\*\\ffname a}\\ffdefres0}}}}{\\fldrslt }}`;
  const list =
    '{\\field{\\*\\fldinst { FORMDROPDOWN {\\*\\formfield{\\fftype2\\ffres1{\\*\\ffl x}{\\*\\ffl y}}}}}{\\fldrslt }}';
  expect(await textsOf(`${box(1)}a${box(25)}b ${list}\\par`)).toEqual(['☑a☐b y']);
});

it('tells a picture that it did not read, an object without one, and letters that are drawn', async () => {
  const picture = '{\\*\\shppict{\\pict\\picw100\\pich100\\picwgoal8000\\pichgoal6000\\emfblip 0100}}';
  const object = '{\\object\\objemb{\\*\\objclass Excel.Sheet.8}{\\*\\objdata 0105}}';
  const art = '{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv abc}}}}';
  expect((await read(`a${picture}${object}${art}\\par`)).warned.sort()).toEqual([
    'picture_only',
    'picture_only',
    'text_left_out',
  ]);
});

it.each([
  ['in colours', 40, 24, 0, 0, 0],
  ['in colours of a mask', 40, 16, 3, 0, 12],
  ['in the colours of a list', 40, 8, 0, 2, 2 * 4],
  ['in the colours of a whole list', 40, 4, 0, 0, 16 * 4],
  ['with the head of 1990', 12, 8, 0, 0, 256 * 3],
])('finds where the points of a bitmap begin: %s', (_, info, depth, packing, used, behind) => {
  const bitmap = Buffer.alloc(info + behind + 40);
  bitmap.writeUInt32LE(info);
  bitmap.writeUInt16LE(depth, info === 12 ? 10 : 14);
  if (info > 12) {
    bitmap.writeUInt32LE(packing, 16);
    bitmap.writeUInt32LE(used, 32);
  }
  const { reading } = readText(rtf(`{\\pict\\dibitmap0 ${bitmap.toString('hex')}}`), defaultLimits);
  const file = Buffer.from(reading.pictures[0]!.read() as Uint8Array);
  expect([file.readUInt32LE(2), file.readUInt32LE(10)]).toEqual([file.length, 14 + info + behind]);
});

it('reads what is there of a file that ends early, and tells it, and what stands behind its end', async () => {
  const whole = rtf(`a\\par ${row(['b', 'c'], [2000, 4000])}`);
  for (const [text, warned] of [
    [whole.slice(0, -1), ['page_failed']],
    [`${whole}\r\n\0`, []],
    [`${whole}{\\rtf1 x}`, ['page_failed']],
  ] as const) {
    const result = await parseDocument(bytesOf(text), { name: 'a.rtf' });
    if (result.status !== 'read') throw new Error(result.error.message.en);
    expect(gridsOf(result.source).map(sketch)).toEqual([['b | c']]);
    expect(result.source.warnings.map(({ code }) => code)).toEqual(warned);
  }
});
