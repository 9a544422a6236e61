import type { Amount } from '../../../schemas/index.ts';
import { type Exact, exact } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { moneySize } from '../facts/units.ts';
import { evidenceOf } from '../findings.ts';
import { normalised } from '../keys.ts';
import { cellOf, notice } from '../notice.ts';
import { entry, keptWith } from '../remembered.ts';
import {
  type DocumentContext,
  type DocumentRule,
  type FilingContext,
  type Outcome,
  passed,
} from '../rule.ts';

const PARAMETERS = {
  pairs: {
    value: 2,
    unit: 'figures',
    reason:
      'one figure may be ten thousand times another by chance or by its own slip, two in one table are not',
  },
} as const;

/** Tables in 元 beside tables in 万元: declared it is noted, undeclared the figures themselves give it away. */
export const UNI_03: DocumentRule = {
  id: 'UNI-03',
  scope: 'document',
  kind: 'unit',
  title: { zh: '同一文件混用元和万元', en: '元 and 万元 in one document' },
  explanation: {
    zh: '同一文件的表有的以元、有的以万元为单位：印明的作提示；两表同印一个单位而同名数字成批相差一万倍的，其中一表单位有误。',
    en: 'Some tables of a document are in 元, others in 万元. Declared, it is noted; where two tables declare one unit and figures of one name differ by exactly ten thousand throughout, one declaration is wrong.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: PARAMETERS,
  example: {
    zh: '两表都印“单位：万元”，一表 36.5 和 12，另一表 365000 和 120000',
    en: 'both tables say 万元, one has 36.5 and 12, the other 365000 and 120000',
  },
  check,
};

function check(document: DocumentContext): Outcome[] {
  const { filings } = document;
  if (filings.length < 2) return [];
  const outcomes: Outcome[] = [];
  for (const [left, right] of suspects(filings)) {
    const slip = undeclared(filings[left]!, filings[right]!);
    if (slip !== null) outcomes.push(slip);
  }
  return outcomes.length > 0 ? outcomes : declared(document);
}

/** Money figures of a form by name, year and measure. */
const bookOf = keptWith(
  ({ amounts }: FilingContext): ReadonlyMap<string, Amount> =>
    new Map(amounts.filter(isMoney).map((amount) => [identity(amount), amount])),
);

function declared({ filings }: DocumentContext): Outcome[] {
  const withUnit = filings.filter(({ filing }) => filing.money_unit !== null);
  const [first] = withUnit;
  if (first === undefined || withUnit.length < 2) return [];
  const other = withUnit.find(({ filing }) => filing.money_unit !== first.filing.money_unit);
  if (other === undefined) return [passed(first.filing.filing_id)];
  const named = [first, other].map(({ filing }) => ({ filing, unit: filing.money_unit ?? '' }));
  return [
    notice(other, {
      verdict: 'explained',
      message: {
        zh: `同一文件中“${first.filing.title}”以${named[0]!.unit}、“${other.filing.title}”以${named[1]!.unit}为单位，比较时已换算`,
        en: `“${first.filing.title}” is in ${named[0]!.unit}, “${other.filing.title}” in ${named[1]!.unit}; figures are converted before they are compared`,
      },
      evidence: named.map(({ filing, unit }) => cellOf(filing, 'money_unit', 'unit', unit)),
      operands: named.map(({ unit }) => unit),
    }),
  ];
}

const TEN_THOUSAND = 10_000n;

/** Forms that can be held against one another: of one organisation, in one unit of money. */
const familyOf = ({ filing }: FilingContext): string =>
  `${moneySize(filing.money_unit)}|${filing.organisation}`;

/**
 * Forms of one unit in one unit of money with as many figures of one name that differ by ten thousand, as pairs of their
 * places. Found by looking the figures up, so that a file of a thousand forms is not compared form by form.
 */
function suspects(filings: readonly FilingContext[]): readonly [number, number][] {
  const families = new Map<string, number>();
  for (const family of filings.map(familyOf)) families.set(family, (families.get(family) ?? 0) + 1);
  const holders = new Map<string, Map<string, Map<Exact, number[]>>>();
  for (const [place, context] of filings.entries()) {
    const comparable = familyOf(context);
    if (families.get(comparable) === 1) continue;
    const named = entry(holders, comparable, () => new Map<string, Map<Exact, number[]>>());
    for (const [name, { value }] of bookOf(context)) {
      if (value === 0 || value === null) continue;
      const values = entry(named, name, () => new Map<Exact, number[]>());
      const figure = exact(value);
      const places = values.get(figure);
      if (places === undefined) values.set(figure, [place]);
      else places.push(place);
    }
  }
  const shared = new Map<number, number>();
  for (const values of [...holders.values()].flatMap((named) => [...named.values()])) {
    for (const [figure, small] of values) {
      for (const a of small) {
        for (const b of values.get(figure * TEN_THOUSAND) ?? []) {
          const pair = Math.min(a, b) * filings.length + Math.max(a, b);
          shared.set(pair, (shared.get(pair) ?? 0) + 1);
        }
      }
    }
  }
  const pairs = [...shared].filter(([, count]) => count >= PARAMETERS.pairs.value).map(([pair]) => pair);
  return pairs
    .sort((a, b) => a - b)
    .map((pair) => [Math.floor(pair / filings.length), pair % filings.length]);
}

/** Figures of one name, year and measure in two forms of one unit, of which one table's are ten thousand times the other's, all of them. */
function undeclared(left: FilingContext, right: FilingContext): Outcome | null {
  const book = bookOf(left);
  const other = bookOf(right);
  const pairs: [Fact, Fact][] = [];
  for (const [name, amount] of other) {
    const twin = book.get(name);
    if (twin === undefined || twin.value === 0 || amount.value === 0) continue;
    const a = left.facts.amount(twin);
    const b = right.facts.amount(amount);
    if (a !== null && b !== null) pairs.push([a, b]);
  }
  const apart = pairs.filter(
    ([a, b]) => a.value === b.value * TEN_THOUSAND || b.value === a.value * TEN_THOUSAND,
  );
  if (apart.length < PARAMETERS.pairs.value || apart.length * 2 <= pairs.length) return null;
  const [a, b] = apart[0]!;
  const unit = left.filing.money_unit;
  return notice(right, {
    verdict: unit === null ? 'improbable' : 'impossible',
    message: {
      zh: `两表${unit === null ? '都没有印单位' : `都印“${unit}”`}，而 ${apart.length} 个同名数字正好相差一万倍（如“${a.label}” ${a.text} 与 ${b.text}）`,
      en: `both tables ${unit === null ? 'print no unit' : `say ${unit}`} and ${apart.length} figures of one name differ by exactly ten thousand (“${a.label}” ${a.text} and ${b.text})`,
    },
    evidence: apart.flatMap((pair) => pair.map((fact) => evidenceOf(fact, 'amount'))),
    operands: apart.flatMap((pair) => pair.map((fact) => fact.key)),
    expected: a.printed,
    actual: b.printed,
  });
}

function isMoney({ measure, section, value }: Amount): boolean {
  return measure !== 'count' && measure !== 'rate' && section !== 'staff' && value !== null;
}

function identity({ fund, item, measure, year }: Amount): string {
  return `${normalised(item)}|${measure}|${year ?? ''}|${normalised(fund)}`;
}
