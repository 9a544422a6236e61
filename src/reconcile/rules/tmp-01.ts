import type { TextRecord } from '../../../schemas/index.ts';
import { cellOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** The year of the form, of its title and of its goals. */
export const TMP_01: FilingRule = {
  id: 'TMP-01',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '年度前后不一致', en: 'Year of the form differs from its title or goals' },
  explanation: {
    zh: '表题、年度栏应是同一年度；年度目标中只提到以前年度、未提到本年度的，多为沿用上年文字，作警告。',
    en: 'Title and year field name one year. An annual goal that names only earlier years is most likely last year’s text and a warning.',
  },
  tolerance: 'TS',
  severity: 'error',
  parameters: {},
  example: { zh: '表题“2031年度”，预算年度栏 2030', en: 'title 2031, year field 2030' },
  check,
};

const TITLE_YEAR = /(20\d{2})\s*年度?/;

function check(context: FilingContext): Outcome[] {
  const { filing } = context;
  if (filing.year === null) return [notEvaluated(filing.filing_id, 'year is missing')];
  return [...ofTitle(context, filing.year), ...ofGoals(context, filing.year)];
}

function ofTitle(context: FilingContext, year: number): Outcome[] {
  const { filing } = context;
  // 2030年提前下达2031年…: two years say nothing of which is the form's.
  const years = new Set([...(filing.title ?? '').matchAll(/20\d{2}/g)].map(([year]) => year));
  const printed = years.size === 1 ? TITLE_YEAR.exec(filing.title ?? '')?.[1] : undefined;
  const hasField = Object.hasOwn(filing.source, 'year') && !filing.inferred.includes('year');
  if (printed === undefined || !hasField) return [];
  if (Number(printed) === year) return [passed(filing.filing_id)];
  return [
    notice(context, {
      verdict: 'impossible',
      message: {
        zh: `表题为 ${printed} 年度，年度栏为 ${year}`,
        en: `the title says ${printed}, the year field ${year}`,
      },
      expected: Number(printed),
      actual: year,
      evidence: [
        cellOf(filing, 'title', 'title', filing.title ?? '', Number(printed)),
        cellOf(filing, 'year', 'year', String(year), year),
      ],
      operands: ['year', printed],
    }),
  ];
}

/** Years of documents (〔2022〕38号), of comparisons and of beginnings are not the year of the goal. */
const OTHER_YEARS =
  /[〔【[（(]20\d{2}[〕】\]）)]|(?:比|较|自|从|于|截至|截止|对标|同|与)20\d{2}年|20\d{2}\s*[-—~至到]\s*20\d{2}|20\d{2}年?(?:以来|以前|之前|底前|末|度?决算|度?预算|起|至)/g;
const YEAR = /(?<!\d)(20\d{2})\s*年/g;

function ofGoals(context: FilingContext, year: number): Outcome[] {
  if (!printsYear(context, year)) return [];
  const goals = context.texts.filter((text) => text.role === 'goal' && isAnnual(text));
  return goals.flatMap((goal): Outcome[] => {
    const years = yearsIn(goal);
    if (years.length === 0) return [];
    if (years.some((one) => one >= year)) return [passed(context.filing.filing_id)];
    const latest = Math.max(...years);
    return [
      notice(context, {
        verdict: 'improbable',
        severity: 'warning',
        message: {
          zh: `${year} 年度的目标只提到 ${latest} 年：“${goal.text.slice(0, QUOTED)}”`,
          en: `the goal of ${year} names only ${latest}: “${goal.text.slice(0, QUOTED)}”`,
        },
        expected: year,
        actual: latest,
        evidence: [cellOf(goal, 'text', 'goal', goal.text, latest)],
        operands: ['goal', goal.label ?? '', String(latest)],
      }),
    ];
  });
}

/** 年度总体目标 is of the year, a bare 总体目标 may be of all years. */
function isAnnual({ label }: TextRecord): boolean {
  const of = label ?? '';
  return !/长期|中期/.test(of) && (/年度|当年|本年/.test(of) || !/总体/.test(of));
}

/** A year that was worked out from a filing date may be off by one. */
function printsYear({ filing }: FilingContext, year: number): boolean {
  return Object.hasOwn(filing.source, 'year') || (filing.title ?? '').includes(String(year));
}

/** Signs of a goal that a message quotes. */
const QUOTED = 40;

function yearsIn({ text }: TextRecord): number[] {
  const kept = text.replace(OTHER_YEARS, '');
  return [...kept.matchAll(YEAR)].map(([, year]) => Number(year));
}
