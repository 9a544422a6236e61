import type { Filing, TextRecord } from '../../../schemas/index.ts';
import { exact, show } from '../facts/exact.ts';
import { normalised } from '../keys.ts';
import { type Claim, claimsOf, factOf, figureEvidence, foundIn } from '../narrative/claims.ts';
import { formNamed, isOfReport, namesAnother } from '../narrative/reports.ts';
import { scoredParts } from '../narrative/scored-parts.ts';
import { placeOf } from '../narrative/text-fact.ts';
import { cellOf } from '../notice.ts';
import { type DocumentContext, type DocumentRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** The score and the grade that a text tells are those of the form. */
export const NAR_06: DocumentRule = {
  id: 'NAR-06',
  scope: 'document',
  kind: 'narrative',
  title: { zh: '文字中的得分或等级与表不符', en: 'Score or grade in the text differs from the form' },
  explanation: {
    zh: '自评报告写的总得分应等于评分表的总分，各部分的得分应等于评分表中该部分得分之和，得分率应等于得分除以分值，所写扣分应等于分值减得分，写的等级应与总分所在区间一致（优 90 以上，良 80 以上，中 60 以上，差 60 以下）。',
    en: 'The total score of the report is that of the form, the score of a part is what its rows got, its rate that score over its points, the points taken off the rest of them, and the grade is that of the total: 优 from 90, 良 from 80, 中 from 60, 差 below.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {
    excellent: { value: 90, unit: 'points of 100', reason: '财预〔2020〕10号: 优' },
    good: { value: 80, unit: 'points of 100', reason: '财预〔2020〕10号: 良' },
    fair: { value: 60, unit: 'points of 100', reason: '财预〔2020〕10号: 中' },
  },
  example: { zh: '报告写自评得分 96.5，评分表合计 95.6', en: '96.5 in the report, 95.6 in the form' },
  check: (document) => [
    ...claimsOf(document).flatMap((claim) => scores(document, claim)),
    ...grades(document),
    ...scoredParts(document),
  ],
};

/** What a name of points ends with. */
const ENDS = /(?:得分|评分|分数)(?:数|值)$/;

const TOTAL =
  /^(?:绩效|本次|最终|综合|总体|整体|部门|项目|支出|部门整体支出|项目支出)*(?:自评|评价|自我评价|综合评价|绩效评价)*(?:总分|总得分|综合得分|得分|评分|分数)(?:数|值)?$/;

function scores(document: DocumentContext, claim: Claim): Outcome[] {
  return claim.text.figures.flatMap((figure, index): Outcome[] => {
    if (figure.role !== 'stated' || (figure.unit !== null && figure.unit !== '分')) return [];
    const said = normalised(figure.item);
    if (!said.endsWith('分') && !ENDS.test(said)) return [];
    const scored = scoredForm(document, claim.text, figure.offset);
    // 堤防巡查项目自评得分 of the form of 堤防巡查.
    const own = normalised(scored?.project ?? null);
    const name = own !== '' && said.startsWith(own) ? said.slice(own.length) : said;
    if (!TOTAL.test(name) || !(/自评|评价|总|综合/.test(name) || isJudged(claim.text, figure.offset)))
      return [];
    if (isOfPart(claim.text, figure.offset)) return [];
    const fact = factOf(claim, index);
    if (fact === null || scored === null)
      return [notEvaluated(claim.text.filing_id, 'no single total score')];
    const total = document.facts.filing(scored, 'total_score');
    if (total === null || total.value === fact.value) return [passed(claim.text.filing_id)];
    return [
      foundIn(claim, {
        filingId: scored.filing_id,
        documentId: claim.text.document_id,
        verdict: 'impossible',
        message: {
          zh: `文字写得分 ${fact.text}，表内总分 ${total.text} 分`,
          en: `the text has a score of ${fact.text}, the form a total of ${total.text}`,
        },
        evidence: [
          figureEvidence(claim, index, 'text'),
          cellOf(scored, 'total_score', 'total', total.text, total.printed),
        ],
        operands: [fact.key, total.key],
        expected: total.printed,
        actual: fact.printed,
        difference: Number(show(fact.value - total.value)),
        tolerance: 0,
      }),
    ];
  });
}

/** 产出指标分值50分，评价得分48分, 决策指标共16分，评价得分14分: the score of what has fewer points than all. */
function isOfPart({ text }: TextRecord, offset: number): boolean {
  const clause = text
    .slice(Math.max(0, offset - REACH), offset)
    .split(/[。；;\n]/)
    .at(-1)!;
  const points =
    /(?:(?:分值|满分|权重分?)(?:为|是|共)?|共计?)\s*(\d{1,3}(?:\.\d+)?)\s*分[，,、]\s*[^，,、\d]*$/.exec(
      clause,
    )?.[1];
  return points !== undefined && Number(points) < OF_ALL;
}

/** Points of a whole form. */
const OF_ALL = 100;

/** 经综合评价，项目得分为86.33分: the sentence says what was scored. */
function isJudged({ text }: TextRecord, offset: number): boolean {
  return /经[^，。；]{0,12}(?:评价|评估|评审|自评)[^，。；]{0,6}，[^，。；]*$/.test(
    text.slice(Math.max(0, offset - 40), offset),
  );
}

/**
 * The form that a text tells the score of: its own, the only one of the document that has one, the one whose project the text
 * names, or the first where all got the same.
 */
function scoredForm(document: DocumentContext, text: TextRecord, offset: number): Filing | null {
  const scored = document.filings.map(({ filing }) => filing).filter((filing) => filing.total_score !== null);
  const own = scored.find((filing) => filing.filing_id === text.filing_id);
  if (own !== undefined) return own;
  const all = scored.filter((form) => isOfReport(document, text, form));
  const [first, ...others] = all;
  if (first === undefined) return null;
  if (others.length === 0) return namesAnother(text, offset, first) ? null : first;
  if (others.every(({ total_score: score }) => score === first.total_score)) return first;
  return formNamed(text, offset, all) ?? formOfDepartment(text, offset, all);
}

/** 部门整体支出绩效自评得分 of a document that holds the forms of its projects too. */
function formOfDepartment({ text }: TextRecord, offset: number, forms: readonly Filing[]): Filing | null {
  if (
    !/整体[^，。；：]{0,14}(?:得分|评分|分数)[^，。；：]{0,4}$/.test(
      text.slice(Math.max(0, offset - 24), offset),
    )
  )
    return null;
  const own = forms.filter(({ form_type }) => form_type === 'department_self_evaluation');
  return own.length === 1 ? own[0]! : null;
}

const GRADE =
  /(?:等级|等次|评级|评价结果|自评结果|评定结果)(?:评定|评价|确定)?(?:结果)?(?:为|是|：|:)\s*[“"]?(优秀?|良好?|中|差)(?=[”"，。；、\s]|$)(?![”"]?\s*的)/g;

function grades(document: DocumentContext): Outcome[] {
  const texts = [...document.filings.flatMap((filing) => filing.texts), ...document.texts];
  return texts.flatMap((text) =>
    [...text.text.matchAll(GRADE)].flatMap((match): Outcome[] => {
      const scored = scoredForm(document, text, match.index);
      const isOfHundred = scored?.total_weight == null || scored.total_weight === 100;
      if (scored === null || scored.total_score === null || !isOfHundred) return [];
      const word = match[1]!.slice(0, 1);
      const right = gradeOf(scored.total_score);
      if (word === right) return [passed(text.filing_id)];
      if (isOfAnother(text.text, match.index, word, scored)) return [];
      return [
        foundIn(
          { text, filing: null, document },
          {
            filingId: scored.filing_id,
            documentId: text.document_id,
            verdict: 'impossible',
            message: {
              zh: `文字写等级“${match[1]}”，表内总分 ${scored.total_score} 应为“${right}”`,
              en: `the text has grade ${match[1]}, a total of ${scored.total_score} is ${right}`,
            },
            evidence: [
              {
                role: 'grade',
                text: match[0],
                value: null,
                source: placeOf(text, match.index),
                document_id: null,
              },
              cellOf(scored, 'total_score', 'total', String(scored.total_score), scored.total_score),
            ],
            operands: ['grade', word, 'total_score'],
            actual: scored.total_score,
          },
        ),
      ];
    }),
  );
}

/** Characters before a grade in which the score stands that it is of. */
const REACH = 30;

/** 上年自评等级为良; 抽评3个项目，得分88分，评价等级为良: of another year, or of a score of its own, which it fits. */
function isOfAnother(
  text: string,
  offset: number,
  word: string,
  { total_score: total, year }: Filing,
): boolean {
  const lead =
    text
      .slice(Math.max(0, offset - REACH), offset)
      .split(/[。；;\n]/)
      .at(-1) ?? '';
  if (/(?:上一?年|去年|往年)[^，]*$/.test(lead)) return true;
  const [, told] = /((?:19|20)\d{2})年[^，]*$/.exec(lead) ?? [];
  if (told !== undefined && year !== null && Number(told) < year) return true;
  const score = /(\d{1,3}(?:\.\d+)?)\s*分[^\d]*$/.exec(lead)?.[1];
  return score !== undefined && Number(score) !== total && gradeOf(Number(score)) === word;
}

function gradeOf(score: number): string {
  const { excellent, good, fair } = NAR_06.parameters;
  const points = exact(score);
  if (points >= exact(excellent!.value)) return '优';
  if (points >= exact(good!.value)) return '良';
  return points >= exact(fair!.value) ? '中' : '差';
}
