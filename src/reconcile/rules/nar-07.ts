import type { Indicator, Location, TextRecord } from '../../../schemas/index.ts';
import { divideRounded, exact, ONE, roundTo, show, toNumber } from '../facts/exact.ts';
import { foundIn } from '../narrative/claims.ts';
import type { Interval } from '../narrative/intervals.ts';
import { placeOf } from '../narrative/text-fact.ts';
import { type WrittenEquation, writtenEquations } from '../narrative/written-equations.ts';
import { notice } from '../notice.ts';
import {
  type DocumentContext,
  type DocumentRule,
  type FilingContext,
  type Outcome,
  passed,
} from '../rule.ts';

/** A sum that a text works out gives what is printed behind it. */
export const NAR_07: DocumentRule = {
  id: 'NAR-07',
  scope: 'document',
  kind: 'narrative',
  title: { zh: '文字中的算式与结果不符', en: 'An equation in a text does not hold' },
  explanation: {
    zh: '文字和评分说明中写出数字的算式（28÷30×100%=93.33%），按所写数字的小数位计算，应等于所写的结果；算式中用名称代替数字的、结果后还有运算的不作判断。',
    en: 'An equation that a text or the remarks on a score write out in numbers (28÷30×100%=93.33%) gives, at the precision of what it prints, the result behind it. Where a name stands for a number, or the result is worked on, nothing is said.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {},
  example: { zh: '在职人员控制率=28/30×100%=93.93%', en: 'staff rate = 28/30×100% = 93.93%' },
  check,
};

/** Where a form explains the points of an indicator; its rule of scoring works with examples. */
const EXPLAINED = ['description', 'basis', 'deviation', 'remark', 'evidence'] as const;

function check(document: DocumentContext): Outcome[] {
  const loose = document.texts.flatMap((text) => inText(document, null, text));
  const inForms = document.filings.flatMap((filing) => [
    ...filing.texts.flatMap((text) => inText(document, filing, text)),
    ...filing.indicators.flatMap((row) => inRow(filing, row)),
  ]);
  return [...inForms, ...loose];
}

function inText(document: DocumentContext, filing: FilingContext | null, text: TextRecord): Outcome[] {
  return writtenEquations(text.text).map((equation) =>
    equation.holds
      ? passed(text.filing_id)
      : foundIn(
          { text, filing, document },
          {
            filingId: text.filing_id,
            documentId: text.document_id,
            ...broken(equation, placeOf(text, equation.offset)),
          },
        ),
  );
}

function inRow(filing: FilingContext, row: Indicator): Outcome[] {
  return EXPLAINED.flatMap((field) => {
    const text = row[field];
    const source = row.source[field];
    if (text === null || source === undefined) return [];
    return writtenEquations(text).map((equation) =>
      equation.holds ? passed(filing.filing.filing_id) : notice(filing, broken(equation, source)),
    );
  });
}

function broken(equation: WrittenEquation, source: Location) {
  const { result, text, unit, value } = equation;
  const right = middleOf(value);
  const places = (/\.(\d+)[^.]*$/.exec(text)?.[1]?.length ?? 0) + 2;
  const real = roundTo(right, places);
  return {
    verdict: 'improbable' as const,
    message: {
      zh: `文字中的算式“${text}”，按所写数字应得 ${show(real)}${unit}`,
      en: `the equation “${text}” in the text gives ${show(real)}${unit}`,
    },
    evidence: [{ role: 'stated', text, value: result, source, document_id: null }],
    operands: ['equation', text.replace(/\s/g, '')],
    expected: toNumber(real),
    actual: result,
    difference: toNumber(roundTo(exact(result) - right, places)),
  };
}

/** The middle of an interval, rounded to the scale of exact figures. */
function middleOf({ low, high }: Interval): bigint {
  return divideRounded(ONE * (low.n * high.d + high.n * low.d), 2n * low.d * high.d);
}
