import type { FormType } from '../../schemas/index.ts';
import { foldLabel } from '../values/index.ts';
import type { FieldReading } from './fields/field.ts';
import type { Form, Region } from './form.ts';
import { familyOfTitle } from './lexicon/titles.ts';
import { cellOf, explain, filledCells, labelOf } from './table/table.ts';

/** The family of a form, by the words of its title, by what its tables hold, and by the title of the report that it stands in. */
export function familyOf(
  form: Form,
  regions: Region[],
  reading: FieldReading,
  report: string | null,
): FormType {
  const titled = form.title === null ? null : familyOfTitle(foldLabel(form.title));
  const found = familyOfContents(regions, reading);
  if (titled === null || (found === titled && bareScores.test(form.title ?? '')))
    return familyInReport(form, found, reading, report);
  const indicators = regions.some((region) => region.kind === 'indicators');
  const money = regions.some((region) => region.kind === 'money');
  // A title of a performance form over a table without indicators is still that form; one of a budget over indicators is not.
  if (indicators && (titled === 'budget_table' || titled === 'allocation_table')) return found;
  const judged = judgedByOthers.test(form.title ?? '');
  if (titled === 'scoring_framework' && !judged && indicators && hasActual(regions) && !holdsRule(regions))
    return found === 'project_self_evaluation' && /(?:部门|单位).*整体/.test(form.title ?? '')
      ? 'department_self_evaluation'
      : found;
  if (titled === 'project_targets' && examines.test(form.title ?? '') && judgesAlone(regions))
    return 'scoring_framework';
  if (
    titled === 'project_targets' &&
    indicators &&
    (found === 'project_self_evaluation' || found === 'department_self_evaluation')
  )
    return isAssessed(regions) ? titled : found;
  if (titled === 'project_targets' && found === 'department_targets' && !projects.test(form.title ?? ''))
    return found;
  // 部门预算绩效监控表 with indicators and 部门名称, and no project named anywhere.
  if (titled === 'project_self_evaluation' && indicators && ofDepartment(form, reading))
    return 'department_self_evaluation';
  if (found === 'base_data' && !indicators) return found;
  if (!indicators && !money && reading.fields.length === 0 && reading.funding.length === 0)
    return saysEmpty(form) ? titled : 'unknown';
  return titled;
}

/** 财政重点评价评分表: whoever judges, it is not the one that spent the money. */
const judgedByOthers = /(?:财政|重点|第三方|外部|再)(?:绩效)?评价/;

/** 自评得分汇总 says neither whose points nor what for. */
const bareScores = /^(?:绩效)?(?:自评|评价)得分(?:情况|汇总|结果)*(?:表)?$/;

/** A table without a title that names no project is of the department in 部门整体支出绩效自评报告, and where its funds are 部门整体支出. */
function familyInReport(form: Form, found: FormType, reading: FieldReading, report: string | null): FormType {
  if (found !== 'project_self_evaluation' || reading.fields.some(({ role }) => role === 'project'))
    return found;
  const reported = report !== null && familyOfTitle(foldLabel(report)) === 'department_self_evaluation';
  return reported || titledAcross(form) || (headedByDepartment(reading) && spendsWhole(form))
    ? 'department_self_evaluation'
    : found;
}

/** 某市2024年度部门整体支出 across a sheet, over 绩效评价自评报告 or in one line with it: the report is of the department. */
function titledAcross({ captions, strips }: Form): boolean {
  if (captions.some(({ paragraph }) => titleOfReport.test(foldLabel(paragraph.text)))) return true;
  return strips.some(({ first, end, table }) => {
    for (let row = first; row < Math.min(end, first + TITLE_ROWS); row++) {
      const [only, ...others] = filledCells(table, row);
      if (only !== undefined && others.length === 0 && titleOfReport.test(labelOf(table, only).key))
        return true;
    }
    return false;
  });
}

const titleOfReport =
  /^[^，。；]{4,40}(?:部门|单位|部门\(单位\))整体支出(?:绩效(?:自评价?|评价)(?:自评)?(?:报告)?)?$/;
/** Rows above a table in which its report may be named. */
const TITLE_ROWS = 6;

/** 部门整体支出（万元） beside the funds. */
function spendsWhole({ strips }: Form): boolean {
  return strips.some(({ first, end, table }) => {
    for (let row = first; row < end; row++)
      if (filledCells(table, row).some((i) => /^(?:部门|单位)整体支出(?!绩效)/.test(labelOf(table, i).key)))
        return true;
    return false;
  });
}

/** Whether title and fields speak of a department, and neither of a project. */
function ofDepartment({ title }: Form, reading: FieldReading): boolean {
  return /部门/.test(title ?? '') && !projects.test(title ?? '') && headedByDepartment(reading);
}

/** 部门（单位）名称 stands in the header, and no project. */
function headedByDepartment({ fields }: FieldReading): boolean {
  return (
    fields.some(
      ({ label, role }) => role === 'organisation' && /^部门(?:\(单位\))?名称/.test(foldLabel(label)),
    ) && !fields.some(({ role }) => role === 'project')
  );
}

/** What the title of a project's form says of it; 部门预算绩效目标申报表 leaves to its contents whose it is. */
const projects = /项目|专项|转移支付|资金|财政支出/;

/** 本部门无政府性基金预算支出，故此表为空: a form that is filed without figures is still that form. */
function saysEmpty({ strips }: Form): boolean {
  return strips.some(({ end, first, table }) => {
    for (let row = first; row < end; row++) {
      const note = filledCells(table, row).find((i) => emptyNote.test(cellOf(table, i).text));
      if (note === undefined) continue;
      explain(table, note);
      return true;
    }
    return false;
  });
}

const emptyNote =
  /(?:此|本)表(?:为空|无数据)|空表|^(?:我|本)(?:部门|单位|局|院|校).{0,12}(?:无|没有|不涉及)|无此项(?:预算|支出|收入)|无相关(?:数据|预算|支出)/;

function familyOfContents(regions: Region[], reading: FieldReading): FormType {
  const indicators = regions.filter((region) => region.kind === 'indicators');
  const roles = new Set(
    indicators.flatMap((region) => region.columns.halves.flatMap((half) => [...half.spans.keys()])),
  );
  const department =
    reading.fields.some((field) => field.role === 'function') ||
    regions.some(
      (region) => region.kind === 'money' && /部门总体资金|总体资金情况|主要任务|重点任务/.test(region.side),
    );
  const project = reading.fields.some((field) => field.role === 'project');
  if (indicators.length > 0) {
    if (roles.has('actual') || roles.has('actual_score'))
      return department && !project ? 'department_self_evaluation' : 'project_self_evaluation';
    if (roles.has('scoring_rule') && !roles.has('target')) return 'scoring_framework';
    if (roles.has('score'))
      return department && !project ? 'department_self_evaluation' : 'project_self_evaluation';
    return department && !project ? 'department_targets' : 'project_targets';
  }
  if (regions.some((region) => region.kind === 'money')) {
    return regions.some((region) => region.kind === 'money' && /供养人员|经费控制/.test(region.side))
      ? 'base_data'
      : 'budget_table';
  }
  if (regions.some(({ kind }) => kind === 'survey')) return 'base_data';
  if (reading.written.length > 0) return 'project_targets';
  if (reading.funding.length > 0 && reading.fields.some((field) => field.role === 'goal'))
    return 'project_targets';
  return 'unknown';
}

/** 绩效目标表 with the points of its 事前评估 in a table of their own: no target has a value reached or points for it. */
function isAssessed(regions: Region[]): boolean {
  const aimed = regions.flatMap((region) =>
    region.kind === 'indicators' ? region.columns.halves.filter(({ spans }) => spans.has('target')) : [],
  );
  const judged = ['actual', 'actual_score', 'score'] as const;
  return aimed.length > 0 && aimed.every(({ spans }) => judged.every((role) => !spans.has(role)));
}

/** 绩效目标审核表 over 审核要点 | 优 | 良 | 中 | 差, or 审核要点 | 分值 | 得分: how good the goals are, and no goals. */
const examines = /(?:审核|评审|审查|评估)(?:评分|打分|计分|意见)?表/;

function judgesAlone(regions: Region[]): boolean {
  const halves = regions.flatMap((region) => (region.kind === 'indicators' ? region.columns.halves : []));
  return (
    halves.some(({ spans }) => spans.has('band') || spans.has('score')) &&
    halves.every(({ spans }) => !spans.has('target') && !spans.has('actual'))
  );
}

function hasActual(regions: Region[]): boolean {
  return regions.some(
    (region) =>
      region.kind === 'indicators' &&
      region.columns.halves.some((half) => half.spans.has('actual') || half.spans.has('actual_score')),
  );
}

function holdsRule(regions: Region[]): boolean {
  return regions.some(
    (region) =>
      region.kind === 'indicators' &&
      region.columns.halves.some(
        ({ spans }) =>
          spans.has('scoring_rule') || spans.get('description')?.some(({ text }) => /评价标准/.test(text)),
      ),
  );
}
