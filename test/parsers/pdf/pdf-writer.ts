/** A PDF writer just large enough to draw what the reader must survive: two fonts, content streams, page attributes. */

export interface TestPage {
  /** Operators of the content stream, in page space (points from the bottom left). */
  content: string;
  width?: number;
  height?: number;
  /** More entries of the page dictionary: /Rotate 90, /UserUnit 2, /CropBox [...]. */
  extra?: string;
  /** More resources, /XObject << /I 9 0 R >>. */
  resources?: string;
  /** More fonts: /F4 100 0 R. */
  fonts?: string;
  /** Instead of [0 0 width height]. */
  mediaBox?: string;
}

/** Objects appended behind the pages: body without `obj`, by number from 100. */
export interface TestObject {
  number: number;
  dict: string;
  stream?: string;
}

export interface WriterOptions {
  objects?: TestObject[];
  catalog?: string;
  trailer?: string;
  /** Encrypts a stream before it is written. */
  cipher?: (data: Uint8Array, object: number) => Uint8Array;
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff);

/** `/F1` is Helvetica, `/F2` a font whose two-byte codes are UTF-16 and whose every glyph is one em wide, `/F3` the same without a map. */
export function writePdf(pages: readonly TestPage[], options: WriterOptions = {}): Uint8Array {
  const objects: TestObject[] = [
    { number: 1, dict: `/Type /Catalog /Pages 2 0 R ${options.catalog ?? ''}` },
    {
      number: 2,
      dict: `/Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${20 + 2 * i} 0 R`).join(' ')}]`,
    },
    { number: 3, dict: '/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding' },
    ...cidFont(4, '/ToUnicode /Identity-H'),
    ...cidFont(7, '/ToUnicode 10 0 R'),
    { number: 10, dict: '', stream: privateUseMap },
    ...pages.flatMap((page, i) => pageObjects(page, 20 + 2 * i)),
    ...(options.objects ?? []),
  ];
  const chunks: Uint8Array[] = [];
  let length = 0;
  const put = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    length += chunk.length;
  };
  put(latin1('%PDF-1.7\n'));
  const offsets = new Map<number, number>();
  for (const { number, dict, stream } of objects) {
    offsets.set(number, length);
    if (stream === undefined) {
      put(latin1(`${number} 0 obj\n<< ${dict} >>\nendobj\n`));
      continue;
    }
    const plain = latin1(stream);
    const data = options.cipher?.(plain, number) ?? plain;
    put(latin1(`${number} 0 obj\n<< ${dict} /Length ${data.length} >>\nstream\n`));
    put(data);
    put(latin1('\nendstream\nendobj\n'));
  }
  const start = length;
  const size = Math.max(...offsets.keys()) + 1;
  put(latin1(`xref\n0 1\n0000000000 65535 f \n`));
  for (const [number, offset] of offsets)
    put(latin1(`${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`));
  put(
    latin1(`trailer\n<< /Size ${size} /Root 1 0 R ${options.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`),
  );
  return Buffer.concat(chunks);
}

function pageObjects(page: TestPage, number: number): TestObject[] {
  const {
    width = 595,
    height = 842,
    extra = '',
    resources = '',
    mediaBox = `[0 0 ${width} ${height}]`,
  } = page;
  const fonts = `/Font << /F1 3 0 R /F2 4 0 R /F3 7 0 R ${page.fonts ?? ''} >>`;
  return [
    {
      number,
      dict: `/Type /Page /Parent 2 0 R /MediaBox ${mediaBox} /Contents ${number + 1} 0 R /Resources << ${fonts} ${resources} >> ${extra}`,
    },
    { number: number + 1, dict: '', stream: page.content },
  ];
}

function cidFont(number: number, map: string): TestObject[] {
  const info = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>';
  return [
    {
      number,
      dict: `/Type /Font /Subtype /Type0 /BaseFont /Fiction /Encoding /Identity-H /DescendantFonts [${number + 1} 0 R] ${map}`,
    },
    {
      number: number + 1,
      dict: `/Type /Font /Subtype /CIDFontType2 /BaseFont /Fiction /DW 1000 /FontDescriptor ${number + 2} 0 R ${info}`,
    },
    {
      number: number + 2,
      dict: '/Type /FontDescriptor /FontName /Fiction /Flags 4 /FontBBox [0 -120 1000 880] /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /ItalicAngle 0',
    },
  ];
}

/** Maps every code to the private use area, as fonts do that were stripped of their map. */
const privateUseMap =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /P def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <4e00> <4eff> <e000> endbfrange endcmap end end';

/** Shows a text at (x, y); Chinese in the two-byte font, else in Helvetica. */
export function show(text: string, x: number, y: number, size = 10, before = ''): string {
  const wide = /[^\u0000-\u00ff]/.test(text);
  const hex = Array.from({ length: text.length }, (_, i) =>
    text
      .charCodeAt(i)
      .toString(16)
      .padStart(wide ? 4 : 2, '0'),
  ).join('');
  return `BT ${before} /${wide ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET\n`;
}
