import { missingResult } from '../flow/cell-content.ts';
import { raisedDigits } from '../flow/raised-digits.ts';
import { isPrompt } from './controls.ts';
import { drawnField, isFormula, isUncomputed, nestedInstructionEnd } from './drawn-fields.ts';
import { equationText } from './equation.ts';
import { isOn, propertiesOf, property, writtenText } from './layout.ts';
import { isStray, leaveStray } from './left-out.ts';
import { attribute, decodeEntities, elementEnd, encodeEntities, nextTag, type Tag } from './markup.ts';
import type { Handler, Pass } from './pass.ts';
import { shiftDigits } from './shifted-digits.ts';
import { countStruck, isStruck, isTiny, isWhite } from './unseen.ts';

/** Runs and what stands in or around them (ECMA-376 part 1 §17.3.2, §17.16, §22.1). Elements that mammoth would drop with their text are unwrapped. */
export const runHandlers: [string, Handler][] = [
  ['w:r', run],
  ['w:sym', symbol],
  ['w:cr', lineBreak],
  ['w:ptab', tabulator],
  ['w:fldChar', fieldMark],
  ['w:hyperlink', unwrapped],
  ['w:fldSimple', simpleField],
  ['w:footnoteReference', noteReference],
  ['w:endnoteReference', noteReference],
  ['w:dir', unwrapped],
  ['w:bdo', unwrapped],
  ['w:ruby', unwrapped],
  ['w:rubyBase', unwrapped],
  ['w:rubyPr', dropped],
  ['w:rt', dropped],
  ['m:oMathPara', unwrapped],
  ['m:oMathParaPr', dropped],
  ['m:oMath', equation],
  // mammoth looks names up in a plain object, where these would find what every object inherits.
  ...Object.getOwnPropertyNames(Object.prototype).map((name): [string, Handler] => [name, unwrapped]),
];

/** Fonts whose letters are signs. */
const signFont = /^(?:wingdings|webdings|symbol)/i;

function run(pass: Pass, tag: Tag): number {
  if (tag.kind !== 'open') return tag.end;
  if (isStray(pass)) return leaveStray(pass, tag);
  if (tag.start < pass.instructionUntil) return leaveInstruction(pass, tag);
  const properties = propertiesOf(pass.xml, tag, 'w:rPr');
  const text = properties?.text ?? '';
  const left = leaveUnseen(pass, tag, text);
  if (left !== null || !properties) return left ?? tag.end;
  const fonts = property(text, 'w:rFonts');
  const font = fonts === null ? '' : (attribute(fonts, 'w:ascii') ?? '');
  const outside = pass.openTables.length === 0;
  const bold = outside && isOn(text, 'w:b') ? '<w:b/>' : '';
  const size = outside ? (property(text, 'w:sz') ?? '') : '';
  const kept = bold + size;
  pass.replace(properties.start, properties.end, kept ? `<w:rPr>${kept}</w:rPr>` : '');
  if (signFont.test(font)) return spellSigns(pass, tag, properties.end, font);
  return shiftDigits(pass, tag, text, properties.end);
}

/** Leaves out the texts of a run that belongs to an instruction; marks of fields stay. */
function leaveInstruction(pass: Pass, tag: Tag): number {
  const end = elementEnd(pass.xml, tag);
  if (pass.xml.slice(tag.end, end).includes('<w:fldChar')) return tag.end;
  pass.replace(tag.start, end, '');
  return end;
}

/** A reference to a note whose mark is the text behind it (§17.11.14 customMarkFollows): digits there are none of a figure before it. */
function noteReference(pass: Pass, tag: Tag): number {
  const end = elementEnd(pass.xml, tag);
  const own = attribute(pass.xml.slice(tag.start, tag.end), 'w:customMarkFollows');
  if (tag.kind === 'close' || own === null || /^(?:0|false|off)$/.test(own)) return tag.end;
  const [whole = '', written = ''] = markBehind.exec(pass.xml.slice(end, end + longestMark)) ?? [];
  const digits = raisedDigits(written);
  if (digits !== null) pass.replace(end, end + whole.length, `<w:t>${digits}</w:t>`);
  return digits === null ? tag.end : end + whole.length;
}

const markBehind = /^\s*<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/;
/** Far more than a mark of two digits takes, signs. */
const longestMark = 200;

/** Leaves a run out that is hidden or struck through, or only the prompt of a control; null where it is neither. */
function leaveUnseen(pass: Pass, tag: Tag, properties: string): number | null {
  const styleTag = property(properties, 'w:rStyle');
  const style = styleTag === null ? null : attribute(styleTag, 'w:val');
  const prompt = isPrompt(pass, tag, style);
  const byStyle = style !== null && pass.styles.struck.has(style) && !property(properties, 'w:strike');
  const struck = !prompt && (byStyle || isStruck(properties));
  if (!prompt && !struck && !isHidden(pass, tag, properties, style)) return null;
  const end = elementEnd(pass.xml, tag);
  const content = pass.xml.slice(tag.end, end);
  // Field characters stay: without its end a field would swallow what follows.
  if (content.includes('<w:fldChar')) return null;
  if (prompt && !pass.prompt?.asks && writtenText.test(content)) pass.leftOut.prompts++;
  else if (struck) countStruck(pass, content);
  else if (!prompt && /<w:t[\s>]/.test(content)) pass.hiddenTexts++;
  pass.replace(tag.start, end, '');
  return end;
}

function isHidden(pass: Pass, run: Tag, properties: string, style: string | null): boolean {
  if (property(properties, 'w:vanish') !== null) return isOn(properties, 'w:vanish');
  const byStyle = style !== null && pass.styles.hidden.has(style);
  return run.start < pass.hiddenUntil || byStyle || isTiny(properties) || isWhite(pass, run, properties);
}

const signCharacter = /[!-\u00ff\uf021-\uf0ff]/;

/** Letters set in a font of signs (R in Wingdings 2 is ☑) become symbol elements, which mammoth reads as what they show. */
function spellSigns(pass: Pass, tag: Tag, from: number, font: string): number {
  const end = elementEnd(pass.xml, tag);
  for (let next = nextTag(pass.xml, from); next && next.start < end; next = nextTag(pass.xml, next.end)) {
    if (next.name !== 'w:t' || next.kind !== 'open') continue;
    const close = elementEnd(pass.xml, next);
    const text = decodeEntities(pass.xml.slice(next.end, pass.xml.lastIndexOf('<', close - 1)));
    pass.replace(next.start, close, Array.from(text, (sign) => signElement(sign, font)).join(''));
  }
  return end;
}

function signElement(sign: string, font: string): string {
  if (!signCharacter.test(sign)) return `<w:t xml:space="preserve">${encodeEntities(sign)}</w:t>`;
  const code = (sign.charCodeAt(0) & 0xff).toString(16).padStart(4, '0');
  return `<w:sym w:font="${encodeEntities(font)}" w:char="${code}"/>`;
}

/** What a field shows that holds no text of it, a list to choose from or a drawn equation, is written before its mark. */
function fieldMark(pass: Pass, tag: Tag): number {
  if (tag.kind === 'close') return tag.end;
  const mark = pass.xml.slice(tag.start, tag.end);
  if (attribute(mark, 'w:fldCharType') === 'begin' && tag.start >= pass.instructionUntil) {
    pass.instructionUntil = nestedInstructionEnd(pass.xml, tag.end);
    const field = drawnField(pass.xml, tag.end);
    if (field !== null && field.text === null) pass.leftOut.drawings++;
    const isMissing = pass.openCells.length > 0 && isUncomputed(pass.xml, tag.end);
    const chosen = tag.kind === 'open' ? chosenEntry(pass, tag) : null;
    const text = isMissing ? missingResult : (field?.text ?? chosen);
    if (text !== null)
      pass.replace(tag.start, tag.start, `<w:t xml:space="preserve">${encodeEntities(text)}</w:t>`);
  }
  return tag.end;
}

/** A field as one element (§17.16.19) is what it came to; a formula that came to nothing is a figure that is missing. */
function simpleField(pass: Pass, tag: Tag): number {
  const isMissing =
    tag.kind !== 'close' &&
    pass.openCells.length > 0 &&
    isFormula(attribute(pass.xml.slice(tag.start, tag.end), 'w:instr') ?? '') &&
    !/<w:t[\s>]/.test(pass.xml.slice(tag.end, elementEnd(pass.xml, tag)));
  pass.replace(tag.start, tag.end, isMissing ? `<w:r><w:t>${missingResult}</w:t></w:r>` : '');
  return tag.end;
}

/** A list to choose from (§17.16.9) holds the chosen entry in its properties. */
function chosenEntry(pass: Pass, tag: Tag): string | null {
  const content = pass.xml.slice(tag.end, elementEnd(pass.xml, tag));
  if (!content.includes('<w:ddList')) return null;
  const chosen = property(content, 'w:result') ?? property(content, 'w:default');
  const index = chosen === null ? 0 : Number(attribute(chosen, 'w:val') ?? 0);
  const entry = [...content.matchAll(/<w:listEntry\s[^>]*>/g)][index]?.[0];
  return entry === undefined ? null : attribute(entry, 'w:val');
}

/** mammoth knows the private-use form of a code (F0FE) in capitals only. */
function symbol(pass: Pass, tag: Tag): number {
  const text = pass.xml.slice(tag.start, tag.end);
  const code = attribute(text, 'w:char');
  if (code && /^f0/i.test(code)) pass.replace(tag.start, tag.end, text.replace(code, code.toUpperCase()));
  return tag.end;
}

function lineBreak(pass: Pass, tag: Tag): number {
  pass.replace(tag.start, tag.end, tag.kind === 'close' ? '' : '<w:br/>');
  return tag.end;
}

function tabulator(pass: Pass, tag: Tag): number {
  pass.replace(tag.start, tag.end, tag.kind === 'close' ? '' : '<w:tab/>');
  return tag.end;
}

function unwrapped(pass: Pass, tag: Tag): number {
  pass.replace(tag.start, tag.end, '');
  return tag.end;
}

function dropped(pass: Pass, tag: Tag): number {
  const end = elementEnd(pass.xml, tag);
  pass.replace(tag.start, end, '');
  return end;
}

/** An equation becomes one line of text. */
function equation(pass: Pass, tag: Tag): number {
  const end = elementEnd(pass.xml, tag);
  const text = equationText(pass.xml, tag.end, end);
  pass.replace(tag.start, end, `<w:r><w:t xml:space="preserve">${encodeEntities(text)}</w:t></w:r>`);
  return end;
}
