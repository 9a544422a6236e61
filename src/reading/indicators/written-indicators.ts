import type { Indicator, Quantity } from '../../../schemas/index.ts';
import { foldLabel, readQuantity, stripMarks } from '../../values/index.ts';
import type { WrittenIndicators } from '../fields/field.ts';
import { levelOfName } from '../lexicon/levels.ts';
import { newIndicator, type Owner } from '../records.ts';

/** 【产出指标-数量指标】: the levels of the indicators that follow in the same cell. */
const block = /【\s*([^【】\-—－/]{2,16}?)\s*[-—－/]+\s*([^【】]{2,20}?)\s*】/g;
const firstBlock = new RegExp(block.source);
const item =
  /^(.{1,80}?)(?:[（(](?:[^（）()]{0,4}\*+\s*([^（）()*]{0,10})|[≥≤≧≦＞＜=><][^（）()]{0,12})[)）])?\s*(>=|<=|≥|≤|≧|≦|＞|＜|=|＝|>|<|[:：])\s*(.{1,60})$/s;

/** Longest cell that is read so, in characters. */
const LONGEST = 20_000;

/** Whether a cell holds indicators as running text under their levels in brackets. */
export function holdsWrittenIndicators(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (!text.includes('【')) return text.includes('指标') && listsLevels(text);
  const found = firstBlock.exec(text);
  return found !== null && /指标|满意度|效益|成本/.test(found[1] as string);
}

/** 产出指标：1.养护里程≥58公里；… 效益指标：…: two first levels at least, and values in most of the pieces below them. */
function listsLevels(text: string): boolean {
  const pieces = piecesOf(text).map(leveled);
  const tops = pieces.filter(({ level }) => level === 1).length;
  const said = pieces.filter((piece) => piece.text !== '');
  const valued = said.filter((piece) => isValued(piece.text)).length;
  return tops > 1 && valued > 1 && valued * 2 >= said.length;
}

const isValued = (text: string): boolean => /[≥≤≧≦＞＜=＝<>]/.test(text) || bareFigure.test(text);

/** A piece of a text and the level that it starts with: 效益指标：事故下降率≥10%. */
function leveled(piece: string): { level: 1 | 2 | null; name: string; text: string } {
  const text = stripMarks(piece.trim()).rest;
  const [, before, rest] = /^([^:：]{2,12}?)\s*[:：]\s*(.*)$/s.exec(text) ?? [];
  const level = before === undefined ? levelOfName(foldLabel(text)) : levelOfName(foldLabel(before));
  if (level === null) return { level, name: '', text };
  return { level, name: (before ?? text).trim(), text: stripMarks(rest ?? '').rest };
}

/** The pieces of a text that names its levels line by line. */
function listed(text: string): Piece[] {
  let level1 = '';
  let level2: string | null = null;
  return piecesOf(text).map((piece) => {
    const { level, name, text: rest } = leveled(piece);
    const inner = level === 1 ? leveled(rest) : null;
    if (level === 1) level2 = null;
    if (level === 1) level1 = name;
    else if (level === 2) level2 = name;
    // 产出指标：数量指标：修复档案≥5000页
    if (inner?.level !== 2) return { level1, level2, text: rest };
    level2 = inner.name;
    return { level1, level2, text: inner.text };
  });
}

/** The first level that a label names, 产出指标 or 绩效指标（产出）; null where it names none. */
export function writtenLevel(label: string): string | null {
  if (label.length > LONGEST_LEVEL) return null;
  const inside = /^(?:年度)?绩效指标[（(]\s*([^（()）]{2,6})\s*[)）]$/.exec(label.trim())?.[1] ?? label;
  return levelOfName(foldLabel(inside)) === 1 ? inside.trim() : null;
}

/** Whether a cell names indicators with their values: 数量指标：补贴人数≥200人；…. */
export function namesIndicators(text: string): boolean {
  return text.length <= LONGEST && piecesOf(text).some((piece) => item.test(piece));
}

/** Longest name of a first level, in characters. */
const LONGEST_LEVEL = 12;

/** An indicator written in one line. */
export interface WrittenIndicator {
  name: string;
  target: Quantity | null;
}

/** The indicators that a text lists, between semicolons or line ends. */
export function writtenParts(text: string): WrittenIndicator[] {
  return piecesOf(text).flatMap((piece) => {
    const { rest } = stripMarks(piece);
    if (rest === '') return [];
    const known = writtenIndicator(rest);
    const [, name, figure] = known.target === null ? (bareFigure.exec(rest) ?? []) : [];
    const target = figure === undefined ? null : readQuantity(figure);
    // 每月15日前发放到位 ends in no figure.
    return name === undefined || target?.kind !== 'number' ? [known] : [{ name: name.trim(), target }];
  });
}

/** 验收合格率100%: a name with its figure right behind it. */
const bareFigure = /^([^\d]{2,40}?)(\d[\d.,]*\s*[^\d\s]{0,6})$/;

const namedValues =
  /^(.+?)[;；,，、。\s]*(?:年度|年初|预期|计划|绩效)?(?:目标|指标)值\s*[:：]\s*(.+?)(?:[;；,，、。\s]*(?:实际完成|全年完成|完成|实际)值\s*[:：]\s*(.+?))?[;；。\s]*$/s;

/** 改造泵站数量 目标值：12座 完成值：13座: one indicator with what it calls its values; null where no such word parts it. */
export function valuedIndicator(text: string): (WrittenIndicator & { actual: Quantity | null }) | null {
  const [, name, target, actual] = namedValues.exec(text) ?? [];
  if (name === undefined || target === undefined) return null;
  return {
    name: name.trim(),
    target: readQuantity(target.trim()),
    actual: actual === undefined ? null : readQuantity(actual.trim()),
  };
}

/** name(≥**unit)>=value taken apart; the whole text is the name where no sign parts it. */
function writtenIndicator(text: string): WrittenIndicator {
  const parts = item.exec(text.replace(/[:：]\s*(?=[≥≤≧≦＞＜=＝<>])/, ''));
  if (!parts) return { name: text.trim(), target: null };
  const op = /[:：]/.test(parts[3] as string) ? null : (parts[3] as string);
  const target = readQuantity((parts[4] as string).trim(), { unit: parts[2]?.trim() || null, op });
  return { name: (parts[1] as string).trim(), target };
}

const piecesOf = (text: string): string[] =>
  text
    .replace(valueWord, '：')
    .split(/[;；\n。]/)
    .flatMap(commaParts);

/** 指标1：改造泵站数量；目标值：≥12座: the word between a name and its value, with the marks that part them. */
const valueWord = /[;；,，、。\s]*(?:年度|年初|预期|计划|绩效)?(?:目标|指标)值\s*[:：]\s*/g;

/** 养护里程≥58公里，优良率≥90%: commas part what each has a bound of its own; others belong to a name or a value. */
function commaParts(piece: string): string[] {
  const parts = piece.split(/[,，]/);
  return parts.length > 1 && parts.every((part) => boundedName.test(part)) ? parts : [piece];
}

const boundedName = /^\s*[^\d\s≥≤≧≦＞＜=＝<>][^≥≤≧≦＞＜=＝<>]*[≥≤≧≦＞＜=＝<>]+\s*\d/;

/** Whether an answer to 绩效指标 lists indicators, two at least and most of them with a value: 养护面积(≥**亩)>=65;成活率>=95. */
export function listsIndicators(text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = piecesOf(text).filter((piece) => stripMarks(piece.trim()).rest !== '');
  const valued = said.filter(isValued).length;
  return valued > 1 && valued * 3 >= said.length * 2;
}

/** Whether every piece of a text has its value: 安置退役士兵85人；发放补助2300人次. */
export function valuesIndicators(text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = piecesOf(text).filter((piece) => stripMarks(piece.trim()).rest !== '');
  return said.length > 0 && said.every(isValued);
}

interface Piece {
  level1: string;
  level2: string | null;
  text: string;
}

/** The single indicators of the text, each with the levels that stand before it. */
function written({ level1, level2: given, text }: WrittenIndicators): Piece[] {
  if (level1 !== null) {
    let level2 = given ?? null;
    return piecesOf(text).map((piece) => {
      const [, before, rest] = /^\s*([^:：]{2,12})\s*[:：]\s*(.*)$/s.exec(piece) ?? [];
      if (before === undefined || rest === undefined || levelOfName(foldLabel(before)) === null)
        return { level1, level2, text: piece };
      level2 = before.trim();
      return { level1, level2, text: rest };
    });
  }
  const heads = [...text.matchAll(block)];
  if (heads.length === 0) return listed(text);
  return heads.flatMap((head, k) =>
    piecesOf(text.slice(head.index + head[0].length, heads[k + 1]?.index ?? text.length)).map((piece) => ({
      level1: (head[1] as string).trim(),
      level2: (head[2] as string).trim(),
      text: piece,
    })),
  );
}

/** Reads 【level1-level2】name(≥**unit)>=value;name… Each piece between semicolons or line ends is an indicator. */
export function readWritten(
  from: WrittenIndicators,
  owner: Owner,
  evaluation: boolean,
  ordinal: number,
): Indicator[] {
  const found: Indicator[] = [];
  for (const { level1, level2, text: piece } of written(from)) {
    const text = stripMarks(piece).rest;
    if (text === '') continue;
    const record = newIndicator(owner, ordinal + found.length, evaluation ? 'evaluation' : 'annual', {});
    record.level1 = level1 === '' ? null : level1;
    record.level2 = level2;
    record.confidence = from.confidence;
    const [{ name, target } = { name: text, target: null }] = writtenParts(text);
    record.level3 = name;
    record.target = target;
    if (target) record.source.target = from.at;
    record.source.level3 = from.at;
    found.push(record);
  }
  return found;
}
