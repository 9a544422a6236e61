import { expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { gridsOf, packageOf, read, rowsOf } from './package.ts';

const head = rowsOf([['指标', '数量']]);
const formula = (row: number, value: string, own = 'SUM(C1:C9)') =>
  `<row r="${row}"><c r="A${row}" t="str"><v>里程</v></c><c r="B${row}"><f>${own}</f><v>${value}</v></c></row>`;
const doubts = async (bytes: Uint8Array, name?: string): Promise<(string | undefined)[]> =>
  gridsOf(await read(bytes, name)).flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.formula === undefined ? [] : [cell.doubt])),
  );

/** The package with a calculation that is asked for on opening. */
function asking(rows: string): Buffer {
  const file = XLSX.CFB.read(packageOf([{ rows }]), { type: 'buffer' });
  const workbook = XLSX.CFB.find(file, '/xl/workbook.xml') as { content: Buffer };
  workbook.content = Buffer.from(
    workbook.content.toString().replace('</workbook>', '<calcPr calcId="1" fullCalcOnLoad="1"/></workbook>'),
  );
  return XLSX.CFB.write(file, { fileType: 'zip', type: 'buffer' }) as Buffer;
}

const unsure = 'formula without a stored value';

it('doubts the noughts of a program that leaves computing to Excel', async () => {
  expect(await doubts(asking(head + formula(2, '0') + formula(3, '0')))).toEqual([unsure, unsure]);
  expect(await doubts(packageOf([{ rows: head + formula(2, '0.0') }]))).toEqual([unsure]);
});

it('doubts the nought of a formula that comes to a text', async () => {
  const rows =
    head +
    formula(2, '0', 'TEXT(C1,&quot;0.00&quot;)') +
    formula(3, '8') +
    formula(4, '0', 'HYPERLINK(C1,&quot;980.50&quot;)') +
    formula(5, '0', 'LEFT(C1,2)*1');
  expect(await doubts(packageOf([{ rows }]))).toEqual([unsure, undefined, unsure, undefined]);
});

it('believes noughts beside results, and where nothing says that they are none', async () => {
  expect(await doubts(asking(head + formula(2, '0') + formula(3, '8')))).toEqual([undefined, undefined]);
  expect(await doubts(packageOf([{ rows: head + formula(2, '0') }]))).toEqual([undefined]);
});

it('tells of results that the file does not hold, where nothing stands in their place', async () => {
  const told = async (bytes: Buffer): Promise<string[]> =>
    (await read(bytes)).warnings.flatMap(({ code, message }) =>
      code === 'figures_left_out' ? [message.en] : [],
    );
  const [first] = await told(packageOf([{ rows: head + formula(2, '') + formula(3, '8') }]));
  expect(first).toContain('1 formulas');
  expect(await told(packageOf([{ rows: head + formula(2, '7') }]))).toEqual([]);
});

/** An .xls of one formula whose stored result is an empty text, as Excel writes that of a choice. */
function empty(own: string): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet([['指标', '数量'], ['里程']]);
  sheet['!ref'] = 'A1:B2';
  sheet.B2 = { t: 's', v: '', f: own };
  const book = XLSX.utils.book_new(sheet, '表');
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

it('doubts an empty result of a sum alone', async () => {
  expect(await doubts(empty('A1+2'))).toEqual([unsure]);
  expect(await doubts(empty('SUM(A1,2)'))).toEqual([unsure]);
  expect(await doubts(empty('IF(A1>2,A1+2,"")'))).toEqual([undefined]);
  expect(await doubts(empty('C9'))).toEqual([undefined]);
});

it('reads a share or a number that is a whole formula as it was typed', async () => {
  const typed = (own: string, result: string) =>
    `<row r="2"><c r="A2" t="str"><v>完成率</v></c><c r="B2"><f>${own}</f>${result}</c></row>`;
  const shown = async (own: string, result = '') =>
    gridsOf(await read(packageOf([{ rows: head + typed(own, result) }])))
      .flatMap(({ cells }) => cells)
      .filter(({ formula }) => formula !== undefined)
      .map(({ doubt, text, value }) => [text, value, doubt]);
  expect(await shown('100%')).toEqual([['100%', 1, undefined]]);
  expect(await shown('100%', '<v>1</v>')).toEqual([['100%', 1, undefined]]);
  expect(await shown('12.5')).toEqual([['12.5', 12.5, undefined]]);
});

it('doubts cells whose formula is not spelt out and has no result', async () => {
  const bare = (row: number, own: string) =>
    `<row r="${row}"><c r="A${row}" t="str"><v>里程</v></c><c r="B${row}">${own}</c></row>`;
  const cells = async (own: string, first = '') =>
    gridsOf(await read(packageOf([{ rows: head + first + bare(3, own) }]))).flatMap(({ cells }) =>
      cells.flatMap(({ text, formula, doubt, location }) =>
        location.ref === 'B3' ? [{ text, formula, doubt }] : [],
      ),
    );
  for (const own of [
    '<f t="shared" si="7"/>',
    '<f t="shared" si="7"></f><v></v>',
    '<f/>',
    '<f t="dataTable" ref="B3" dt2D="0" r1="A1"/>',
  ])
    expect(await cells(own)).toEqual([{ text: '', formula: undefined, doubt: unsure }]);
  expect(await cells('<f t="shared" si="7"/><v>8</v>')).toEqual([
    { text: '8', formula: undefined, doubt: undefined },
  ]);
  const master = `<row r="2"><c r="A2" t="str"><v>里程</v></c><c r="B2"><f t="shared" ref="B2:B3" si="7">C2*2</f><v>4</v></c></row>`;
  expect(await cells('<f t="shared" si="7"/>', master)).toEqual([
    { text: '', formula: 'C3*2', doubt: unsure },
  ]);
  expect(await cells('<f>DISPIMG("ID_1",1)</f><v></v>'.replaceAll('"', '&quot;'))).toMatchObject([
    { text: '', doubt: 'a picture in the cell' },
  ]);
});
