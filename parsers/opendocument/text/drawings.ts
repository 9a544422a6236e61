import { boxMarkup, pictureMarkup, runMarkup, unseenObject } from '../../word/written-markup.ts';
import { attributeOf, childOf, type Element, elementsOf, lengthOf, plainText } from '../tree.ts';
import type { WriteBlocks, Writing } from './writing.ts';

/** What is drawn where it stands, as runs: boxes with a text, pictures, embedded objects, fields of a form. */
export function writeDrawing(
  writing: Writing,
  element: Element,
  writeBlocks: WriteBlocks,
  isHidden: boolean,
): string {
  if (isHidden) return '';
  switch (element.name) {
    case 'draw:frame':
      return writeFrame(writing, element, writeBlocks);
    case 'draw:g':
    case 'draw:a':
      return elementsOf(element)
        .map((child) => writeDrawing(writing, child, writeBlocks, false))
        .join('');
    case 'draw:control':
      return writeControl(writing, element);
    default:
      return writeBox(writing, element, writeBlocks);
  }
}

/** A shape with a text in it. */
function writeBox(writing: Writing, element: Element, writeBlocks: WriteBlocks): string {
  const content = elementsOf(element).filter(({ name }) => /^(?:text|table):/.test(name));
  return content.length === 0 ? '' : boxMarkup(writeBlocks(writing, content));
}

/** A frame holds one thing in one or more ways: the first that can be read counts (ODF 1.2 part 1 §10.4.2). */
function writeFrame(writing: Writing, frame: Element, writeBlocks: WriteBlocks): string {
  const box = childOf(frame, 'draw:text-box');
  if (box !== null) return writeBox(writing, box, writeBlocks);
  const isObject = elementsOf(frame).some(({ name }) => name === 'draw:object' || name === 'draw:object-ole');
  const images = elementsOf(frame).filter(({ name }) => name === 'draw:image');
  const image = images.find((candidate) => !/\.(?:svg|svm|emf|wmf)$/i.test(hrefOf(candidate))) ?? images[0];
  if (image === undefined) return isObject ? unseenObject : '';
  const ending = /\.(png|jpe?g|bmp|emf|wmf)$/i.exec(hrefOf(image))?.[1]?.toLowerCase() ?? 'png';
  const data = childOf(image, 'office:binary-data');
  const { pictures } = writing.beside;
  pictures.push({
    ending: ending === 'jpg' ? 'jpeg' : ending,
    read: () =>
      data === null ? writing.document.read(hrefOf(image)) : Buffer.from(plainText(data), 'base64'),
  });
  const [width, height] = [lengthOf(frame, 'svg:width') ?? 0, lengthOf(frame, 'svg:height') ?? 0];
  return pictureMarkup(pictures.length, width, height, isObject);
}

const hrefOf = (image: Element): string => attributeOf(image, 'xlink:href') ?? '';

/** A field of a form shows what it was set to. */
function writeControl({ controls }: Writing, element: Element): string {
  const field = controls.get(attributeOf(element, 'draw:control') ?? '');
  if (field === undefined) return '';
  const value = attributeOf(field, 'form:current-value') ?? attributeOf(field, 'form:value') ?? '';
  const label = attributeOf(field, 'form:label') ?? '';
  if (field.name === 'form:checkbox' || field.name === 'form:radio') {
    const state = attributeOf(field, 'form:current-state') ?? attributeOf(field, 'form:state');
    const isOn = state === 'checked' || attributeOf(field, 'form:current-selected') === 'true';
    return runMarkup(`${isOn ? '☑' : '☐'}${label}`, '');
  }
  const shown = field.name === 'form:button' ? '' : value || label;
  return shown === '' ? '' : runMarkup(shown, '');
}
