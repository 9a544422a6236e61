import type { Filing, Indicator } from '../../../schemas/index.ts';
import { show, toNumber } from '../facts/exact.ts';
import { evidenceOf } from '../findings.ts';
import { normalised } from '../keys.ts';
import { nameOf, notice } from '../notice.ts';
import {
  type DocumentContext,
  type DocumentRule,
  type FilingContext,
  type Outcome,
  passed,
} from '../rule.ts';

/** One indicator in the target form and in the self-evaluation of one project, with two weights. */
export const WGT_07: DocumentRule = {
  id: 'WGT-07',
  scope: 'document',
  kind: 'cross_table',
  title: { zh: '自评表权重与目标表不同', en: 'Weight of the self-evaluation differs from the target form' },
  explanation: {
    zh: '同一项目的绩效目标表与自评表中，同名指标的权重应一致；自评时改权重会改变评价结果。',
    en: 'The weight of an indicator is the same in the target form and in the self-evaluation of a project; changing it changes the result.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: {
    zh: '“培训人数”目标表权重 10，自评表分值 15',
    en: '“培训人数” has 10 points as a target and 15 when evaluated',
  },
  check,
};

const EVALUATIONS: ReadonlyMap<string, string> = new Map([
  ['project_self_evaluation', 'project_targets'],
  ['department_self_evaluation', 'department_targets'],
]);

function check(document: DocumentContext): Outcome[] {
  const evaluations = document.filings.filter(({ filing }) => EVALUATIONS.has(filing.form_type));
  const planned = new Set(evaluations.map(({ filing }) => EVALUATIONS.get(filing.form_type)));
  const targets = document.filings.filter(({ filing }) => planned.has(filing.form_type));
  // A workbook may hold a form a row, of some thousand projects.
  const bySubject = Map.groupBy(targets, ({ filing }) => subjectOf(filing, filing.form_type));
  return evaluations.flatMap((evaluation) => {
    const { filing } = evaluation;
    const same = bySubject.get(subjectOf(filing, EVALUATIONS.get(filing.form_type)!)) ?? [];
    const target = onlyOf(same, filing.year);
    return target === null ? [] : compare(target, evaluation);
  });
}

/** Whose targets they are, as a key: the unit, and the project where the form is of one. */
function subjectOf({ organisation, project }: Filing, targets: string): string | null {
  const unit = normalised(organisation);
  if (targets !== 'project_targets') return `${targets}|${unit}`;
  return project === null ? null : `${targets}|${unit}|${normalised(project)}`;
}

/** The only form of the year, or of no year; null where there is none, or several. */
function onlyOf(forms: readonly FilingContext[], year: number | null): FilingContext | null {
  let only: FilingContext | null = null;
  for (const form of forms) {
    if (year !== null && form.filing.year !== null && form.filing.year !== year) continue;
    if (only !== null) return null;
    only = form;
  }
  return only;
}

function compare(targets: FilingContext, evaluation: FilingContext): Outcome[] {
  const named = new Map<string, Indicator>();
  const twice = new Set<string>();
  for (const row of targets.indicators) {
    if (row.section === 'long_term' && targets.indicators.some(({ section }) => section === 'annual'))
      continue;
    const key = keyOf(row);
    if (named.has(key)) twice.add(key);
    else named.set(key, row);
  }
  const outcomes = evaluation.indicators.flatMap((row): Outcome[] => {
    const key = keyOf(row);
    const plan = twice.has(key) ? undefined : named.get(key);
    const before = plan === undefined ? null : targets.facts.indicator(plan, 'weight');
    const after = evaluation.facts.indicator(row, 'weight');
    if (before === null || after === null) return [];
    if (before.value === after.value) return [passed(evaluation.filing.filing_id)];
    return [
      notice(evaluation, {
        verdict: 'impossible',
        message: {
          zh: `“${nameOf(row)}”目标表权重 ${show(before.value)}，自评表分值 ${show(after.value)}`,
          en: `“${nameOf(row)}” has ${show(before.value)} points in the target form and ${show(after.value)} in the self-evaluation`,
        },
        expected: before.printed,
        actual: after.printed,
        difference: toNumber(after.value - before.value),
        evidence: [evidenceOf(after, 'weight'), evidenceOf(before, 'target form')],
        operands: [after.key, before.key],
      }),
    ];
  });
  return rescaled(evaluation, outcomes) ?? outcomes;
}

/** Most weights differ: the form was weighted anew (90 for 100), which is one thing to say and not many. */
function rescaled(evaluation: FilingContext, outcomes: readonly Outcome[]): Outcome[] | null {
  const breaches = outcomes.flatMap((outcome) => (outcome.type === 'finding' ? [outcome.draft] : []));
  const [first] = breaches;
  if (first === undefined || breaches.length < 3 || breaches.length * 2 <= outcomes.length) return null;
  return [
    notice(evaluation, {
      verdict: 'improbable',
      message: {
        zh: `自评表重新分配了权重：${outcomes.length} 项中 ${breaches.length} 项与目标表不同（如${first.message.zh}）`,
        en: `the self-evaluation is weighted anew: ${breaches.length} of ${outcomes.length} weights differ (${first.message.en})`,
      },
      evidence: breaches.flatMap(({ evidence }) => evidence),
      operands: breaches.flatMap(({ operands }) => operands),
    }),
  ];
}

function keyOf({ level2, level3 }: Indicator): string {
  return `${normalised(level2)}|${normalised(level3)}`;
}
