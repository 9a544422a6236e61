import type { Amount, Location, Measure, MoneyUnit, Quantity } from '../../../schemas/index.ts';
import { fold, isUnit, moneyUnitIn, readQuantity } from '../../values/index.ts';
import { type Entry, isLost } from '../table/cells.ts';

/** An amount before its form's year and its ids are known. */
export interface AmountDraft {
  record: Amount;
  /** The draft that this one is part of. */
  whole: AmountDraft | null;
  /** Nothing that is printed says what stage of the money it is. */
  assumed?: true;
  /** A year that the heads or the label print. */
  yearPrinted: number | null;
  /** Years from the filing's own: 上年 -1. */
  yearOffset: number | null;
}

/** What a figure is read with. */
export interface FigureContext {
  measure: Measure;
  /** The unit that a column of its own prints for the row. */
  unit?: string | null;
  /** Texts that may name the unit: the heads, nearest first; after them the label and the side label. */
  heads: readonly string[];
  label: string;
  side: string;
  moneyUnit: MoneyUnit | null;
}

/** Reads a figure of a money table; null where its cell says nothing, with kind `text` where it cannot be read. */
export function readFigure(text: string, context: FigureContext): Quantity | null {
  const quantity = readQuantity(text.trim(), { unit: unitOf(context) });
  if (quantity.kind === 'blank') return null;
  if (quantity.kind === 'number') return quantity;
  const [, sum] = explained.exec(text.trim()) ?? [];
  if (sum !== undefined) return readQuantity(sum, { unit: unitOf(context) });
  return quantity.kind === 'range' || /\d/.test(text) ? quantity : null;
}

/** A cell whose figure is not known: a formula without a stored result or with an error for one, a table within it, 见附表. It is missing, and not nought. */
export function lostFigure({ text, cell }: Entry, context: FigureContext): Quantity | null {
  if (!isLost(text, cell.doubt) && !standsForFigure.test(text.trim())) return null;
  return { ...readQuantity('?'), raw: text.trim(), unit: unitOf(context) };
}

/** Signs that no font tells, stars over a figure that is kept back, words that send the reader elsewhere or put the figure off. */
const standsForFigure =
  /^(?=.*[\ufffd\p{Co}])[\ufffd\p{Co}.,%]+$|^[*＊×]{2,}$|^(?:详?见|另[附见行])[^\d\s]{1,8}$|^(?:待[\u4e00-\u9fff]{1,6}|若干|同上|涉密|保密|不[予宜]?公开)$/u;

/** 854万元（道路400万元，渠道454万元）, 854（道路400、渠道454）, 854⏎其中：道路400: the sum, and behind it what it is made of. */
const explained =
  /^(\d[\d,]*(?:\.\d+)?\s*(?:[万亿]?元)?)(?:\s*[（(][^（()）]*[)）]|\s*[，,。；;]?\s*[（(]?其\s*中\s*[:：]?.*)$/s;

function unitOf(context: FigureContext): string | null {
  const { heads, label, side } = context;
  if (context.unit) return context.unit;
  if (context.measure === 'rate') return '%';
  if (context.measure === 'count') return countUnit([...heads, label, side]);
  // 中央财政（万元） under 全年预算数（亿元）: a row that says its own unit is no part of what the head says.
  if (ownUnit.test(label)) return moneyUnitIn(label);
  for (const head of heads) {
    const unit = moneyUnitIn(head);
    if (unit) return unit;
  }
  return moneyUnitIn(label) ?? moneyUnitIn(side) ?? context.moneyUnit;
}

const ownUnit = /[(（]\s*[万亿千]?元\s*[)）]\s*[:：]?\s*$/;

function countUnit(texts: readonly string[]): string {
  for (const text of texts) {
    for (const [bracket] of text.replace(/\s/g, '').matchAll(/[(（][^()（）]+[)）]/g)) {
      const unit = countedUnit(bracket);
      if (unit !== null) return unit;
    }
  }
  if (texts.some((text) => /人次数?$/.test(text))) return '人次';
  if (texts.some((text) => /覆盖.*倍数$/.test(text))) return '倍';
  if (texts.some((text) => text.includes('车'))) return '辆';
  for (const text of texts) {
    const [, unit] = /([户家个台套次所座处件宗场])数$/.exec(text.trim()) ?? [];
    if (unit !== undefined) return unit;
  }
  return '人';
}

/** 支出（类）, （款）, （项） are levels of a classification, 处室（单位） an office, and a unit with 元 or % is one of money or of a rate. */
const uncounted = /^(?:单位|部门|类|款|项|目|节|级|年|月|日|%.*|[A-Za-z])$|元/;

/** The unit of what is counted, where a label says in its last brackets that its figure is no money: 车辆数（辆）, 批复规模（㎡）. */
export function countedUnit(label: string): string | null {
  const match = /[(（](?:单位[:：])?([^()（）]{1,6})[)）]$/.exec(label.replace(/\s/g, ''));
  const unit = match === null ? '' : fold(match[1] as string);
  // 设备（台，套）
  const [first = '', ...others] = unit.split(/[,、]/);
  return [first, ...others].every((each) => isUnit(each) && !uncounted.test(each)) ? first : null;
}

type Given = Pick<Amount, 'section' | 'item' | 'label' | 'measure' | 'project'> &
  Partial<Pick<Amount, 'parent' | 'role' | 'depth' | 'column_label' | 'fund' | 'code'>>;

/** A draft with the common fields of a figure filled in. */
export function draftOf(
  given: Given,
  quantity: Quantity,
  source: Record<string, Location>,
  confidence: number,
): AmountDraft {
  const number = quantity.kind === 'number';
  const record: Amount = {
    amount_id: '',
    filing_id: '',
    document_id: '',
    ordinal: 0,
    section: given.section,
    item: given.item,
    parent: given.parent ?? null,
    parent_id: null,
    role: given.role ?? 'item',
    depth: given.depth ?? 0,
    label: given.label,
    measure: given.measure,
    column_label: given.column_label ?? null,
    fund: given.fund ?? null,
    code: given.code ?? null,
    year: null,
    value: number ? quantity.value : null,
    raw: quantity.raw,
    unit: quantity.unit,
    base_value: number && quantity.unit !== null ? quantity.base_value : null,
    share: null,
    share_raw: null,
    project: given.project,
    source,
    confidence,
  };
  return { record, whole: null, yearPrinted: null, yearOffset: null };
}
