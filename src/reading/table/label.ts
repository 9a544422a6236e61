import { isCapitalSum } from '../../values/capital-sum.ts';
import { isErrorValue } from '../../values/error-value.ts';
import { foldLabel } from '../../values/fold.ts';
import { withoutNoteMark } from '../../values/quantity.ts';
import { type FieldRole, fields } from '../lexicon/fields.ts';
import { type IndicatorRole, indicatorColumns } from '../lexicon/indicator-columns.ts';
import { type MoneyRole, moneyColumns } from '../lexicon/money-columns.ts';
import { fundingRank } from '../lexicon/money-items.ts';
import { labelForms, lookUp } from '../lexicon/vocabulary.ts';

/** A text as the lexicon sees it. Roles are looked up when first asked for and kept: a form prints the same labels again and again. */
export interface Label {
  /** Folded, without white space. */
  key: string;
  /** From as printed to plainest; empty where the text is too long for a label. */
  forms: readonly string[];
  indicator: IndicatorRole | null | undefined;
  money: MoneyRole | null | undefined;
  field: FieldRole | null | undefined;
  funding: number | null | undefined;
  /** What it is as a head of money where sources of funds and counts are heads too. */
  head: MoneyRole | null | undefined;
  /** Nothing is said: see {@link isVoid}. */
  void: boolean;
  /** A figure: see {@link isFigure}. */
  figure: boolean;
  /** A bare year, which is the head of a column or a figure as whole as 2000 万元: its place must say which. */
  bareYear: boolean;
}

const blankLabel: Label = {
  key: '',
  forms: [],
  indicator: null,
  money: null,
  field: null,
  funding: null,
  head: null,
  void: true,
  figure: false,
  bareYear: false,
};

/**
 * Forms print the same few hundred labels and figures again and again: so many short ones are remembered over documents.
 * The length bounds the memory too: V8 keeps a longer piece of a text as a view that holds the whole text.
 */
const MAX_REMEMBERED = 4_000;
const LONGEST_REMEMBERED = 12;
const remembered = new Map<string, Label>();

/** Reads the labels of one document, each text once. */
export function labelReader(): (text: string) => Label {
  const known = new Map<string, Label>();
  return (text) => {
    if (text === '') return blankLabel;
    if (text.length > LONGEST_FOLDED) return labelOfText(text);
    const short = text.length <= LONGEST_REMEMBERED;
    const memory = short ? remembered : known;
    const seen = memory.get(text);
    if (seen) return seen;
    const label = labelOfText(text);
    if (short && remembered.size >= MAX_REMEMBERED) remembered.clear();
    memory.set(text, label);
    return label;
  };
}

/** A text beyond this length, in characters, is an answer: it is kept as its own key and not folded. */
const LONGEST_FOLDED = 120;

/** Reads one text as a label, without keeping it. */
export function labelOfText(text: string): Label {
  if (text.length > LONGEST_FOLDED) return { ...blankLabel, key: text, void: isVoid(text) };
  const key = unmarked(foldLabel(text));
  const forms = figureLike.test(key) || isErrorValue(text) ? noForms : labelForms(key);
  const role = forms.length === 0 ? null : undefined;
  return {
    key,
    forms,
    indicator: role,
    // % beside 金额 under 增减: how much it is in per cent.
    money: /^\(?%\)?$/.test(key) ? 'rate' : role,
    field: role,
    funding: role,
    head: undefined,
    void: isVoid(key),
    figure: isFigure(key) || isCapitalSum(key),
    bareYear: bareYear.test(key),
  };
}

/** A key without the mark of a note behind it: 98¹, 98[1], 执行率²; ① and * behind a word may be more than a mark. */
function unmarked(key: string): string {
  if (!mayEndInMark.test(key)) return key;
  const bare = withoutNoteMark(key);
  return figureLike.test(bare) || bare === key.replace(/[⁰¹²³⁴-⁹]+$/, '') ? bare : key;
}

const mayEndInMark = /[⁰¹²³⁴-⁹①-⑳*※\])]$|注\d{1,2}$/;
const noForms: readonly string[] = [];

const figureLike = /^['`]?[\d.,%+()-]*$/;

/** What the label is as the head of an indicator column. */
export function indicatorRole(label: Label): IndicatorRole | null {
  if (label.indicator === undefined) label.indicator = lookUp(indicatorColumns, label.forms);
  return label.indicator;
}

/** 2026年末实有人数 keeps the word 年末. */
const printedYear = /^(?:19|20)\d\d(?:年度?(?![末初底]))?|\((?:19|20)\d\d年度?\)/;

/** What the label is as the head of a money column; a year in front (2023年决算数) does not count. */
export function moneyRole(label: Label): MoneyRole | null {
  if (label.money === undefined) {
    const plain = label.forms.map((form) => form.replace(printedYear, '')).filter((form) => form !== '');
    const role = plain.length === 0 && label.forms.length > 0 ? 'value' : lookUp(moneyColumns, plain);
    // 完成预算（%）: how much of it, and no money.
    label.money = role !== null && sumsOfMoney.has(role) && inPerCent.test(label.key) ? 'rate' : role;
  }
  return label.money;
}

const inPerCent = /\(%\)$/;
const sumsOfMoney: ReadonlySet<MoneyRole> = new Set<MoneyRole>([
  'adjustment',
  'annual_budget',
  'arrived',
  'balance',
  'budget',
  'current',
  'executed',
  'final',
  'initial_budget',
  'prior',
  'spend',
  'total_budget',
  'value',
]);

/** What the label says of the value beside it. */
export function fieldRole(label: Label): FieldRole | null {
  if (label.field === undefined) label.field = lookUp(fields, label.forms);
  return label.field;
}

/** What is money of a year once the year is named: 2026年预算. */
const ofYear =
  /^(?:项目)?(?:预算|资金|投资|经费|投入|资金安排|预算安排|资金需求|计划投资|资金计划|申请(?:资金|金额|数)?|安排(?:资金|金额|数)?)$/;

/** Rank of the label as a row of a funding block. */
export function fundingRole(label: Label): number | null {
  if (label.funding === undefined) {
    const whole = label.forms.at(-1) ?? '';
    const bare = whole.replace(printedYear, '');
    label.funding = bare !== whole && ofYear.test(bare) ? 0 : fundingRank(bare);
  }
  return label.funding;
}

/** Nothing is said: empty, or a sign that stands for nothing. */
export function isVoid(key: string): boolean {
  return key === '' || voidText.test(key);
}

/** {@link isVoid} of a text that is not folded; a long one is mostly seen to at its first character. */
export function isVoidText(text: string): boolean {
  const sign = text.charAt(0);
  return sign > '\u4e00' && sign <= '\u9fff' && sign !== '无' && sign !== '不'
    ? false
    : isVoid(foldLabel(text));
}

const voidText = /^(?:无|[-—–_/\\*.·…、。○]+|n\/?a|不适用)$/i;

const figure =
  /^[√✓✔☑🗹]?['`]?约?[-+△▲▽▼]?[¥]?\(?[\d,]*\.?\d+[%‰]?\)?(?:%|[百千]?万?元|亿元?|[百千]?万|人|个)?[√✓✔☑🗹]?$/u;
/** 854万元(道路400万元,渠道454万元): a sum of money that says what it is made of. */
const explainedSum = /^([\d,]*\.?\d+(?:万元?|亿元?|元))(?:\1)?\([^()]{1,100}\)$/;
const bareYear = /^(?:19|20)\d\d$/;

/** Whether a label may be a figure where figures are expected. */
export function mayBeFigure(label: Label): boolean {
  return label.figure || label.bareYear;
}

/** 63.9..8.9, 19.0)4, 0.00): digits with points or marks that no number has. It is the name of nothing, and its figure is not known. */
const damagedFigure =
  /^\d[\d.,]*\.{2,}[\d.,]*\d$|^\d[\d,]*\.\d+[()[\]|!'`·]\d+$|^\d[\d,]*\.\d\d[()[\]|!'`·]$/;

/** Whether a folded text is a figure wherever it stands: 1,234.50, 2.00万元, 99.8%. A bare year may be a head. */
export function isFigure(key: string): boolean {
  return (figure.test(key) && !bareYear.test(key)) || explainedSum.test(key) || damagedFigure.test(key);
}
