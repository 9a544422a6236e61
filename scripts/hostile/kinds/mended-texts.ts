import { written } from './containers.ts';
import { changed, failed, form, type Kind, page, rows, told } from './kind.ts';

const commented = (from: string, to: string, behind = ''): Buffer =>
  Buffer.from(changed(page(behind), from, to));

/** Each cell a row of its own is enough for signs. */
const inRtf = (text: string): string =>
  Array.from(text, (sign) => (sign.charCodeAt(0) < 128 ? sign : `\\u${sign.charCodeAt(0)}?`)).join('');
const rtf = (): string => {
  const row = (cells: readonly string[]) =>
    `\\trowd${cells.map((_, n) => `\\cellx${2000 * (n + 1)}`).join('')}${cells.map((text) => `\\intbl ${inRtf(text)}\\cell`).join('')}\\row`;
  return `{\\rtf1\\ansi ${rows.map((cells) => row(cells.length === 1 ? [cells[0] ?? '', '', '', ''] : cells)).join('\n')}\\pard}`;
};
const sign = `\\u${'演'.charCodeAt(0)}?`;

/** A cell that names a shared text which is not there, at which SheetJS gives the workbook up. */
function withoutItsText(): Buffer {
  const book = written('biff8', undefined, true);
  const at = book.indexOf(Buffer.from([0xfd, 0, 10, 0]));
  book.writeUInt32LE(9_999, at + 10);
  return book;
}

/** Pages, RTF and older workbooks in which a sign or a record was damaged. */
export const mendedTexts: readonly Kind[] = [
  ['comment-without-end.html', () => commented('<td>演出', '<!--<td>演出'), told('page_failed')],
  [
    'comment-up-to-the-next.html',
    () => commented('<td>演出', '<!--<td>演出', '<!-- 页脚 -->'),
    told('page_failed'),
  ],
  [
    'comment-around-a-comment.html',
    () => Buffer.from(page('<!-- <table><tr><td>旧</td></tr> <!-- 旧 --> </table> -->')),
    form,
  ],
  ['comment-in-a-script.html', () => Buffer.from(page('<script>var s = "<!--<td>";</script>')), form],
  ['sign-numbered.rtf', () => Buffer.from(rtf()), form],
  ['sign-without-number.rtf', () => Buffer.from(changed(rtf(), sign, '\\u-?')), told('page_failed')],
  ['sign-beyond-numbers.rtf', () => Buffer.from(changed(rtf(), sign, '\\u999999?')), told('page_failed')],
  ['shared-text-not-there.xls', withoutItsText, failed('corrupt')],
];
