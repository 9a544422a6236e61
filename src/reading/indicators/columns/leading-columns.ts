import { foldLabel } from '../../../values/index.ts';
import type { IndicatorRegion } from '../../form.ts';
import { budgetStages } from '../../money/stages.ts';
import { entryAt } from '../../table/cells.ts';
import { fieldRole, fundingRole, isVoid, type Label, labelOfText, moneyRole } from '../../table/label.ts';
import { isTotalRow } from '../totals.ts';
import type { IndicatorColumn, LeadingColumns, Span } from './indicator-table.ts';

/** What the columns left of the levels say of the rows beside them. */
export function leadingOf(columns: IndicatorColumn[]): LeadingColumns {
  const leading: LeadingColumns = {
    project: null,
    organisation: null,
    supervisor: null,
    project_code: null,
    execution_rate: null,
    goal: null,
    year: null,
    side: [],
    money: [],
  };
  for (const column of columns) {
    const span: Span = {
      first: column.first,
      end: column.end,
      text: column.text,
      path: column.path.join('/'),
    };
    const label = labelOfText(column.text);
    // Above figures 项目 heads their items, left of indicators it heads projects.
    const role = label.key === '项目' ? 'project' : fieldRole(label);
    if (role === 'project') leading.project ??= span;
    else if (role === 'organisation' || role === 'implementer' || role === 'money_unit')
      leading.organisation ??= span;
    else if (role === 'supervisor') leading.supervisor ??= span;
    else if (role === 'project_code') leading.project_code ??= span;
    else if (role === 'execution_rate') leading.execution_rate ??= span;
    else if (role === 'goal') leading.goal ??= span;
    else if (role === 'year') leading.year ??= span;
    else if (/资金|预算|金额|经费/.test(span.path) || fundingRole(label) !== null || isStage(label))
      leading.money.push(span);
    else leading.side.push(span);
  }
  return leading;
}

/** 批复数, 半年实际支出: what stage of the money it is, and nothing of money. */
const isStage = (label: Label): boolean => budgetStages.has(moneyRole(label));

/** Heads and cells of columns left of the levels that number the rows, or say what section they are of. */
const ofSection = /指标|目标|绩效|^(?:序号|编号|行次|类别|类型|内容)$/;

/**
 * 责任处室 | 一级指标 | 二级指标 …: columns left of the levels, with heads of their own, whose words are said of the rows beside them and
 * of no section of the form.
 */
export function sideNotes(region: IndicatorRegion): Span[] {
  return region.columns.leading.side.filter((span) => {
    const head = foldLabel(span.text);
    if (head === '' || ofSection.test(head)) return false;
    let says = false;
    for (let row = region.first; row < region.end; row++) {
      if (region.skipped.has(row) || isTotalRow(region.table, row)) continue;
      const entry = entryAt(region.table, row, span);
      if (entry === null || isVoid(entry.key)) continue;
      const isOwn = entry.cell.row >= region.first && entry.cell.column >= span.first;
      if (!isOwn || ofSection.test(entry.key)) return false;
      says = true;
    }
    return says;
  });
}
