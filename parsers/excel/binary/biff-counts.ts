// Records of BIFF that count what they hold. SheetJS trusts them: where the count itself is cut off it has no number to stop at,
// and where tokens run past their record it reads on, in either case for ever.
import { endsWithinText } from './biff-strings.ts';
import { lacksConstants } from './biff-tokens.ts';

/** Where a record counts, and how: offset and width of the count in bytes, by the version of BIFF. */
interface Counted {
  at: (version: number) => number;
  width: (version: number) => number;
  /** It counts bytes, which must follow it. */
  ofBytes: boolean;
}

const byVersion = (version: number) => (version === 2 ? 1 : 2);

/** Row, column and format stand first, then the value and flags ([MS-XLS] 2.4.127; OpenOffice's paper on Excel, 5.50). */
const formula: Counted = {
  at: (version) => (version < 5 ? 16 : 20),
  width: byVersion,
  ofBytes: true,
};
const array: Counted = {
  at: (version) => (version === 2 ? 7 : version < 5 ? 8 : 12),
  width: byVersion,
  ofBytes: true,
};
/** A count of characters at this place: SheetJS asks for the text without one, too. */
const textAt = (at: number, width: number): Counted => ({
  at: () => at,
  width: () => width,
  ofBytes: false,
});
const label: Counted = { at: (version) => (version === 2 ? 7 : 6), width: byVersion, ofBytes: false };

const counted = new Map<number, Counted>([
  [0x06, formula],
  [0x206, formula],
  [0x406, formula],
  [0x21, array],
  [0x221, array],
  [0x4bc, { at: () => 8, width: () => 2, ofBytes: true }],
  [0x04, label],
  [0x204, label],
  [0xd6, textAt(6, 2)],
  [0x07, textAt(0, 1)],
  [0x207, textAt(0, 2)],
  [0x18, textAt(3, 1)],
  [0x218, textAt(3, 1)],
  [0x1e, textAt(0, 1)],
  [0x41e, textAt(2, 2)],
  [0x31, { at: (version) => (version < 5 ? 4 : 14), width: () => 1, ofBytes: false }],
  [0x85, { at: (version) => (version < 5 ? 0 : 6), width: () => 1, ofBytes: false }],
  [0x5c, textAt(0, 2)],
  [0x1c, textAt(4, 2)],
]);

/** Types of the record that begins a stream, and the version that it says; the last is of 5, whose number stands in it, and of 8. */
const versions = new Map([
  [0x09, 2],
  [0x209, 3],
  [0x409, 4],
  [0x809, 5],
]);

/** Whether a record counts more bytes than it holds, or is cut off before its count or its length. */
export function miscounts(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let version = 5;
  for (let at = 0; at + 2 <= view.byteLength; ) {
    const type = view.getUint16(at, true);
    if (at + 4 > view.byteLength) return type !== 0;
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > view.byteLength) return false;
    version = versions.get(type) ?? version;
    if (type === 0x809 && length >= 2) version = view.getUint16(at + 4, true) === 0x500 ? 5 : 8;
    const rule = counted.get(type);
    if (rule !== undefined && isWrong(view, at + 4, length, rule, version)) return true;
    if (type === sharedTexts && endsWithinText(pieces(view, at + 4, length))) return true;
    at += 4 + length;
  }
  return false;
}

/** The stream with formulas of no tokens: their results stand beside them, and SheetJS refuses a workbook for one formula that it cannot spell. */
export function withoutTokens(stream: Uint8Array): Uint8Array {
  const bare = Uint8Array.from(stream);
  const view = new DataView(bare.buffer);
  for (let at = 0; at + 4 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    const rule = counted.get(view.getUint16(at, true));
    if (rule?.ofBytes !== true) continue;
    const place = at + 4 + rule.at(8);
    if (place + 2 <= at + 4 + view.getUint16(at + 2, true) && place + 2 <= view.byteLength)
      view.setUint16(place, 0, true);
  }
  return bare;
}

function isWrong(view: DataView, at: number, length: number, rule: Counted, version: number): boolean {
  const [place, width] = [rule.at(version), rule.width(version)];
  const left = length - place - width;
  if (left < 0) return true;
  if (!rule.ofBytes) return false;
  const count = width === 1 ? view.getUint8(at + place) : view.getUint16(at + place, true);
  if (count > left) return true;
  // Before BIFF8, SheetJS passes over what stands behind the tokens.
  if (version < 8) return false;
  const tokensAt = place + width;
  return lacksConstants(continued(view, at, length), tokensAt, tokensAt + count);
}

const sharedTexts = 0xfc;
const continuation = 0x3c;

/** A record with those that carry it on, as SheetJS reads it. */
function continued(view: DataView, at: number, length: number): DataView {
  const whole = Buffer.concat(pieces(view, at, length));
  return new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
}

function pieces(view: DataView, at: number, length: number): Uint8Array[] {
  const found = [new Uint8Array(view.buffer, view.byteOffset + at, length)];
  for (let next = at + length; isContinuation(view, next); next += 4 + view.getUint16(next + 2, true))
    found.push(new Uint8Array(view.buffer, view.byteOffset + next + 4, view.getUint16(next + 2, true)));
  return found;
}

function isContinuation(view: DataView, at: number): boolean {
  if (at + 4 > view.byteLength || view.getUint16(at, true) !== continuation) return false;
  return at + 4 + view.getUint16(at + 2, true) <= view.byteLength;
}
