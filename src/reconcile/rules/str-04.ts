import type { Indicator } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/fold.ts';
import { operatorBefore } from '../../values/operators.ts';
import { isUnit } from '../../values/unit-words.ts';
import { isOfPartOfYear } from '../figures/achievement.ts';
import { scoredRows } from '../figures/scores.ts';
import { indicatorKey } from '../keys.ts';
import { listed, nameOf, notice, scoreCells, targetCell } from '../notice.ts';
import { type FilingContext, type FilingRule, found, type Outcome, passed } from '../rule.ts';

/** Named indicators whose value cell is empty, in a form that has such a column. One finding a form names them all. */
export const STR_04: FilingRule = {
  id: 'STR-04',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '指标值缺失', en: 'Indicator without a value' },
  explanation: {
    zh: '指标有名称而指标值空白（填“无”“/”者，及有分值而各分项写在下方各行者除外）或只有单位没有数字，无法考核；其他指标都填有实际完成值，个别空白而仍给了分的，也在此列。',
    en: 'The indicator is named and its value is blank (无 or / aside, and points that the rows below it explain) or a unit without a number, so that it cannot be assessed; so is a blank actual value that was given points where the other rows have theirs.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: { zh: '9 项指标中 6 项没有指标值', en: 'six of nine indicators have no value' },
  check,
};

const NAMELESS = /^[\s/／—–-]*$/;

function check(context: FilingContext): Outcome[] {
  return [...withoutTarget(context), ...withoutActual(context)];
}

/** Points for a target of which nobody says what became of it. */
function withoutActual(context: FilingContext): Outcome[] {
  if (isOfPartOfYear(context.filing)) return [];
  const rows = scoredRows(context)
    .map(({ row }) => row)
    .filter((row) => row.score !== 0 && row.target !== null && !isBlank(row));
  const blank = rows.filter(({ actual, doubts }) => !doubts?.actual && (actual?.raw ?? '').trim() === '');
  if (blank.length === 0 || blank.length * FEW > rows.length) return [];
  const names = listed(blank.map(nameOf));
  return [
    notice(context, {
      verdict: 'improbable',
      message: {
        zh: `实际完成值空白而给了分：${names.zh}`,
        en: `points were given and no actual value says for what: ${names.en}`,
      },
      evidence: blank.flatMap((row) => [targetCell(row), ...scoreCells(row)]),
      operands: ['actual', ...blank.map(indicatorKey)],
    }),
  ];
}

/** Where more than one row in so many has no actual value, the form gives it elsewhere. */
const FEW = 3;

function withoutTarget({ filing, indicators }: FilingContext): Outcome[] {
  const named = indicators.filter((row) => row.target !== null && !NAMELESS.test(row.level3 ?? ''));
  const blank = named.filter((row) => isBlank(row) && !headsItems(row, indicators));
  const outcomes: Outcome[] =
    named.length > blank.length ? [passed(filing.filing_id, named.length - blank.length)] : [];
  if (blank.length === 0) return outcomes;
  const unreported = blank.filter((row) => row.actual === null || row.actual.raw.trim() === '').length;
  const also = unreported > 0 && blank[0]!.actual !== null;
  const names = blank.slice(0, NAMED).map((row) => row.level3);
  outcomes.push(
    found({
      filingId: filing.filing_id,
      documentId: filing.document_id,
      verdict: 'improbable',
      message: {
        zh: `${named.length} 项指标中有 ${blank.length} 项没有指标值${also ? `，其中 ${unreported} 项也没有实际完成值` : ''}：${names.join('、')}`,
        en: `${blank.length} of ${named.length} indicators have no value${also ? `, ${unreported} no actual value either` : ''}: ${names.join(', ')}`,
      },
      expected: named.length,
      actual: named.length - blank.length,
      evidence: blank.map((row) => ({
        role: 'target',
        text: row.level3 ?? '',
        value: null,
        source: row.source.target ?? row.source.level3 ?? Object.values(row.source)[0]!,
        document_id: null,
      })),
      operands: blank.map(indicatorKey),
    }),
  );
  return outcomes;
}

/** Indicators that the sentence names; the evidence holds all. */
const NAMED = 6;

/** 补贴面积 | 10 | | over 小麦 | | 5亩 and 玉米 | | 8亩: its points are given for what the rows below it say. */
function headsItems(row: Indicator, indicators: readonly Indicator[]): boolean {
  const next = indicators[indicators.indexOf(row) + 1];
  if (next === undefined || row.weight === null || next.weight !== null || isBlank(next)) return false;
  return next.target !== null && next.level1 === row.level1 && next.level2 === row.level2;
}

function isBlank({ target }: Indicator): boolean {
  if (target?.kind === 'blank') return target.raw.trim() === '';
  return target?.kind === 'text' && isUnitAlone(target.raw);
}

/** 盏, ≥ %: the template's unit waits for its number. */
const isUnitAlone = (raw: string): boolean => isUnit(operatorBefore(foldLabel(raw)).rest, true);
