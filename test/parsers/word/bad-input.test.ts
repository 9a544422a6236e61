import { describe, expect, it } from 'vitest';
import { parseWord } from '../../../parsers/word/index.ts';
import { errorOf, gridsOf, readAs, sketch } from '../grids.ts';
import { docx, p, part, row, tbl, tc, tr, zip } from './docx.ts';

const error = (bytes: Uint8Array) => errorOf(parseWord, 'docx', bytes);
const span = (columns: number | string) => `<w:gridSpan w:val="${columns}"/>`;

describe('a Word document that is none, or means harm', () => {
  it('is corrupt when it is cut off', async () => {
    const whole = docx(p('甲'));
    expect(await error(whole.subarray(0, whole.length >> 1))).toBe('corrupt');
    expect(await error(new Uint8Array())).toBe('corrupt');
  });

  it('is corrupt without its main part, or when a part is no XML', async () => {
    expect(await error(zip(new Map([['word/styles.xml', '<a/>']])))).toBe('corrupt');
    expect(await error(docx('', { 'word/document.xml': 'no markup' }))).toBe('corrupt');
    expect(await error(docx('', { 'word/document.xml': '<w:document><w:body>' }))).toBe('corrupt');
    expect(await error(docx('', { 'word/document.xml': '<other/>' }))).toBe('corrupt');
  });

  it('is read without a part that has more than one element, and read whatever stands around the one', async () => {
    const parts = (styles: string) => docx(tbl(row('甲', '乙')), { 'word/styles.xml': styles });
    const several = await readAs(parseWord, 'docx', parts(`<w:styles/>${'<w:styles/>\n'.repeat(20_000)}`));
    expect(several.warnings).toMatchObject([{ code: 'page_failed', place: 'word/styles.xml' }]);
    const around = '<!-- -->\n'.repeat(300_000);
    const source = await readAs(parseWord, 'docx', parts(`${around}${part('styles', '')}${around}`));
    expect(sketch(gridsOf(source)[0])).toEqual(['甲 | 乙']);
  });

  it.each(['styles', 'numbering', 'footnotes', 'endnotes', '_rels/document.xml.rels'])(
    'is read in part where %s is damaged',
    async (name) => {
      const path = name.includes('/') ? `word/${name}` : `word/${name}.xml`;
      const source = await readAs(parseWord, 'docx', docx(tbl(row('甲', '乙')), { [path]: '<w:styles' }));
      expect(sketch(gridsOf(source)[0])).toEqual(['甲 | 乙']);
      expect(source.warnings).toMatchObject([{ code: 'page_failed', place: path }]);
    },
  );

  it('is encrypted when its entries are', async () => {
    const bytes = Buffer.from(docx(p('甲')));
    for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 1)) {
      bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
    }
    expect(await error(bytes)).toBe('encrypted');
  });

  it('is refused with a DTD: no entity is expanded, no file is opened', async () => {
    const bomb =
      '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>';
    const body = part('document', `<w:body>${p('&b;&f;')}</w:body>`);
    expect(await error(docx('', { 'word/document.xml': bomb + body }))).toBe('corrupt');
  });

  it('is too large with a span of a thousand million columns, or three thousand tables in one another', async () => {
    expect(await error(docx(tbl(tr(tc('甲', span(1_000_000_000))))))).toBe('too_large');
    const nested = '<w:tbl><w:tr><w:tc>'.repeat(3000) + p('甲') + '</w:tc></w:tr></w:tbl>'.repeat(3000);
    expect(await error(docx(nested))).toBe('too_large');
    const wrapped = '<w:sdt><w:sdtContent>'.repeat(5000) + p('甲') + '</w:sdtContent></w:sdt>'.repeat(5000);
    expect(await error(docx(wrapped))).toBe('too_large');
  });

  it('is read though an element has the name of what every object has', async () => {
    const source = await readAs(
      parseWord,
      'docx',
      docx(`<constructor/><__proto__>${tbl(row('甲', '乙'))}</__proto__>`),
    );
    expect(sketch(gridsOf(source)[0])).toEqual(['甲 | 乙']);
  });

  it('is read though spans are no numbers, cells are empty and rows have none', async () => {
    const body =
      tbl(tr(tc('甲', span('x')), tc('乙', span(-3))), '<w:tr/>', '<w:tr><w:tc/></w:tr>') +
      '<w:tbl/>' +
      tbl();
    const source = await readAs(parseWord, 'docx', docx(body));
    expect(gridsOf(source).map(sketch)).toEqual([['甲 | 乙', '[1x2]', ' | ']]);
  });

  it('is read in the strict format and with other prefixes', async () => {
    const transitional = Buffer.from(part('document', `<w:body>${tbl(row('甲', '乙'))}</w:body>`)).toString();
    const strict = transitional.replaceAll(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    );
    const renamed = transitional.replace(/(<\/?)w:/g, '$1ns0:').replace('xmlns:w=', 'xmlns:ns0=');
    for (const document of [strict, renamed]) {
      const source = await readAs(parseWord, 'docx', docx('', { 'word/document.xml': document }));
      expect(sketch(gridsOf(source)[0])).toEqual(['甲 | 乙']);
    }
  });
});
