import { deflateSync } from 'node:zlib';
import { writePdf } from '../../test/parsers/pdf/pdf-writer.ts';
import { form } from '../../test/parsers/pdf/small-form.ts';
import { drawTable } from '../../test/parsers/pdf/table-drawing.ts';
import type { Expectation, HostileCase } from './case.ts';
import { type Damage, put } from './odd-pdfs.ts';

const spending = [
  ['支出项目', '预算数', '决算数'],
  ['项目支出甲', '1148', '1185'],
  ['项目支出乙', '1259', '1296'],
  ['项目支出丙', '1370', '1407'],
];
const table = {
  xs: [60, 160, 320, 420],
  ys: [100, 130, 160, 190, 220],
  cells: spending.flatMap((texts, row) => texts.map((text, column) => ({ row, column, lines: [text] }))),
};

/** A form on two pages (objects 20 and 22, their contents 21 and 23), as text: its bytes are characters. */
const whole = Buffer.from(
  writePdf([{ content: drawTable(form, 'strokes') }, { content: drawTable(table, 'strokes') }]),
).toString('latin1');

/** What it reads as. */
const figures = [
  ...['清淤渠道长度不少于三十二公里 32.5', '更换闸门 40', '完工及时率 95%'],
  ...spending.slice(1).flatMap(([name, ...values]) => values.map((value) => `${name} ${value}`)),
];

/** With the table of places that it has after a change. */
const placed =
  (damage: Damage): Damage =>
  (text) => {
    const damaged = damage(text);
    const start = damaged.lastIndexOf('xref\n0');
    const body = damaged.slice(0, start);
    const entries = Array.from(body.matchAll(/(?<=^|\n)(\d+) 0 obj/g), ({ 1: number, index }) => {
      return `${number} 1\n${String(index).padStart(10, '0')} 00000 n \n`;
    });
    const trailer = damaged
      .slice(damaged.lastIndexOf('trailer'))
      .replace(/startxref\n\d+/, `startxref\n${start}`);
    return `${body}xref\n0 1\n0000000000 65535 f \n${entries.join('')}${trailer}`;
  };

/** The content of the first page. */
const content = /<< *\/Length \d+ >>\nstream\n(0\.5 w[\s\S]*?)\nendstream/;
const drawn = content.exec(whole)![1]!;

const stream = (dictionary: string, data: string, length = data.length): string =>
  `<< ${dictionary} /Length ${length} >>\nstream\n${data}\nendstream`;

const packed = (change: (data: Buffer) => Uint8Array, more = ''): Damage =>
  placed(
    put(
      content,
      stream(
        `/Filter /FlateDecode ${more}`,
        Buffer.from(change(deflateSync(Buffer.from(drawn, 'latin1')))).toString('latin1'),
      ),
    ),
  );

/** The table within a form that the page draws. */
const inForm = (dictionary: string): Damage =>
  placed((text) =>
    put(
      '\nxref\n0',
      `\n87 0 obj\n${stream(dictionary, drawn)}\nendobj\nxref\n0`,
    )(put('/Font <<', '/XObject << /X1 87 0 R >> /Font <<')(put(content, stream('', '/X1 Do'))(text))),
  );

const kids = '/Kids [20 0 R 22 0 R]';
const place = (number: number): RegExp => new RegExp(`(?<=\\n${number} 1\\n)\\d{10}`);
const nowhere = '0000000000';
const placeOf = (number: number): string => place(number).exec(whole)![0];

/** Damage that may leave a page, or a part of it, blank: what is read is right, and what is lost is told. */
const told: [name: string, damage: Damage][] = [
  ['content-at-place-0', put(place(21), nowhere)],
  ['contents-at-place-0', (text) => put(place(21), nowhere)(put(place(23), nowhere)(text))],
  ['content-at-place-of-another', put(place(23), placeOf(21))],
  ['end-of-stream-in-the-content', placed(put(/\n(?=BT)/, '\n% endobj endstream \n'))],
  [
    'end-of-stream-in-the-content-of-wrong-length',
    placed(put(content, stream('', drawn.replace('BT', '% endstream\nendobj\nBT'), 5))),
  ],
  ['page-named-twice', placed(put(kids, '/Kids [20 0 R 20 0 R 22 0 R]'))],
  ['kid-is-the-catalogue', placed(put(kids, '/Kids [20 0 R 1 0 R 22 0 R]'))],
  ['kid-is-a-font', placed(put(kids, '/Kids [20 0 R 3 0 R 22 0 R]'))],
  ['kid-is-a-number', placed(put(kids, '/Kids [20 0 R 7 22 0 R]'))],
  ['kids-are-a-page', placed(put(kids, '/Kids 20 0 R'))],
  ['pages-are-a-page', placed(put('/Pages 2 0 R', '/Pages 20 0 R'))],
  ['count-below-its-pages', placed(put('/Count 2', '/Count 1'))],
  ['dictionary-without-end', placed(put(' >>\nstream\n0.5 w', '\nstream\n0.5 w'))],
  ['text-with-an-open-bracket', placed(put('\nBT', '\nBT /F1 8 Tf (a\\) Tj ET\nBT'))],
  ['flate-cut-at-half', packed((data) => data.subarray(0, data.length >> 1))],
  [
    'flate-with-a-byte-changed',
    packed((data) => data.map((byte, i) => (i === data.length >> 1 ? byte ^ 0x55 : byte))),
  ],
  ['flate-behind-a-line-end', packed((data) => Buffer.concat([Buffer.from('\r\n'), data]))],
  ['predictor-of-no-columns', packed((data) => data, '/DecodeParms << /Predictor 12 >>')],
  ['form-without-subtype', inForm('/BBox [0 0 600 900]')],
  ['descendant-fonts-of-nothing', placed(put(/\/DescendantFonts \[[^\]]*\]/, '/DescendantFonts [89 0 R]'))],
];

/** Nothing of the table is shown, which is told. */
const unshown: [name: string, damage: Damage][] = [
  ['form-of-a-matrix-without-area', inForm('/Subtype /Form /Matrix [0 0 0 0 0 0] /BBox [0 0 600 900]')],
  ['form-in-an-empty-box', inForm('/Subtype /Form /BBox [0 0 0 0]')],
];

/** Damage that no page loses anything by. */
const harmless: [name: string, damage: Damage][] = [
  [
    'end-of-stream-in-the-content-of-right-length',
    placed(put(content, stream('', drawn.replace('BT', '% endstream\nendobj\nBT')))),
  ],
  ['form-without-a-box', inForm('/Subtype /Form')],
  ['flate-with-bytes-behind', packed((data) => Buffer.concat([data, Buffer.alloc(600, 7)]))],
];

const caseOf = ([name, damage]: [string, Damage], status: Expectation['status']): HostileCase => ({
  name: `object-${name}.pdf`,
  make: () => Buffer.from(damage(whole), 'latin1'),
  expected: { status, figures },
});

/** Damage to one object of a form, most of which readers pass over in silence. */
export const oddPdfObjects: readonly HostileCase[] = [
  ...told.map((each) => caseOf(each, ['partial', 'failed'])),
  ...unshown.map((each) => caseOf(each, ['ok', 'partial'])),
  ...harmless.map((each) => caseOf(each, ['ok'])),
];
