/**
 * What Excel, WPS and LibreOffice show in place of a result, or of a number that a column has no room for; what programs write that have none;
 * fields of a letter or a template that nobody filled in.
 */
const shown =
  /^(?:#{2,}|#(?:N\/A|[A-Z_]{3,20}(?:\/0)?[!?])|Err:\d{3}|NaN|nan|[-+]?Infinity|null|NULL|None|undefined|\[object Object\]|«[^«»]+»|\$\{[^{}]+\}|\{\{[^{}]+\}\})$/;
const longest = 40;

/** Whether a text is an error in place of a figure, which is missing then, and neither blank nor nought: #REF!, #DIV/0!, Err:502, ####, NaN, null, «金额». */
export const isErrorValue = (text: string): boolean => text.length <= longest && shown.test(text.trim());
