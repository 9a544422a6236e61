import type { Filing, FormType, Message } from '../../../schemas/index.ts';
import { cellOf, notice } from '../notice.ts';
import { entry, keptWith } from '../remembered.ts';
import { type DocumentContext, type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** Header cells that a form cannot do without: unit, project, year. */
export const STR_02: FilingRule = {
  id: 'STR-02',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '表头必填项缺失', en: 'Mandatory header cell is blank' },
  explanation: {
    zh: '单位名称、项目名称（项目表）和年度是一张表的身份，缺一项就无法与其他表核对。只缺单位名称或年度的（常只写在封面上）作提示。',
    en: 'Unit, project (on project forms) and year are what a form is; without them it cannot be compared with others. A unit or a year that is missing alone often stands on the cover only and is noted.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: { zh: '项目绩效目标表没有项目名称', en: 'a project form without a project name' },
  check,
};

const OF_PROJECTS: readonly FormType[] = ['project_targets', 'project_self_evaluation'];
const OF_UNITS: readonly FormType[] = ['department_targets', 'department_self_evaluation'];

const NAMES: Readonly<Record<string, Message>> = {
  organisation: { zh: '单位名称', en: 'unit' },
  project: { zh: '项目名称', en: 'project' },
  year: { zh: '年度', en: 'year' },
};

function check(context: FilingContext): Outcome[] {
  const { filing } = context;
  const fields = requiredOf(context);
  if (fields.length === 0) return [];
  const missing = fields.filter((field) => isBlank(filing, field));
  const held = fields.length - missing.length;
  const outcomes: Outcome[] = held > 0 ? [passed(filing.filing_id, held)] : [];
  if (missing.length === 0) return outcomes;
  const onCover = missing.length === 1 && missing[0] !== 'project';
  outcomes.push(
    notice(context, {
      verdict: onCover ? 'explained' : 'improbable',
      message: {
        zh: `表头缺少：${missing.map((field) => NAMES[field]!.zh).join('、')}`,
        en: `missing in the header: ${missing.map((field) => NAMES[field]!.en).join(', ')}`,
      },
      evidence: [cellOf(filing, 'title', 'title', filing.title ?? '')],
      operands: ['header', ...missing],
    }),
  );
  return outcomes;
}

type Field = 'organisation' | 'project' | 'year';

/** A table that names a project, or the scope of its indicators, in every row has none in its header, and none in the last row that adds them up. */
function requiredOf(context: FilingContext): Field[] {
  const { amounts, filing, indicators } = context;
  const { form_type: type } = filing;
  if (indicators.length === 0 && filing.project === null && SUMMARY.test(filing.title ?? '')) return ['year'];
  // 社会保险基金 is of a region and names its insurance.
  if (/社会保险基金/.test(filing.title ?? '') && filing.project === null) return ['year'];
  // 绩效指标分解表 hands the goals of a unit down, and is of no project.
  if (/分解/.test(filing.title ?? '') && filing.project === null) return ['organisation', 'year'];
  if (addsUpProjects(context) || isOfReport(context)) return [];
  const scoped = indicators.length > 0 && indicators.every(({ scope }) => scope !== undefined);
  const listed = scoped || amounts.some((amount) => amount.section === 'projects' && amount.project !== null);
  if (OF_PROJECTS.includes(type) && !listed) return ['organisation', 'project', 'year'];
  return OF_UNITS.includes(type) || listed ? ['organisation', 'year'] : [];
}

/** 绩效运行监控汇总表: who files what stands in its rows. */
const SUMMARY = /汇总|一览|清单/;

/** Paragraphs of prose that make a document a report, whose tables have no header of their own. */
const REPORT = 3;

/** 表2 得分情况表: tables are numbered where they stand in the text of something longer. */
const CAPTION = /^表\s*[\d一二三四五六七八九十]/;

/** 一级指标 | 分值 | 得分 in the middle of an evaluation report: the report says whose it is. */
function isOfReport({ document, filing }: FilingContext): boolean {
  const title = CAPTION.test(filing.title ?? '') ? null : filing.title;
  const said = title ?? filing.organisation ?? filing.project;
  return said === null && document.texts.filter(({ role }) => role === 'prose').length >= REPORT;
}

function addsUpProjects({ amounts, document, filing, indicators }: FilingContext): boolean {
  if (indicators.length > 0 || filing.project !== null || filing.title === null) return false;
  const { count, nameless } = namesByTitle(document).get(filing.title)!;
  const isTotal = amounts.length > 0 && amounts.every(({ item }) => /^(?:合计|总计)$/.test(item));
  return count > (isTotal ? 1 : 2) && nameless === 1;
}

/** How many forms of a document have a title, and how many of them name no project. */
const namesByTitle = keptWith(({ filings }: DocumentContext) => {
  const titles = new Map<string | null, { count: number; nameless: number }>();
  for (const { filing } of filings) {
    const of = entry(titles, filing.title, () => ({ count: 0, nameless: 0 }));
    of.count++;
    if (filing.project === null) of.nameless++;
  }
  return titles;
});

/** A project that the title names (19名老人津贴绩效自评表) is named. */
function isBlank(filing: Filing, field: Field): boolean {
  if (field === 'project' && namesProject(filing.title ?? '')) return false;
  const value = filing[field];
  return value === null || value === '';
}

/** 农村饮水安全巩固提升绩效目标申报表: more stands before 绩效 than a kind of form. */
function namesProject(title: string): boolean {
  if (NAMING_TITLE.test(title)) return true;
  const [, before = ''] = /^(.+?)(?:支出)?绩效(?:目标|自评|评价).*表/.exec(title) ?? [];
  return before.replace(KINDS, '').replace(/[^\u4e00-\u9fff]/g, '').length >= SHORTEST_PROJECT;
}

/** Words of titles that name no project, and offices. */
const KINDS =
  /(?:19|20)\d\d|年度?|[省市县区州本乡镇]级|部门|单位|预算|项目|整体|支出|专项|资金|政策|财政|重点|转移支付|[\u4e00-\u9fff]{2,16}?(?:[局厅委院馆所站]|中心|办公室|政府|学校?|集团|公司)/g;

/** Shortest name of a project, in characters. */
const SHORTEST_PROJECT = 5;

const NAMING_TITLE =
  /表\s*[^\s（(表]{4,}$|^(?!.*(?:项目支出|预算支出|部门预算|预算项目)).{4,}(?:项目|资金|经费).*表/;
