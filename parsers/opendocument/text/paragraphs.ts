import {
  labelMarkup,
  noteReference,
  paragraphMarkup,
  plainRun,
  type RunSetting,
  runMarkup,
  runProperties,
  signFonts,
} from '../../word/written-markup.ts';
import { isColour, type Style, scriptOf } from '../styles.ts';
import { attributeOf, childOf, countOf, type Element, elementsOf, isElement } from '../tree.ts';
import { writeDrawing } from './drawings.ts';
import type { WriteBlocks, Writing } from './writing.ts';

/** A paragraph that is being written. */
interface Line {
  writing: Writing;
  writeBlocks: WriteBlocks;
  runs: string[];
  text: string;
  /** Properties of the run whose text that is. */
  properties: string;
  /** A blank that follows is none: white space is one blank, and none where a paragraph begins (ODF 1.2 part 1 §6.1.2). */
  afterBlank: boolean;
}

/** `label`: the number of its list. `newPage`: a page begins with what it stands in. */
export function writeParagraph(
  writing: Writing,
  element: Element,
  writeBlocks: WriteBlocks,
  label: string,
  newPage = false,
): string {
  const style = writing.styles.get('paragraph', attributeOf(element, 'text:style-name'));
  const line: Line = { writing, writeBlocks, runs: [], text: '', properties: '', afterBlank: true };
  if (label !== '') line.runs.push(labelMarkup(label));
  writeInline(line, element, settingOf({ ...plainRun, hidden: writing.isHidden }, style));
  endRun(line);
  const alignment = style.values.get('paragraph fo:text-align');
  const breaks = style.values.get('paragraph fo:break-before');
  return paragraphMarkup(
    {
      style: styleIdOf(writing, element, style),
      centred: alignment === 'center',
      newPage:
        newPage ||
        breaks === 'page' ||
        breaks === 'column' ||
        (style.values.get('style:master-page-name') ?? '') !== '' ||
        style.values.get('paragraph fo:break-after') === 'page',
      shaded: isColour(style.values.get('paragraph fo:background-color')),
      isDeleted: writing.deleting.size > 0,
    },
    line.runs.join(''),
  );
}

function styleIdOf({ named }: Writing, element: Element, style: Style): string | null {
  const level = element.name === 'text:h' ? countOf(element, 'text:outline-level') : 0;
  const name = level > 0 ? `heading ${level}` : style.name;
  if (name === null) return null;
  named.set(name, name);
  return name;
}

/** A setting with what a style changes of it. */
function settingOf(around: RunSetting, { values }: Style): RunSetting {
  const setting = { ...around };
  const take = (name: string, use: (value: string) => void): void => {
    const value = values.get(`text ${name}`);
    if (value !== undefined) use(value);
  };
  take('style:font-name', (font) => {
    setting.signFont = signFonts.test(font) ? font : null;
  });
  take('fo:font-weight', (weight) => {
    setting.bold = weight === 'bold' || Number(weight) >= 600;
  });
  take('fo:font-size', (size) => {
    const points = /^([\d.]+)pt$/.exec(size)?.[1];
    setting.size = points === undefined ? setting.size : Math.round(Number(points) * 2);
  });
  take('text:display', (display) => {
    setting.hidden = around.hidden || display === 'none';
  });
  take('style:text-line-through-style', (line) => {
    setting.struck = line !== 'none';
  });
  take('style:text-line-through-type', (line) => {
    setting.struck = line !== 'none';
  });
  take('fo:color', (colour) => {
    setting.white = /^#ffffff$/i.test(colour);
  });
  take('style:use-window-font-color', (isOn) => {
    if (isOn === 'true') setting.white = false;
  });
  take('fo:background-color', (colour) => {
    setting.shaded = isColour(colour);
  });
  take('style:text-position', (position) => {
    setting.script = scriptOf(position);
  });
  return setting;
}

function put(line: Line, text: string, setting: RunSetting): void {
  if (text === '' || line.writing.deleting.size > 0) return;
  const properties = runProperties(setting);
  if (properties !== line.properties) endRun(line);
  line.properties = properties;
  line.text += text;
  line.afterBlank = /\s$/.test(text);
}

function endRun(line: Line): void {
  if (line.text !== '') line.runs.push(runMarkup(line.text, line.properties));
  line.text = '';
}

/** What is no text of a paragraph. */
const leftOut = new Set([
  'office:annotation',
  'office:annotation-end',
  'text:tracked-changes',
  'text:ruby-text',
  'text:hidden-paragraph',
  'text:toc-mark',
  'text:alphabetical-index-mark',
  'office:event-listeners',
  'svg:title',
  'svg:desc',
]);

function writeInline(line: Line, element: Element, setting: RunSetting): void {
  for (const child of element.children) {
    if (isElement(child)) writeElement(line, child, setting);
    else {
      const text = child.replace(/[ \t\r\n]+/g, ' ');
      put(line, line.afterBlank && text.startsWith(' ') ? text.slice(1) : text, setting);
    }
  }
}

/** Blanks in a row that are written; a line has room for fewer. */
const mostBlanks = 1_000;

function writeElement(line: Line, element: Element, setting: RunSetting): void {
  const { writing } = line;
  const { name } = element;
  if (name === 'text:s') {
    put(line, ' '.repeat(Math.min(mostBlanks, countOf(element, 'text:c'))), setting);
    line.afterBlank = false;
  } else if (name === 'text:tab') put(line, '\t', setting);
  else if (name === 'text:line-break') put(line, '\n', setting);
  else if (name === 'text:span') {
    const style = writing.styles.get('text', attributeOf(element, 'text:style-name'));
    writeInline(line, element, settingOf(setting, style));
  } else if (name === 'text:change-start') {
    const id = attributeOf(element, 'text:change-id') ?? '';
    if (writing.deletions.has(id)) writing.deleting.add(id);
  } else if (name === 'text:change-end')
    writing.deleting.delete(attributeOf(element, 'text:change-id') ?? '');
  else if (name === 'text:note') writeNote(line, element);
  else if (name === 'text:hidden-text')
    writeInline(line, element, { ...setting, hidden: isHiddenField(element) });
  else if (/^(?:draw|dr3d|presentation):/.test(name)) {
    endRun(line);
    line.runs.push(
      writeDrawing(writing, element, line.writeBlocks, setting.hidden || writing.deleting.size > 0),
    );
  } else if (!leftOut.has(name)) writeInline(line, element, setting);
}

const isHiddenField = (element: Element): boolean => attributeOf(element, 'text:is-hidden') !== 'false';

function writeNote(line: Line, element: Element): void {
  const { writing } = line;
  const body = childOf(element, 'text:note-body');
  if (body === null) return;
  const kind = attributeOf(element, 'text:note-class') === 'endnote' ? 'endnote' : 'footnote';
  const list = kind === 'endnote' ? writing.beside.endnotes : writing.beside.footnotes;
  list.push(line.writeBlocks(writing, elementsOf(body)));
  endRun(line);
  line.runs.push(noteReference(kind, list.length));
}
