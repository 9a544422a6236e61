import type { Message } from '../../../schemas/index.ts';
import { type Exact, magnitude, roundTo, show } from '../facts/exact.ts';
import type { Edit, Term } from './edit.ts';
import { type Evaluation, sumsToConstant } from './evaluate.ts';
import type { Judgement } from './judge.ts';

/** Parts that a sentence names; the evidence holds all of them. */
const PARTS_NAMED = 12;

/** `6971.77 ≠ 6951.77 + 0 + 10 = 6961.77`: the figures of an edit as an equation. */
export function equationOf(evaluation: Evaluation): string {
  const { edit } = evaluation;
  const sign = evaluation.exactly ? '=' : '≠';
  if (edit.type === 'linear') {
    if (sumsToConstant(edit)) {
      if (edit.terms.length === 1)
        return `${figure(edit.terms[0]!)} ${evaluation.exactly ? '≤' : '>'} ${show(-edit.constant)}`;
      const parts = sumText(edit.terms, edit.terms[0]!, 0n, true);
      return `${parts} = ${show(evaluation.actual)} ${sign} ${show(-edit.constant)}`;
    }
    const [first, ...others] = edit.terms;
    const right = sumText(others, first!, edit.constant);
    const total = show(evaluation.expected ?? 0n);
    const mean = meanText(edit.terms, evaluation);
    if (mean !== null) return `${figure(first!)} ${sign} ${mean}`;
    const relation = edit.relation === '<=' ? boundOf(first!, evaluation.exactly) : sign;
    const closes = others.length > 1 ? ` = ${total}` : '';
    return `${figure(first!)} ${relation} ${right}${closes}`;
  }
  if (edit.type === 'ratio') {
    const rate = show(roundTo(evaluation.expected ?? 0n, edit.rate.fact.places + 2));
    const { numerator, denominator } = edit;
    const top = edit.growth ? `(${figure(numerator)} − ${figure(denominator)})` : figure(numerator);
    return `${top} ÷ ${figure(denominator)} × 100 = ${rate}% ${sign} ${figure(edit.rate)}%`;
  }
  const factors = edit.factors.map(figure);
  if (edit.multiplier !== 1n) factors.push(edit.multiplier.toString());
  const product = show(roundTo(evaluation.expected ?? 0n, edit.amount.fact.places + 4));
  return `${factors.join(' × ')} = ${product}${edit.amount.fact.unit ?? ''} ${sign} ${figure(edit.amount)}`;
}

/** (8 + 9 + 9) ÷ 3 = 8.667 where what stands in front is the mean of the others. */
function meanText([mean, ...given]: readonly Term[], { expected }: Evaluation): string | null {
  if (mean?.role !== 'mean' || expected === null) return null;
  const shown = show(roundTo(expected, mean.fact.places + 2));
  return `(${given.map(figure).join(' + ')}) ÷ ${given.length} = ${shown}`;
}

/** The whole stands in front of parts that may not be more than it, and so may a part before its whole. */
function boundOf({ coefficient }: Term, holds: boolean): string {
  if (coefficient > 0n) return holds ? '≤' : '>';
  return holds ? '≥' : '<';
}

/** The printed figure, with its unit where the edit mixes units. */
function figure({ fact }: Term): string {
  const unit = fact.unit !== null && fact.unit !== '%' && fact.field !== 'value' ? fact.unit : '';
  return `${show(fact.value)}${unit}`;
}

function sumText(parts: readonly Term[], first: Term, constant: Exact, sameSide = false): string {
  let text = '';
  for (const part of parts.slice(0, PARTS_NAMED)) {
    const minus = (part.coefficient < 0n === first.coefficient < 0n) !== sameSide;
    text += text === '' ? (minus ? '−' : '') : minus ? ' − ' : ' + ';
    text += figure(part);
    const factor = magnitude(part.coefficient);
    if (factor !== magnitude(first.coefficient)) text += part.fact.unit ?? ` × ${factor}`;
  }
  if (parts.length > PARTS_NAMED) text += ' + …';
  if (constant === 0n) return text;
  const bound = show(magnitude(constant));
  return text === '' ? bound : `${text} ${constant > 0n ? '−' : '+'} ${bound}`;
}

const EXPLAINED: Readonly<Record<string, Message>> = {
  rounded: {
    zh: '属四舍五入误差，但本表其他合计均分毫不差',
    en: 'rounding explains it, though every other sum of the table closes exactly',
  },
  truncated: { zh: '系截断取数而非四舍五入', en: 'the figures were truncated, not rounded' },
  plugged: { zh: '系为使合计等于100%而倒挤', en: 'plugged so that the column adds up to 100%' },
  derived: { zh: '系单价或比率四舍五入所致', en: 'explained by the rounding of the printed rate' },
};

/** One sentence with the figures in it. */
export function sentence(judgement: Judgement): Message {
  const { edit, evaluation, explanation } = judgement;
  if (evaluation === null) return edit.says;
  const equation = equationOf(evaluation);
  const places = termsPlaces(edit);
  const off = show(roundTo(evaluation.residual, places));
  const allowed = show(roundTo(evaluation.tolerance, places));
  if (explanation !== null) {
    const why = EXPLAINED[explanation]!;
    return { zh: `${edit.says.zh}：${equation}；${why.zh}`, en: `${edit.says.en}: ${equation}; ${why.en}` };
  }
  const note =
    edit.note === undefined ? { zh: '', en: '' } : { zh: `；${edit.note.zh}`, en: `; ${edit.note.en}` };
  return {
    zh: `${edit.says.zh}：${equation}，相差 ${off}（允许误差 ±${allowed}）${note.zh}`,
    en: `${edit.says.en}: ${equation}, off by ${off} (tolerance ±${allowed})${note.en}`,
  };
}

/** Decimals for the difference: one or two more than the left side prints. */
export function termsPlaces(edit: Edit): number {
  if (edit.type === 'linear') return Math.max(...edit.terms.map((term) => term.fact.places)) + 1;
  return (edit.type === 'ratio' ? edit.rate.fact.places : edit.amount.fact.places) + 2;
}
