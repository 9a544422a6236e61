import type { Indicator } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { judgedByMost, type Row } from '../edits/most-rows.ts';
import { isFact, pointSum, total } from '../edits/points.ts';
import { type Exact, halfUnit } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { mostlyFilled } from '../figures/indicators.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { isMeanRow, meansBelow } from './score-means.ts';

/** What several experts gave is averaged, and what others gave adds up to its total. */
export const SCR_14: FilingRule = {
  id: 'SCR-14',
  scope: 'filing',
  kind: 'score_sum',
  title: {
    zh: '专家或复核得分的平均、合计不符',
    en: 'Scores of experts or of a review do not average or add up',
  },
  explanation: {
    zh: '各专家打分与得分并列的，得分应为其平均（按得分的小数位四舍五入）；三分之二的行相符才判为错误，多数不符的（如去掉最高分、最低分）不作核对。专家、复核、扣分等各列的合计应等于该列之和；没有一列相符的不作核对。按项目或单位列出得分的，各部分满分合计 100 的（各部分未印满分的，以多数行成立为准），总分应为各部分得分之和，判法同上；自评得分与复核得分之差同样核对；列表之下“平均”行的各列应为以上各行的平均，多数列不符的不作核对。',
    en: 'Where experts stand beside the score it is their mean, rounded as the scores are; two in three of the rows have to bear it out, and where most differ (the best and the worst left out) none is checked. The total of each column of experts, of a review or of deductions is its sum; where no column adds up none is checked. Where scores are listed by project or unit and the points of the parts make 100, or none is printed and most rows bear it out, the score of each is their sum, judged alike; so is the difference of what a unit gave itself and what a review gave it. In a row 平均 below a list each column is the mean of the rows above; where most columns differ none is checked.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '专家一 8，专家二 9，平均 9.5', en: 'experts gave 8 and 9, the mean is printed as 9.5' },
  check,
};

function check(context: FilingContext): Outcome[] {
  return [
    ...means(context),
    ...totals(context),
    ...listed(context),
    ...differences(context),
    ...meansBelow(context),
  ];
}

const EXPERT = /专家|评委|评审[人员]/;
const FEWEST_EXPERTS = 2;

function means(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const places = Math.max(0, ...indicators.map((row) => facts.indicator(row, 'score')?.places ?? 0));
  const rows = indicators.flatMap((row): Row[] => {
    const given = scoresBy(context, row, (label) => EXPERT.test(label));
    const score = facts.indicator(row, 'score');
    if (score === null || given.length < FEWEST_EXPERTS) return [];
    return [{ edit: meanEdit(context, row, score, given, halfUnit(places)) }];
  });
  return judgedByMost(filing.filing_id, rows, 'most scores are no mean of those given');
}

function scoresBy({ facts }: FilingContext, row: Indicator, isOf: (label: string) => boolean): Fact[] {
  const given = (row.other_scores ?? []).map(({ label }, k) =>
    isOf(label) ? facts.otherScore(row, k) : null,
  );
  return given.filter(isFact);
}

/** 决策（15分） | 过程（25分） | 产出（60分） | 总分, a row a project: what the parts got is the score of each, where their points make the whole. */
function listed(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const rows = indicators.flatMap((row): Row[] => {
    // Means are rounded each, and their sum is not that of what they were taken from.
    const score = row.scope === undefined || isMeanRow(row) ? null : facts.indicator(row, 'score');
    const others = row.other_scores ?? [];
    const points = others.reduce((sum, { label }) => sum + pointsIn(label), 0);
    // 决策 | 过程 | 产出 | 合计: that they are parts of it is said by the sums of most rows alone.
    const isNamed = points === 0 && WHOLE.test(row.level3 ?? '');
    const given = scoresBy(context, row, (label) => pointsIn(label) > 0 || (isNamed && !OTHERS.test(label)));
    if (score === null || given.length < FEWEST_EXPERTS || given.length !== others.length) return [];
    if (points !== ALL_POINTS && !isNamed) return [];
    const says = {
      zh: `“${row.scope}”的${row.level3 ?? '得分'}应为各部分得分之和`,
      en: `the score of “${row.scope}” should be the sum of its parts`,
    };
    const sum = {
      rule: 'SCR-14',
      says,
      total: score,
      base: 0n,
      parts: given,
      role: 'given',
      soft: true,
    } as const;
    const finer = given.some(({ places }) => places > score.places);
    return [{ edit: { ...pointSum(context, sum), slack: finer ? halfUnit(score.places) : 0n } }];
  });
  return judgedByMost(filing.filing_id, rows, 'most scores are no sum of their parts');
}

const WHOLE = /^(?:自评|评价|综合|考核)?(?:总(?:得)?分|合计|总计)/;
/** What others gave the whole, and how much the two differ, is no part of it. */
const OTHERS =
  /专家|评委|评审|自评|复核|复评|审核|抽查|财政|第三方|部门|核定|终评|差异|差值|分差|差额|扣|率|排名|平均/;

/** 自评得分 | 复核得分 | 差异: by how many points the two differ, whichever of them most rows take the other from. */
function differences(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const ways = ([1n, -1n] as const).map((sign) =>
    indicators.flatMap((row): Row[] => {
      const own = facts.indicator(row, 'score');
      const [difference, ...others] = scoresBy(context, row, (label) => DIFFERENCE.test(label));
      const [given, ...more] = scoresBy(context, row, (label) => !DIFFERENCE.test(label));
      if (own === null || difference === undefined || given === undefined) return [];
      if (others.length + more.length > 0) return [];
      const says = {
        zh: `“${row.scope ?? row.level3 ?? ''}”两项得分之差不符`,
        en: `the two scores of “${row.scope ?? row.level3 ?? ''}” should differ by what is printed`,
      };
      const edit: LinearEdit = {
        type: 'linear',
        rule: 'SCR-14',
        filingId: filing.filing_id,
        documentId: filing.document_id,
        method: 'T1',
        relation: '=',
        soft: true,
        says,
        terms: [
          { fact: difference, coefficient: 1n, role: 'difference' },
          { fact: given, coefficient: -sign, role: 'given' },
          { fact: own, coefficient: sign, role: 'score' },
        ],
        constant: 0n,
      };
      return [{ edit }];
    }),
  );
  const closing = (rows: readonly Row[]): number =>
    rows.filter(({ edit }) => evaluate(edit)?.within === true).length;
  const [first = [], second = []] = ways;
  const rows = closing(second) > closing(first) ? second : first;
  return judgedByMost(filing.filing_id, rows, 'most scores differ by something else');
}

const DIFFERENCE = /^(?:差异|差值|分差|差额)/;

const ALL_POINTS = 100;

/** 15 of 决策（15分） or 执行（15）; 0 where a head prints no points. */
const pointsIn = (label: string): number =>
  Number(/[(（](\d+(?:\.\d+)?)分?[)）]$/.exec(label.trim())?.[1] ?? 0);

/** n × mean = Σ given, the mean as exact as the scores are printed. */
function meanEdit(
  { filing }: FilingContext,
  { level2, level3 }: Indicator,
  mean: Fact,
  given: readonly Fact[],
  half: Exact,
): LinearEdit {
  const name = level3 ?? level2 ?? '';
  return {
    type: 'linear',
    rule: 'SCR-14',
    filingId: filing.filing_id,
    documentId: filing.document_id,
    method: 'T1',
    relation: '=',
    soft: true,
    says: {
      zh: `“${name}”得分应为各专家打分的平均`,
      en: `the score of “${name}” should be the mean of those given`,
    },
    terms: [
      { fact: mean, coefficient: BigInt(given.length), role: 'mean' },
      ...given.map((fact) => ({ fact, coefficient: -1n, role: 'given' })),
    ],
    constant: 0n,
    slack: half * BigInt(given.length),
  };
}

function totals(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const columns = (filing.other_totals ?? []).flatMap(({ label, of }, k) => {
    const isDeducted = of === 'deducted';
    const printed = isDeducted || of === 'other_score' ? facts.otherTotal(filing, k) : null;
    const parts = isDeducted
      ? indicators.map((row) => facts.indicator(row, 'deducted')).filter(isFact)
      : indicators.flatMap((row) => scoresBy(context, row, (other) => other === label));
    // A row from which nothing was taken may leave its cell blank.
    if (printed === null || !(isDeducted || mostlyFilled(parts.length, indicators.length))) return [];
    // The row of execution has a score of others too, and no record has a place for it.
    const rest = printed.value - total(parts);
    const isOpen = filing.has_execution_weight_field && rest > 0n && rest <= total(parts);
    const lost = isDeducted ? lostByExecution(context) : null;
    const isUnread = isDeducted && lost === null && rest > 0n;
    const ofExecution = isOpen || (isUnread && rest <= pointsElsewhere(context));
    if (lost !== null && rest === lost) return [];
    const says = { zh: `“${label}”合计应等于各项之和`, en: `the total of “${label}” should be its sum` };
    const sum = { rule: 'SCR-14', says, total: printed, base: 0n, parts, role: 'given' } as const;
    return [{ edit: pointSum(context, sum), ofExecution }];
  });
  const closing = columns.some(({ edit }) => evaluate(edit)?.within === true);
  return columns.map(({ edit, ofExecution }) => {
    if (evaluate(edit)?.within === true) return edited(edit);
    if (ofExecution) return notEvaluated(filing.filing_id, 'the score of the execution rate is not recorded');
    if (!closing && columns.length > 1)
      return notEvaluated(filing.filing_id, 'no column of scores adds up to its total');
    return edited(edit);
  });
}

/** The points of the execution that its score leaves: what a column of deductions takes off in its row. */
function lostByExecution({ facts, filing }: FilingContext): Exact | null {
  const weight = facts.filing(filing, 'execution_weight');
  const score = facts.filing(filing, 'execution_score');
  return weight === null || score === null ? null : weight.value - score.value;
}

/** The points that the printed total has and no indicator: those of a row that was not read as the execution's. */
function pointsElsewhere({ facts, filing, indicators }: FilingContext): Exact {
  const whole = facts.filing(filing, 'total_weight');
  const weights = indicators.map((row) => facts.indicator(row, 'weight')).filter(isFact);
  return whole === null ? 0n : whole.value - total(weights);
}
