import type { Evidence, Message } from '../../../schemas/index.ts';
import { type Outcome, passed, type SetRule } from '../rule.ts';
import { comparable, figureOf, isSame, sized } from '../set/compare.ts';
import type { FilingDigest, SetIndicator } from '../set/digest.ts';
import type { SetIndex } from '../set/index.ts';
import { cell, named, report, shown } from '../set/say.ts';
import { evaluatedPairs } from '../set/siblings.ts';
import { indicatorsByKey, renamed } from '../set/years.ts';

/** A self-evaluation judges by the targets, units and weights that were approved. */
export const XDOC_03: SetRule = {
  id: 'XDOC-03',
  scope: 'set',
  kind: 'cross_document',
  title: { zh: '自评表指标与申报的目标表不一致', en: 'Self-evaluation differs from the target form' },
  explanation: {
    zh: '同一单位、同一项目、同一年度，自评表的年初目标值、度量单位、权重应与绩效目标表一致（权重见 WGT-07）；整表权重重新分配的合为一条，取消的指标作提示。',
    en: 'The self-evaluation of a project repeats the target values, units and weights of its target form (weights: see WGT-07). A table of weights that was redistributed is one finding; indicators left out are noted.',
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
  check: ({ index }) =>
    evaluatedPairs(index).flatMap(({ planned, evaluated }) => compare(index, planned, evaluated)),
};

interface Row {
  before: SetIndicator;
  after: SetIndicator;
}

function compare(index: SetIndex, planned: FilingDigest, evaluated: FilingDigest): Outcome[] {
  const before = indicatorsByKey(planned);
  const after = indicatorsByKey(evaluated);
  if (before.size === 0 || after.size === 0) return [];
  const rows = [...after.values()].flatMap((row): Row[] => {
    const other = before.get(row.key);
    return other === undefined ? [] : [{ before: other, after: row }];
  });
  const gone = [...before.values()].filter(({ key }) => !after.has(key));
  return [
    ...rows.map((row) => targets(index, planned, evaluated, row)),
    ...weights(index, planned, evaluated, rows),
    ...(gone.length > 0 && rows.length > 0 ? [leftOut(index, planned, evaluated, gone, after)] : []),
  ];
}

function targets(index: SetIndex, planned: FilingDigest, evaluated: FilingDigest, row: Row): Outcome {
  const { before, after } = row;
  const was = figureOf(before.target);
  const is = figureOf(after.target);
  if (was === null || is === null) return passed(evaluated.filingId);
  const sameUnit = comparable(was.unit, is.unit) || was.unit === null || is.unit === null;
  const bare = was.unit === null || is.unit === null;
  const equal = bare ? was.value === is.value : isSame(sized(was), sized(is));
  if (sameUnit && equal) return passed(evaluated.filingId);
  const what: Message = sameUnit ? { zh: '目标值', en: 'the target' } : { zh: '计量单位', en: 'the unit' };
  return report(evaluated, {
    verdict: 'impossible',
    message: {
      zh: `“${after.name}”${what.zh}自评表为 ${shown(is)}，目标表为 ${shown(was)}`,
      en: `${what.en} of “${after.name}” is ${shown(is)} when evaluated and ${shown(was)} as approved`,
    },
    evidence: [
      cell(index, evaluated, 'evaluated', after.name, is),
      cell(index, planned, 'approved', before.name, was),
    ],
    operands: ['target', after.key],
    expected: was.value,
    actual: is.value,
    difference: sameUnit && was.unit === is.unit ? Number((is.value - was.value).toPrecision(12)) : null,
    tolerance: 0,
  });
}

function weights(
  index: SetIndex,
  planned: FilingDigest,
  evaluated: FilingDigest,
  rows: readonly Row[],
): Outcome[] {
  const both = rows.filter(({ before, after }) => before.weight !== null && after.weight !== null);
  // WGT-07 compares the forms of one document.
  if (planned.documentId === evaluated.documentId || both.length === 0) return [];
  const changed = both.filter(({ before, after }) => before.weight !== after.weight);
  if (changed.length === 0) return [passed(evaluated.filingId, both.length)];
  const many = changed.length > both.length * XDOC_03.parameters.redistributed!.value && changed.length > 1;
  const groups = many ? [changed] : changed.map((row) => [row]);
  return groups.map((group) => {
    const list = named(group.map(({ before, after }) => `${after.name} ${before.weight}→${after.weight}`));
    return report(evaluated, {
      verdict: many ? 'improbable' : 'impossible',
      severity: many ? 'warning' : 'error',
      message: {
        zh: `自评表权重与目标表不同：${list.zh}`,
        en: `weights changed for the evaluation: ${list.en}`,
      },
      evidence: group.flatMap((row) => points(index, planned, evaluated, row)),
      operands: ['weight', ...group.map(({ after }) => after.key)],
      expected: many ? null : group[0]!.before.weight,
      actual: many ? null : group[0]!.after.weight,
    });
  });
}

function points(
  index: SetIndex,
  planned: FilingDigest,
  evaluated: FilingDigest,
  { before, after }: Row,
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
  after: ReadonlyMap<string, SetIndicator>,
): Outcome {
  const list = named(
    gone.map((row) => {
      const other = renamed(row, after.values());
      return other === null ? row.name : `${row.name}→${other.name}`;
    }),
  );
  return report(evaluated, {
    verdict: 'explained',
    severity: 'info',
    message: {
      zh: `目标表的指标未在自评表中出现或改名：${list.zh}`,
      en: `indicators of the target form left out or renamed: ${list.en}`,
    },
    evidence: gone.flatMap((row) =>
      row.target === null ? [] : [cell(index, planned, 'approved', row.name, row.target)],
    ),
    operands: ['left out', ...gone.map(({ key }) => key)],
  });
}
