import { gbk, utf16 } from './encodings.ts';
import { failed, form, type Kind, rows, unsupported } from './kind.ts';

const grid = rows.map((row) => (row.length === 1 ? [row[0] ?? '', '', '', ''] : row));
const csv = (delimiter = ','): string => `${grid.map((row) => row.join(delimiter)).join('\r\n')}\r\n`;

/** Delimited texts, and what a server sent instead of a document. */
export const texts: readonly Kind[] = [
  ['error-json.xlsx', () => Buffer.from('{"code":404,"msg":"文件不存在","data":null}'), unsupported],
  ['error-json-array.xls', () => Buffer.from('[]'), unsupported],
  [
    'error-xml.docx',
    () =>
      Buffer.from(
        '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>',
      ),
    unsupported,
  ],
  [
    'git-lfs-pointer.xlsx',
    () =>
      Buffer.from(
        'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
      ),
    unsupported,
  ],
  [
    'git-annex-pointer.docx',
    () => Buffer.from('/annex/objects/SHA256E-s12345--4d7a214614ab2935.docx\n'),
    unsupported,
  ],
  [
    'php-error.xls',
    () => Buffer.from('Fatal error: Allowed memory size of 134217728 bytes exhausted in /x.php on line 3'),
    unsupported,
  ],
  ['spaces.csv', () => Buffer.from('   \r\n \r\n'), failed('empty')],
  ['bom-only.csv', () => Buffer.from('\ufeff'), failed('empty')],
  ['csv-gbk.csv', () => gbk(csv()), form],
  ['csv-utf8-bom.csv', () => Buffer.from(`\ufeff${csv()}`), form],
  ['csv-utf16le-bom-tabs.csv', () => utf16(csv('\t')), form],
  ['csv-utf16be-bom.csv', () => utf16(csv('\t')).swap16(), form],
  ['csv-semicolon.csv', () => Buffer.from(csv(';')), form],
  ['csv-pipe.csv', () => Buffer.from(csv('|')), form],
  ['csv-sep-line.csv', () => Buffer.from(`sep=;\r\n${csv(';')}`), form],
  ['csv-formula-texts.csv', () => Buffer.from(csv().replace('30.00', '="30.00"')), form],
  [
    'csv-quoted-all.csv',
    () => Buffer.from(grid.map((r) => r.map((t) => `"${t}"`).join(',')).join('\r\n')),
    form,
  ],
  [
    'csv-tabs-trailing.csv',
    () => Buffer.from(grid.map((r) => r.map((t) => `${t}\t`).join(',')).join('\r\n')),
    form,
  ],
  ['csv-cr-only.csv', () => Buffer.from(csv().replace(/\r\n/g, '\r')), form],
  ['csv-thousands.csv', () => Buffer.from(csv().replace('30.00', '"30.00 "')), form],
  ['csv-full-width-comma.csv', () => Buffer.from(csv('，')), failed('no_table')],
  ['csv-named-txt.txt', () => Buffer.from(csv()), form],
  ['tsv-named-xls.xls', () => gbk(csv('\t')), form],
  ['csv-named-xlsx.xlsx', () => Buffer.from(csv()), form],
  ['csv-without-name', () => Buffer.from(csv()), form],
  [
    'txt-aligned-by-blanks.txt',
    () => Buffer.from(rows.map((r) => r.map((t) => t.padEnd(14, '\u3000')).join('')).join('\n')),
    unsupported,
  ],
  [
    'txt-box-drawing.txt',
    () => Buffer.from('┌──┬──┐\n│三级指标│指标值│\n├──┼──┤\n│演出场次│≥12场│\n└──┴──┘\n'),
    unsupported,
  ],
];
