/** Marks of fields in the text ([MS-DOC] 2.8.25 Plcfld). */
const begin = 0x13;
const separator = 0x14;
const end = 0x15;

export type FieldMark =
  | { kind: 'begin'; instruction: string; separator: number | null; end: number }
  | { kind: 'separate' | 'end' };

/** The marks of whole fields by their place; a mark without its end belongs to none. */
export function fieldMarksIn(text: string, from: number, to: number): Map<number, FieldMark> {
  const marks = new Map<number, FieldMark>();
  const open: { at: number; separator: number | null }[] = [];
  const pattern = /[\u0013-\u0015]/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null && match.index < to; match = pattern.exec(text)) {
    const code = match[0].charCodeAt(0);
    const last = open.at(-1);
    if (code === begin) open.push({ at: match.index, separator: null });
    else if (code === separator && last !== undefined) last.separator ??= match.index;
    else if (code === end && last !== undefined) {
      open.pop();
      if (open.length >= deepest) continue;
      const instruction = text.slice(last.at + 1, Math.min(last.separator ?? match.index, last.at + longest));
      marks.set(last.at, { kind: 'begin', instruction, separator: last.separator, end: match.index });
      if (last.separator !== null) marks.set(last.separator, { kind: 'separate' });
      marks.set(match.index, { kind: 'end' });
    }
  }
  return marks;
}

/** Fields within one another that are told apart; those within them are part of them. */
const deepest = 20;
/** Characters of an instruction that are looked at: what a field is stands in front. */
const longest = 200;
