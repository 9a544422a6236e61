import type { Segment } from './segments.ts';

/** Fewest entries of a list of abbreviations that stands without a head. */
const fewestEntries = 6;

/** Share of the labels that are abbreviations, and of those whose meaning begins with their first letter. */
const abbreviatedShare = 0.9;
const meantShare = 0.7;

/** Whether two columns are abbreviations and what they stand for: a table, though no head says so and no figure stands in it. */
export function listsAbbreviations(labels: readonly Segment[], texts: readonly Segment[]): boolean {
  if (labels.length < fewestEntries) return false;
  const short = labels.filter(({ text }) => isAbbreviation(text));
  const meant = short.filter((label) => {
    const text = texts.find(({ line }) => line === label.line)?.text ?? '';
    return text.length > label.text.length && initialOf(text) === initialOf(label.text);
  });
  return short.length >= abbreviatedShare * labels.length && meant.length >= meantShare * short.length;
}

/** Whether a text is one short word with several capitals: EU, R&D, CO2, MWh. */
function isAbbreviation(text: string): boolean {
  return /^[\p{L}\d&/.-]{2,10}$/u.test(text) && (text.match(/\p{Lu}/gu) ?? []).length > 1;
}

function initialOf(text: string): string {
  return text.charAt(0).toUpperCase();
}
