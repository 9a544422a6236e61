import { decodeEntities } from './markup.ts';

/** What the drawn equations of Word show, whose text stands in the instruction of a field alone: a sign in a ring or a box, a fraction, a root. */
export interface DrawnField {
  /** Null where it is drawn in a way that has no text. */
  text: string | null;
}

const instruction = /<w:instrText(?:\s[^>]*)?>([^<]*)<\/w:instrText>/g;

/** The field that begins at `from`, where it is such an equation (ECMA-376 part 1 §17.16.5.19 EQ): up to the next mark of a field. */
export function drawnField(xml: string, from: number): DrawnField | null {
  const next = xml.indexOf('<w:fldChar', from);
  const runs = xml.slice(from, next < 0 ? from : next);
  const code = Array.from(runs.matchAll(instruction), ([, words = '']) => decodeEntities(words)).join('');
  const equation = /^\s*eq\s+(\\[\s\S]*)$/i.exec(code)?.[1];
  return equation === undefined ? null : { text: shownOf(equation.replace(/\\\*\s*\w+\s*$/, '').trim()) };
}

/** More marks of fields than the instruction of one has; those of a document that nests them without end are not looked at. */
const mostMarks = 200;
const fieldMark = /<w:fldChar\s[^>]*\bw:fldCharType\s*=\s*["'](begin|separate|end)["']/g;

/**
 * Where the instruction of the field that begins before `from` ends, if it holds fields of its own ({ IF { MERGEFIELD a } = … }, §17.16.2), whose results Word
 * does not show; 0 where it holds none, or never ends.
 */
export function nestedInstructionEnd(xml: string, from: number): number {
  fieldMark.lastIndex = from;
  let depth = 0;
  let isNested = false;
  for (let marks = 0; marks < mostMarks; marks++) {
    const mark = fieldMark.exec(xml);
    if (mark === null) return 0;
    if (mark[1] === 'begin') {
      depth++;
      isNested = true;
    } else if (depth === 0) return isNested ? mark.index : 0;
    else if (mark[1] === 'end') depth--;
  }
  return 0;
}

/** Whether an instruction is a formula (§17.16.3): =SUM(ABOVE). */
export const isFormula = (instruction: string): boolean => /^\s*=/.test(instruction);

/** Whether the field that begins before `from` is a formula without a result: Word works it out when a person asks for it. */
export function isUncomputed(xml: string, from: number): boolean {
  const next = xml.indexOf('<w:fldChar', from);
  if (next < 0) return false;
  const code = Array.from(xml.slice(from, next).matchAll(instruction), ([, words = '']) => words).join('');
  if (!isFormula(decodeEntities(code))) return false;
  const [, kind] = kindOfMark.exec(xml.slice(next, next + longestMark)) ?? [];
  if (kind !== 'separate') return kind === 'end';
  const end = xml.indexOf('<w:fldChar', next + 1);
  return end > 0 && !/<w:t[\s>]/.test(xml.slice(next, end));
}

const kindOfMark = /\bw:fldCharType\s*=\s*["'](\w+)/;
/** Far more than its attributes take, signs. */
const longestMark = 400;

const overlaid = /^\\o(?:\s*\\a[clr])?\s*\(([^,，\\()]*)[,，]([^\\()]*)\)$/i;
const fraction = /^\\f\s*\(([^,\\()]*),([^,\\()]*)\)$/i;
const ticks = /^[√✓✔]$/;
const crosses = /^[×✕✗✘xX]$/;

/** Switches in front of an equation: how Word writes the reading above a sign (拼音指南). */
const switches = /^(?:\\\*\s*(?:jc\d+|hps\d+|"[^"]*")\s*)+/i;
const withReading = /^\\o\s*\\a[cdlr]\s*\(\s*\\s\s*\\up\s*\d+\s*\([^()]*\)\s*[,，]([^\\()]*)\)$/i;

function shownOf(written: string): string | null {
  const equation = written.replace(switches, '');
  const base = withReading.exec(equation)?.[1];
  if (base !== undefined) return base.trim();
  const [, outer = '', inner = ''] = overlaid.exec(equation) ?? [];
  if (inner.trim() !== '' || outer.trim() !== '') return overlay(outer.trim(), inner.trim());
  const parts = fraction.exec(equation);
  return parts ? `${parts[1]?.trim()}/${parts[2]?.trim()}` : null;
}

/** What lies on a box or in a ring: a tick makes it a ticked box, a small number a circled one; other signs are shown without it. */
function overlay(outer: string, inner: string): string {
  const [frame, sign] = /^[□☐○〇◯△◇]$/.test(outer) || inner === '' ? [outer, inner] : [inner, outer];
  if (/^[□☐]$/.test(frame)) {
    if (ticks.test(sign)) return '☑';
    if (crosses.test(sign)) return '☒';
    if (sign === '') return '□';
  }
  const number = /^[○〇◯]$/.test(frame) && /^\d{1,2}$/.test(sign) ? Number(sign) : 0;
  if (number >= 1 && number <= 20) return String.fromCodePoint(0x2460 + number - 1);
  return sign === '' ? frame : sign;
}
