import type { Amount, Doubt, Hypothesis, Indicator, Location } from '../../../schemas/index.ts';
import { evaluate } from '../edits/evaluate.ts';
import { wholesOf } from '../figures/amounts.ts';
import { cellOf, listed, nameOf } from '../notice.ts';
import { type FilingContext, type FilingRule, found, type Outcome, passed } from '../rule.ts';
import { bestReading } from '../sums/sums.ts';

const PARAMETERS = {
  proposed: { value: 6, unit: 'cells', reason: 'a form read this badly is better scanned again' },
} as const;

/** Figures that a second look at the same crop reads otherwise. */
export const EXT_01: FilingRule = {
  id: 'EXT-01',
  scope: 'filing',
  kind: 'ocr',
  title: { zh: '同一单元格两次识别不同', en: 'Two readings of one cell disagree' },
  explanation: {
    zh: '扫描件中的数字经不同引擎或不同放大倍数再次识别，结果不一，且没有等式可以证实所采用的读数，请对照原图。',
    en: 'Recognised again by another reader or at another size, the figure comes out otherwise, and no equation confirms the reading taken: look at the picture.',
  },
  tolerance: 'T0',
  severity: 'warning',
  parameters: PARAMETERS,
  example: { zh: '预算数读作 6857，复读为 6357', en: 'a budget read as 6857, and as 6357 a second time' },
  yields: true,
  check,
};

interface Doubted {
  record: Amount | Indicator;
  field: string;
  name: string;
  doubt: Doubt;
  /** Other figures that it may read, surest first. */
  others: readonly string[];
}

const OF_AMOUNTS: readonly string[] = ['value', 'share'];
const OF_INDICATORS: readonly string[] = ['target', 'actual', 'weight', 'score'];
const NONE: readonly Doubted[] = [];

function check(context: FilingContext): Outcome[] {
  const { amounts, filing, indicators } = context;
  const cells: Doubted[] = [];
  for (const amount of amounts) cells.push(...doubted(amount, OF_AMOUNTS, amount.item));
  for (const row of indicators) cells.push(...doubted(row, OF_INDICATORS, nameOf(row)));
  if (cells.length === 0) return [];
  const sure = confirmed(context);
  const open = cells.filter(
    ({ record, field, others }) => others.length > 0 && !(field === 'value' && sure.has(record)),
  );
  const outcomes: Outcome[] = [];
  if (open.length < cells.length) outcomes.push(passed(filing.filing_id, cells.length - open.length));
  if (open.length > 0) outcomes.push(tell(context, open));
  return outcomes;
}

function doubted(record: Amount | Indicator, fields: readonly string[], name: string): readonly Doubted[] {
  // Only a figure that was recognised from a picture is ever doubted.
  if (record.doubts === undefined) return NONE;
  const doubts = new Map(Object.entries(record.doubts));
  return fields.flatMap((field) => {
    const doubt = doubts.get(field);
    if (doubt === undefined) return [];
    const taken = figureOf(doubt.text);
    // What an equation or a known word has settled is no longer open.
    const readings = doubt.settled === undefined ? doubt.alternatives : [];
    const others = [...readings]
      .sort((a, b) => b.confidence - a.confidence)
      .map(({ text }) => text.trim())
      .filter((text, i, all) => figureOf(text) !== '' && figureOf(text) !== taken && all.indexOf(text) === i);
    return [{ record, field, name, doubt, others }];
  });
}

/** Digits, point and sign: what two readings of a figure have to agree in. */
function figureOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\d.-]/g, '');
}

/** Amounts of sums that close: another figure would break them. */
function confirmed(context: FilingContext): Set<Amount | Indicator> {
  const sure = new Set<Amount | Indicator>();
  for (const of of wholesOf(context.amounts)) {
    const edit = of.exhaustive ? bestReading(context, of, { rule: 'EXT-01', relation: '=' }) : null;
    if (edit === null || of.whole === null || evaluate(edit)?.within !== true) continue;
    sure.add(of.whole);
    const facts = new Set(edit.terms.map(({ fact }) => fact));
    for (const part of of.parts) {
      const fact = context.facts.amount(part);
      if (fact !== null && facts.has(fact)) sure.add(part);
    }
  }
  return sure;
}

function tell({ filing }: FilingContext, open: readonly Doubted[]): Outcome {
  const names = listed(open.map(({ name, doubt, others }) => `${name} ${doubt.text}（${others[0]}？）`));
  return found({
    filingId: filing.filing_id,
    documentId: filing.document_id,
    verdict: 'improbable',
    origin: 'extraction',
    message: {
      zh: `识别存疑的数字，请对照原图：${names.zh}`,
      en: `figures read in two ways, look at the picture: ${names.en}`,
    },
    evidence: open.map(({ record, field, name, doubt }) =>
      cellOf(record, field, field, `${name} ${doubt.text}`.trim(), numberOf(doubt.text)),
    ),
    operands: open.map(({ name, field }) => `${name}|${field}`),
    hypotheses: open.slice(0, PARAMETERS.proposed.value).map(hypothesis),
  });
}

function numberOf(text: string): number | null {
  const figure = figureOf(text);
  return /^-?\d+(?:\.\d+)?$/.test(figure) ? Number(figure) : null;
}

function hypothesis({ record, field, name, doubt, others }: Doubted): Hypothesis {
  const { source } = cellOf(record, field, field, doubt.text) as { source: Location };
  const to = others[0] ?? '';
  return {
    generator: 'H2',
    change: { source, from: doubt.text, to },
    reason: { zh: `“${name}”复读为 ${to}`, en: `“${name}” reads ${to} a second time` },
    resolves: [],
    breaks: [],
    score: 2,
    suggested: false,
  };
}
