import type { Amount } from '../../../schemas/index.ts';
import type { Fact } from '../fact.ts';
import { evidenceOf } from '../findings.ts';
import { normalised } from '../keys.ts';
import { cellOf, notice } from '../notice.ts';
import { keptWith } from '../remembered.ts';
import {
  type DocumentContext,
  type DocumentRule,
  type FilingContext,
  type Outcome,
  passed,
} from '../rule.ts';
import { moneySize } from '../units.ts';

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
  const ofUnits = new Map<string | null, FilingContext[]>();
  for (const context of filings) {
    const { organisation } = context.filing;
    const own = ofUnits.get(organisation);
    if (own === undefined) ofUnits.set(organisation, [context]);
    else own.push(context);
  }
  const outcomes: Outcome[] = [];
  for (const left of filings) {
    const own = ofUnits.get(left.filing.organisation)!;
    for (const right of own.slice(own.indexOf(left) + 1)) {
      const slip = undeclared(left, right);
      if (slip !== null) outcomes.push(slip);
    }
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

/** Figures of one name, year and measure in two forms of one unit, of which one table's are ten thousand times the other's, all of them. */
function undeclared(left: FilingContext, right: FilingContext): Outcome | null {
  if (moneySize(left.filing.money_unit) !== moneySize(right.filing.money_unit)) return null;
  const book = bookOf(left);
  const other = bookOf(right);
  if (book.size < PARAMETERS.pairs.value || other.size < PARAMETERS.pairs.value) return null;
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
  return [item, measure, year, fund].map((part) => normalised(part === null ? '' : String(part))).join('|');
}
