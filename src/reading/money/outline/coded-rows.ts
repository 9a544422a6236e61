import type { OutlineRow } from './outline-row.ts';

/** The rows with codes so far. */
export interface CodedRows {
  subjects: Map<string, number>;
  offices: Map<string, number>;
  /** The last office that a code names: 115 某局 over 2013801 行政运行, its subjects. */
  office: number | null;
}

export const noCodes = (): CodedRows => ({ subjects: new Map(), offices: new Map(), office: null });

/** The row that a row with a code is part of: of the longest code that starts its own, else its office or the given head of the list. */
export function placeCoded(
  row: OutlineRow,
  at: number,
  codes: CodedRows,
  head: number | null,
): number | null {
  const code = row.code as string;
  if (!row.ofOffice) {
    const parent = codeParent(code, codes.subjects) ?? codes.office ?? head;
    codes.subjects.set(code, at);
    return parent;
  }
  const parent = codeParent(code, codes.offices) ?? head;
  codes.offices.set(code, at);
  codes.subjects.clear();
  codes.office = at;
  return parent;
}

function codeParent(code: string, byCode: ReadonlyMap<string, number>): number | null {
  for (let length = code.length - 1; length >= 3; length--) {
    const parent = byCode.get(code.slice(0, length));
    if (parent !== undefined) return parent;
  }
  // A1110 below A1100 below A1000: codes of one length, filled up with noughts. 213 is beside 210.
  if (!/^[A-Z]\d+$/i.test(code)) return null;
  for (let length = code.length - 1; length > 0; length--) {
    const filled = code.slice(0, length).padEnd(code.length, '0');
    const parent = filled === code ? undefined : byCode.get(filled);
    if (parent !== undefined) return parent;
  }
  return null;
}
