import type { Evidence, Indicator, TextRecord } from '../../../schemas/index.ts';
import { isFact, total } from '../edits/points.ts';
import { type Exact, exact, show, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { levelsOf } from '../figures/indicators.ts';
import { evidenceOf } from '../findings.ts';
import { type DocumentContext, type FilingContext, notEvaluated, type Outcome, passed } from '../rule.ts';
import { foundIn } from './claims.ts';
import { formNamed, isOfReport } from './reports.ts';
import {
  brokenDeduction,
  brokenRate,
  isScore,
  partName,
  type SectionScore,
  sectionScores,
} from './section-scores.ts';
import { placeOf } from './text-fact.ts';

/** A level or an indicator of a score table: its points and what it may be said to have got. */
interface Part {
  form: FilingContext;
  name: string;
  points: Exact;
  scores: readonly Fact[];
  /** The sum of its scores, what its level prints, and sums with the score of 预算执行率 or of another column. */
  sums: readonly Exact[];
}

/** What a report says that the parts of its score table got (产出指标分值30分，得26分，得分率86.67%), against that table. */
export function scoredParts(document: DocumentContext): Outcome[] {
  const forms = document.filings.filter(
    ({ filing, indicators }) =>
      filing.unread_rows === undefined &&
      filing.cut_off !== true &&
      indicators.some(({ score }) => score !== null),
  );
  if (forms.length === 0) return [];
  const parts = Map.groupBy(forms.flatMap(partsOf), ({ name }) => name);
  return document.texts.flatMap((text, i) => {
    let above = document.texts[i - 1]?.text.split('\n').at(-1) ?? '';
    let start = 0;
    return text.text.split('\n').flatMap((line) => {
      const said = sectionScores(line, above).map((one) => ({ ...one, offset: one.offset + start }));
      above = line;
      start += line.length + 1;
      return said.flatMap((one) => judge(document, text, one, parts));
    });
  });
}

function partsOf(form: FilingContext): Part[] {
  const levels = levelsOf(form.indicators);
  const groups = levels.flatMap(({ name, rows, inner }) => [
    { name, rows, level: 'level1_score' as const },
    ...inner.map((group) => ({ name: group.name, rows: group.rows, level: 'level2_score' as const })),
  ]);
  const single = form.indicators.map((row) => ({ name: row.level3 ?? '', rows: [row], level: null }));
  return [
    ...listedScores(form),
    ...[...groups, ...single].flatMap(({ name, rows, level }): Part[] => {
      const key = partName(name);
      const scores = rows.map((row) => form.facts.indicator(row, 'score'));
      const points = rows.map((row) => form.facts.indicator(row, 'weight')).filter(isFact);
      if (key.length < 2 || points.length < rows.length || !scores.every(isFact)) return [];
      return [{ form, name: key, points: total(points), scores, sums: sumsOf(form, rows, scores, level) }];
    }),
  ];
}

/** 数据平台经费 | … | 90.1 of a list of projects, each with the score of its row. */
function listedScores(form: FilingContext): Part[] {
  return form.indicators.flatMap((row): Part[] => {
    const score = form.facts.indicator(row, 'score');
    const name = partName(row.scope ?? '');
    if (name.length < 4 || score === null || !/得分$/.test(row.level3 ?? '')) return [];
    return [{ form, name, points: 0n, scores: [score], sums: [score.value] }];
  });
}

function sumsOf(
  { filing }: FilingContext,
  rows: readonly Indicator[],
  scores: readonly Fact[],
  level: 'level1_score' | 'level2_score' | null,
): Exact[] {
  const sum = total(scores);
  const sums = [sum];
  if (filing.execution_score !== null) sums.push(sum + exact(filing.execution_score));
  const own = level === null ? undefined : rows[0]?.[level];
  if (own !== undefined) sums.push(exact(own));
  const others = rows[0]?.other_scores ?? [];
  for (const k of others.keys())
    sums.push(rows.reduce((all, row) => all + exact(row.other_scores?.[k]?.value ?? 0), 0n));
  return sums;
}

function judge(
  document: DocumentContext,
  text: TextRecord,
  said: SectionScore,
  all: ReadonlyMap<string, readonly Part[]>,
): Outcome[] {
  const meant = said.names
    .map((name) => (all.get(name) ?? []).filter(({ form }) => isOfReport(document, text, form.filing)))
    .find((some) => some.length > 0);
  if (meant === undefined) return [];
  const full = said.points === null ? null : exact(Number(said.points));
  const own = ofOneForm(text, said, full === null ? meant : meant.filter(({ points }) => points === full));
  const [part] = own;
  const off = brokenDeduction(said, full ?? part?.points ?? null);
  if (off !== null) return [wrongDeduction(document, text, said, off)];
  if (part === undefined) return [notEvaluated(text.filing_id, 'figures of another scope')];
  const rate = brokenRate(said, part.points);
  if (own.some(({ sums }) => sums.some((sum) => isScore(said.score, sum))))
    return rate === null ? [passed(text.filing_id)] : [wrongRate(document, text, said, rate)];
  if (own.some(({ sums }) => sums[0] !== part.sums[0]))
    return [notEvaluated(text.filing_id, 'no single total score')];
  return [wrongScore(document, text, said, part)];
}

/** Parts of that name: of the form whose project is named where forms of several projects have one. */
function ofOneForm(text: TextRecord, { offset }: SectionScore, parts: readonly Part[]): readonly Part[] {
  const projects = new Set(parts.map(({ form }) => form.filing.project));
  if (projects.size < 2) return parts;
  const forms = parts.map(({ form }) => form.filing);
  const named = formNamed(text, offset, forms);
  return named === null ? [] : parts.filter(({ form }) => form.filing === named);
}

/** The sentence that says it. */
function quoted(text: TextRecord, { quote, offset, score }: SectionScore): Evidence {
  const source = placeOf(text, offset);
  return { role: 'text', text: quote, value: Number(score), source, document_id: null };
}

function wrongScore(document: DocumentContext, text: TextRecord, said: SectionScore, part: Part): Outcome {
  const sum = part.sums[0]!;
  const score = exact(Number(said.score));
  return foundIn(
    { text, filing: part.form, document },
    {
      filingId: part.form.filing.filing_id,
      documentId: text.document_id,
      verdict: 'impossible',
      message: {
        zh: `文字写“${part.name}”得 ${said.score} 分，评分表中为 ${show(sum)} 分`,
        en: `the text has “${part.name}” at ${said.score} points, the score table gives it ${show(sum)}`,
      },
      evidence: [quoted(text, said), ...part.scores.map((fact) => evidenceOf(fact, 'score'))],
      operands: ['section_score', part.name],
      expected: toNumber(sum),
      actual: Number(said.score),
      difference: toNumber(score - sum),
      tolerance: 0,
    },
  );
}

function wrongRate(document: DocumentContext, text: TextRecord, said: SectionScore, rate: Exact): Outcome {
  return foundIn(
    { text, filing: null, document },
    {
      filingId: text.filing_id,
      documentId: text.document_id,
      verdict: 'impossible',
      message: {
        zh: `文字写得分率 ${said.rate}%，按得分与分值应为 ${show(rate)}%`,
        en: `the text has a rate of ${said.rate} %, its score over its points is ${show(rate)} %`,
      },
      evidence: [quoted(text, said)],
      operands: ['section_rate', said.names[0] ?? ''],
      expected: toNumber(rate),
      actual: Number(said.rate),
    },
  );
}

function wrongDeduction(
  document: DocumentContext,
  text: TextRecord,
  said: SectionScore,
  off: Exact,
): Outcome {
  return foundIn(
    { text, filing: null, document },
    {
      filingId: text.filing_id,
      documentId: text.document_id,
      verdict: 'impossible',
      message: {
        zh: `文字写扣 ${said.off} 分，按分值与得分应扣 ${show(off)} 分`,
        en: `the text takes ${said.off} points off, its points less its score are ${show(off)}`,
      },
      evidence: [quoted(text, said)],
      operands: ['section_deduction', said.names[0] ?? ''],
      expected: toNumber(off),
      actual: Number(said.off),
    },
  );
}
