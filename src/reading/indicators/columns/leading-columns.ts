import { fieldRole, fundingRole, labelOfText } from '../../table/label.ts';
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
    else if (/资金|预算|金额|经费/.test(span.path) || fundingRole(label) !== null) leading.money.push(span);
    else leading.side.push(span);
  }
  return leading;
}
