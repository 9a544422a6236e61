import { encodeEntities } from '../word/markup.ts';
import type { CharacterProperties } from './character-properties.ts';
import type { FieldMark } from './field-marks.ts';
import { formFieldMarkup } from './form-fields.ts';
import type { Run } from './formatting.ts';
import type { OpenField, StoryState } from './story-state.ts';

/** Signs below the blank stand for what is no letter ([MS-DOC] 2.4.1). */
const specialSign = /[\u0000-\u001f]/g;

/** Writes characters of one look: letters as text, and what special signs stand for. */
export function writeSigns(state: StoryState, from: number, to: number, run: Run): void {
  const { document, noteAt } = state.context;
  const { properties, markup } = run;
  if (properties.symbol !== null && properties.special) {
    for (let at = from; at < to; at++) writeSymbol(state, properties, markup);
    return;
  }
  let written = from;
  for (let at = signFrom(state, from); at < to; at = signFrom(state, at + 1)) {
    writeText(state, written, at, run);
    writeSpecial(state, at, document.text.charCodeAt(at), run);
    written = at + 1;
  }
  writeText(state, written, to, run);
  // A note may have a mark of its own, which is a letter.
  if (to - from === 1 && !properties.deleted && document.text.charCodeAt(from) >= 0x20) {
    const note = noteAt(from);
    if (note !== '') state.sink.addAlone(markup, note);
  }
}

/** Runs are short, and the next sign may stand far behind: it is looked for once. */
function signFrom(state: StoryState, from: number): number {
  if (state.nextSign < from) {
    specialSign.lastIndex = from;
    state.nextSign = specialSign.exec(state.context.document.text)?.index ?? Number.POSITIVE_INFINITY;
  }
  return state.nextSign;
}

function writeText(state: StoryState, from: number, to: number, { properties, markup }: Run): void {
  if (from >= to || properties.deleted) return;
  const element = state.instructions > 0 ? 'w:instrText' : 'w:t';
  const text = encodeEntities(state.context.document.text.slice(from, to));
  state.sink.add(markup, `<${element}>${text}</${element}>`);
}

function writeSymbol(state: StoryState, { symbol, deleted }: CharacterProperties, markup: string): void {
  if (symbol === null || deleted || state.instructions > 0) return;
  const font = encodeEntities(state.context.document.fonts[symbol.font] ?? '');
  const code = symbol.code.toString(16).padStart(4, '0');
  state.sink.add(markup, `<w:sym w:font="${font}" w:char="${code}"/>`);
}

const plainSigns = new Map([
  [0x09, '<w:tab/>'],
  [0x0b, '<w:br/>'],
  [0x0c, '<w:br w:type="page"/>'],
  [0x0e, '<w:br w:type="column"/>'],
  [0x1e, '<w:noBreakHyphen/>'],
]);

function writeSpecial(state: StoryState, at: number, code: number, { properties, markup }: Run): void {
  const { context, sink, marks } = state;
  const mark = marks.get(at);
  if (mark !== undefined) writeMark(state, mark, markup);
  if (mark !== undefined || properties.deleted) return;
  const plain = plainSigns.get(code);
  if (plain !== undefined) sink.add(markup, plain);
  else if (code === 0x01) writePicture(state, properties, markup);
  else if (code === 0x02) {
    const note = context.noteAt(at);
    if (note !== '') sink.addAlone(markup, note);
  } else if (code === 0x08) {
    const drawing = context.drawingAt(at);
    if (drawing !== '') sink.addAlone(markup, drawing);
  }
}

function writePicture(state: StoryState, { place, data }: CharacterProperties, markup: string): void {
  if (place === null || data) return;
  const object = state.objects.at(-1);
  const picture = object?.object === 'icon' ? '' : state.context.pictureAt(place, object !== undefined);
  if (picture === '') return;
  if (object !== undefined) object.object = 'shown';
  state.sink.addAlone(markup, picture);
}

const objectField = /^\s*(?:embed|link|object)\b/i;
/** An object of which nothing is shown: the reader of markup counts it. */
const emptyObject = '<w:object><o:OLEObject DrawAspect="Icon"/></w:object>';

function writeMark(state: StoryState, mark: FieldMark, markup: string): void {
  const { sink, fields } = state;
  const ofField = (kind: string, within = ''): void =>
    sink.addAlone(markup, `<w:fldChar w:fldCharType="${kind}">${within}</w:fldChar>`);
  if (mark.kind === 'begin') {
    const field: OpenField = { shows: false, object: objectOf(state, mark) };
    fields.push(field);
    state.instructions++;
    if (field.object !== 'none') state.objects.push(field);
    ofField('begin', formField(state, mark));
  } else if (mark.kind === 'separate') {
    const field = fields.at(-1);
    if (field?.shows === false) {
      field.shows = true;
      state.instructions--;
    }
    ofField('separate');
  } else {
    const field = fields.pop();
    if (field?.shows === false) state.instructions--;
    if (field !== undefined && field.object !== 'none') state.objects.pop();
    ofField('end');
    if (field?.object === 'expected' || field?.object === 'icon') sink.addAlone('', emptyObject);
  }
}

type Beginning = Extract<FieldMark, { kind: 'begin' }>;

function objectOf(state: StoryState, { instruction, separator }: Beginning): 'none' | 'expected' | 'icon' {
  if (separator === null || !objectField.test(instruction)) return 'none';
  const { place } = state.context.formatting.run(separator, 0).properties;
  return place !== null && state.context.isIcon(place) ? 'icon' : 'expected';
}

/** The data of a form field lie at the sign of a picture within its instruction. */
function formField(state: StoryState, { instruction, separator, end }: Beginning): string {
  if (!/^\s*form(?:checkbox|dropdown)/i.test(instruction)) return '';
  const { document, formatting } = state.context;
  const within = instruction.indexOf('\u0001');
  if (within < 0) return '';
  const sign = (separator ?? end) - instruction.length + within;
  const { place, data } = formatting.run(sign, 0).properties;
  return place === null || !data ? '' : formFieldMarkup(document.data, place);
}
