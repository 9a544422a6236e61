import type { Message } from '../../../schemas/index.ts';
import { type Exact, magnitude, roundTo, show } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { moneySize } from '../facts/units.ts';
import { type Edit, type LinearEdit, type ProductEdit, type Term, termsOf } from './edit.ts';
import { type Evaluation, sumsToConstant } from './evaluate.ts';
import type { Judgement } from './judge.ts';

/** Parts that a sentence names; the evidence holds all of them. */
const PARTS_NAMED = 12;

/** `6971.77 ≠ 6951.77 + 0 + 10 = 6961.77`: the figures of an edit as an equation. */
export function equationOf(evaluation: Evaluation): string {
  const { edit } = evaluation;
  const sign = evaluation.exactly ? '=' : '≠';
  const figure = figureIn(edit);
  if (edit.type === 'linear') {
    if (sumsToConstant(edit)) {
      if (edit.terms.length === 1)
        return `${figure(edit.terms[0]!)} ${evaluation.exactly ? '≤' : '>'} ${show(-edit.constant)}`;
      const parts = sumText(edit, edit.terms, 0n, true);
      return `${parts} = ${show(evaluation.actual)} ${sign} ${show(-edit.constant)}`;
    }
    const [first, ...others] = edit.terms;
    const right = sumText(edit, others, edit.constant);
    const isShown = figure(first!) !== show(first!.fact.value);
    const total = `${show(evaluation.expected ?? 0n)}${isShown ? first!.fact.unit : ''}`;
    const mean = meanText(edit, evaluation);
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
  const factors = edit.factors.map((term) => `${figure(term)}${term.fact.unit === '%' ? '%' : ''}`);
  if (edit.multiplier !== 1n) factors.push(edit.multiplier.toString());
  const product = show(roundTo(evaluation.expected ?? 0n, edit.amount.fact.places + 4));
  const over = dividedBy(edit);
  return `${factors.join(' × ')}${over === 1n ? '' : ` ÷ ${over}`} = ${product}${edit.amount.fact.unit ?? ''} ${sign} ${figure(edit.amount)}`;
}

/** 12 where a rate of a year is taken for months: what the sizes of the amount and of per cent leave of its coefficient. */
function dividedBy({ amount, factors }: ProductEdit): bigint {
  const size = moneySize(amount.fact.unit);
  const rates = factors.filter(({ fact }) => fact.unit === '%').length;
  return size === null || rates === 0 ? 1n : amount.coefficient / size / PER_CENT ** BigInt(rates);
}

const PER_CENT = 100n;

/** (8 + 9 + 9) ÷ 3 = 8.667 where what stands in front is the mean of the others. */
function meanText(edit: LinearEdit, { expected }: Evaluation): string | null {
  const [mean, ...given] = edit.terms;
  if (mean?.role !== 'mean' || expected === null) return null;
  const shown = show(roundTo(expected, mean.fact.places + 2));
  return `(${given.map(figureIn(edit)).join(' + ')}) ÷ ${given.length} = ${shown}`;
}

/** The whole stands in front of parts that may not be more than it, and so may a part before its whole. */
function boundOf({ coefficient }: Term, holds: boolean): string {
  if (coefficient > 0n) return holds ? '≤' : '>';
  return holds ? '≥' : '<';
}

/** Prints the figures of an edit: with their units where it is not of amounts of one table alone. */
function figureIn(edit: Edit): (term: Term) => string {
  const unitOf = ({ unit }: Fact): string => (unit === null || unit === '%' ? '' : unit);
  const mixes = termsOf(edit).some(({ fact }) => fact.field !== 'value' && unitOf(fact) !== '');
  return ({ fact }) => `${show(fact.value)}${mixes || fact.field !== 'value' ? unitOf(fact) : ''}`;
}

function sumText(edit: LinearEdit, parts: readonly Term[], constant: Exact, sameSide = false): string {
  const figure = figureIn(edit);
  const first = edit.terms[0]!;
  let text = '';
  for (const part of parts.slice(0, PARTS_NAMED)) {
    const minus = (part.coefficient < 0n === first.coefficient < 0n) !== sameSide;
    text += text === '' ? (minus ? '−' : '') : minus ? ' − ' : ' + ';
    const shown = figure(part);
    text += part.fact.value < 0n && text !== '' ? `(${shown})` : shown;
    const factor = magnitude(part.coefficient);
    const unit = part.fact.unit ?? ` × ${factor}`;
    if (factor !== magnitude(first.coefficient) && !shown.endsWith(unit)) text += unit;
  }
  if (parts.length > PARTS_NAMED) text += ' + …';
  if (constant === 0n) return text === '' ? '0' : text;
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
  const off = show(magnitude(roundTo(evaluation.residual, places)));
  const allowed = show(roundTo(evaluation.tolerance, places));
  if (explanation !== null) {
    const why = EXPLAINED[explanation]!;
    return { zh: `${edit.says.zh}：${equation}；${why.zh}`, en: `${edit.says.en}: ${equation}; ${why.en}` };
  }
  const note =
    edit.note === undefined ? { zh: '', en: '' } : { zh: `；${edit.note.zh}`, en: `; ${edit.note.en}` };
  const unit = unitOfDifference(edit, off);
  return {
    zh: `${edit.says.zh}：${equation}，相差 ${off}${unit.zh}（允许误差 ±${allowed}）${note.zh}`,
    en: `${edit.says.en}: ${equation}, off by ${off}${unit.en} (tolerance ±${allowed})${note.en}`,
  };
}

/** The unit of the left side, in which the difference is told. */
function unitOfDifference(edit: Edit, off: string): Message {
  const { field, unit } = termsOf(edit)[0]!.fact;
  const points = off === '1' ? 'point' : 'points';
  if (unit === '%') return { zh: ' 个百分点', en: ` percentage ${points}` };
  if (unit !== null) return { zh: unit, en: unit };
  return POINTS.test(field) ? { zh: ' 分', en: ` ${points}` } : { zh: '', en: '' };
}

const POINTS = /weight|score/;

/** Decimals for the difference: one or two more than the left side prints. */
export function termsPlaces(edit: Edit): number {
  if (edit.type === 'linear') return Math.max(...edit.terms.map((term) => term.fact.places)) + 1;
  return (edit.type === 'ratio' ? edit.rate.fact.places : edit.amount.fact.places) + 2;
}
