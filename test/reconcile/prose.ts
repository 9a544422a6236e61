import type { TextRecord } from '../../schemas/index.ts';
import { readClaims } from '../../src/reading/prose/index.ts';
import { at, DOCUMENT } from './records.ts';

let count = 0;

/** A text as reading gives it, with its figures; outside every form unless `filing_id` is given. */
export function prose(
  text: string,
  fields: Partial<TextRecord> = {},
  year: number | null = 2031,
): TextRecord {
  count += 1;
  return {
    text_id: `t${count}`,
    document_id: DOCUMENT,
    filing_id: null,
    role: 'prose',
    label: null,
    text,
    ...readClaims(text, year),
    source: { text: { ...at(count), grid: null, row: null, column: null } },
    ...fields,
  };
}
