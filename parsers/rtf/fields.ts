import { encodeEntities } from '../word/markup.ts';
import { plainRun, runMarkup, runProperties, signFonts } from '../word/written-markup.ts';
import { begin, type Field, type Reading } from './group.ts';
import { bodyOf, putRun } from './runs.ts';

const unsaid = 25;

export function readField(reading: Reading): void {
  const field: Field = {
    hasBegun: false,
    kind: null,
    result: null,
    usual: null,
    entries: [],
    instruction: '',
    before: null,
  };
  reading.fields.push(field);
  begin(reading, {
    ...bodyOf(reading, reading.group.stream),
    close: () => {
      reading.fields.pop();
      if (!field.hasBegun) return;
      const sign = isEmpty(field, reading) ? signOf(field) : null;
      if (sign !== null) putRun(reading, sign);
      putRun(reading, fieldMark('end'));
    },
  });
}

/** Whether nothing was shown as the result. */
const isEmpty = ({ before }: Field, { group }: Reading): boolean =>
  before !== null && group.stream.text === '' && group.stream.runs.length === before;

/** `SYMBOL 82 \\f "Wingdings 2"`: Word leaves the result of it without a text. */
const symbol = /^\s*SYMBOL\s+(0x[\da-f]+|\d+)\b(?:[\s\S]*?\\f\s+"?([^"\\]+))?/i;

function signOf({ instruction }: Field): string | null {
  const [, code, font = ''] = symbol.exec(instruction) ?? [];
  if (code === undefined || Number(code) > 0xffff) return null;
  const isOfSigns = signFonts.test(font.trim());
  const setting = { ...plainRun, signFont: isOfSigns ? font.trim() : null };
  return runMarkup(String.fromCharCode(Number(code)), runProperties(setting));
}

const fieldMark = (type: string, data = ''): string =>
  `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`;

/** What computes a field: it is no text, but some fields are drawn by it. */
export function readInstruction(reading: Reading): void {
  const field = reading.fields.at(-1);
  const { stream, characters } = reading.group;
  putRun(reading, fieldMark('begin'));
  const { runs } = stream;
  const at = runs.length - 1;
  if (field !== undefined) field.hasBegun = !characters.deleted;
  begin(reading, {
    isText: false,
    text: (text) => {
      if (field !== undefined) field.instruction += text;
      putRun(reading, `<w:r><w:instrText>${encodeEntities(text)}</w:instrText></w:r>`);
    },
    close: () => {
      if (field?.hasBegun && field.kind !== null) runs[at] = fieldMark('begin', formData(field));
    },
  });
}

function formData({ kind, result, usual, entries }: Field): string {
  const value = result === null || result === unsaid ? (usual ?? 0) : result;
  if (kind === 1)
    return `<w:ffData><w:checkBox><w:checked w:val="${value === 1 ? 1 : 0}"/></w:checkBox></w:ffData>`;
  if (kind !== 2) return '';
  const list = entries.map((entry) => `<w:listEntry w:val="${encodeEntities(entry)}"/>`).join('');
  return `<w:ffData><w:ddList><w:result w:val="${value}"/>${list}</w:ddList></w:ffData>`;
}

/** A field of a form that was filled in. */
export function readFormField(reading: Reading): void {
  const field = reading.fields.at(-1);
  begin(reading, {
    isText: false,
    text: () => {},
    word: (name, value) => {
      if (field === undefined) return;
      if (name === 'fftype') field.kind = value ?? 0;
      else if (name === 'ffres') field.result = value;
      else if (name === 'ffdefres') field.usual = value;
    },
  });
}

export function readEntry(reading: Reading): void {
  const field = reading.fields.at(-1);
  let entry = '';
  begin(reading, {
    isText: false,
    text: (text) => {
      entry += text;
    },
    close: () => {
      field?.entries.push(entry);
    },
  });
}

export function readResult(reading: Reading): void {
  const field = reading.fields.at(-1);
  if (!field?.hasBegun) return;
  putRun(reading, fieldMark('separate'));
  field.before = reading.group.stream.runs.length;
}
