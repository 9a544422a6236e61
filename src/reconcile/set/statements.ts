import type { TextRecord } from '../../../schemas/index.ts';
import { fromFigure, placeOf } from '../narrative/text-fact.ts';
import { type Packed, packPlace } from './place.ts';
import type { Report, Stage, Statement } from './statement.ts';

export type StatementRow = [
  value: number,
  raw: string,
  unit: string | null,
  place: Packed,
  stage: Stage,
  heading: string,
  lead: string,
  before: string,
  name: string,
  year: number | null,
];

export type PackedReport = Omit<Report, 'sheets' | 'statements'> & { statements: StatementRow[] };

/** A line that is a title: 2031年旱厕改造项目绩效评价报告, 部门决算预算绩效情况说明. */
const TITLE = /(?:报告|说明|综述|总结|分析)(?:（[^（）]{0,20}）)?$/;
const LONGEST_TITLE = 70;
const LONGEST_HEADING = 40;
const LONGEST_LEAD = 160;
const LONGEST_OPENING = 400;
/** Of one report; what states more is a list. */
const MOST_STATEMENTS = 300;

const STAGES: readonly [Exclude<Stage, 'value' | 'self_score' | 'score'>, RegExp][] = [
  ['initial', /(?:年初(?:安排)?预算(?:安排)?(?:数|资金|总额)?|年初(?:预算)?安排(?:资金)?)$/],
  ['annual', /(?:全年|调整后)预算(?:安排)?(?:数|资金|总额)?$/],
  [
    'budget',
    /(?:(?:批复|安排)预算(?:数|资金)?|预算(?:资金|安排|批复|总额|金额|数)?|资金总额|总投入|安排资金|预算安排资金)$/,
  ],
  [
    'executed',
    /(?:实际(?:支出|执行|使用|支付|完成支出)(?:数|资金|金额|总额)?|(?:全年)?执行数|全年(?:执行|支出)(?:资金|金额)?)$/,
  ],
];
const SCORE = /(?:自评|综合|评价|最终|绩效|总)*(?:得分|总分|评分)$/;

/** The texts of a document that stand in no form, as the reports that they make. */
export function reportsIn(texts: readonly TextRecord[], sheets: string[]): PackedReport[] {
  const reports: PackedReport[] = [];
  let heading = '';
  for (const record of texts) {
    if (record.filing_id !== null) continue;
    const bare = plain(record.text);
    const last = reports.at(-1);
    const isShort = record.figures.length === 0 && bare.length <= LONGEST_TITLE && !/[。;]$/.test(bare);
    const begins =
      last?.documentId !== record.document_id || (isShort && TITLE.test(bare) && last.title !== bare);
    if (begins) reports.push(begun(record.document_id, isShort ? bare : ''));
    if (begins) heading = '';
    else if (isShort && bare.length <= LONGEST_HEADING) heading = bare;
    const report = reports.at(-1)!;
    if (report.opening.length < LONGEST_OPENING)
      report.opening = `${report.opening}\n${bare}`.slice(0, LONGEST_OPENING);
    for (const statement of statementsIn(record, heading, report.title, sheets))
      if (report.statements.length < MOST_STATEMENTS) report.statements.push(statement);
  }
  const told = reports.filter(({ statements }) => statements.length > 0);
  for (const each of told) each.year = yearOf(each.title) ?? yearOf(each.opening);
  return told;
}

const begun = (documentId: string, title: string): PackedReport => ({
  documentId,
  title,
  opening: '',
  year: null,
  statements: [],
});

/** Without spaces and quotation marks, in one width. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」《》]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .toLowerCase();

/** The year that a text names, where it names one alone. */
function yearOf(text: string): number | null {
  const years = new Set(Array.from(text.matchAll(/(?<!\d)((?:19|20)\d{2})年/g), ([, year]) => Number(year)));
  return years.size === 1 ? [...years][0]! : null;
}

function statementsIn(record: TextRecord, heading: string, title: string, sheets: string[]): StatementRow[] {
  const parts = new Set(
    record.relations.filter(({ kind }) => kind === 'part_of' || kind === 'sum_of').map(({ from }) => from),
  );
  return record.figures.flatMap((figure, index): StatementRow[] => {
    if (figure.role !== 'stated' || figure.op !== '=' || figure.value === null || parts.has(index)) return [];
    if (fromFigure(record, index) === null) return [];
    const lead = plain(record.text.slice(Math.max(0, figure.offset - LONGEST_LEAD), figure.offset));
    const told = toldBy(lead, figure.unit, figure.base_unit, title);
    if (told === null) return [];
    const place = packPlace(placeOf(record, figure.offset), sheets);
    const { stage, before, name } = told;
    const { value, raw, unit, year } = figure;
    return [[value, raw, unit, place, stage, heading, lead, before, name, year]];
  });
}

/** What the words right before a figure say that it is. */
function toldBy(
  lead: string,
  unit: string | null,
  baseUnit: string | null,
  title: string,
): { stage: Stage; before: string; name: string } | null {
  const words = lead.replace(/(?:[为是:]|共计|合计)+$/, '');
  const clause = /[^,。;、:（）]*$/.exec(words)?.[0] ?? '';
  if (unit === '分') {
    const name = SCORE.exec(clause)?.[0];
    if (name === undefined) return null;
    const isSelf = /自评/.test(clause) || /自评/.test(title);
    return { stage: isSelf ? 'self_score' : 'score', before: clause.slice(0, -name.length), name };
  }
  if (baseUnit !== '元') {
    return { stage: 'value', before: /[^。;]*$/.exec(words)?.[0] ?? '', name: '' };
  }
  for (const [stage, pattern] of STAGES) {
    const name = pattern.exec(clause)?.[0];
    if (name !== undefined) return { stage, before: clause.slice(0, -name.length), name };
  }
  return null;
}

/** Reads reports back, each text kept once. */
export function reportReader(once: <T extends string | null>(text: T) => T) {
  return (packed: PackedReport, sheets: readonly string[]): Report => ({
    ...packed,
    sheets,
    statements: packed.statements.map(
      ([value, raw, unit, place, stage, heading, lead, before, name, year]): Statement => ({
        value,
        raw,
        unit: once(unit),
        place,
        stage,
        heading: once(heading),
        lead,
        before,
        name: once(name),
        year,
      }),
    ),
  });
}
