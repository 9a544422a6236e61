import type { AmountSection, Filing, Message } from '../../../schemas/index.ts';
import { counted } from '../notice.ts';
import { keptWith } from '../remembered.ts';
import {
  type DocumentContext,
  type FilingContext,
  type FilingRule,
  found,
  notEvaluated,
  type Outcome,
  passed,
} from '../rule.ts';

/** Blocks that a form of this kind is filed for, and that hold no figure or row at all. */
export const STR_11: FilingRule = {
  id: 'STR-11',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '应填部分整块空白', en: 'Required block is empty' },
  explanation: {
    zh: '部门整体申报表的资金情况、项目申报表的项目资金整块没有数字，或有年度指标而无长期指标，且无空表说明；并排的年度指标整块空白的，作警告。申报表只有目标和指标、没有资金一栏的，仅作提示。',
    en: 'The fund block of a target form has no figure at all, or a form with long-term goals has annual indicators only, and no note says why; an annual half left blank beside the long-term one is a warning. A form of goals and indicators that has no place for money is only noted.',
  },
  tolerance: 'TS',
  severity: 'info',
  parameters: {},
  example: {
    zh: '部门整体申报表“总体资金情况”没有任何数字',
    en: 'a department form whose fund block has no figure',
  },
  check,
};

/** Fund blocks by kind of form, with what the form calls them. */
const FUNDS: ReadonlyMap<Filing['form_type'], { sections: readonly AmountSection[]; name: Message }> =
  new Map([
    [
      'department_targets',
      {
        sections: ['income', 'expenditure', 'funding', 'projects', 'budget'],
        name: { zh: '总体资金情况', en: 'the fund block (总体资金情况)' },
      },
    ],
    [
      'project_targets',
      { sections: ['funding', 'projects'], name: { zh: '项目资金', en: 'the fund block (项目资金)' } },
    ],
    [
      'project_self_evaluation',
      { sections: ['funding', 'projects'], name: { zh: '项目资金', en: 'the fund block (项目资金)' } },
    ],
  ]);

/** Titles of tables that award points or compare results and nothing else: 评价指标体系及评分表, 绩效考核指标完成情况表. */
const SCORING = /评分|得分|打分|计分|指标体系|评价指标|考核指标|运营评价|运营期|绩效考核/;

const SIDES: ReadonlySet<string> = new Set(['income', 'expenditure']);

/** 绩效指标分解表: what each office is to reach. */
const HANDED_DOWN = /(?:目标|指标|任务)分解/;

/** 绩效目标审核表, 绩效指标核查表: what a reviewer ticks. */
const REVIEW = /(?:审核|审查|核查|自查)(?:意见)?表/;

const NOTE = /空表|无此项|不涉及|没有.{0,12}(预算|支出|资金)/;

function check(context: FilingContext): Outcome[] {
  return [...funds(context), ...longTerm(context), ...annualHalf(context)];
}

function funds(context: FilingContext): Outcome[] {
  const { amounts, filing, indicators, texts } = context;
  const required = FUNDS.get(filing.form_type);
  if (required === undefined) return [];
  if (indicators.length === 0 && amounts.length === 0)
    return [notEvaluated(filing.filing_id, 'form has no rows')];
  const own = amounts.filter((amount) => required.sections.includes(amount.section));
  if (own.some((amount) => amount.value !== null)) return [passed(filing.filing_id)];
  if (own.length === 0 && filing.unread_figures !== undefined)
    return [notEvaluated(filing.filing_id, 'one of the figures was not read')];
  // 收入预算 | 支出预算 of a fund (社会保险基金): what comes in and goes out is all the money that it has.
  if (own.length === 0 && amounts.some(({ section, value }) => SIDES.has(section) && value !== null))
    return [passed(filing.filing_id)];
  if (texts.some(({ text }) => NOTE.test(text))) return [passed(filing.filing_id)];
  if (own.length === 0 && SCORING.test(filing.title ?? ''))
    return [notEvaluated(filing.filing_id, 'a scoring table prints no funds')];
  if (own.length === 0 && filing.title === null)
    return [notEvaluated(filing.filing_id, 'a table within a text leaves the funds to it')];
  if (own.length === 0 && REVIEW.test(filing.title ?? ''))
    return [notEvaluated(filing.filing_id, 'a review of what was filed prints no funds')];
  // A blank block still says in what unit it is to be filled in.
  if (own.length === 0 && filing.form_type === 'project_self_evaluation' && filing.money_unit === null)
    return [notEvaluated(filing.filing_id, 'the form prints no funds')];
  if (own.length === 0 && (isOfList(context) || HANDED_DOWN.test(filing.title ?? '')))
    return [notEvaluated(filing.filing_id, 'a list of projects prints no funds')];
  const { name } = required;
  const hasBlock = filing.money_unit !== null || filing.source.funds !== undefined;
  if (own.length === 0 && filing.form_type === 'department_targets' && !hasBlock)
    return [printsNone(filing, name)];
  if (own.length === 0 && filing.form_type === 'project_targets' && filing.money_unit === null)
    return [printsNone(filing, name)];
  return [
    found({
      filingId: filing.filing_id,
      documentId: filing.document_id,
      verdict: 'improbable',
      severity: 'warning',
      message: {
        zh: `“${name.zh}”没有填写任何数字，也没有空表说明`,
        en: `${name.en} has no figure at all, and no note says why`,
      },
      evidence: [place(filing, own[0]?.source.value ?? filing.source.funds)],
      operands: ['funds'],
    }),
  ];
}

/** A list of goals and indicators has no place for money: nothing was left blank, and what the project costs is not told. */
function printsNone(filing: Filing, name: Message): Outcome {
  return found({
    filingId: filing.filing_id,
    documentId: filing.document_id,
    verdict: 'explained',
    message: { zh: `表中没有“${name.zh}”一栏`, en: `the form does not print ${name.en}` },
    evidence: [place(filing, undefined)],
    operands: ['funds'],
  });
}

/** One project of a list: the others stand under the very same title, and none has money. */
function isOfList({ document, filing }: FilingContext): boolean {
  const alike = byTitlePlace(document).get(titlePlace(filing)) ?? [];
  return filing.source.title !== undefined && alike.length > 1 && hasNoMoney(alike);
}

/** The forms of a document by where their titles stand: a list has some thousand under one. */
const byTitlePlace = keptWith(
  ({ filings }: DocumentContext): ReadonlyMap<string, readonly FilingContext[]> =>
    Map.groupBy(filings, ({ filing }) => titlePlace(filing)),
);

const hasNoMoney = keptWith((forms: readonly FilingContext[]): boolean =>
  forms.every(({ amounts }) => amounts.length === 0),
);

function titlePlace({ source: { title } }: Filing): string {
  return `${title?.block}|${title?.row}|${title?.sheet}`;
}

/** A form that prints goals of both terms and indicators of one. */
function longTerm({ filing, indicators, texts }: FilingContext): Outcome[] {
  const label = /长期|中期|中长期/;
  const goal = texts.find((text) => text.role === 'goal' && label.test(text.label ?? ''));
  const isDepartment = filing.form_type === 'department_targets';
  const annual = indicators.filter((row) => row.section === 'annual');
  if (annual.length === 0 || (goal === undefined && !isDepartment)) return [];
  if (annual.length < indicators.length) return [passed(filing.filing_id)];
  const blankGoal = goal === undefined || goal.text.trim() === '';
  return [
    found({
      filingId: filing.filing_id,
      documentId: filing.document_id,
      verdict: 'explained',
      message: {
        zh: `有年度指标 ${annual.length} 项，没有长期目标指标${blankGoal ? '，长期目标也未填' : ''}`,
        en: `${counted(annual.length, 'annual indicator')} and none for the long term${blankGoal ? ', whose goal is blank too' : ''}`,
      },
      evidence: [place(filing, goal === undefined ? undefined : Object.values(goal.source)[0])],
      operands: ['long_term'],
    }),
  ];
}

/** Long-term indicators whose annual half beside them names its levels and nothing else. */
function annualHalf({ filing, indicators }: FilingContext): Outcome[] {
  const blank = filing.placeholders ?? [];
  const isLong = indicators.length > 1 && indicators.every((row) => row.section === 'long_term');
  const of = (level: string | null): boolean => indicators.some(({ level2 }) => level2 === level);
  if (!isLong || blank.length < indicators.length || !blank.every(({ level2 }) => of(level2))) return [];
  return [
    found({
      filingId: filing.filing_id,
      documentId: filing.document_id,
      verdict: 'improbable',
      severity: 'warning',
      message: {
        zh: `有长期指标 ${indicators.length} 项，并排的年度指标整块空白`,
        en: `${indicators.length} long-term indicators, and the annual half beside them is blank`,
      },
      evidence: [place(filing, blank[0]?.source.level2)],
      operands: ['annual'],
    }),
  ];
}

function place(filing: Filing, cell: Filing['source'][string] | undefined) {
  const source = cell ?? filing.source.title ?? Object.values(filing.source)[0]!;
  return { role: 'block', text: filing.title ?? '', value: null, source, document_id: null };
}
