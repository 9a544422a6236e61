import type { Quantity } from '../../../schemas/index.ts';
import { foldSigns } from '../../values/fold.ts';
import { operatorBehind, operatorEnding } from '../../values/operators.ts';
import { readQuantity } from '../../values/quantity.ts';
import { measureAt } from '../../values/unit-words.ts';
import { type Span, spansWithoutFigures } from './not-figures.ts';

/** A figure where it stands in a text: the quantity and its place, operator and unit included. */
export interface Sighting extends Span {
  quantity: Quantity;
  /** Place of the first digit. */
  digits: number;
}

/**
 * Signs folded, every offset kept. The comma between clauses (，) is not folded: 2023年，100人 must not become a number with
 * thousands.
 */
export function foldProse(text: string): string {
  return text.split('，').map(foldSigns).join('，');
}

/** A comma that parts clauses, typed on a western keyboard: any but that of thousands. */
const clauseComma = /(?<!\d),|,(?!\d{3}(?!\d))/g;

/** 支出100万元,占80%: the commas between clauses in the form that Chinese texts have, every offset kept. */
export function withClauseCommas(text: string): string {
  return text.replace(clauseComma, '，');
}

const digitsPattern = /\d[\d,]*(?:\.\d+)?/g;
const toUpper = /^(?:~|-{1,2}|—{1,2}|至)(\d[\d,]*(?:\.\d+)?)/;
/** A bare number counts only where words say that it is a value: 总分96.5, 编制数为15. */
const namesValue = /(?:为|是|:|得分|评分|总分|人数|数)\s*$/;
const endsValue = /^\s*(?:[，。;、)\n]|$)/;
/** 每超过1个百分点扣0.5分: a clause of a scoring rule states no figure. */
const scoringClause =
  /每\s*(?:超|低|高|降|下降|减|增|少|多|有|出现|发现|提高|推迟)|扣完|扣分|满分|不得分|酌情/;
const clauseEnd = /[。;\n]/;

const SPACES = /^ {0,2}/;
/** No operator, unit or clause of interest is longer. */
const WINDOW = 40;

/** The figures of a folded text, in order. Linear in its length. */
export function sightFigures(text: string, folded: string): Sighting[] {
  const excluded = spansWithoutFigures(folded);
  const rules = scoringSpans(folded);
  const found: Sighting[] = [];
  let nextExcluded = 0;
  let nextRule = 0;
  for (const match of folded.matchAll(digitsPattern)) {
    const start = match.index;
    while (nextExcluded < excluded.length && (excluded[nextExcluded] as Span).end <= start) nextExcluded++;
    while (nextRule < rules.length && (rules[nextRule] as Span).end <= start) nextRule++;
    if (
      start < (found.at(-1)?.end ?? 0) ||
      inside(excluded[nextExcluded], start) ||
      inside(rules[nextRule], start)
    ) {
      continue;
    }
    const sighting = sight(text, folded, start, match[0].replace(/,+$/, ''));
    if (sighting) found.push(sighting);
  }
  return found;
}

function sight(text: string, folded: string, digits: number, number: string): Sighting | null {
  const lead = folded.slice(Math.max(0, digits - WINDOW), digits);
  const signed = /(?:^|[^\d\u4e00-\u9fff%)]|[为是达])-$/.test(lead) ? 1 : 0;
  const start = digits - signed - operatorEnding(signed ? lead.slice(0, -1) : lead);
  const first = withUnit(folded, digits + number.length);
  const range = toUpper.exec(folded.slice(first, first + WINDOW));
  const second = range ? withUnit(folded, first + range[0].length) : first;
  for (const bare of range ? [second, first] : [first]) {
    const end = bare + operatorBehind(folded.slice(bare, bare + WINDOW));
    const quantity = readQuantity(text.slice(start, end).trim());
    if (quantity.kind !== 'number' && quantity.kind !== 'range') continue;
    // 4．2025年 is a heading and 0.002026年 a row of a table run into it.
    if (quantity.unit === '年' && !/^\d{1,3}(?:\.\d)?$/.test(String(quantity.value))) return null;
    if (quantity.unit === null && !isBareValue(folded, start, end, lead)) return null;
    return { start, end, digits, quantity };
  }
  return null;
}

/** The place behind the unit of a number that ends here; the number's own end where it has none. */
function withUnit(folded: string, end: number): number {
  const rest = folded.slice(end, end + WINDOW);
  const spaces = SPACES.exec(rest)?.[0].length ?? 0;
  const length = measureAt(rest.slice(spaces));
  return length === 0 ? end : end + spaces + length;
}

function isBareValue(folded: string, start: number, end: number, lead: string): boolean {
  return (
    (start < end && /[<>=≥≤]/.test(folded.slice(start, start + 2))) ||
    (namesValue.test(lead) && endsValue.test(folded.slice(end, end + 4)))
  );
}

function inside(span: Span | undefined, place: number): boolean {
  return span !== undefined && place >= span.start && place < span.end;
}

function scoringSpans(folded: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const sentence of folded.split(clauseEnd)) {
    if (scoringClause.test(sentence)) spans.push({ start, end: start + sentence.length });
    start += sentence.length + 1;
  }
  return spans;
}
