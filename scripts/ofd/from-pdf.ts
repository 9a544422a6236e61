import { encode } from 'fast-png';
import type { PDFPageProxy } from 'pdfjs-dist';
import { defaultGeometry } from '../../parsers/geometry/settings.ts';
import { pointsPerMillimetre } from '../../parsers/ofd/package/values.ts';
import type { FontGlyph } from '../../parsers/pages/characters/glyphs.ts';
import { blankDrawing, draw } from '../../parsers/pages/drawing/drawing.ts';
import type { DrawnImage } from '../../parsers/pages/drawing/drawn-objects.ts';
import type { Matrix } from '../../parsers/pages/drawing/matrix.ts';
import { operator } from '../../parsers/pages/drawing/operators.ts';
import type { OperatorList } from '../../parsers/pages/page-marks.ts';
import { annotationsOf } from '../../parsers/pdf/fields/annotations.ts';
import { openPdf } from '../../parsers/pdf/open.ts';
import { drawnPictures } from '../../parsers/pdf/pictures/pictures.ts';
import { type FileParts, fileParts, objectsOf } from '../../parsers/pdf/read-page.ts';
import { OfdFonts } from './fonts.ts';
import type { Manner } from './manners.ts';
import { imageObject, pathObject } from './objects.ts';
import { textObject } from './texts.ts';
import { firstPicture, n, type WrittenPage, writeOfd } from './write-package.ts';

/** Painting operators: whether they stroke, fill, and by the rule of even numbers. */
const painting = new Map<number, [strokes: boolean, fills: boolean, evenOdd: boolean]>([
  [operator.stroke, [true, false, false]],
  [operator.closeStroke, [true, false, false]],
  [operator.fill, [false, true, false]],
  [operator.eoFill, [false, true, true]],
  [operator.fillStroke, [true, true, false]],
  [operator.eoFillStroke, [true, true, true]],
  [operator.closeFillStroke, [true, true, false]],
  [operator.closeEOFillStroke, [true, true, true]],
]);

/** Operators that paint a picture. */
const images = new Set<number>([
  operator.paintImageXObject,
  operator.paintInlineImageXObject,
  operator.paintImageMaskXObject,
  operator.paintSolidColorImageMask,
]);

/** Objects of a page in their order, each with what it is. */
interface Drawn {
  kind: 'text' | 'path' | 'image';
  markup: string;
}

interface Converted {
  page: WrittenPage;
  drawn: Drawn[];
}

/** What several pages share. */
interface Shared {
  fonts: OfdFonts;
  pictures: { name: string; data: Uint8Array }[];
}

/** The same pages as OFD, drawn from what the PDF draws in the manner of a writer. */
export async function ofdFromPdf(bytes: Uint8Array, manner: Manner): Promise<Uint8Array> {
  const opened = await openPdf(bytes.slice(), undefined);
  if ('error' in opened) throw new Error(opened.error.message.en);
  const shared: Shared = { fonts: new OfdFonts(), pictures: [] };
  const pages: WrittenPage[] = [];
  const templates: string[] = [];
  const units: string[] = [];
  try {
    const parts = await fileParts(opened.pdf, bytes);
    for (let number = 1; number <= opened.pdf.numPages; number++) {
      const page = await opened.pdf.getPage(number);
      const { page: own, drawn } = await convert(page, parts, manner, shared);
      // What is painted over a text has to stay behind it.
      const texts = drawn.findIndex(({ kind }) => kind !== 'path');
      const isLine = (_: Drawn, i: number): boolean => texts < 0 || i < texts;
      const whole = drawn.map(({ markup }) => markup).join('');
      const [lines, rest] = [drawn.filter(isLine), drawn.filter((one, i) => !isLine(one, i))].map((some) =>
        some.map(({ markup }) => markup).join(''),
      );
      if (manner.lines === 'template')
        pages.push({ ...own, objects: rest!, template: templates.push(lines!) });
      else if (manner.lines === 'unit') {
        const id = 600_000 + units.length;
        const { width, height } = own;
        units.push(
          `<ofd:CompositeGraphicUnit ID="${id}" Width="${n(width)}" Height="${n(height)}"><ofd:Content>${whole}</ofd:Content></ofd:CompositeGraphicUnit>`,
        );
        pages.push({
          ...own,
          objects: `<ofd:PageBlock ID="0"><ofd:CompositeObject ID="0" Boundary="0 0 ${n(width)} ${n(height)}" ResourceID="${id}"/></ofd:PageBlock>`,
        });
      } else pages.push({ ...own, objects: whole });
    }
  } finally {
    await opened.close();
  }
  return writeOfd({
    pages,
    templates,
    fonts: shared.fonts.markup(manner.fonts),
    parts: shared.fonts.files(manner.fonts),
    pictures: shared.pictures,
    resources: `<ofd:CompositeGraphicUnits>${units.join('')}</ofd:CompositeGraphicUnits>`,
    prefix: manner.prefix,
    namespace: manner.namespace,
  });
}

async function convert(
  page: PDFPageProxy,
  parts: FileParts,
  manner: Manner,
  shared: Shared,
): Promise<Converted> {
  const { fnArray, argsArray } = (await page.getOperatorList()) as unknown as OperatorList;
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const frame = {
    number: page.pageNumber,
    width,
    height,
    rotation: page.rotate,
    transform: transform as unknown as Matrix,
  };
  const drawing = blankDrawing(frame, objectsOf(page, parts), defaultGeometry);
  const drawn: Drawn[] = [];
  const annotated: string[] = [];
  const kinds = new Map(
    (await annotationsOf(page)).map(({ id, subtype, fieldType }) => [
      id,
      fieldType === undefined ? subtype : 'FreeText',
    ]),
  );
  let annotation: { id: string; objects: Drawn[] } | null = null;
  const put = (kind: Drawn['kind'], markup: string): void => {
    const shown =
      drawing.hidden > 0 ? markup.replace(/^<ofd:\w+Object /, (head) => `${head}Visible="false" `) : markup;
    if (markup !== '') (annotation?.objects ?? drawn).push({ kind, markup: shown });
  };
  for (const [i, fn] of fnArray.entries()) {
    const args = argsArray[i] as unknown[] | null;
    if (fn === operator.showText)
      put('text', textObject(args![0] as (FontGlyph | number)[], drawing.state, shared.fonts, manner));
    else if (fn === operator.constructPath) {
      const how = painting.get(args![0] as number);
      const data = (args![1] as (ArrayLike<number> | null)[])[0];
      if (how && data)
        put('path', pathObject({ strokes: how[0], fills: how[1], evenOdd: how[2] }, data, drawing.state));
    } else if (fn === operator.beginAnnotation) annotation = { id: String(args![0]), objects: [] };
    else if (fn === operator.endAnnotation && annotation) {
      const objects: string = annotation.objects.map(({ markup }) => markup).join('');
      annotated.push(
        `<ofd:Annot ID="0" Type="Stamp" Subtype="${kinds.get(annotation.id) ?? ''}"><ofd:Appearance Boundary="0 0 0 0">${objects}</ofd:Appearance></ofd:Annot>`,
      );
      annotation = null;
    }
    if (images.has(fn) && drawing.hidden === 0) {
      const isMask = fn === operator.paintImageMaskXObject || fn === operator.paintSolidColorImageMask;
      put(
        'image',
        await imageOf(
          page,
          { source: args?.[0], isMask, frame: drawing.state.matrix, over: 0 },
          drawing,
          shared,
        ),
      );
    }
    draw(drawing, fn, args);
  }
  return {
    page: {
      width: width / pointsPerMillimetre,
      height: height / pointsPerMillimetre,
      objects: '',
      annotations: annotated.join(''),
    },
    drawn,
  };
}

async function imageOf(
  page: PDFPageProxy,
  picture: DrawnImage,
  { state }: ReturnType<typeof blankDrawing>,
  { pictures }: Shared,
): Promise<string> {
  const [decoded] = await drawnPictures(page, [picture]);
  if (decoded === undefined) return '';
  const { width, height, channels, data } = decoded.pixels;
  const png = encode({ width, height, channels, depth: 8, data: Uint8Array.from(data) });
  const number = firstPicture + pictures.length;
  pictures.push({ name: `Image_${number}.png`, data: png });
  return imageObject(number, state);
}
