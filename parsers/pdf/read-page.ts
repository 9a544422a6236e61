import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Glyph } from '../geometry/marks.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { drawsOtherDigits } from '../pages/characters/digit-outlines.ts';
import type { GlyphNames } from '../pages/characters/drawn-fonts.ts';
import type { FontFace } from '../pages/drawing/drawing-state.ts';
import type { DrawnAnnotation } from '../pages/drawing/drawn-objects.ts';
import type { Matrix } from '../pages/drawing/matrix.ts';
import { operator } from '../pages/drawing/operators.ts';
import type { PageObjects } from '../pages/drawing/state-operators.ts';
import { drawnPage } from '../pages/drawn-text/draw-page.ts';
import { type OperatorList, readMarks } from '../pages/page-marks.ts';
import { type PageReading, withPictures } from '../pages/pictures/page-pictures.ts';
import { withoutRemarks } from '../pages/remarks.ts';
import { lacksMapOfDrawings } from './characters/drawings-without-map.ts';
import { type FileObjects, fileObjects } from './damage/file-objects.ts';
import { withFaults } from './engine/heard-faults.ts';
import { annotationsOf, attachedFiles } from './fields/annotations.ts';
import { filledFields, type WidgetData, withFieldValues } from './fields/form-fields.ts';
import { type RawValue, rawValues } from './fields/raw-values.ts';
import { withTicks } from './fields/ticked-boxes.ts';
import { drawnPictures } from './pictures/pictures.ts';

type LayerConfig = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;

/** What the file says that concerns its pages. */
export interface FileParts {
  layers: LayerConfig | null;
  /** What it holds as the value of a field. */
  rawValue: (id: string) => RawValue;
  /** Whether what glyphs drawn by procedures stand for may be told by no map. */
  lacksMap: () => boolean;
  /** What a font is asked whose program is there on the first page that it writes on. */
  otherDigits: (name: string, program: Uint8Array | undefined) => NonNullable<FontFace['drawsOtherDigits']>;
}

export async function fileParts(pdf: PDFDocumentProxy, bytes: Uint8Array): Promise<FileParts> {
  const layers = await pdf.getOptionalContentConfig().catch(() => null);
  // The file is searched when the first is asked for.
  let found: FileObjects | null = null;
  let lacksMap: boolean | null = null;
  const objects = (): FileObjects => {
    found ??= fileObjects(bytes);
    return found;
  };
  const contradicted = new Set<string>();
  return {
    layers,
    otherDigits: (name, program) => (digits) => {
      if (program && drawsOtherDigits(program, digits)) contradicted.add(name);
      return contradicted.has(name);
    },
    rawValue: rawValues(bytes, objects),
    lacksMap: () => {
      lacksMap ??= lacksMapOfDrawings(objects());
      return lacksMap;
    },
  };
}

/** AnnotationMode.DISABLE of pdf.js. */
const withoutAnnotations = 0;

/** A page as it was read. */
export interface ReadPage extends PageReading {
  /** The object that it was read from; null where pdf.js found none and gives a blank page. */
  ref: PDFPageProxy['ref'];
  /** Whether something packed did not unpack to its end, or the content is not whole as it stands. */
  isDamaged: boolean;
  /** Names of files attached to the page. */
  attached: string[];
}

/**
 * Reads the marks of one page and releases it. The text comes from the operator list, and from the values of form fields: there
 * is no second pass over the content.
 */
export async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  settings: GeometrySettings,
  parts: FileParts,
): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  try {
    const { result, faults } = await withFaults(() => page.getOperatorList());
    const list = result as OperatorList;
    const viewport = page.getViewport({ scale: 1 });
    const frame = {
      number,
      width: viewport.width,
      height: viewport.height,
      rotation: page.rotate,
      transform: viewport.transform as unknown as Matrix,
    };
    const drawn = readMarks(list, frame, objectsOf(page, parts), settings);
    // A field without a look is drawn by no operator, and need not be listed by the form of the file.
    const annotations = await annotationsOf<WidgetData>(page);
    drawn.isCutShort ||=
      faults.isCutShort && !(await isOfUndrawnFields(page, drawn.annotations, annotations));
    const isUnwhole = faults.misfits > 0 || endsWithinText(list);
    const isDamaged = faults.pieces > 0 || (isUnwhole && (await isUnwholeItself(page, drawn.annotations)));
    drawn.lostObjects = faults.objects;
    const attached = attachedFiles(annotations);
    const { fields, unread } = filledFields(annotations, frame.transform, parts.rawValue);
    const ticked = withTicks(drawn.glyphs, drawn.annotations, annotations, frame.transform);
    drawn.unreadFields = unread;
    const unknown = countUnknown(drawn.glyphs);
    const glyphs = withFieldValues(ticked, drawn.annotations, fields);
    const left = countUnknown(glyphs);
    drawn.unreadable = Math.max(0, drawn.unreadable - (unknown - left));
    drawn.rubbish = Math.min(drawn.rubbish, left);
    const written = withoutRemarks({ ...drawn, glyphs }, annotations);
    const reading = await withPictures(
      written,
      (images) => drawnPictures(page, images),
      () => drawnPage(list, frame, objectsOf(page, parts)),
      settings,
    );
    return { ...reading, ref: page.ref, isDamaged, attached };
  } finally {
    page.cleanup();
  }
}

const countUnknown = (glyphs: readonly Glyph[]): number => glyphs.filter((glyph) => glyph.unknown).length;

/**
 * Whether a page is whole but for fields that the file draws no look of: where their font is missing, pdf.js may write them with a
 * text without end. What they hold is read all the same.
 */
async function isOfUndrawnFields(
  page: PDFPageProxy,
  drawn: readonly DrawnAnnotation[],
  annotations: readonly WidgetData[],
): Promise<boolean> {
  const known = new Map(annotations.map((data) => [data.id, data]));
  const areUndrawn = drawn.every(({ id }) => {
    const data = known.get(id);
    return data?.fieldType === 'Tx' && data.textContent === undefined;
  });
  if (drawn.length === 0 || !areUndrawn) return false;
  const { faults } = await withFaults(() => page.getOperatorList({ annotationMode: withoutAnnotations }));
  return !faults.isCutShort;
}

/** Whether it is the content that lacks operands, fonts or an end: what programs draw for fields and notes often does, and is read from their values. */
async function isUnwholeItself(page: PDFPageProxy, drawn: readonly DrawnAnnotation[]): Promise<boolean> {
  if (drawn.length === 0) return true;
  const { result, faults } = await withFaults(() =>
    page.getOperatorList({ annotationMode: withoutAnnotations }),
  );
  return faults.misfits > 0 || endsWithinText(result);
}

/** Whether the content of a page ends before a text that it begins does (BT without ET, ISO 32000-1 §9.4.1): it was cut off and packed again. */
function endsWithinText({ fnArray }: OperatorList): boolean {
  let open = 0;
  for (const each of fnArray) {
    if (each === operator.beginText) open++;
    else if (each === operator.endText) open--;
  }
  return open > 0;
}

/** What more pdf.js holds of a font: its program is there until it is cleared. */
interface LoadedFont {
  data?: Uint8Array;
  clearData?: () => void;
  glyphNames?: GlyphNames;
}

/** What the operators of a page refer to. */
export function objectsOf(page: PDFPageProxy, parts: FileParts): PageObjects {
  const { layers } = parts;
  const fonts = new Map<string, FontFace | null>();
  return {
    font: (name) => {
      let face = fonts.get(name);
      if (face === undefined) {
        face = fontNamed(page, name, parts);
        fonts.set(name, face);
      }
      return face;
    },
    isShown: (group) => {
      try {
        return !layers || group === null || group === undefined || layers.isVisible(group as never) !== false;
      } catch {
        return true;
      }
    },
  };
}

function fontNamed(page: PDFPageProxy, name: string, { lacksMap, otherDigits }: FileParts): FontFace | null {
  try {
    const font: unknown = page.commonObjs.get(name);
    if (typeof font !== 'object' || font === null) return { loadedName: name, lost: true };
    const face = font as FontFace & LoadedFont;
    const program = face.data;
    // Nothing draws with it.
    face.clearData?.();
    // Fonts that are not embedded call themselves by what the file calls them, however many have one name.
    const { fontMatrix, bbox, vertical, isType3Font, bold, black, name: called, composite } = face;
    return {
      loadedName: name,
      drawsOtherDigits: otherDigits(name, program),
      fontMatrix,
      bbox,
      vertical,
      isType3Font,
      glyphNames: isType3Font && lacksMap() ? face.glyphNames : undefined,
      bold,
      black,
      name: called,
      composite,
    };
  } catch {
    // A font that pdf.js could not load still has its glyphs: only its metrics are lost.
    return { loadedName: name };
  }
}
