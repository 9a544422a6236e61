/** Record types of [MS-XLS] 2.3.1, in all versions. */
const formulas = new Set([0x06, 0x206, 0x406]);
const texts = new Set([0x07, 0x207]);
/** What may stand between a formula and its text: the formula of several cells. */
const between = new Set([0x21, 0x221, 0x4bc, 0x36, 0x236]);

/** Bytes of row, column, format and value (2.4.127). */
const headBytes = 14;
/** Value that is no number, and its kind where it is a text that follows (2.5.133). */
const noNumber = 0xffff;
const text = 0;

/** Counts the formulas of a sheet whose text does not follow, of which SheetJS makes no cell: looks at one record after another. */
export function countTextless(view: DataView): {
  see: (record: { type: number; at: number; length: number }) => void;
  end: () => number;
} {
  let lost = 0;
  let awaitsText = false;
  return {
    see({ type, at, length }) {
      if (between.has(type)) return;
      if (awaitsText && !texts.has(type)) lost++;
      awaitsText =
        formulas.has(type) &&
        length >= headBytes &&
        view.getUint16(at + 12, true) === noNumber &&
        view.getUint8(at + 6) === text;
    },
    end: () => lost + (awaitsText ? 1 : 0),
  };
}
