import { byteAt, longAt, textAt, wordAt } from './bytes.ts';

/** A level of a list ([MS-DOC] 2.9.150 LVL). */
export interface ListLevel {
  start: number;
  /** Kind of number as ECMA-376 names it. */
  format: string;
  /** The label, with %1 to %9 for the numbers of the levels. */
  text: string;
  /** All numbers in digits. */
  legal: boolean;
  suffix: 'tab' | 'space' | 'nothing';
}

export interface ListStart {
  level: number;
  /** The number that it begins with; null where only the look of the level is another. */
  start: number | null;
  look: ListLevel | null;
}

export interface Lists {
  /** Levels of each list by its id. */
  levels: Map<number, ListLevel[]>;
  /** Uses of lists: what paragraphs name by a number from 1. */
  uses: { list: number; starts: ListStart[] }[];
}

/** Lists that a document may have; each takes 28 bytes and each level as many. */
const listBytes = 28;
const levelBytes = 28;

/** `table` is the table stream: the levels stand behind the structure that names the lists ([MS-DOC] 2.9.131 PlfLst). */
export function readLists(
  table: Uint8Array,
  lists: { offset: number; bytes: number },
  uses: Uint8Array,
): Lists {
  const levels: Lists['levels'] = new Map();
  const count = lists.bytes < 2 ? 0 : wordAt(table, lists.offset);
  const first = lists.offset + 2;
  let at = first + count * listBytes;
  for (let n = 0; n < count && at < table.length; n++) {
    const list = first + n * listBytes;
    const isSimple = (byteAt(table, list + 26) & 1) !== 0;
    const own: ListLevel[] = [];
    for (let level = 0; level < (isSimple ? 1 : 9) && at < table.length; level++) {
      const { look, end } = readLevel(table, at);
      own.push(look);
      at = end;
    }
    levels.set(longAt(table, list), own);
  }
  return { levels, uses: readUses(uses) };
}

function readLevel(bytes: Uint8Array, at: number): { look: ListLevel; end: number } {
  const textPlace = at + levelBytes + byteAt(bytes, at + 24) + byteAt(bytes, at + 25);
  const length = wordAt(bytes, textPlace);
  const written = textAt(bytes, textPlace + 2, length);
  const numbers = new Set(bytes.subarray(at + 6, at + 15));
  const text = Array.from(written.split(''), (sign, n) =>
    sign.charCodeAt(0) < 9 && numbers.has(n + 1) ? `%${sign.charCodeAt(0) + 1}` : sign,
  ).join('');
  const suffix = (['tab', 'space', 'nothing'] as const)[byteAt(bytes, at + 15)] ?? 'tab';
  const look = {
    start: longAt(bytes, at) | 0,
    format: formats[byteAt(bytes, at + 4)] ?? 'none',
    text,
    legal: (byteAt(bytes, at + 5) & 4) !== 0,
    suffix,
  };
  return { look, end: textPlace + 2 + length * 2 };
}

/** [MS-DOC] 2.9.132 PlfLfo: how each use of a list differs from it stands behind all of the uses. */
function readUses(bytes: Uint8Array): Lists['uses'] {
  const count = Math.min(longAt(bytes, 0), Math.floor(bytes.length / 16));
  const uses: Lists['uses'] = [];
  let at = 4 + count * 16;
  for (let n = 0; n < count; n++) {
    const use = 4 + n * 16;
    const starts: ListStart[] = [];
    at += 4;
    for (let left = byteAt(bytes, use + 12); left > 0 && at + 8 <= bytes.length; left--) {
      const flags = longAt(bytes, at + 4);
      const start = (flags & 0x10) === 0 ? null : longAt(bytes, at) | 0;
      const isLook = (flags & 0x20) !== 0;
      const { look, end } = isLook ? readLevel(bytes, at + 8) : { look: null, end: at + 8 };
      // Where the level is another, it is that level which tells the start ([MS-DOC] 2.9.133 LFOLVL).
      starts.push({ level: flags & 15, start: start !== null && look !== null ? look.start : start, look });
      at = end;
    }
    uses.push({ list: longAt(bytes, use), starts });
  }
  return uses;
}

/** Kinds of numbers in the order of [MS-OSHARED] 2.2.1.3 MSONFC, which is that of ECMA-376 part 1 §17.18.59. */
const formats = [
  'decimal',
  'upperRoman',
  'lowerRoman',
  'upperLetter',
  'lowerLetter',
  'ordinal',
  'cardinalText',
  'ordinalText',
  'hex',
  'chicago',
  'ideographDigital',
  'japaneseCounting',
  'aiueo',
  'iroha',
  'decimalFullWidth',
  'decimalHalfWidth',
  'japaneseLegal',
  'japaneseDigitalTenThousand',
  'decimalEnclosedCircle',
  'decimalFullWidth2',
  'aiueoFullWidth',
  'irohaFullWidth',
  'decimalZero',
  'bullet',
  'ganada',
  'chosung',
  'decimalEnclosedFullstop',
  'decimalEnclosedParen',
  'decimalEnclosedCircleChinese',
  'ideographEnclosedCircle',
  'ideographTraditional',
  'ideographZodiac',
  'ideographZodiacTraditional',
  'taiwaneseCounting',
  'ideographLegalTraditional',
  'taiwaneseCountingThousand',
  'taiwaneseDigital',
  'chineseCounting',
  'chineseLegalSimplified',
  'chineseCountingThousand',
];
