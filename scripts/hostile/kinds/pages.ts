import { gbk, utf16 } from './encodings.ts';
import { failed, form, type Kind, page, rows, told, unsupported } from './kind.ts';

const office =
  '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">';
const table = page().slice(page().indexOf('<table'));
const wordPage = `${office}<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style>\n<!--\n p.MsoNormal{mso-style-name:正文}\n-->\n</style></head><body>${table}</body></html>`;
const excelPage = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>表</x:Name><x:WorksheetOptions><x:Selected/></x:WorksheetOptions></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head><body>${table}</body></html>`;
const frameset =
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><link id="shLink" href="a.files/sheet001.htm"><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>表</x:Name><x:WorksheetSource HRef="a.files/sheet001.htm"/></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml></head><frameset rows="*,39"><frame src="a.files/sheet001.htm" name="frSheet"><frame src="a.files/tabstrip.htm"><noframes><body><p>此页使用了框架，而您的浏览器不支持框架。</p></body></noframes></frameset></html>';
const base64 = (bytes: string | Uint8Array): string =>
  Buffer.from(bytes as string)
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n');
const quoted = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte === 61 || byte > 126 || (byte < 32 && byte !== 10)
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/((?:=[0-9A-F]{2}|[^=\n]){60})/g, '$1=\r\n');

interface Archive {
  type?: string;
  place?: string;
  head?: string;
  more?: string;
  boundary?: string;
  end?: boolean;
}

/** A page as a mail (MHTML). */
function archive(body: string, encoding: string, of: Archive = {}): Buffer {
  const boundary = of.boundary ?? '----=_NextPart_01D.A';
  const head = `${of.head ?? 'MIME-Version: 1.0\r\n'}Content-Type: multipart/related; boundary="${boundary}"\r\n\r\n此文档为“单个文件网页”，也称为“Web 档案”文件。\r\n`;
  const part = `--${boundary}\r\nContent-Location: ${of.place ?? 'file:///C:/a.htm'}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: ${of.type ?? 'text/html; charset="utf-8"'}\r\n\r\n${body}\r\n\r\n`;
  return Buffer.from(`${head}\r\n${part}${of.more ?? ''}${of.end === false ? '' : `--${boundary}--\r\n`}`);
}

/** Web pages and web archives as Word, Excel, browsers and OA systems save them, under whatever name. */
export const pages: readonly Kind[] = [
  ['mht-qp.mht', () => archive(quoted(page()), 'quoted-printable'), form],
  ['mht-base64.mht', () => archive(base64(page()), 'base64'), form],
  ['mht-8bit-named-doc.doc', () => archive(page(), '8bit'), form],
  [
    'mht-gb2312.mht',
    () =>
      Buffer.concat(
        [archive('@@', 'base64', { type: 'text/html; charset="gb2312"' })].map((b) =>
          Buffer.from(
            b.toString().replace('@@', base64(gbk(page().replace('charset="utf-8"', 'charset=gb2312')))),
          ),
        ),
      ),
    form,
  ],
  [
    'mht-gb2312-only-in-header.mht',
    () =>
      Buffer.from(
        archive('@@', 'base64', { type: 'text/html; charset="gb2312"' })
          .toString()
          .replace('@@', base64(gbk(page().replace('<meta charset="utf-8">', '')))),
      ),
    form,
  ],
  [
    'mht-utf16-unicode.mht',
    () =>
      Buffer.from(
        archive('@@', 'base64', { type: 'text/html; charset="unicode"' })
          .toString()
          .replace('@@', base64(utf16(page()))),
      ),
    form,
  ],
  [
    'mht-from-chrome.mhtml',
    () =>
      archive(quoted(page()), 'quoted-printable', {
        head: 'From: <Saved by Blink>\r\nSnapshot-Content-Location: http://oa.example/x\r\nSubject: =?utf-8?Q?=E7=BB=A9=E6=95=88?=\r\nDate: Mon, 1 Jan 2024 00:00:00 -0000\r\nMIME-Version: 1.0\r\n',
        type: 'text/html\r\nContent-ID: <frame-1@mhtml.blink>',
      }),
    form,
  ],
  [
    'mht-from-ie.mht',
    () =>
      archive(quoted(page()), 'quoted-printable', {
        head: 'From: "由 Internet Explorer 11 保存"\r\nSubject: x\r\nDate: Mon\r\nMIME-Version: 1.0\r\n',
      }),
    form,
  ],
  [
    'mht-with-picture-first.mht',
    () =>
      archive(base64(page()), 'base64', {
        more: '------=_NextPart_01D.A\r\nContent-Location: a.png\r\nContent-Transfer-Encoding: base64\r\nContent-Type: image/png\r\n\r\niVBORw0KGgo=\r\n\r\n',
      }),
    form,
  ],
  [
    'mht-lf-only.mht',
    () => Buffer.from(archive(quoted(page()), 'quoted-printable').toString().replace(/\r\n/g, '\n')),
    form,
  ],
  ['mht-bom.doc', () => Buffer.from(`\ufeff${archive(quoted(page()), 'quoted-printable').toString()}`), form],
  [
    'mht-blank-lines-before.doc',
    () => Buffer.from(`\r\n\r\n${archive(quoted(page()), 'quoted-printable').toString()}`),
    form,
  ],
  [
    'mht-single-part.mht',
    () =>
      Buffer.from(
        `MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(page())}`,
      ),
    form,
  ],
  [
    'mht-excel-frames.xls',
    () =>
      archive(quoted(frameset), 'quoted-printable', {
        place: 'file:///C:/a.htm',
        more: `------=_NextPart_01D.A\r\nContent-Location: file:///C:/a.files/sheet001.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${quoted(excelPage)}\r\n\r\n------=_NextPart_01D.A\r\nContent-Location: file:///C:/a.files/tabstrip.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html\r\n\r\n<html><table><tr><td>表</table></html>\r\n\r\n`,
      }),
    form,
  ],
  [
    'mht-html-part-is-xhtml.mht',
    () => archive(quoted(page()), 'quoted-printable', { type: 'application/xhtml+xml; charset="utf-8"' }),
    form,
  ],
  [
    'mht-attached-multipart-mixed-mail.eml',
    () =>
      Buffer.from(
        `From: a@b.c\r\nTo: d@e.f\r\nSubject: 表\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="m"\r\n\r\n--m\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(page())}\r\n--m--\r\n`,
      ),
    unsupported,
  ],
  [
    'mht-boundary-without-quotes.mht',
    () =>
      Buffer.from(
        archive(quoted(page()), 'quoted-printable', { boundary: 'abc_123' })
          .toString()
          .replace('boundary="abc_123"', 'boundary=abc_123'),
      ),
    form,
  ],
  [
    'mht-boundary-on-next-line.mht',
    () =>
      Buffer.from(
        archive(quoted(page()), 'quoted-printable')
          .toString()
          .replace('related; boundary', 'related;\r\n\ttype="text/html";\r\n\tboundary'),
      ),
    form,
  ],
  ['mht-no-end.mht', () => archive(quoted(page()), 'quoted-printable', { end: false }), form],
  ['mht-base64-garbage.mht', () => archive('!!!!!!', 'base64'), failed('no_table')],
  ['mht-location-empty-parts.mht', () => archive('', '8bit'), failed('no_table')],
  ['word-html.doc', () => Buffer.from(wordPage), form],
  ['word-html-gbk.doc', () => gbk(wordPage.replaceAll('utf-8', 'gb2312')), form],
  ['word-html-utf16.doc', () => utf16(wordPage.replaceAll('utf-8', 'unicode')), form],
  [
    'word-html-conditional-cells.doc',
    () =>
      Buffer.from(
        wordPage.replace(
          '<tr>',
          '<![if !supportMisalignedColumns]><tr height=0><td width=1 style="border:none"></td><td></td><td></td><td></td></tr><![endif]><tr>',
        ),
      ),
    form,
  ],
  ['excel-html.xls', () => Buffer.from(excelPage), form],
  ['excel-html-named-xlsx.xlsx', () => Buffer.from(excelPage), form],
  ['excel-html-gbk.xls', () => gbk(excelPage.replaceAll('utf-8', 'gb2312')), form],
  ['excel-html-no-charset-gbk.xls', () => gbk(excelPage.replace(/<meta[^>]*>/, '')), form],
  [
    'excel-html-x-num.xls',
    () => Buffer.from(excelPage.replace('<td>20.00</td>', '<td x:num="20" align=right>20.00</td>')),
    form,
  ],
  [
    'excel-html-x-str.xls',
    () => Buffer.from(excelPage.replace('<td>20.00</td>', '<td x:str="\'20.00">20.00</td>')),
    form,
  ],
  [
    'excel-html-x-fmla.xls',
    () => Buffer.from(excelPage.replace('<td>30.00</td>', '<td x:num="30" x:fmla="=SUM(B5:B6)">30.00</td>')),
    form,
  ],
  [
    'excel-html-hashes.xls',
    () => Buffer.from(excelPage.replace('<td>20.00</td>', '<td x:num="20">####</td>')),
    form,
  ],
  ['frameset-page.xls', () => Buffer.from(frameset), failed('sheet_failed')],
  ['frameset-page.htm', () => Buffer.from(frameset), failed('sheet_failed')],
  ['html-fragment.xls', () => Buffer.from(page().slice(37)), form],
  [
    'html-rows-without-table.xls',
    () => Buffer.from(page().slice(37).replace('<table>', '').replace('</table>', '')),
    unsupported,
  ],
  ['html-comment-first.xls', () => Buffer.from(`<!-- generated -->\n${page()}`), form],
  ['html-xml-declaration.xls', () => Buffer.from(`<?xml version="1.0" encoding="utf-8"?>${page()}`), form],
  ['html-with-text-first.xls', () => Buffer.from(`导出成功\n${page()}`), form],
  ['html-uppercase.xls', () => Buffer.from(page().replace(/<[^>]+>/g, (m) => m.toUpperCase())), form],
  [
    'html-div-table-css.html',
    () =>
      Buffer.from(
        '<div style="display:table">' +
          rows
            .map(
              (r) =>
                `<div style="display:table-row">${r.map((t) => `<div style="display:table-cell">${t}</div>`).join('')}</div>`,
            )
            .join('') +
          '</div>',
      ),
    form,
  ],
  ['html-inputs.html', () => Buffer.from(page().replace('≥12场', '<input type="text" value="≥12场">')), form],
  [
    'html-textarea-select.html',
    () =>
      Buffer.from(
        page()
          .replace('≥12场', '<select><option>≥99场<option selected>≥12场</select>')
          .replace('演出场次', '<textarea>演出场次</textarea>'),
      ),
    form,
  ],
  [
    'html-iframe-srcdoc.html',
    () => Buffer.from('<html><body><iframe srcdoc="&lt;table&gt;"></iframe></body></html>'),
    failed('no_table'),
  ],
  ['html-del-ins.html', () => Buffer.from(page().replace('≥12场', '<del>≥99场</del><ins>≥12场</ins>')), form],
  ['html-s-strike.html', () => Buffer.from(page().replace('≥12场', '<s>≥99场</s>≥12场')), form],
  [
    'html-template-script-noscript.html',
    () => Buffer.from(page().replace('≥12场', '<template>9</template><noscript>8</noscript>≥12场')),
    form,
  ],
  [
    'html-entity-sign.html',
    () => Buffer.from(page().replace('≥12场', '&ge;12&#22330;').replace('≥90%', '&#8805;90&percnt;')),
    form,
  ],
  [
    'html-x-www-symbol-font.html',
    () => Buffer.from(page().replace('≥12场', '<font face="Symbol">&#179;</font>12场')),
    form,
  ],
  [
    'html-details-hidden-attr.html',
    () => Buffer.from(page().replace('≥12场', '<span hidden>≥99</span>≥12场')),
    form,
  ],
  [
    '404-page.xlsx',
    () =>
      Buffer.from(
        '<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>',
      ),
    failed('no_table'),
  ],
  [
    'login-page.docx',
    () =>
      Buffer.from(
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>统一身份认证</title></head><body><form action="/login"><table><tr><td>用户名</td><td><input name=u></td></tr><tr><td>密码</td><td><input type=password></td></tr></table></form></body></html>',
      ),
    told('unknown_form'),
  ],
];
