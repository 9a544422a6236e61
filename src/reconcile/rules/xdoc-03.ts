import type { Evidence, Hypothesis, Message } from '../../../schemas/index.ts';
import { exact } from '../facts/exact.ts';
import { notEvaluated, type Outcome, passed, type SetRule } from '../rule.ts';
import { comparable, figureOf, isConverted, isSame, sized } from '../set/compare.ts';
import type { FilingDigest, SetFigure, SetIndicator, SetValue } from '../set/digest.ts';
import { type IndicatorPair, indicatorPairs } from '../set/indicator-pairs.ts';
import { asIn, cell, formName, named, report, shown } from '../set/say.ts';
import type { SetIndex } from '../set/set-index.ts';
import { type EvaluatedPair, evaluatedPairs } from '../set/siblings.ts';
import { renamed } from '../set/years.ts';

/** A self-evaluation judges by the targets, units and weights that were approved. */
export const XDOC_03: SetRule = {
  id: 'XDOC-03',
  scope: 'set',
  kind: 'cross_document',
  title: { zh: '自评表指标与申报的目标表不一致', en: 'Self-evaluation differs from the target form' },
  explanation: {
    zh: '同一单位、同一项目、同一年度，自评表的年初目标值、度量单位、权重应与绩效目标表一致（权重见 WGT-07）；整表权重重新分配的合为一条，取消的指标作提示；年中另报调整表的，与原表、调整表任一份一致即可。不低于改为不高于的也算不同。',
    en: 'The self-evaluation of a project repeats the target values, units and weights of its target form (weights: see WGT-07). A table of weights that was redistributed is one finding; indicators left out are noted. Where the targets were approved anew within the year, either form is followed. At least and at most differ too.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {
    redistributed: {
      value: 0.5,
      unit: 'share of indicators',
      reason: 'beyond half of the weights it is a decision, not a slip',
    },
  },
  example: {
    zh: '目标表 ≥1200 人，自评表年初目标 ≥1000 人',
    en: 'a target of ≥1200, told as ≥1000 when evaluated',
  },
  check: ({ index }) => evaluatedPairs(index).flatMap((pair) => compare(index, pair)),
};

/** By the form in force: the adjusted one where there is one, and what neither has differs. */
function compare(index: SetIndex, { planned: first, evaluated, adjusted }: EvaluatedPair): Outcome[] {
  const [only, ...further] = adjusted;
  const planned = only !== undefined && further.length === 0 ? only : first;
  const others = [first, ...adjusted].filter((form) => form !== planned);
  const { rows, gone, added } = indicatorPairs(planned, evaluated);
  const asElsewhere = others.map((form) => {
    const pairs = indicatorPairs(form, evaluated).rows;
    return new Map(pairs.map(({ before, after }) => [after, before]));
  });
  const approved = (row: IndicatorPair): IndicatorPair[] => [
    row,
    ...asElsewhere.flatMap((form) => {
      const before = form.get(row.after);
      return before === undefined ? [] : [{ before, after: row.after }];
    }),
  ];
  return [
    ...targets(
      index,
      planned,
      evaluated,
      rows.map((row) => approved(row).find(hasKeptTarget) ?? row),
    ),
    ...weights(
      index,
      planned,
      evaluated,
      rows.map((row) => approved(row).find(hasKeptWeight) ?? row),
    ),
    ...(gone.length > 0 && rows.length > 0 ? [leftOut(index, planned, evaluated, gone, added)] : []),
  ];
}

function targets(
  index: SetIndex,
  planned: FilingDigest,
  evaluated: FilingDigest,
  rows: readonly IndicatorPair[],
): Outcome[] {
  const both = rows.flatMap(withTargets);
  const changed = both.filter((pair) => !isKept(pair));
  const kept = rows.length - changed.length;
  const outcomes = kept === 0 ? [] : [passed(evaluated.filingId, kept)];
  const many = changed.length > both.length * XDOC_03.parameters.redistributed!.value && changed.length > 1;
  if (!many) return [...outcomes, ...changed.map((pair) => differs(index, planned, evaluated, pair))];
  // A department with its units and the department alone have goals of one name.
  if (planned.isOwn !== evaluated.isOwn && evaluated.project === '')
    return [notEvaluated(evaluated.filingId, 'one may be of the whole department')];
  return [...outcomes, setAnew(index, planned, evaluated, changed)];
}

interface Pair extends IndicatorPair {
  was: SetValue & SetFigure;
  is: SetValue & SetFigure;
}

function withTargets({ before, after }: IndicatorPair): Pair[] {
  const [was, is] = [figureOf(before.target), figureOf(after.target)];
  return was === null || is === null ? [] : [{ before, after, was, is }];
}

/** At least and at most. */
const areOpposite = ({ was, is }: Pair): boolean =>
  was.op !== null && is.op !== null && OPPOSITE.has(`${was.op[0]}${is.op[0]}`);

const OPPOSITE: ReadonlySet<string> = new Set(['<>', '><']);

/** 0.95 for 95%: that a unit is missing is told of the form itself. */
const isFraction = (bare: SetFigure, rate: SetFigure): boolean =>
  bare.unit === null && rate.unit === '%' && exact(bare.value) * 100n === exact(rate.value);

const hasKeptTarget = (row: IndicatorPair): boolean => withTargets(row).some(isKept);

const hasKeptWeight = ({ before, after }: IndicatorPair): boolean =>
  before.weight !== null && before.weight === after.weight;

const sameUnit = ({ was, is }: Pair): boolean =>
  comparable(was.unit, is.unit) || was.unit === null || is.unit === null;

function isKept(pair: Pair): boolean {
  const { was, is } = pair;
  if (areOpposite(pair)) return false;
  if (isConverted(was, is)) return true;
  if (isFraction(was, is) || isFraction(is, was)) return true;
  const bare = was.unit === null || is.unit === null || was.unit === is.unit;
  // A target is set, not measured: only what is told in another unit (1.2万人) may be rounded.
  return sameUnit(pair) && (bare ? was.value === is.value : isSame(sized(was), sized(is)));
}

function differs(index: SetIndex, planned: FilingDigest, evaluated: FilingDigest, pair: Pair): Outcome {
  const { after, was, is } = pair;
  const form = formName(evaluated);
  const tell = areOpposite(pair) ? bounded : shown;
  const what: Message = sameUnit(pair)
    ? { zh: '目标值', en: 'the target' }
    : { zh: '计量单位', en: 'the unit' };
  return report(evaluated, {
    verdict: 'impossible',
    message: {
      zh: `“${after.name}”的${what.zh}${form.zh}为 ${tell(is)}，目标表为 ${tell(was)}`,
      en: `${what.en} of “${after.name}” is ${tell(is)} in the ${form.en} and ${tell(was)} in the target form`,
    },
    evidence: sides(index, planned, evaluated, pair),
    operands: ['target', after.key],
    expected: was.value,
    actual: is.value,
    difference: was.unit === is.unit ? Number((is.value - was.value).toPrecision(12)) : null,
    tolerance: 0,
    hypotheses: sameUnit(pair)
      ? asIn(evaluated, is, sized({ ...was, unit: was.unit ?? is.unit }).value, AS_APPROVED)
      : [],
  });
}

const SIGNS: Readonly<Record<string, string>> = { '<': '＜', '<=': '≤', '>': '＞', '>=': '≥' };

/** A target with its bound, which may stand in a column of its own. */
function bounded(value: SetValue): string {
  const print = shown(value);
  return /^\d/.test(print) ? `${SIGNS[value.op ?? ''] ?? ''}${print}` : print;
}

const AS_APPROVED: Message = { zh: '与批复的目标表一致', en: 'as the target form has it' };

/** Most targets are others: one decision, and not as many slips. */
function setAnew(
  index: SetIndex,
  planned: FilingDigest,
  evaluated: FilingDigest,
  changed: readonly Pair[],
): Outcome {
  const form = formName(evaluated);
  const list = named(changed.map(({ after, was, is }) => `${after.name} ${shown(was)}→${shown(is)}`));
  return report(evaluated, {
    verdict: 'improbable',
    severity: 'warning',
    message: {
      zh: `${form.zh}的多数目标值与目标表不同（目标表→${form.zh}）：${list.zh}`,
      en: `most targets of the ${form.en} differ from the target form (target form→${form.en}): ${list.en}`,
    },
    evidence: changed.flatMap((pair) => sides(index, planned, evaluated, pair)),
    operands: ['targets', ...changed.map(({ after }) => after.key)],
  });
}

function sides(
  index: SetIndex,
  planned: FilingDigest,
  evaluated: FilingDigest,
  { before, after, was, is }: Pair,
): Evidence[] {
  return [
    cell(index, evaluated, 'evaluated', after.name, is),
    cell(index, planned, 'approved', before.name, was),
  ];
}

function weights(
  index: SetIndex,
  planned: FilingDigest,
  evaluated: FilingDigest,
  rows: readonly IndicatorPair[],
): Outcome[] {
  const both = rows.filter(({ before, after }) => before.weight !== null && after.weight !== null);
  // WGT-07 compares the forms of one document.
  if (planned.documentId === evaluated.documentId || both.length === 0) return [];
  const changed = both.filter(({ before, after }) => before.weight !== after.weight);
  if (changed.length === 0) return [passed(evaluated.filingId, both.length)];
  const many = changed.length > both.length * XDOC_03.parameters.redistributed!.value && changed.length > 1;
  const groups = many ? [changed] : changed.map((row) => [row]);
  const form = formName(evaluated);
  return groups.map((group) => {
    const list = named(group.map(({ before, after }) => `${after.name} ${before.weight}→${after.weight}`));
    return report(evaluated, {
      verdict: many ? 'improbable' : 'impossible',
      severity: many ? 'warning' : 'error',
      message: {
        zh: `${form.zh}的权重与目标表不同（目标表→${form.zh}）：${list.zh}`,
        en: `weights of the ${form.en} differ from the target form (target form→${form.en}): ${list.en}`,
      },
      evidence: group.flatMap((row) => points(index, planned, evaluated, row)),
      operands: ['weight', ...group.map(({ after }) => after.key)],
      hypotheses: many ? [] : reweighted(evaluated, group[0]!),
      expected: many ? null : group[0]!.before.weight,
      actual: many ? null : group[0]!.after.weight,
    });
  });
}

function reweighted(evaluated: FilingDigest, { before, after }: IndicatorPair): Hypothesis[] {
  const printed = { value: after.weight!, raw: String(after.weight), unit: null, place: after.weightPlace };
  return asIn(evaluated, printed, exact(before.weight!), AS_APPROVED);
}

function points(
  index: SetIndex,
  planned: FilingDigest,
  evaluated: FilingDigest,
  { before, after }: IndicatorPair,
): Evidence[] {
  const of = (filing: FilingDigest, role: string, row: SetIndicator): Evidence =>
    index.evidence(filing, role, `${row.name}分值 ${row.weight}`, row.weight, row.weightPlace);
  return [of(evaluated, 'evaluated', after), of(planned, 'approved', before)];
}

function leftOut(
  index: SetIndex,
  planned: FilingDigest,
  evaluated: FilingDigest,
  gone: readonly SetIndicator[],
  added: readonly SetIndicator[],
): Outcome {
  const form = formName(evaluated);
  const fresh = newNames(planned, added);
  const others = new Map(gone.map((row) => [row, renamed(row, fresh)]));
  const list = named(
    gone.map((row) => {
      const other = others.get(row);
      return other == null ? row.name : `${row.name}→${other.name}`;
    }),
  );
  return report(evaluated, {
    verdict: 'explained',
    severity: 'info',
    message: {
      zh: `目标表的指标在${form.zh}中没有或改了名称：${list.zh}`,
      en: `indicators of the target form that the ${form.en} leaves out or renames: ${list.en}`,
    },
    evidence: [
      ...gone.flatMap((row): Evidence[] => {
        const other = others.get(row);
        return [
          ...(row.target === null ? [] : [cell(index, planned, 'approved', row.name, row.target)]),
          ...(other?.target == null ? [] : [cell(index, evaluated, 'evaluated', other.name, other.target)]),
        ];
      }),
      index.evidence(evaluated, 'title', evaluated.title ?? '', null, evaluated.places.title),
    ],
    operands: ['left out', ...gone.map(({ key }) => key)],
  });
}

/** Rows of the evaluation that the target form has not: a name that both have renames nothing. */
function newNames(planned: FilingDigest, added: readonly SetIndicator[]): SetIndicator[] {
  const names = new Set(planned.indicators.map(({ name }) => name));
  return added.filter(({ name }) => !names.has(name));
}
