import type { Indicator } from '../../../schemas/index.ts';
import { indicatorKey } from '../keys.ts';
import { cellOf, gathered, listed, nameOf, notice } from '../notice.ts';
import { level1Of, stemOf } from '../profiles/levels.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

const PARAMETERS = {
  costYear: {
    value: 2022,
    unit: 'year',
    reason: '财预〔2021〕101号 makes 成本 a 一级指标 of its own, for budgets from 2022 on',
  },
} as const;

/** Satisfaction outside its branch; 成本 under 产出 in forms after 2021. */
export const IND_06: FilingRule = {
  id: 'IND-06',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '指标放错一级分类', en: 'Indicator in the wrong branch' },
  explanation: {
    zh: '表中已有满意度指标一栏，满意度却填在别处的，作警告；2022年以后的表仍把成本指标列在产出指标下的，只作提示，因新旧模板并用，且只对申报表。',
    en: 'Satisfaction that stands elsewhere although the form has a branch for it is a warning. 成本 under 产出 in forms from 2022 on is only noted, on forms of targets only, since both generations of templates are in use.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: PARAMETERS,
  example: { zh: '“家长满意度”填在社会效益指标下', en: '“家长满意度” under 社会效益指标' },
  check,
};

function check(context: FilingContext): Outcome[] {
  return [...satisfaction(context), ...cost(context)];
}

const SATISFIED = /满意(?:度|率)/;

function satisfaction(context: FilingContext): Outcome[] {
  const rows = context.indicators.filter((row) => SATISFIED.test(nameOf(row)) && row.level3 !== null);
  const hasBranch = context.indicators.some(inBranch);
  if (rows.length === 0 || !hasBranch || context.filing.form_type === 'scoring_framework') return [];
  return gathered(
    context,
    rows,
    (row) => !inBranch(row),
    (odd) => {
      const names = listed(odd.map((row) => `${nameOf(row)}${branchOf(row)}`));
      return {
        verdict: 'improbable',
        message: {
          zh: `满意度指标没有放在满意度一栏：${names.zh}`,
          en: `satisfaction outside its branch: ${names.en}`,
        },
        evidence: odd.map((row) => cellOf(row, 'level3', 'indicator', nameOf(row))),
        operands: odd.map(indicatorKey),
      };
    },
  );
}

/** （产出指标／数量指标）; nothing where the form names no level. */
function branchOf({ level1, level2 }: Indicator): string {
  const levels = [level1, level2].filter((level) => level !== null && level !== '');
  return levels.length === 0 ? '' : `（${levels.join('／')}）`;
}

function inBranch({ level1, level2 }: Indicator): boolean {
  return SATISFIED.test(`${level1 ?? ''}${level2 ?? ''}`);
}

function cost(context: FilingContext): Outcome[] {
  const { filing, indicators } = context;
  const isLate = filing.year !== null && filing.year >= PARAMETERS.costYear.value;
  const under = indicators.filter(
    ({ level1, level2 }) => level1Of(level1)?.names[0] === '产出' && stemOf(level2) === '成本',
  );
  const isPlan = filing.form_type === 'project_targets' || filing.form_type === 'department_targets';
  if (!isLate || !isPlan || indicators.length === 0) return [];
  if (under.length === 0) return [passed(filing.filing_id)];
  const [first] = under;
  return [
    notice(context, {
      verdict: 'explained',
      message: {
        zh: `${filing.year}年的表仍把成本指标列在产出指标下（${under.length} 项）；财预〔2021〕101号起单列`,
        en: `the form of ${filing.year} has 成本 under 产出 (${under.length}); since 财预〔2021〕101号 it stands apart`,
      },
      evidence: [cellOf(first!, 'level2', 'level', first?.level2 ?? '')],
      operands: ['cost'],
    }),
  ];
}
