import type { Indicator, TextFigure, TextRecord } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import { type DocumentContext, type FilingContext, notEvaluated, type Outcome, passed } from '../rule.ts';
import { broken, comparable, isNamed, plain, withoutMeasure } from './against-indicators.ts';
import { type Claim, claimsOf, factOf } from './claims.ts';
import { isNear } from './mismatch.ts';
import { formNamed, isOfReport, namesAnother } from './reports.ts';
import { apart } from './tables.ts';

/** Words before a figure that make it no result of the year: what was aimed at, what it was before, what comes next. */
const NO_RESULT =
  /目标|计划|预期|指标值|标准|要求|低于|高于|超过|以上|应|拟|预计|力争|确保|上年|去年|同期|其中|每|平均|人均|[由从]|第.{1,3}[期批]|季度|半年|部分|抽查|往年/;
/** Words that make the whole sentence one of others: 参照全省水平，培训合格率92%. */
const OF_OTHERS = /全[省市国州区]|参照|对照|上年|去年|第三方/;
/** Characters before a figure in which they stand. */
const LEAD = 20;
/** A shorter name is the end of many others. */
const SHORTEST_END = 6;

/** 免疫抗体合格率达到78% of a report, against the actual value of the indicator of that name in its one self-evaluation. */
export function reportedResults(document: DocumentContext, nearness: number): Outcome[] {
  const forms = document.filings.filter(
    ({ filing, indicators }) =>
      /self_evaluation$/.test(filing.form_type) && indicators.some(({ actual }) => actual !== null),
  );
  if (forms.length === 0) return [];
  return claimsOf(document).flatMap((claim) => {
    if (claim.filing !== null || claim.text.role !== 'prose') return [];
    const own = forms.filter(({ filing }) => isOfReport(document, claim.text, filing));
    return claim.text.figures.flatMap((figure, index): Outcome[] => {
      const form = isResult(claim.text, figure) ? formOf(claim.text, figure.offset, own) : null;
      if (form === null || (figure.year !== null && figure.year !== form.filing.year)) return [];
      return facing(claim, index, form, nearness);
    });
  });
}

function isResult({ relations, figures, text }: TextRecord, figure: TextFigure): boolean {
  if (figure.role !== 'stated' || figure.op !== '=' || figure.item === null) return false;
  const index = figures.indexOf(figure);
  if (relations.some(({ from, kind }) => from === index && /^(?:part|sum)_of$/.test(kind))) return false;
  const sentence = text
    .slice(Math.max(0, figure.offset - LEAD), figure.offset)
    .split(/[。；;\n]/)
    .at(-1)!;
  return !OF_OTHERS.test(sentence) && !NO_RESULT.test(sentence.split('，').at(-1)!);
}

function formOf(text: TextRecord, offset: number, own: readonly FilingContext[]): FilingContext | null {
  if (own.length === 1) return namesAnother(text, offset, own[0]!.filing) ? null : own[0]!;
  const named = formNamed(
    text,
    offset,
    own.map(({ filing }) => filing),
  );
  return own.find(({ filing }) => filing === named) ?? null;
}

function facing(claim: Claim, index: number, form: FilingContext, nearness: number): Outcome[] {
  const figure = claim.text.figures[index]!;
  const fact = factOf(claim, index);
  const rows = form.indicators.filter((row) => isMeant(figure.item, row));
  const values = (field: 'actual' | 'target'): { row: Indicator; value: Fact }[] =>
    rows.flatMap((row) => {
      const value = form.facts.quantity(row, field);
      return value !== null && comparable(figure.unit, value.unit) ? [{ row, value }] : [];
    });
  const done = values('actual');
  const [only] = done;
  if (fact === null || only === undefined) return [];
  const filingId = claim.text.filing_id;
  const isDone = done.some(
    ({ value }) => apart(value, fact) <= unitOf(fact) || apart(value, fact) <= unitOf(value),
  );
  if (isDone || values('target').some(({ value }) => apart(value, fact) <= unitOf(fact)))
    return [passed(filingId)];
  if (done.length > 1) return [notEvaluated(filingId, 'several indicators of that name')];
  if (!isNear(only.value, fact, nearness)) return [notEvaluated(filingId, 'figures of another scope')];
  return [broken(claim, index, fact, only.value, only.row.level3 ?? '')];
}

/** A unit of its last place: rounded or cut off. */
const unitOf = ({ factor, half }: Fact): bigint => 2n * half * factor;

/** Words before a name that leave it what it is. */
const WHOLE = /^(?:项目|本项目|该项目|全年|年度|本年度?|总体|整体|实际|其|\d{4}年度?)*$/;

/** The names are one, but for words that measure; a part of a name only where it is long. 东片区培训合格率 is of a part of 培训合格率. */
function isMeant(item: string | null, row: Indicator): boolean {
  if (!isNamed(item, row)) return false;
  const [said, name] = [plain(item), plain(row.level3)];
  if (name.startsWith(said) || (said.length >= SHORTEST_END && name.endsWith(said))) return true;
  const thing = withoutMeasure(name);
  return [name, thing].some((one) => said.endsWith(one) && WHOLE.test(said.slice(0, -one.length)));
}
