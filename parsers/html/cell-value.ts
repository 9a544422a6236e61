import type { CellDraft } from '../flow/drafts.ts';
import { numberFormatOf, type Styles } from './styles.ts';
import { attributeOf, type HtmlElement } from './tree.ts';

/**
 * The stored value and the number format that spreadsheets write beside the text of a cell: Excel as `x:num` and
 * `mso-number-format`, LibreOffice as `sdval` and `sdnum`.
 */
export function cellValue(
  element: HtmlElement,
  text: string,
  styles: Styles,
): Pick<CellDraft, 'value' | 'numberFormat'> {
  const value = numericValue(element, text);
  const format = numberFormatOf(styles.of(element)) ?? libreOfficeFormat(attributeOf(element, 'sdnum'));
  return {
    ...(value === null ? {} : { value }),
    ...(format === null || format === 'General' ? {} : { numberFormat: format }),
  };
}

function numericValue(element: HtmlElement, text: string): number | null {
  const stored = attributeOf(element, 'x:num') ?? attributeOf(element, 'sdval');
  if (stored === null) return null;
  // An empty x:num says that the text itself is the value.
  const written = stored === '' ? text.replaceAll(',', '') : stored;
  const value = Number(written);
  return written.trim() !== '' && Number.isFinite(value) ? value : null;
}

/** Excel saves #### where a column has no room for a number. */
export const isTooNarrow = (text: string): boolean => /^#{2,}$/.test(text.trim());

/** The number behind such signs; the signs where none is stored. */
export const storedText = (element: HtmlElement, text: string): string => {
  const value = numericValue(element, text);
  return value === null ? text : String(value);
};

/** `1033;0;0.00%`: languages, then the format. */
function libreOfficeFormat(written: string | null): string | null {
  const format = written?.split(';').slice(2).join(';') ?? '';
  return format === '' ? null : format;
}
