import type { Format } from '../schemas/index.ts';
import { isCompound } from './compound.ts';
import { detectCompound } from './detect-compound.ts';
import { foreignBytes, partOfSplit } from './detect-foreign.ts';
import { detectPackage } from './detect-package.ts';
import { detectText } from './detect-text.ts';
import type { Detection } from './detection.ts';
import { issue } from './issue.ts';

/** First bytes and what they say. `at` is where they stand. */
interface Magic {
  at: number;
  bytes: readonly number[];
  detection: Detection;
}

const known = (format: Format): Detection => ({ format, error: null });
const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));

const magics: readonly Magic[] = [
  { at: 0, bytes: [0x89, ...ascii('PNG')], detection: known('image') },
  { at: 0, bytes: [0xff, 0xd8, 0xff], detection: known('image') },
  { at: 0, bytes: [...ascii('II'), 0x2a, 0], detection: known('image') },
  { at: 0, bytes: [...ascii('MM'), 0, 0x2a], detection: known('image') },
  { at: 0, bytes: ascii('GIF8'), detection: known('image') },
  { at: 8, bytes: ascii('WEBP'), detection: known('image') },
];

/** A PDF may have up to 1 024 bytes before its header (ISO 32000-1, Annex H.3, note 13). */
const pdfSearchBytes = 1024;

/** Decides by content; `name` only tells apart what the bytes leave open (.et from .xls, .csv from plain text). */
export function detectFormat(bytes: Uint8Array, name: string): Detection {
  if (bytes.length === 0)
    return { format: 'unknown', error: issue('empty', '文件为空（0 字节）', 'the file holds no bytes') };
  if (isCompound(bytes)) return detectCompound(bytes, name);
  if (isZip(bytes)) return detectPackage(bytes, name);
  const magic = magics.find(({ at, bytes: expected }) => expected.every((byte, i) => bytes[at + i] === byte));
  if (magic !== undefined) return magic.detection;
  const foreign = foreignBytes(bytes);
  if (foreign !== null) return foreign;
  if (isBitmap(bytes)) return known('image');
  if (isBareBiff(bytes)) return known('xls');
  if (isPdf(bytes)) return known('pdf');
  if (bytes.every((byte) => byte === 0)) {
    return {
      format: 'unknown',
      error: issue('empty', '文件只含空字节', 'the file holds nothing but NUL bytes'),
    };
  }
  const detection = detectText(bytes, name);
  return detection.error?.code === 'unknown_format' ? (partOfSplit(bytes, name) ?? detection) : detection;
}

function isZip(bytes: Uint8Array): boolean {
  const [p, k, third, fourth] = bytes;
  if (p !== 0x50 || k !== 0x4b) return false;
  return (third === 3 && fourth === 4) || (third === 5 && fourth === 6) || (third === 7 && fourth === 8);
}

/**
 * By the header, also as the oldest writers have it (note 14 of the same annex); where that was lost, by the end: what reads PDF looks for
 * objects and asks for no header.
 */
function isPdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const head = text.subarray(0, pdfSearchBytes);
  if (head.includes('%PDF-') || /^%!PS-Adobe-\d\.\d PDF-\d/.test(head.toString('latin1'))) return true;
  return /startxref\s+\d+\s+%%EOF\s*$/.test(text.subarray(-pdfSearchBytes).toString('latin1'));
}

/** `BM`, and the length of the file in the header: two letters alone would claim texts. */
function isBitmap(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x42 || bytes[1] !== 0x4d || bytes.length < 26) return false;
  return bytes[6] === 0 && bytes[7] === 0 && bytes[8] === 0 && bytes[9] === 0;
}

/** A workbook of Excel 2 to 5 without a compound file around it: the stream begins with a BOF record ([MS-XLS] 2.4.21). */
function isBareBiff(bytes: Uint8Array): boolean {
  const version = bytes[1] ?? 0xff;
  return (
    bytes[0] === 9 &&
    [0, 2, 4, 8].includes(version) &&
    bytes[3] === 0 &&
    (bytes[2] ?? 0) >= 4 &&
    (bytes[2] ?? 0) <= 16
  );
}
