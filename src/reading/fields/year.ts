import type { Location } from '../../../schemas/index.ts';
import { fold, readYear, relativeYear } from '../../values/index.ts';
import type { Form, Line, MoneyRegion, Region } from '../form.ts';
import { joinedAt } from '../joined-rows.ts';
import { sectionOfText } from '../lexicon/levels.ts';
import { totalLabel } from '../lexicon/money-columns.ts';
import { headPath } from '../table/head-path.ts';
import { cellOf, explain, filledCells, labelOf } from '../table/table.ts';
import type { Field, FundingField } from './field.ts';
import type { Meta } from './form-meta.ts';

/**
 * The year that is printed: in a field, the title, a caption, a money head, a head of targets (2025年目标值), the label of the funds (2025年资金总额); else after the last
 * of 近两年; else of the label of the goals (年度目标（2024年）); else by the filing's date, and last by the name of the project.
 */
export function findYear(meta: Meta, form: Form, regions: Region[], { fields, funding }: Said): void {
  if (meta.year !== null) return;
  const title = form.title === null ? null : readYear(form.title);
  if (title !== null) {
    meta.year = title;
    meta.source.year = form.titleAt ?? (meta.source.title as Location);
    if (!form.titleAt) delete meta.source.year;
    return;
  }
  const lines = ownFirst([...form.captions.map(captionOf), ...gridCaptions(form)]);
  for (const line of lines) {
    if (isDate(line)) continue;
    const text = fold(line.text).replace(dayOfPaper, '').replace(dayOfPrint, '');
    const year = /附件|文件|〔/.test(text) ? null : readYear(text);
    if (year !== null) {
      meta.year = year;
      meta.source.year = line.at;
      return;
    }
  }
  const heads = yearsOfHeads(regions);
  // 三年滚动预算 over 2026年 | 2027年 | 2028年: a plan is drawn up for the first of its years.
  if (form.title !== null && ofPlan.test(form.title) && heads.years.size > 1)
    heads.current = Math.min(...[...heads.years].map((year) => year ?? Number.POSITIVE_INFINITY));
  const ofGoals = yearOfGoals(fields);
  const day = meta.filed_on ?? monthOf(lines.find(isDate)?.text ?? '');
  const filed = day === null ? null : yearOfFiling(day, form.title ?? '', meta.filed_on === null);
  // 2024年 | 2025年 | 2026年 in a form that was filed for the first of them.
  const targets = yearOfTargets(regions);
  const ofHeads = heads.years.has(filed) ? filed : heads.current;
  // 2024年 | 2025年 | 2026年 | 合计 over 2026年度目标值: of the years of the plan that of the targets.
  const current =
    heads.planned && heads.years.has(targets) ? targets : (ofHeads ?? targets ?? yearOfFunding(funding));
  if (current !== null) meta.year = current;
  else if (heads.prior !== null) meta.year = heads.prior + 1;
  else if (ofGoals !== null) meta.year = ofGoals;
  else if (filed !== null) meta.year = filed;
  else if (meta.project !== null) meta.year = yearOfProject(meta.project);
  meta.yearInferred = meta.year !== null;
}

/** The labels that a form prints in front of its texts and its funds. */
interface Said {
  fields: readonly Pick<Field, 'role' | 'label'>[];
  funding: readonly Pick<FundingField, 'label'>[];
}

/** The day on which a form was filled in, or a system printed it: 打印时间：2024-03-05 10:26:31; a day after another label, as 报告日期：2025年3月1日, is none that figures are of unless it ends a year. */
const dayOfPaper =
  /(?:填报|填表|编制|申报|制表|打印|导出|生成|下载|查询)(?:日期|时间)\s*:?\s*\d{4}[\d年月日.\-/:时分秒\s]*|日期\s*:?\s*\d{4}[年.\-/](?!12[月.\-/]31)\d{1,2}[月.\-/]\d{0,2}日?/g;

/** The day on which a page was printed, in figures alone: 11/30/2026, 2026-11-30; none that figures are of (截至2024-06-30, 2024.1.1-2024.6.30) and no end of a year. */
const dayOfPrint =
  /(?<![\d.\-/—~至到止]\s*)(?:(?!12\/31)\d{1,2}\/\d{1,2}\/\d{4}|\d{4}([-/.])(?!12\1 ?31)\d{1,2}\1\d{1,2})(?![\d.]|\s*[-—~至到])/g;

const ofPlan = /滚动|中期(?:财政|支出)|[三五]年(?:支出|财政|预算|滚动)*规划/;

/**
 * The title of the report that a form stands in: 水务局2024年度部门整体支出绩效自评报告, in one line or in two; null where it stands in none.
 */
export function reportTitle(prose: readonly Line[]): string | null {
  const texts = prose.map(({ paragraph: { text } }) => text.replace(/\s*\n\s*/g, ''));
  const at = texts.findIndex((text) => reportName.test(text) && text.length < LONGEST_CAPTION);
  if (at < 0) return null;
  const [before = '', title = ''] = [texts[at - 1], texts[at]];
  return secondLine.test(title) && firstLine.test(before) ? before.trim() + title.trim() : title;
}

/** 某市2024年度部门整体支出 over 绩效评价自评报告 */
const firstLine = /^\s*\S{0,30}(?:支出|项目|资金|经费|年度?)\s*$/;
const secondLine = /^\s*(?:绩效)?(?:自评|评价|自我评价|自评价)*(?:工作)?报告\s*$/;

/** Whose report it is: 水务局2024年度部门整体支出绩效自评报告; null where the title names no office before the year, or others report. */
export function reportOrganisation(title: string): string | null {
  const [, name = null] = ownReport.exec(title.replace(/\s+/g, '')) ?? [];
  return name;
}

/** Whose form a title says it is, where no line of it does: 某市第三人民医院2031年度项目支出绩效自评表. */
export function titleOrganisation(title: string): string | null {
  const [, name = null] = ownForm.exec(title.replace(/\s+/g, '')) ?? [];
  return name === null || anyOffice.test(name) ? null : name;
}

const ownForm =
  /^(?:(?:19|20)\d\d年度?)?([^\d，。、：:（）()《》]{2,24}?(?:[局厅委院馆所站]|办公室|委员会|人民政府|中心|街道办事处|[大中小]学|学校|医院|协会|联合会|总工会))(?:(?:19|20)\d\d年度?)?(?:部门|单位)?(?:整体|(?:预算)?(?:项目|支出)|专项|绩效|预算|决算|收支)/;

/** 各县区卫生院, 全市公立医院: many, and none of them by its name. */
const anyOffice =
  /^(?:各|全|所属|下属|直属|基层|公立|城乡|社区|乡镇|街道|村级|(?:省|市|县|区|州|乡|镇|村)级?(?:直|属|直属|本级)?(?:公立|各|所属)?(?:[医学]院|学校|单位|中心))|^.{0,2}$/;

const ownReport =
  /^(?:附件\d*[:：、]?)?(?:关于)?([^\d，。、：:（）()《》]{2,24}(?:[局厅委院馆所站]|办公室|委员会|人民政府|中心|街道办事处|[大中小]学|学校|医院|协会|联合会|总工会))(?:关于)?(?:19|20)\d\d年度?(?:部门|单位)?(?:整体|(?:预算)?(?:项目)?支出绩效(?:单位|部门)?自评|绩效自评|预算|决算)/;

const reportName =
  /(?:(?:报告|(?:预算|绩效)文本)(?:[（(][^（）()]{0,20}[)）])?|情况说明|(?:预算|决算)(?:信息)?公开(?:说明|报告)?|(?:19|20)\d\d年度?(?:部门|单位)决算(?:说明)?)\s*$/;

/** 2033年3月12日 below the letter that a form is annexed to, 二〇三三年三月 on its cover: when it was written, and not the year that it is of. */
const isDate = ({ text }: Caption): boolean => {
  const line = fold(text).replace(/\s+/g, '');
  // 2031年12月31日 is the day that figures are of.
  return written.test(line) && !/年(?:12|十二)月(?:31|三十一)日/.test(line);
};
const written =
  /^[\d〇○零一二三四五六七八九十]{4}年([\d一二三四五六七八九十]{1,3})月(?:[\d一二三四五六七八九十]{1,3}日)?$/;

/** The year and the month of a date, `2033-03`; null of anything else. */
function monthOf(text: string): string | null {
  const [, name] = written.exec(fold(text).replace(/\s+/g, '')) ?? [];
  const year = readYear(fold(text).replace(/\s+/g, ''));
  const month = MONTHS.indexOf(name ?? '') + 1 || Number(name);
  return year === null || !(month >= 1 && month <= 12) ? null : `${year}-${String(month).padStart(2, '0')}`;
}

const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

interface Caption {
  text: string;
  at: Location;
}

const captionOf = ({ paragraph: { location: at, text } }: Line): Caption => ({ text, at });

/** Longest caption across a grid, in full-width characters; two letters are as wide as one. */
const LONGEST_CAPTION = 40;

/** Lone texts in the first rows of a form's grids: （2023年度）. */
function gridCaptions(form: Form): Caption[] {
  return form.strips.flatMap(({ table, first, end }) => {
    const captions: Caption[] = [];
    for (let row = first; row < end; row++) {
      if (joinedAt(table, row) !== null) break;
      const filled = filledCells(table, row);
      // 填报单位：某局 | （2031年度）: the year of the form in brackets, beside who files it.
      const named = filled.some((i) => /[:：]/.test(cellOf(table, i).text));
      const ofForm = named ? yearOfLine : yearInBrackets;
      const said = filled.length > 1 ? filled.filter((i) => ofForm.test(cellOf(table, i).text)) : filled;
      for (const i of said) {
        const cell = cellOf(table, i);
        // Blanks between its parts make a caption no sentence.
        if (cell.text.replace(/\s+/g, ' ').replace(/[\x20-\x7e]{2}/g, ' ').length > LONGEST_CAPTION) continue;
        captions.push({ text: cell.text, at: cell.location });
        explain(table, i);
      }
      if (filled.length > 1) break;
    }
    return captions;
  });
}

/** （2031年度） and 2031年度 单位：万元 are lines of the form; a line with other words may run over all pages of what it was filed in: 财政局2030年度信息公开资料. */
function ownFirst(lines: readonly Caption[]): Caption[] {
  const isOwn = (line: Caption): boolean => yearOfLine.test(fold(line.text).trim()) && !isDate(line);
  return [...lines.filter(isOwn), ...lines.filter((line) => !isOwn(line))];
}

const yearInBrackets = /^\s*[（(]\s*(?:19|20)\d\d\s*年度?\s*[）)]\s*$/;

/** 2031年度, 监控时点：2031年8月31日, and 2031年度 with 单位：万元 behind it, beside the name of who files the form. */
const yearOfLine =
  /^\s*[（(]?\s*(?:(?:监控|评价|考核|统计|数据|截[至止])(?:时点|时间|期间|区间|年度|日期)\s*[:：]\s*)?(?:截[至止]\s*)?((?:19|20)\d\d)\s*年(?:度|\d{1,2}月\d{1,2}日(?:\s*[-—–~～至]{1,2}\s*(?:\1年)?\d{1,2}月\d{1,2}日)?|\d{1,2}\s*[-—–~～至]{1,2}\s*\d{1,2}月|第?[一二三四1-4]季度)?\s*[）)]?\s*(?:(?:金额)?单位\s*[:：]\s*[万亿]?元\s*)?$/;

const bareYear = /^(?:其中[:：]?)?(?:19|20)\d\d年度?[:：]?$/;

/**
 * The last year that a label of funds prints and that is no earlier year's: 2025年资金总额 beside 2024年预算执行数（上年）. Of years alone,
 * 2025年 | 2026年 | 2027年, the first: a form is filed when its project begins.
 */
function yearOfFunding(funding: readonly Pick<FundingField, 'label'>[]): number | null {
  const alone = funding.flatMap(({ label }) =>
    bareYear.test(fold(label).replace(/\s/g, '')) ? [readYear(label)] : [],
  );
  if (alone.length === funding.filter(({ label }) => readYear(label) !== null).length && alone.length > 1)
    return Math.min(...alone.map((year) => year as number));
  let last: number | null = null;
  for (const { label } of funding) {
    const year = readYear(label);
    if (year !== null && !/上年|去年|前年/.test(label)) last = Math.max(last ?? 0, year);
  }
  return last;
}

/** The one year that a column of targets is for: 中期目标值 | 2025年目标值; the first where columns of years are all the values: 2025年 | 2026年, or 2025年指标值 alone. */
function yearOfTargets(regions: readonly Region[]): number | null {
  const halves = regions.flatMap((region) => (region.kind === 'indicators' ? region.columns.halves : []));
  const years = new Set(yearsOf(halves.flatMap(({ spans }) => spans.get('target') ?? [])));
  const priors = halves.flatMap(({ spans }) => spans.get('prior') ?? []);
  const planned = yearsOf(priors);
  const targets = halves.flatMap(({ spans }) => spans.get('target') ?? []);
  // 政策期指标值 | 2026年度指标值: the year beside the whole time.
  const ofWhole = targets.length > 0 && targets.every(({ path }) => sectionOfText(path) === 'long_term');
  if (years.size === 0 && ofWhole && planned.length === 1) return planned[0] ?? null;
  if (years.size > 0 || halves.some(({ spans }) => spans.has('target') || spans.has('actual')))
    return years.size === 1 ? ([...years][0] ?? null) : null;
  const isPlan = planned.length > 1 || priors.every(({ path }) => !/实际|完成/.test(path));
  return planned.length > 0 && isPlan ? Math.min(...planned) : null;
}

/** 年度目标（2024年）: the one year that the labels of the goals print; several are those of a plan. */
function yearOfGoals(fields: Said['fields']): number | null {
  const years = new Set(
    fields.flatMap(({ label, role }) =>
      role === 'goal' && /年度/.test(label) && !isSpan.test(fold(label)) ? [readYear(label)] : [],
    ),
  );
  years.delete(null);
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** 2024年-2026年 */
const isSpan = /[-—~至]\s*(?:19|20)\d{2}/;

function yearsOf(spans: readonly { text: string }[]): number[] {
  return spans.map(({ text }) => readYear(text)).filter((year) => year !== null);
}

/** 2024年农村公路养护: one year at the start of the name; a span of years is no budget year. */
function yearOfProject(name: string): number | null {
  const year = /^\s*[（(]?((?:19|20)\d{2})\s*年/.exec(fold(name));
  return year === null || isSpan.test(name) ? null : Number(year[1]);
}

/** Forms that are drawn up before their year or after it. */
const filedBesideItsYear = /申报|目标|预算|自评|评价|决算/;

/** A budget is drawn up in the autumn before its year; a self-evaluation is filed in the first half after it. */
function yearOfFiling(date: string, title: string, unlabelled: boolean): number {
  const year = Number(date.slice(0, 4));
  if (unlabelled && !filedBesideItsYear.test(title)) return year;
  const month = Number(date.slice(5, 7));
  if (/自评|评价|决算/.test(title)) return month <= 6 ? year - 1 : year;
  return month >= 9 ? year + 1 : year;
}

/** The years that column heads print: of the current figures (2020年预算数), and the last of the earlier ones (近两年). */
function yearsOfHeads(regions: Region[]): {
  current: number | null;
  prior: number | null;
  years: Set<number | null>;
  /** Whether they are those of a plan, with their sum. */
  planned: boolean;
} {
  const years = new Set<number | null>();
  let planned = false;
  let current: number | null = null;
  let prior: number | null = null;
  let until: number | null = null;
  for (const region of regions) {
    if (region.kind !== 'money') continue;
    const { headerTable: table, header } = region;
    for (let row = header.first; row < header.end; row++) {
      const first = firstOfPlan(filledCells(table, row).map((i) => labelOf(table, i).key));
      planned ||= first !== null;
      for (const i of filledCells(table, row)) {
        const cell = cellOf(table, i);
        const year = readYear(cell.text);
        if (year === null) continue;
        if (isPriorHead(region, cell.column, cell.text)) prior = Math.max(prior ?? 0, year);
        else if (untilYearEnd.test(cell.text)) until = Math.max(until ?? 0, year);
        else {
          current = Math.max(current ?? 0, first ?? year);
          years.add(year);
        }
      }
    }
  }
  return { current: current ?? until, prior, years, planned };
}

/** 截至2025年底累计安排 beside 2026年预算: what was done before the years of the form; alone it says the only year there is. */
const untilYearEnd = /截[至止].{0,4}年[底末]/;

/** 合计 | 2026年 | 2027年 | 2028年: years that add up are those of a plan, filed for the first of them. */
function firstOfPlan(keys: readonly string[]): number | null {
  const years = keys.flatMap((key) => (bareYear.test(key) ? [readYear(key) ?? 0] : []));
  const totals = keys.filter((key) => totalLabel.test(key)).length;
  return years.length > 1 && totals === 1 ? Math.min(...years) : null;
}

function isPriorHead(region: MoneyRegion, column: number, text: string): boolean {
  const path = headPath(region.headerTable, region.header, column);
  const said = path.some((i) => /近两年|近三年|前两年|以前年度/.test(cellOf(region.headerTable, i).text));
  return said || (relativeYear(text) ?? 0) < 0;
}
