/** What Excel, WPS and LibreOffice show in place of a result, or of a number that a column has no room for, and what programs write that have none. */
const shown = /^(?:#{2,}|#(?:N\/A|[A-Z_]{3,20}(?:\/0)?[!?])|Err:\d{3}|NaN|[-+]?Infinity)$/;
const longest = 40;

/** Whether a text is an error in place of a figure, which is missing then, and neither blank nor nought: #REF!, #DIV/0!, Err:502, ####, NaN. */
export const isErrorValue = (text: string): boolean => text.length <= longest && shown.test(text.trim());
