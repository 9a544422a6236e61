import { type Expectation, type HostileCase, refused } from './case.ts';
import { type Damage, honest, put } from './odd-pdfs.ts';

const whole: Expectation = { status: ['ok'] };
const inPart: Expectation = { status: ['partial'], codes: ['page_failed'] };
const lostPage = refused('page_failed');

const numberOf = (kind: RegExp, text: string): string => {
  const [, number] = kind.exec(text) ?? [];
  if (number === undefined) throw new Error(`no ${kind}`);
  return number;
};
const contents = (text: string): string => numberOf(/\/Contents (\d+) 0 R/, text);

/** An object behind the file, with or without a table that names it. */
const withObject =
  (body: string, number: (text: string) => string, listed: boolean): Damage =>
  (text) => {
    const own = number(text);
    const before = numberOf(/startxref\n(\d+)/, text);
    const object = `${own} 0 obj\n${body}\nendobj\n`;
    if (!listed) return text + object;
    const place = String(text.length).padStart(10, '0');
    return `${text}${object}xref\n${own} 1\n${place} 00000 n \ntrailer\n<< /Size 500 /Root 1 0 R /Prev ${before} >>\nstartxref\n${text.length + object.length}\n%%EOF\n`;
  };

/** All objects without a stream packed into one, and a list of places that is wrong. */
function packed(places: string): Damage {
  return (text) => {
    const objects = [...text.matchAll(/(\d+) 0 obj\n(<<(?:(?!endobj)[\s\S])*?>>)\nendobj\n/g)].filter(
      ([, , body]) => !body!.includes('stream\n'),
    );
    let at = 0;
    const index = objects.map(([, number, body]) => {
      const entry = `${number} ${at} `;
      at += body!.length + 1;
      return entry;
    });
    const data = index.join('') + objects.map(([, , body]) => body).join('\n');
    const kept = objects.reduce((rest, [object]) => rest.replace(object!, () => ''), text);
    const body = kept.slice(0, kept.indexOf('xref\n0'));
    const list = `900 0 obj\n<< /Type /ObjStm /N ${objects.length} /First ${index.join('').length} /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n`;
    return `${body}${list}901 0 obj\n<< /Type /XRef /Size 902 ${places} /Root 1 0 R /Length 9 >>\nstream\n123456789\nendstream\nendobj\nstartxref\n${body.length + list.length}\n%%EOF\n`;
  };
}

/** Different digits of a size printed at one place, thousands of them. */
const stacked = (size: number): string =>
  `/F1 ${size} Tf ${'1 0 0 1 60 60 Tm (8) Tj 1 0 0 1 60 60 Tm (9) Tj '.repeat(5_000)}`;

const cases: [name: string, damage: Damage, expected: Expectation][] = [
  ['two-in-a-row', (text) => `${text}\r\n${text}`, inPart],
  ['head-of-a-macintosh', (text) => `\0\u0008form.pdf${'\0'.repeat(118)}${text}`, whole],
  ['answer-of-a-server-before', (text) => `HTTP/1.1 200 OK\r\nX: y\r\n\r\n${text}`, whole],
  ['page-behind', (text) => `${text}<html>${'<p>served</p>\n'.repeat(400)}`, whole],
  ['header-of-no-version', put('%PDF-1.7', '%PDF-x'), whole],
  ['lines-of-19-bytes', put(/ \n(?=\d|x|t)/g, '\n'), whole],
  ['generations-differ', put(/ 00000 n/g, ' 00003 n'), whole],
  ['change-of-nothing', withObject('null', () => '300', true), whole],
  ['change-cut-off', withObject('<< /A 1 >>', contents, false), inPart],
  [
    'change-of-the-root-to-nothing',
    withObject('<< /Type /Catalog /Pages 44 0 R >>', () => '1', true),
    refused('corrupt'),
  ],
  ['places-of-no-width', packed('/W [0 0 0]'), whole],
  ['places-of-two-gigabytes', packed('/W [1 2000000000 2]'), whole],
  ['widths-of-a-thousand-million-glyphs', put('/DW 1000', '/DW 1000 /W [60000 2000000000 1000]'), whole],
  ['places-without-widths', packed(''), whole],
  ['places-of-other-objects', packed('/W [1 1 1] /Index [700 3]'), whole],
  [
    'tree-of-itself-for-a-page',
    put('/Type /Catalog /Pages 2 0 R', '/Type /Catalog /Pages 1 0 R'),
    { status: ['partial', 'failed'] },
  ],
  ['count-zero', put(/\/Count \d+/, '/Count 0'), { status: ['ok', 'partial'] }],
  ['kids-a-reference', put(/\/Kids \[(\d+ 0 R)\]/, '/Kids 20 0 R'), { status: ['ok', 'partial'] }],
  [
    'content-with-a-hole',
    (text) => put(/\/Contents \d+ 0 R/, `/Contents\n[\n${contents(text)} 0 R 88 0 R ]`)(text),
    inPart,
  ],
  [
    'content-with-null',
    (text) => put(/\/Contents \d+ 0 R/, `/Contents [null ${contents(text)} 0 R null]`)(text),
    whole,
  ],
  [
    'content-freed',
    (text) => {
      const own = contents(text);
      const before = numberOf(/startxref\n(\d+)/, text);
      return `${text}xref\n${own} 1\n0000000000 00001 f \ntrailer\n<< /Size 500 /Root 1 0 R /Prev ${before} >>\nstartxref\n${text.length}\n%%EOF\n`;
    },
    lostPage,
  ],
  [
    'content-list-in-a-list',
    (text) => put(/\/Contents \d+ 0 R/, `/Contents [[${contents(text)} 0 R] ${contents(text)} 0 R]`)(text),
    inPart,
  ],
  [
    'form-of-another-reader',
    (text) =>
      put(
        '/Type /Catalog',
        '/Type /Catalog /AcroForm << /Fields [20 0 R] /XFA [(template) 21 0 R] >>',
      )(
        put(
          '0.5 w',
          'BT /F1 9 Tf 60 500 Td (your PDF viewer may not be able to display this type of document.) Tj ET 0.5 w',
        )(text),
      ),
    { status: ['unsupported'], codes: ['unsupported_format'] },
  ],
  ['object-not-there', put('0.5 w', '/X9 Do 0.5 w'), inPart],
  ['too-many-numbers', put('0.5 w', `${'1 '.repeat(40)}w`), lostPage],
  ['inline-picture-of-nothing', put('0.5 w', 'BI /W 4 /H 2 EI 0.5 w'), lostPage],
  ['states-not-closed', put('0.5 w', `${'q '.repeat(30)}0.5 w`), whole],
  ['states-closed-twice', put('0.5 w', 'Q Q Q 0.5 w'), whole],
  [
    'digits-upon-digits',
    put('0.5 w', `BT ${stacked(40)}${stacked(4_000)}ET 0.5 w`),
    { status: ['ok', 'partial'] },
  ],
  ['sign-twice', put('0.5 w', '--0.5 w'), whole],
  ['colours-not-there', put('0.5 w', '/G9 gs /S9 sh 0.5 w'), whole],
  ['section-of-nothing', put('0.5 w', '/OC /P9 BDC EMC EMC 0.5 w'), whole],
  [
    'locked-by-certificate',
    put(
      '/Root 1 0 R',
      '/Root 1 0 R /Encrypt << /Filter /Adobe.PubSec /V 4 /Recipients [<00>] >> /ID [<01> <01>]',
    ),
    refused('encrypted'),
  ],
  ['locked-by-nothing', put('/Root 1 0 R', '/Root 1 0 R /Encrypt null'), whole],
  [
    'fields-in-themselves',
    put('/Type /Catalog', '/Type /Catalog /AcroForm << /Fields [1 0 R] >> /Kids [1 0 R]'),
    { status: ['ok', 'partial'] },
  ],
  [
    'names-in-themselves',
    put('/Type /Catalog', '/Type /Catalog /Names << /EmbeddedFiles 1 0 R >> /Kids [1 0 R]'),
    { status: ['ok', 'partial'] },
  ],
  [
    'layers-of-rubbish',
    put('/Type /Catalog', '/Type /Catalog /OCProperties << /OCGs 7 /D [1] >>'),
    { status: ['ok', 'partial'] },
  ],
  ['unit-of-zero', put('/MediaBox', '/UserUnit 0 /MediaBox'), whole],
  ['turned-by-words', put('/MediaBox', '/Rotate (90) /MediaBox'), { status: ['ok', 'partial'] }],
];

/** PDF files whose structure was damaged by programs and by hand, in the manner of public collections. */
export const oddStructures: readonly HostileCase[] = cases.map(([name, damage, expected]) => ({
  name: `structure-${name}.pdf`,
  make: () => Buffer.from(damage(honest()), 'latin1'),
  expected,
}));
