import { changed, form, type Kind, page, rows, told } from './kind.ts';
import { data, rowOf, styles, xlsx } from './sheet-markup.ts';

const inPage = (from: string | RegExp, to: string): Buffer => Buffer.from(changed(page(), from, to));
const behindGrant = (markup: string): Buffer => inPage('20.00', `20.00${markup}`);
const old = ['旧项目', '99.00', '', ''];
const withOld = [...rows.slice(0, 6), old, ...rows.slice(6)];

/** What a form holds and nobody sees: letters without a size or an ink, cells and rows that are not shown, readings above signs. */
export const unseen: readonly Kind[] = [
  ['html-sup-by-style.html', () => behindGrant('<span style="vertical-align: super">1</span>'), form],
  ['html-without-size.html', () => behindGrant('<span style="font-size:0">99</span>'), form],
  ['html-hidden-by-word.html', () => behindGrant('<span style="mso-hide:all">99</span>'), form],
  ['html-transparent.html', () => behindGrant('<span style="opacity:0">99</span>'), form],
  [
    'html-cell-not-displayed.html',
    () => inPage('<td>20.00</td>', '<td>20.00</td><td style="display:none">99</td>'),
    form,
  ],
  ['html-ruby.html', () => inPage('≥12场', '≥12<ruby>场<rp>(</rp><rt>chǎng</rt><rp>)</rp></ruby>'), form],
  [
    'html-row-not-displayed.html',
    () =>
      inPage(
        /<tr>(?=<td>其他资金)/,
        `<tr style="display:none">${old.map((text) => `<td>${text}</td>`).join('')}</tr><tr>`,
      ),
    told('hidden_content'),
  ],
  [
    'hidden-row-that-no-sum-counts.xlsx',
    () =>
      xlsx({
        sheet: data(
          withOld
            .map((row, at) =>
              row === old ? changed(rowOf(row, at), '<row ', '<row hidden="1" ') : rowOf(row, at),
            )
            .join(''),
        ),
      }),
    told('hidden_content'),
  ],
  [
    'white-row-that-no-sum-counts.xlsx',
    () =>
      xlsx({
        sheet: data(
          withOld
            .map((row, at) =>
              row === old
                ? rowOf(row, at).replace(/<c r="(\w+)"(?: s="\d")?/g, '<c r="$1" s="2"')
                : rowOf(row, at),
            )
            .join(''),
        ),
        styles: changed(
          styles('', '<xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="2" fontId="1" applyFont="1"/>'),
          '<fonts><font/></fonts>',
          '<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts>',
        ),
      }),
    told('hidden_content'),
  ],
];
