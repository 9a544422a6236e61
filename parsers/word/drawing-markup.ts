import { writtenText } from './layout.ts';
import { attribute, elementEnd, encodeEntities, nextTag, type Tag } from './markup.ts';
import type { Handler, Pass } from './pass.ts';

/** Alternative text of a picture in mammoth's model: says which picture of the layout it is. */
export const pictureMark = 'hedui-picture-';

/** Drawings, VML shapes, embedded objects and alternate content (ECMA-376 part 1 §20, part 3 §9.3). */
export const drawingHandlers: [string, Handler][] = [
  ['mc:AlternateContent', alternatives],
  ['w:drawing', shape],
  ['w:pict', shape],
  ['w:object', shape],
  ['wp:extent', extent],
  ['wp:docPr', pictureName],
  ['a:blip', blip],
  ['v:shape', vmlExtent],
  ['v:rect', vmlExtent],
  ['v:imagedata', vmlPicture],
];

const textBox = '<w:txbxContent';

/** Keeps one branch: the fallback, which mammoth reads, unless only the other holds the text of a text box, or a text at all. Where their texts differ, one is left out. */
function alternatives(pass: Pass, tag: Tag): number {
  if (tag.kind !== 'open') return tag.end;
  const end = elementEnd(pass.xml, tag);
  const branches = childrenOf(pass.xml, tag, end);
  const markup = branches.map((branch) => pass.xml.slice(branch.tag.start, branch.end));
  const withBox = branches.filter((_, n) => markup[n]!.includes(textBox));
  const withText = branches.filter((_, n) => writtenText.test(markup[n]!));
  if (new Set(withText.map(({ tag: { start }, end: last }) => wordsOf(pass.xml.slice(start, last)))).size > 1)
    pass.leftOut.unknown++;
  const pool = [withBox, withText, branches].find(({ length }) => length > 0) ?? [];
  const taken = pool.find((branch) => branch.tag.name === 'mc:Fallback') ?? pool[0];
  if (taken?.tag.kind !== 'open') {
    pass.replace(tag.start, end, '');
    return end;
  }
  pass.replace(tag.start, taken.tag.end, '');
  const close = pass.xml.lastIndexOf('</', taken.end - 1);
  pass.cuts.push({ start: close, end, text: '' });
  return taken.tag.end;
}

const wordsOf = (xml: string): string =>
  Array.from(xml.matchAll(/<w:t(?:\s[^<>]*)?>([^<]*)</g), ([, words]) => words).join('');

function childrenOf(xml: string, tag: Tag, end: number): { tag: Tag; end: number }[] {
  const children: { tag: Tag; end: number }[] = [];
  for (let next = nextTag(xml, tag.end); next && next.end < end; ) {
    const childEnd = elementEnd(xml, next);
    children.push({ tag: next, end: childEnd });
    next = nextTag(xml, childEnd);
  }
  return children;
}

/** A shape with text boxes is reduced to their content, whatever it is drawn with; others keep their pictures. */
function shape(pass: Pass, tag: Tag): number {
  if (tag.kind !== 'open') return tag.end;
  pass.extent = { width: null, height: null, object: tag.name === 'w:object' };
  const end = elementEnd(pass.xml, tag);
  // What a shape is filled with is not looked at.
  pass.shadedUntil = Math.max(pass.shadedUntil, end);
  if (tag.name === 'w:object' && showsNothing(pass, tag.end, end)) pass.leftOut.objects++;
  const boxes = textBoxes(pass.xml, tag.end, end);
  const first = boxes[0];
  if (!first) return tag.end;
  pass.replace(tag.start, first.start, '<w:pict>');
  for (let n = boxes.length - 1; n >= 0; n--) {
    const next = boxes[n + 1];
    pass.cuts.push({ start: boxes[n]!.end, end: next?.start ?? end, text: next ? '' : '</w:pict>' });
  }
  return first.start;
}

/** Whether an embedded object (ECMA-376 part 3 §15.2.2.1), a worksheet for the most part, is shown as an icon, or has no picture of what it holds. */
function showsNothing({ relationships, xml }: Pass, from: number, end: number): boolean {
  const content = xml.slice(from, end);
  const object = /<(?:o:OLEObject|w:objectEmbed)\s[^<>]*>/.exec(content)?.[0];
  if (object === undefined) return false;
  const pictures = content.match(/<(?:v:imagedata|a:blip)\s[^<>]*>/g) ?? [];
  const isDrawn = pictures.some((picture) =>
    relationships.has(attribute(picture, 'r:id') ?? attribute(picture, 'r:embed') ?? ''),
  );
  return !isDrawn || /icon/i.test(attribute(object, 'DrawAspect') ?? attribute(object, 'w:drawAspect') ?? '');
}

function textBoxes(xml: string, from: number, end: number): { start: number; end: number }[] {
  const boxes: { start: number; end: number }[] = [];
  for (let at = xml.indexOf(textBox, from); at >= 0 && at < end; ) {
    const box = nextTag(xml, at);
    if (!box) break;
    const boxEnd = elementEnd(xml, box);
    boxes.push({ start: at, end: boxEnd });
    at = xml.indexOf(textBox, boxEnd);
  }
  return boxes;
}

const pointsPerEmu = 1 / 12_700;

function extent(pass: Pass, tag: Tag): number {
  const text = pass.xml.slice(tag.start, tag.end);
  setExtent(pass, Number(attribute(text, 'cx')) * pointsPerEmu, Number(attribute(text, 'cy')) * pointsPerEmu);
  return tag.end;
}

function vmlExtent(pass: Pass, tag: Tag): number {
  const style = attribute(pass.xml.slice(tag.start, tag.end), 'style') ?? '';
  const points = (side: string) => Number(new RegExp(`(?:^|;)\\s*${side}:\\s*([\\d.]+)pt`).exec(style)?.[1]);
  setExtent(pass, points('width'), points('height'));
  return tag.end;
}

function setExtent(pass: Pass, width: number, height: number): void {
  if (width > 0 && height > 0) pass.extent = { ...pass.extent, width, height };
}

function pictureName(pass: Pass, tag: Tag): number {
  if (tag.kind === 'close') return tag.end;
  const end = elementEnd(pass.xml, tag);
  pass.replace(tag.start, end, `<wp:docPr id="0" name="" descr="${pictureMark}${pass.pictures.length}"/>`);
  pass.pictures.push({ ...pass.extent });
  return end;
}

function blip(pass: Pass, tag: Tag): number {
  if (tag.kind === 'close') return tag.end;
  const blipTag = pass.xml.slice(tag.start, tag.end);
  const id = attribute(blipTag, 'r:embed');
  // A link to a picture outside the file is not followed, and one to nothing would stop mammoth.
  if (id === null || !pass.relationships.has(id)) {
    if ((id ?? attribute(blipTag, 'r:link')) !== null) countMissing(pass);
    pass.replace(tag.start, tag.end, tag.kind === 'empty' ? '<a:blip/>' : '<a:blip>');
  }
  return tag.end;
}

/** Of objects it is told that they have no picture. */
function countMissing({ extent, leftOut }: Pass): void {
  if (!extent.object) leftOut.pictures++;
}

/** A VML picture is handed on as a drawing, so that both kinds carry their mark. */
function vmlPicture(pass: Pass, tag: Tag): number {
  if (tag.kind === 'close') return tag.end;
  const end = elementEnd(pass.xml, tag);
  const id = attribute(pass.xml.slice(tag.start, tag.end), 'r:id');
  const known = id !== null && pass.relationships.has(id);
  if (id !== null && !known) countMissing(pass);
  pass.replace(tag.start, end, known ? inlineDrawing(id, pass.pictures.length) : '');
  if (known) pass.pictures.push({ ...pass.extent });
  return end;
}

const namespaces = {
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
};

function inlineDrawing(relationship: string, picture: number): string {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return (
    `<w:drawing><wp:inline${declared.join('')}><wp:docPr id="0" name="" descr="${pictureMark}${picture}"/>` +
    `<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${encodeEntities(relationship)}"/>` +
    '</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
  );
}
