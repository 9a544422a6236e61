import { writePdf } from '../../test/parsers/pdf/pdf-writer.ts';
import { drawTable } from '../../test/parsers/pdf/table-drawing.ts';
import { type Expectation, type HostileCase, refused } from './case.ts';

const table = {
  xs: [60, 160, 320, 420],
  ys: [100, 130, 160, 190, 220],
  cells: Array.from({ length: 12 }, (_, i) => ({
    row: Math.floor(i / 3),
    column: i % 3,
    lines: [['target', 'value', 'points'][i % 3]!, String(i * 7)],
  })),
};

/** An honest page with a table, as text: its bytes are characters. */
export const honest = (): string =>
  Buffer.from(writePdf([{ content: drawTable(table, 'strokes') }])).toString('latin1');

/** All of it is there, and has to be read. */
const whole: Expectation = { status: ['ok'] };
const inPart: Expectation = { status: ['partial'] };

export type Damage = (text: string) => string;

/** Replaces what must stand there: damage that does nothing would test nothing. */
export const put =
  (from: RegExp | string, to: string): Damage =>
  (text) => {
    const damaged = text.replace(from, () => to);
    if (damaged === text) throw new Error(`nothing to replace: ${from}`);
    return damaged;
  };
const until =
  (mark: string): Damage =>
  (text) =>
    text.slice(0, text.lastIndexOf(mark));

/** The length of what the page draws. */
const ofContent = /\/Length \d+(?= >>\nstream\n0\.5 w)/;

const cases: [name: string, damage: Damage, expected: Expectation][] = [
  ['xref-cut', until('xref\n0'), whole],
  ['startxref-zero', put(/startxref\n\d+/, 'startxref\n0'), whole],
  ['startxref-beyond', put(/startxref\n\d+/, 'startxref\n999999999'), whole],
  ['startxref-negative', put(/startxref\n\d+/, 'startxref\n-1'), whole],
  ['no-header', (text) => text.slice(text.indexOf('\n') + 1), refused('corrupt')],
  ['text-before-header', (text) => `${'x'.repeat(900)}\n${text}`, whole],
  ['long-text-before-header', (text) => `${'x'.repeat(5000)}\n${text}`, whole],
  ['noise-behind', (text) => `${text}${'\0'.repeat(4000)}`, whole],
  ['length-short', put(ofContent, '/Length 10'), whole],
  ['length-long', put(ofContent, '/Length 99999999'), whole],
  ['length-negative', put(ofContent, '/Length -5'), whole],
  ['length-of-nothing', put(ofContent, '/Length 99 0 R'), whole],
  ['length-a-name', put(ofContent, '/Length /None'), whole],
  ['no-end-of-stream', put(/endstream/g, ''), whole],
  ['no-end-of-object', put(/endobj/g, ''), whole],
  ['no-trailer', put('trailer', 'failer'), whole],
  ['root-missing', put(/\/Root \d+ 0 R/, ''), whole],
  ['root-of-nothing', put(/\/Root \d+ 0 R/, '/Root 77 0 R'), whole],
  ['size-zero', put(/\/Size \d+/, '/Size 0'), whole],
  ['previous-is-itself', (text) => put(/\/Size/, `/Prev ${text.lastIndexOf('xref\n0')} /Size`)(text), whole],
  ['all-entries-free', put(/ 00000 n/g, ' 00000 f'), whole],
  [
    'entries-off-by-some',
    (text) =>
      text.replace(
        /(\d{10}) 00000 n/g,
        (_, at: string) => `${String(Number(at) + 7).padStart(10, '0')} 00000 n`,
      ),
    whole,
  ],
  ['kids-null', put(/\/Kids \[/, '/Kids [null 88 0 R '), inPart],
  ['kids-missing', put(/\/Kids \[[^\]]*\]/, ''), inPart],
  ['box-missing', put(/\/MediaBox \[[^\]]*\]/, ''), whole],
  ['box-empty', put(/\/MediaBox \[[^\]]*\]/, '/MediaBox [0 0 0 0]'), whole],
  ['box-backwards', put(/\/MediaBox \[[^\]]*\]/, '/MediaBox [595 842 0 0]'), whole],
  ['turned-by-45', put('/MediaBox', '/Rotate 45 /MediaBox'), whole],
  ['unit-huge', put('/MediaBox', '/UserUnit 75000 /MediaBox'), whole],
  ['crop-outside', put('/MediaBox', '/CropBox [9000 9000 9900 9900] /MediaBox'), whole],
  ['resources-missing', put('/Resources', '/Recources'), inPart],
  ['font-missing', put(/\/Font <<[^>]*>>/, '/Font << /F1 66 0 R >>'), inPart],
  ['content-missing', put(/\/Contents (\d+ 0 R)/, '/Contents [99 0 R]'), refused('page_failed')],
  ['content-a-page', put(/\/Contents \d+ 0 R/, '/Contents 1 0 R'), refused('page_failed')],
  ['text-without-end', put(/> Tj/g, ' Tj'), refused('page_failed')],
  ['text-in-no-block', put(/\bBT\b/g, ''), whole],
  [
    'inline-picture-without-end',
    put('BT', 'BI /W 9000 /H 9000 /CS /G /BPC 8 ID xyz BT'),
    refused('no_table', 'page_failed'),
  ],
  ['unknown-operators', put('BT', 'BT (a) foo 1 2 3 bar [ << /a'), refused('no_table', 'page_failed')],
  ['carriage-returns', put(/\n/g, '\r'), whole],
  ['cut-in-the-content', (text) => text.slice(0, text.indexOf('0.5 w') + 400), refused('corrupt')],
];

/** Damage to an honest page as copies, mailers and careless writers leave it. */
export const oddPdfs: readonly HostileCase[] = cases.map(([name, damage, expected]) => ({
  name: `${name}.pdf`,
  make: () => Buffer.from(damage(honest()), 'latin1'),
  expected,
}));
