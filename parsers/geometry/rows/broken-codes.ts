/** A code that is broken fills its line up to less than this share of one more digit. */
const digitShare = 0.5;

/** Whether a line of nothing but digits stands over another, and they are more than one digit each: where they are one code, it is broken between two digits. */
export function areDigits(above: string, below = ''): boolean {
  return /^\d+$/.test(above) && /^\d+$/.test(below) && above.length + below.length > 2;
}

/** Whether a line of digits leaves no room for one more; `width` and `room` in points. */
export function isFilledByDigits(text: string, width: number, room: number): boolean {
  return width * (1 + digitShare / text.length) >= room;
}
