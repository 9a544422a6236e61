import { expect, it } from 'vitest';
import { parseWord } from '../../../parsers/word/index.ts';
import { gridsOf, readAs } from '../grids.ts';
import { docx, p, part, tbl, tc, text, tr } from './docx.ts';

async function read(content: string, parts: Record<string, string> = {}) {
  const source = await readAs(parseWord, 'docx', docx(tbl(tr(tc('里程'), tc(content))), parts));
  return {
    text: gridsOf(source)[0]?.cells[1]?.text,
    warned: source.warnings.map(({ code }) => code),
  };
}

const prompt = '<w:sdtPr><w:showingPlcHdr/></w:sdtPr>';
const control = (properties: string, ...runs: string[]): string =>
  `<w:p><w:sdt>${properties}<w:sdtContent>${runs.join('')}</w:sdtContent></w:sdt></w:p>`;
const styled = (style: string, words: string): string =>
  `<w:r><w:rPr><w:rStyle w:val="${style}"/></w:rPr><w:t>${words}</w:t></w:r>`;
const styles = {
  'word/styles.xml': part(
    'styles',
    '<w:style w:type="character" w:styleId="a3"><w:name w:val="Placeholder Text"/></w:style>' +
      '<w:style w:type="character" w:styleId="h1"><w:name w:val="hint"/><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="top of form"/><w:basedOn w:val="h1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="s3"><w:name w:val="seen"/><w:basedOn w:val="h1"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>',
  ),
};

it.each([
  ['in one run', [text('单击或点击此处输入文字。')]],
  ['in several runs', [text('单击'), text('此处输入'), text('文字')]],
  ['of a list', [text('选择一项。')]],
  ['in English', [text('Click or tap here to enter text.')]],
])('the prompt of a control %s is no value', async (_, runs) => {
  expect(await read(control(prompt, ...runs))).toEqual({ text: '', warned: [] });
});

it('what is set as a prompt and asks for nothing is left out and told', async () => {
  const content = control(prompt, styled('a3', '77'));
  expect(await read(content, styles)).toEqual({ text: '', warned: ['text_left_out'] });
});

it('what a program wrote over a prompt is a value', async () => {
  expect(await read(control(prompt, text('77')))).toEqual({ text: '77', warned: [] });
});

it('what was filled in is a value, whatever it says', async () => {
  const content = control('<w:sdtPr><w:text/></w:sdtPr>', text('点击量77')) + p('此处施工');
  expect(await read(content)).toEqual({ text: '点击量77\n此处施工', warned: [] });
});

it('the cell of a prompt keeps its place', async () => {
  const cell = `<w:sdt>${prompt}<w:sdtContent>${tc('单击此处输入文字')}</w:sdtContent></w:sdt>`;
  const source = await readAs(
    parseWord,
    'docx',
    docx(tbl(`<w:tr>${tc('甲')}${cell}${tc('丙')}</w:tr>`, tr(tc('1'), tc('2'), tc('3')))),
  );
  expect(gridsOf(source)[0]?.cells.map((one) => one.text)).toEqual(['甲', '', '丙', '1', '2', '3']);
});

it.each([
  ['of its own style', `<w:p>${text('里')}${styled('h1', '窗体顶端')}</w:p>`],
  ['of a style that its paragraph has', `${p('里')}${p('窗体顶端', '<w:pStyle w:val="h2"/>')}`],
])('a text that is hidden because %s is left out and told', async (_, content) => {
  expect(await read(content, styles)).toEqual({ text: '里', warned: ['text_left_out'] });
});

it('a text that its style shows again is read', async () => {
  expect(await read(p('77', '<w:pStyle w:val="s3"/>'), styles)).toEqual({ text: '77', warned: [] });
});

const field = (...code: string[]): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${code.map((words) => `<w:r><w:instrText>${words}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

it.each([
  [['eq \\o\\ac(', '□', ',√)'], '☑'],
  [['eq \\o\\ac(□,×)'], '☒'],
  [[' EQ \\o\\ac(○,3) '], '③'],
  [['eq \\o\\ac(○,是)'], '是'],
  [['eq \\f(1,3)'], '1/3'],
])('the drawn equation %j is shown as %s', async (code, shown) => {
  expect(await read(field(...code))).toEqual({ text: shown, warned: [] });
});

it('a drawn equation that has no text is told', async () => {
  expect(await read(field('eq \\i(1,3,x)'))).toEqual({ text: '', warned: ['text_left_out'] });
});
