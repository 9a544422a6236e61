import type { TextRecord } from '../../../schemas/index.ts';
import { type Exact, exact, show } from '../facts/exact.ts';
import { evidenceOf } from '../findings.ts';
import { cellOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

const PARAMETERS = {
  excellent: { value: 90, unit: 'points of 100', reason: '财预〔2020〕10号: 优 from 90' },
  good: { value: 80, unit: 'points of 100', reason: '财预〔2020〕10号: 良 from 80 to below 90' },
  fair: { value: 60, unit: 'points of 100', reason: '财预〔2020〕10号: 中 from 60 to below 80, 差 below' },
} as const;

/** The grade that the form states is that of its total. */
export const SCR_08: FilingRule = {
  id: 'SCR-08',
  scope: 'filing',
  kind: 'score_rule',
  title: { zh: '评价等级与总分不符', en: 'Grade does not fit the total score' },
  explanation: {
    zh: '总分90分及以上为优，80–90分为良，60–80分为中，60分以下为差（财预〔2020〕10号）。',
    en: 'From 90 points 优, from 80 良, from 60 中, below 差 (财预〔2020〕10号).',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: PARAMETERS,
  example: { zh: '总分 86.5，等级“优”', en: 'total 86.5, grade 优' },
  check,
};

interface Grade {
  name: string;
  words: RegExp;
  from: Exact;
  below: Exact;
}

const { excellent, good, fair } = PARAMETERS;
const GRADES: readonly Grade[] = [
  { name: '优', words: /^优秀?$/, from: exact(excellent.value), below: exact(1000) },
  { name: '良', words: /^良好?$/, from: exact(good.value), below: exact(excellent.value) },
  { name: '中', words: /^(?:中|中等|一般|合格)$/, from: exact(fair.value), below: exact(good.value) },
  { name: '差', words: /^(?:差|较差|不合格)$/, from: 0n, below: exact(fair.value) },
];

function check(context: FilingContext): Outcome[] {
  const { facts, filing, texts } = context;
  const total = facts.filing(filing, 'total_score');
  const stated = texts.map(gradeIn).find((grade) => grade !== null);
  if (stated === undefined || stated === null) return [];
  if (total === null) return [notEvaluated(filing.filing_id, 'no total score is printed')];
  if ((filing.total_weight ?? 100) !== 100) return [notEvaluated(filing.filing_id, 'total is not of 100')];
  const { grade, text } = stated;
  if (total.value >= grade.from && total.value < grade.below) return [passed(filing.filing_id)];
  const due = GRADES.find(({ below, from }) => total.value >= from && total.value < below);
  return [
    notice(context, {
      verdict: 'impossible',
      message: {
        zh: `总分 ${show(total.value)} 应为“${due?.name}”，填“${grade.name}”`,
        en: `a total of ${show(total.value)} is ${due?.name}, the form says ${grade.name}`,
      },
      actual: total.printed,
      evidence: [evidenceOf(total, 'total'), cellOf(text, 'text', 'grade', text.text)],
      operands: [total.key, grade.name],
    }),
  ];
}

/** A cell of its own beside 评价等级; what sentences say is another rule's. */
function gradeIn(text: TextRecord): { grade: Grade; text: TextRecord } | null {
  if (!/等级|等次/.test(text.label ?? '')) return null;
  const grade = GRADES.find(({ words }) => words.test(text.text.trim()));
  return grade === undefined ? null : { grade, text };
}
