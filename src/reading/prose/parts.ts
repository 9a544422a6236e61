import type { TextRelation } from '../../../schemas/index.ts';
import { type Draft, lastBefore, MAX_REACH, sameMeasure } from './draft.ts';
import { interleaved, isGap } from './interleaved.ts';
import { ofOneStage, withoutUses } from './part-stages.ts';

/** An open enumeration of the parts of one figure. */
interface Frame {
  whole: number;
  kind: 'part_of' | 'sum_of';
  text: string;
  /** Opened by 其中： rather than 其中; its parts may be parted by ；. */
  colon: boolean;
  /** Opened by a bracket right behind the whole: 28万元（购置费10万元，运行费18万元）. */
  bracket: boolean;
  /** The parts are list items on lines of their own. */
  list: boolean;
  /** How its lines are marked: 1. as in “1.”; null until the first of them. */
  mark: string | null;
}

const events =
  /其\s*中\s*(?:[:：,，])?|(?<!主要)(?:包括|分为|具体为)\s*[:：]|(?:以下(?:几个?)?方面|(?:情况|构成|结构|用途)如下)\s*[:：]|按[^，。；：:\d]{2,12}(?:划分|分类?)\s*[:：，,]|[（(]|[)）]|[。！？]|[；;]|\n[ \u3000]{0,8}(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])?/g;
const closing = /(?:^|[，,；;、])\s*(?:以上)?(?:共计|合计|总计|共)$/;
/** Longest lead that is only a word for the sum. */
const MAX_CLOSING = 8;
const endsWithColon = /[:：]\s{0,4}$/;
/** Parts of parts of parts are rare, and a bound keeps the work linear. */
const MAX_DEPTH = 4;
const awarded = /^[，,（(]?\s*(?:实|自评|实际)?得(?:分)?\s*[:：]?\s*$/;
const opened = /其\s*中\s*[:：，,]?\s*$/;

/** Which figures the text calls parts of which: 其中, 包括：, brackets behind a figure, lists that end in 合计. */
export function partRelations(drafts: readonly Draft[]): TextRelation[] {
  const relations: TextRelation[] = [];
  const listed = new Map<TextRelation, number>();
  let line = 0;
  let frames: Frame[] = [];
  for (const [index, draft] of drafts.entries()) {
    frames = framesAfter(frames, draft.gap, drafts, index);
    line += draft.gap.split('\n').length - 1;
    if (draft.role !== 'stated' || draft.isBase || isGap(draft)) continue;
    if (closing.test(draft.gap.slice(-MAX_CLOSING))) relations.push(...totalOf(drafts, index, relations));
    const frame = frames.at(-1);
    const whole = frame && drafts[frame.whole];
    // 过程25分得24.2分: the points are no part of a score, what was given for them is.
    if (awarded.test(drafts[index + 1]?.gap ?? '')) continue;
    const named = draft.item !== null || opened.test(draft.gap);
    const given = awarded.test(draft.gap) && drafts[index - 1]?.item != null;
    if (frame && whole && (named || given) && isPart(draft, whole)) {
      const relation = part(frame.kind, index, frame.whole, frame.text);
      relations.push(relation);
      if (frame.list) listed.set(relation, line);
    } else if (!frame) relations.push(...goesOnBehind(drafts, index, relations));
  }
  return oneOfLine(withoutUses(drafts, ofOneStage(drafts, interleaved(drafts, relations))), listed);
}

/** Lines of a list have one part each: what else a line tells of it (其中追加20万元) is no part of the whole. */
function oneOfLine(
  relations: readonly TextRelation[],
  lines: ReadonlyMap<TextRelation, number>,
): TextRelation[] {
  const seen = new Set<string>();
  return relations.filter((relation) => {
    const line = lines.get(relation);
    if (line === undefined) return true;
    const key = `${relation.to}|${line}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** 基本支出X万元，其中：人员经费Y万元，主要包括基本工资等。公用经费Z万元: the other part of that whole, in a sentence of its own. */
function goesOnBehind(
  drafts: readonly Draft[],
  index: number,
  known: readonly TextRelation[],
): TextRelation[] {
  const draft = drafts[index] as Draft;
  const last = known.at(-1);
  const sibling = last && drafts[last.from];
  if (!last || last.to === null || !sibling || sibling.item === null || draft.item === null) return [];
  if (!otherParts.test(draft.item) || !firstParts.test(sibling.item)) return [];
  const whole = drafts[last.to] as Draft;
  if (draft.sentence - sibling.sentence > 2 || !isPart(draft, whole)) return [];
  return [part('part_of', index, last.to, last.text)];
}

const firstParts = /^人员(?:经费|支出)$/;
const otherParts = /^(?:日常)?公用(?:经费|支出)$/;

function framesAfter(open: Frame[], gap: string, drafts: readonly Draft[], index: number): Frame[] {
  let frames = open;
  let skipped = 0; // brackets of this stretch that list nothing
  if (drafts[index - 1]?.role === 'stated' && opensList.test(gap))
    frames = [...frames.slice(1 - MAX_DEPTH), frameBehind(index)];
  for (const match of gap.matchAll(events)) {
    const sign = match[0].trim();
    const last = frames.at(-1);
    if (/^[其按]|[:：]$/.test(sign)) {
      const frame = frameOf(sign, gap, match.index + match[0].length, drafts, index);
      if (frame) frames = [...frames.slice(1 - MAX_DEPTH), frame];
    } else if (/[（(]/.test(sign) && !match[0].startsWith('\n')) {
      // Only a bracket right behind its whole lists parts, and 771人次（目标857人次） has what was aimed at.
      const isAim = aimed.test(gap.slice(match.index + match[0].length));
      if (isAim || match.index > 0 || drafts[index - 1]?.role !== 'stated') {
        skipped += 1;
        continue;
      }
      frames = [
        ...frames.slice(1 - MAX_DEPTH),
        { ...frameBehind(index), text: sign, colon: false, bracket: true },
      ];
    } else if (/^[）)]$/.test(sign)) {
      if (skipped > 0) skipped -= 1;
      else frames = outOfBracket(frames);
    } else if (/^[；;]$/.test(sign)) {
      if (last && endsAtSemicolon(last, frames.at(-2))) frames = frames.slice(0, -1);
    } else if (match[0].startsWith('\n')) {
      // A list goes on while its lines are marked; the line behind the colon that opens it need not be.
      const goesOn =
        /\S/.test(match[0]) || endsWithColon.test(gap.slice(Math.max(0, match.index - 4), match.index));
      frames = goesOn
        ? markedBy(
            sign,
            frames.filter((frame) => frame.list),
          )
        : [];
    } else {
      frames = frames.filter((frame) => frame.list);
    }
  }
  return frames;
}

/** 1.工资……其中：(1)基本工资……(2)津贴……2.办公费: a line marked as those of an outer list ends the inner ones. */
function markedBy(sign: string, lists: Frame[]): Frame[] {
  const mark = sign.replace(/[一二三四五六七八九十]+/, '一').replace(/\d+/, '1');
  const own = mark === '' ? -1 : lists.findLastIndex((frame) => frame.mark === mark);
  const open = own < 0 ? lists : lists.slice(0, own + 1);
  const last = open.at(-1);
  return mark === '' || last?.mark !== null || !last ? open : [...open.slice(0, -1), { ...last, mark }];
}

const aimed = /^\s*(?:年初|年度|全年|原定?|绩效)*(?:目标|指标值|计划|任务)/;

/** 支出1344万元中，工程费672万元…; 政府采购332万元：货物类135万元…: the figure right before is parted. */
const opensList = /^\s*(?:中[，,]|[:：])/;

function frameBehind(index: number): Frame {
  return {
    whole: index - 1,
    kind: 'part_of',
    text: '',
    colon: true,
    bracket: false,
    list: false,
    mark: null,
  };
}

/** A bracket ends with all that was opened inside it: 20万元（其中：购置费15万元，运行费5万元）. */
function outOfBracket(frames: Frame[]): Frame[] {
  const bracket = frames.findLastIndex((frame) => frame.bracket);
  return bracket < 0 ? frames : frames.slice(0, bracket);
}

function frameOf(
  sign: string,
  gap: string,
  end: number,
  drafts: readonly Draft[],
  index: number,
): Frame | null {
  const passed = gap.slice(end).match(/[。！？\n]/g)?.length ?? 0;
  const sentence = (drafts[index]?.sentence ?? 0) - passed;
  const side = sideParted.exec(gap.slice(Math.max(0, end - MAX_SIDE), end))?.[1];
  const account = side === undefined ? null : accountBefore(drafts, index, sentence);
  if (account !== null) return { ...frameBehind(index), whole: account, kind: 'sum_of', text: side + sign };
  const whole = wholeBefore(drafts, index, sentence);
  if (whole === null || (!sign.startsWith('其') && !isAlone(drafts, whole))) return null;
  const colon = endsWithColon.test(sign);
  const list = colon && /^[ \u3000]{0,4}\n/.test(gap.slice(end, end + 5));
  return {
    whole,
    kind: /^[其按]|方面|如下/.test(sign) ? 'part_of' : 'sum_of',
    text: sign,
    colon,
    bracket: false,
    list,
    mark: null,
  };
}

/** 出国费0万元，接待费1.89万元，用车费4.46万元。具体情况如下：of which of them is not said; 其中 goes on with the last one. */
function isAlone(drafts: readonly Draft[], whole: number): boolean {
  const own = drafts[whole] as Draft;
  const other = lastBefore(
    drafts,
    whole,
    (draft) => draft.role === 'stated' && isSize(draft) && sameMeasure(draft, own) && !draft.isBase,
  );
  return other === null || drafts[other]?.sentence !== own.sentence;
}

/** Behind 其中 the parts end at ；. Behind 其中： they are parted by it, unless they are parts of parts in one sentence. */
function endsAtSemicolon(frame: Frame, outer: Frame | undefined): boolean {
  // 3.公务用车20万元，其中，购置费0万元；运行费20万元: the parts of a line of a list go on to its end.
  if (frame.bracket || frame.list || outer?.list) return false;
  return !frame.colon || (outer !== undefined && !outer.list);
}

/** 收支总额2659万元。收入包括：…；支出包括：…: two lists, and each of them makes up the one figure. */
function accountBefore(drafts: readonly Draft[], index: number, sentence: number): number | null {
  return lastBefore(
    drafts,
    index,
    ({ role, item, sentence: own }) => role === 'stated' && bothSides.test(item ?? '') && sentence - own <= 2,
  );
}

const bothSides = /收(?:入)?[、和]?支/;
const sideParted = /(收入|支出)(?:预算)?(?:包括|分为)\s*[:：]$/;
/** Longest opening of a side's list, in characters. */
const MAX_SIDE = 12;

/** 其中 speaks of the last figure stated in its own sentence or, at its start, in the one before. */
function wholeBefore(drafts: readonly Draft[], index: number, sentence: number): number | null {
  return lastBefore(
    drafts,
    index,
    (draft) =>
      draft.role === 'stated' &&
      sentence - draft.sentence <= 2 &&
      isSize(draft) &&
      !draft.isBase &&
      !isGap(draft) &&
      !reason.test(draft.gap),
  );
}

/** 支出1541万元，主要原因：62名职工调标。其中：…: what explains a figure has no parts. */
const reason = /(?:原因|由于|因为)[^。！？\n]*$/;

/** The figures before a 合计 in its sentence, without those that are parts of one another. */
function totalOf(drafts: readonly Draft[], index: number, known: readonly TextRelation[]): TextRelation[] {
  const nested = new Set(known.slice(-MAX_REACH).map((relation) => relation.from));
  const total = drafts[index] as Draft;
  const counted = drafts[index - 1];
  // 车辆6台，共156.80万元: what they are worth.
  if (counted && !sameMeasure(counted, total) && /^[，,]\s*共计?$/.test(total.gap)) return [];
  const relations: TextRelation[] = [];
  for (let i = index - 1; i >= Math.max(0, index - MAX_REACH); i--) {
    const draft = drafts[i] as Draft;
    if (draft.sentence !== total.sentence) break;
    if (draft.role === 'stated' && !nested.has(i) && isPart(draft, total))
      relations.push(part('sum_of', i, index, '合计'));
  }
  return relations.length > 1 ? relations.reverse() : [];
}

function isPart(draft: Draft, whole: Draft): boolean {
  return (
    isSize(draft) &&
    // 单价100万元以上的设备: what is bounded is no part.
    draft.sighting.quantity.op === '=' &&
    sameMeasure(draft, whole) &&
    (draft.year === null || whole.year === null || draft.year === whole.year)
  );
}

function isSize(draft: Draft): boolean {
  return draft.sighting.quantity.kind === 'number' && draft.sighting.quantity.base_unit !== '1';
}

function part(kind: 'part_of' | 'sum_of', from: number, to: number, text: string): TextRelation {
  return { kind, from, to, base: null, base_item: null, base_year: null, direction: null, text };
}
