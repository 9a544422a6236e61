import { loweredDigits, raisedDigits } from '../flow/raised-digits.ts';
import { property } from './layout.ts';
import { attribute, elementEnd, type Tag } from './markup.ts';
import type { Pass } from './pass.ts';

/** The text of a run of digits, alone in it. */
const digitsAlone = /^\s*<w:t(?:\s[^>]*)?>(\s*\d{1,2}\s*)<\/w:t>\s*<\/w:r>$/;

/** Digits above or below the line, alone in their run, become the signs of such: mammoth's text would have them as level ones. Gives where the pass goes on. */
export function shiftDigits(pass: Pass, run: Tag, properties: string, from: number): number {
  const shift = shiftOf(pass, properties);
  if (shift === null) return from;
  const end = elementEnd(pass.xml, run);
  const [, written] = digitsAlone.exec(pass.xml.slice(from, end)) ?? [];
  const digits = written === undefined ? null : shiftedSigns(pass, run, shift, written);
  if (digits === null) return from;
  pass.replace(from, end, `<w:t>${digits}</w:t></w:r>`);
  return end;
}

/** How letters leave their line: small ones by their script, others by how far they are moved, in half points. */
type Shift = 'superscript' | 'subscript' | number;

/** Half points from which letters stand above or below the others, and are not set to the middle of their line. */
const leastLift = 4;

function shiftOf(pass: Pass, properties: string): Shift | null {
  const script = property(properties, 'w:vertAlign');
  const named = script === null ? null : attribute(script, 'w:val');
  if (named === 'superscript' || named === 'subscript') return named;
  const style = property(properties, 'w:rStyle');
  if (script === null && style !== null && pass.styles.raised.has(attribute(style, 'w:val') ?? ''))
    return 'superscript';
  const lift = liftOf(properties);
  return Math.abs(lift) >= leastLift ? lift : null;
}

function liftOf(properties: string): number {
  const position = property(properties, 'w:position');
  return position === null ? 0 : Number(attribute(position, 'w:val')) || 0;
}

function shiftedSigns(pass: Pass, run: Tag, shift: Shift, written: string): string | null {
  if (shift === 'superscript') return raisedDigits(written);
  const before = runBefore(pass.xml, run.start);
  if (before === null) return null;
  if (shift === 'subscript') return loweredDigits(written, before.text);
  // A text that is moved as a whole is level in itself.
  if (liftOf(before.properties) === shift) return null;
  return shift > 0 ? raisedDigits(written) : loweredDigits(written, before.text);
}

/** Marks between runs that show nothing. */
const unseenMarks = /(?:\s|<w:(?:proofErr|bookmarkStart|bookmarkEnd)(?:\s[^<>]*)?\/>)+$/;
const lastText = /<w:t(?:\s[^<>]*)?>([^<]*\S)\s*<\/w:t>\s*<\/w:r>$/;
/** Far more than a run of a figure takes, signs. */
const longestRun = 3000;

/** What stands in the run before a place of its paragraph; null where that ends in no text. */
function runBefore(xml: string, at: number): { text: string; properties: string } | null {
  const near = xml.slice(Math.max(0, at - longestRun), at).replace(unseenMarks, '');
  const start = near.search(/<w:r(?:\s[^<>]*)?>(?:(?!<w:r[\s>])[\s\S])*$/);
  const run = start < 0 ? '' : near.slice(start);
  const [, text] = lastText.exec(run) ?? [];
  return text === undefined ? null : { text, properties: run };
}
