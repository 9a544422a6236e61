import type { Indicator } from '../../../schemas/index.ts';
import { indicatorKey, normalised } from '../keys.ts';
import { nameOf, notice, targetCell } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

const PARAMETERS = {
  nameLength: {
    value: 4,
    unit: 'characters',
    reason: 'shorter names (人数, 完成率) say too little to be one thing',
  },
} as const;

/** One indicator twice under one 二级指标. */
export const STR_07: FilingRule = {
  id: 'STR-07',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '同一二级指标下指标重复', en: 'Indicator twice under one second level' },
  explanation: {
    zh: '同一目标、同一二级指标下出现同名三级指标。目标值相同是重复计列；同单位而目标值不同，二者必有一误。',
    en: 'The same name stands twice under one goal and second level. With one value it is counted twice; with two values in one unit, one of them is wrong.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: PARAMETERS,
  example: {
    zh: '“培训合格率”一行 ≥95%，另一行 ≥90%',
    en: '“培训合格率” ≥95% in one row and ≥90% in another',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const names = new Set(context.indicators.map((row) => normalised(nameOf(row))));
  if (context.indicators.length > 0 && names.size === context.indicators.length) {
    return [passed(context.filing.filing_id, names.size)];
  }
  const groups = new Map<string, Indicator[]>();
  for (const row of context.indicators) {
    if (normalised(nameOf(row)).length < PARAMETERS.nameLength.value || row.level3 === null) continue;
    // What the row says of itself tells two indicators of one name apart.
    const key = [indicatorKey(row), normalised(row.description), normalised(row.scoring_rule)].join('|');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((rows) => {
    if (rows.length === 1) return passed(context.filing.filing_id);
    return duplicate(context, rows);
  });
}

function duplicate(context: FilingContext, rows: readonly Indicator[]): Outcome {
  const values = rows.map((row) => row.target?.raw ?? '');
  const differ = new Set(values.map(normalised)).size > 1;
  const [first] = rows;
  return notice(context, {
    verdict: 'improbable',
    message: {
      zh: `“${nameOf(first!)}”在${first?.level2 ?? '同一级'}下出现 ${rows.length} 次${differ ? `，指标值不同：${values.join('、')}` : `，指标值均为“${values[0]}”`}`,
      en: `“${nameOf(first!)}” stands ${rows.length} times under ${first?.level2 ?? 'one level'}${differ ? ` with different values: ${values.join(', ')}` : `, each time “${values[0]}”`}`,
    },
    evidence: rows.map((row) => targetCell(row)),
    operands: [indicatorKey(first!)],
  });
}
