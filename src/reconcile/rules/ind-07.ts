import type { Indicator } from '../../../schemas/index.ts';
import { blocksOf } from '../figures/indicators.ts';
import { cellOf, notice } from '../notice.ts';
import { homeOf, LEVELS, level1Of, stemOf } from '../profiles/levels.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** A 二级指标 under a 一级指标 that it does not belong to, or spelled almost like one that does. */
export const IND_07: FilingRule = {
  id: 'IND-07',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '一、二级指标搭配不当', en: 'Levels that do not belong together' },
  explanation: {
    zh: '一级指标用通用分类（产出、成本、效益、满意度）的表，二级指标应在其下的分类之内；列在别的一级下，或与通用名只差一字的，作警告。自设分类不核对。',
    en: 'Where the first level is of the common kind (产出, 成本, 效益, 满意度), its second level is too; one that belongs elsewhere or differs from the common name by one character is a warning. Levels of a unit’s own are not checked.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: { zh: '“数量指标”列在“效益指标”下', en: '“数量指标” under “效益指标”' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { filing } = context;
  // Frameworks of evaluation have a vocabulary of their own: 效益 with 满意度 under it.
  if (filing.form_type === 'scoring_framework') return [];
  const ownKind = context.indicators.some(({ level1 }) => (level1 ?? '') !== '' && level1Of(level1) === null);
  const pairs = new Map<string, Indicator>();
  for (const row of blocksOf(context.indicators).flat()) {
    if (level1Of(row.level1) === null || (row.level2 ?? '') === '') continue;
    const key = `${stemOf(row.level1)}|${stemOf(row.level2)}`;
    if (!pairs.has(key)) pairs.set(key, row);
  }
  return [...pairs.values()].map((row): Outcome => {
    const own = level1Of(row.level1)!;
    const stem = stemOf(row.level2);
    if (own.under.includes(stem)) return passed(filing.filing_id);
    const home = homeOf(row.level2);
    // 投入, 过程, 产出, 效果 and 部门管理, 产出, 效益: frameworks of their own have satisfaction under the last.
    if (home?.names[0] === '满意度' && (ownKind || stemOf(row.level1) === '效果'))
      return notEvaluated(filing.filing_id, '满意度 under 效果 or 效益');
    if (home !== null) return misplaced(context, row, home.names[0]!);
    const near = LEVELS.flatMap(({ under }) => under).find((name) => isOneOff(name, stem));
    if (near !== undefined) return misspelled(context, row, near);
    return notEvaluated(filing.filing_id, 'level of the unit’s own');
  });
}

function misplaced(context: FilingContext, row: Indicator, home: string): Outcome {
  return notice(context, {
    verdict: 'improbable',
    message: {
      zh: `“${row.level2}”列在“${row.level1}”下，应属“${home}指标”`,
      en: `“${row.level2}” stands under “${row.level1}” and belongs to “${home}指标”`,
    },
    evidence: [
      cellOf(row, 'level2', 'level', row.level2 ?? ''),
      cellOf(row, 'level1', 'level', row.level1 ?? ''),
    ],
    operands: [stemOf(row.level1), stemOf(row.level2)],
  });
}

function misspelled(context: FilingContext, row: Indicator, near: string): Outcome {
  return notice(context, {
    verdict: 'improbable',
    origin: 'undetermined',
    message: {
      zh: `二级指标“${row.level2}”可能应为“${near}指标”`,
      en: `second level “${row.level2}” may be meant as “${near}指标”`,
    },
    evidence: [cellOf(row, 'level2', 'level', row.level2 ?? '')],
    operands: [stemOf(row.level1), stemOf(row.level2)],
  });
}

/** Names of four characters and more that differ in one: 可特续影响. */
function isOneOff(name: string, other: string): boolean {
  if (name.length < 4 || name.length !== other.length) return false;
  return [...name].filter((sign, i) => sign !== other[i]).length === 1;
}
