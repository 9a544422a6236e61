/** What a year below it belongs to: a month, a quarter, the word for a year of accounts. */
const period =
  /^(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2},?)?|(?:[1-4](?:st|nd|rd|th)|First|Second|Third|Fourth) quarter|Q[1-4]|[1-4]Q|I{1,3}V?|Fiscal(?: year)?|FY|Year(?: ended)?|Calendar year)$/i;

/** Whether the head of a column goes on with a year in its next line: May over 2009. */
export function isWrappedDate(above: string, below: string): boolean {
  return /^(?:19|20)\d\d$/.test(below.trim()) && period.test(above.trim());
}
