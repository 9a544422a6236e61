/** Which of two texts of a field counts: the one that it shows, or the value that it holds. */
export type Look =
  /** They are one text. */
  | 'same'
  /** What is shown counts: it is the value in the format of the field. */
  | 'shown'
  /** What is shown counts, and is another text than the value. */
  | 'differs'
  /** The value counts: what is shown is not the whole of it, or was not drawn by the file. */
  | 'value';

/** A field as far as its look is judged. */
export interface FieldTexts {
  /** As a reader shows it, with the text of a choice and not its export value. */
  value: string;
  /** The file draws its look, and pdf.js does not in the place of it. */
  hasOwnLook: boolean;
  multiLine: boolean;
  /** Texts of a field that offers a choice. */
  choices: readonly string[];
}

/** Judges what a field shows by the value that it holds. `isWhole`: every character that it shows has a known meaning. */
export function lookOf(
  { value, hasOwnLook, multiLine, choices }: FieldTexts,
  drawn: string,
  isWhole: boolean,
): Look {
  const [shown, held] = [bare(drawn), bare(value)];
  if (shown === held) return 'same';
  if (shown === '' || !isWhole) return 'value';
  // pdf.js does not say who drew the look of a choice: another choice is none that it would draw.
  if (choices.length > 0) return choices.some((choice) => bare(choice) === shown) ? 'differs' : 'value';
  if (!hasOwnLook || lacksWide(shown, held)) return 'value';
  if (multiLine && held.startsWith(shown)) return 'value';
  return isFormatOf(shown, held) ? 'shown' : 'differs';
}

const bare = (text: string): string => text.replace(/\s/g, '');

const wide = /[^\u0000-\u00ff]/g;
const substitute = /[?\ufffd]/g;

/** Whether the font of the look had no Chinese characters: they are left out, or others stand for them. */
function lacksWide(shown: string, held: string): boolean {
  if (held.search(wide) < 0 || shown.search(wide) >= 0) return false;
  return shown.replace(substitute, '') === held.replace(wide, '').replace(substitute, '');
}

/** Whether a text is the value as a field writes it: 1,268.50 and 1268.5, 95% and 0.95, 2025年3月1日 and 2025-03-01, ％ and %. */
function isFormatOf(shown: string, held: string): boolean {
  const [a, b] = [shown.normalize('NFKC'), held.normalize('NFKC')];
  return a === b || isFigureOf(a, b) || isDateOf(a, b);
}

function isFigureOf(shown: string, held: string): boolean {
  const figure = /^[¥$]?(\(?)[¥$]?([-+]?[\d,]*\.?\d+)(\)?)(%?)\p{L}*$/u.exec(shown);
  if (!figure || !/^[-+]?\d*\.?\d+$/.test(held)) return false;
  const [, open, digits = '', , percent] = figure;
  const plain = digits.replaceAll(',', '');
  const number = Number(plain) * (open ? -1 : 1);
  const rounding = 0.5 * 10 ** -(plain.split('.')[1]?.length ?? 0) * (1 + 1e-6);
  const values = percent ? [Number(held), Number(held) * 100] : [Number(held)];
  return values.some((value) => Math.abs(value - number) <= rounding);
}

function isDateOf(shown: string, held: string): boolean {
  const [a, b] = [shown, held].map((text) => (text.match(/\d+/g) ?? []).map(Number).join(' '));
  return a === b && /^\d{4} \d+/.test(a ?? '');
}
