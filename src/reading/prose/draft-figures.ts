import { attach } from './attach.ts';
import { type Cue, cueBefore, equalitiesIn, movesTo } from './cue.ts';
import { type Draft, lastBefore, leadsToBase, MAX_REACH, sameMeasure } from './draft.ts';
import { measuredBy, priorOf, settleRate } from './measured.ts';
import { endsWithVerb, nameBehind, nameIn, namesOfList } from './name.ts';
import { type YearMention, yearsIn } from './not-figures.ts';
import type { Sighting } from './scan.ts';

const sentenceEnd = /[。！？\n]/g;
/** What is counted may stand behind these; of money, shares, people and time it stands before. */
const counting =
  /^(?:万|千|百|亿)?(?:名|位|个|家|项|次|台|辆|座|所|件|份|套|处|户|条|场|期|批|栋|间|类|种|张|本|部|篇|艘|架|门|支|只|头|株|棵|块|幅|个\/.*)$/;
/** No name reaches further back. */
const MAX_LEAD = 120;
const joins = /^\s*[、和及与，]\s*$/;

/** Gives every figure its name, its year and its role, from left to right. */
export function draftFigures(
  text: string,
  folded: string,
  sightings: readonly Sighting[],
  year: number | null,
): Draft[] {
  const years = yearsIn(folded, year);
  const drafts: Draft[] = [];
  let sentence = 0;
  let from = 0; // where the stretch before the next figure starts
  let current: number | null = null; // the year that holds until another is named
  let nextYear = 0;
  let spread: Draft[] = []; // what a 分别 has said of the figures to come
  let listed: string[] = []; // names that a 分别 has given out in advance
  for (const [index, sighting] of sightings.entries()) {
    const gap = text.slice(from, sighting.start);
    const breaks = [...folded.slice(from, sighting.start).matchAll(sentenceEnd)];
    sentence += breaks.length;
    const clause = breaks.length > 0 ? gap.slice((breaks.at(-1)?.index ?? 0) + 1) : gap;
    const lead = clause.slice(-MAX_LEAD);
    const cue = cueBefore(folded.slice(sighting.start - lead.length, sighting.start), sighting.quantity.unit);
    const compared = comparedSpans(folded, from, sighting, cue);
    const before: number | null = current;
    for (; (years[nextYear]?.start ?? Number.POSITIVE_INFINITY) < sighting.start; nextYear++) {
      const mention = years[nextYear] as YearMention;
      if (!compared.some(([start, end]) => mention.start >= start && mention.start < end))
        current = mention.year;
    }
    if (!joins.test(gap)) {
      listed = [];
      spread = cue?.text.includes('分别') ? spreadOver(drafts, sightings, index, text, cue, sentence) : [];
    }
    const shared = spread.shift();
    const draft: Draft = shared
      ? { ...shared, sighting, gap, sentence }
      : {
          ...unnamed(sighting, cue, cue === null && leadsToBase(gap, current, before)),
          year: current,
          gap,
          sentence,
        };
    from = sighting.end;
    drafts.push(draft);
    const folds = { lead: lead.length, text: folded };
    if (!shared && cue === null) standInMeasure(drafts, folds);
    if (draft.isBase) current = before;
    if (shared || settleRate(drafts, index)) continue;
    if (cue) {
      attach(drafts, index, cue);
      continue;
    }
    const names = listed.length > 0 ? listed : (namesOfList(lead) ?? []);
    listed = names.slice(1);
    from = nameAround(drafts, index, { text, lead, names, clauseStart: sighting.start - clause.length });
  }
  return drafts;
}

/** A figure before anything is known of it but what leads to it. */
function unnamed(
  sighting: Sighting,
  cue: Cue | null,
  isBase: boolean,
): Omit<Draft, 'year' | 'gap' | 'sentence'> {
  const nothing = { subject: null, base: null, measured: null, isPrior: false };
  return { sighting, role: cue?.role ?? 'stated', item: null, cue, isBase, ...nothing };
}

/** What the last figure is where it stands in the words that measure another: 完成预算100万元的98%, 财政拨款较上年100万元增加5万元. */
function standInMeasure(drafts: readonly Draft[], { lead, text }: { lead: number; text: string }): void {
  const draft = drafts.at(-1) as Draft;
  const { start, end } = draft.sighting;
  const before = text.slice(start - lead, start);
  const rest = text.slice(end, end + MAX_LEAD);
  draft.measured = measuredBy(drafts, before, rest);
  const prior = draft.isBase ? null : priorOf(before, rest);
  draft.isPrior = prior !== null;
  if (prior !== null) draft.item = prior;
  draft.isBase ||= draft.isPrior || draft.measured !== null;
}

/** What stands around a figure that no cue speaks for. */
interface Surroundings {
  text: string;
  /** What stands before it in its clause, no longer than a name may reach. */
  lead: string;
  /** Names that a list before it gives, its own first. */
  names: readonly string[];
  /** Offset of its clause. */
  clauseStart: number;
}

/** Names a figure by what stands before it, else by what is counted behind it; the offset where the stretch before the next one starts. */
function nameAround(
  drafts: readonly Draft[],
  index: number,
  { text, lead, names, clauseStart }: Surroundings,
): number {
  const draft = drafts[index] as Draft;
  const { gap, sighting } = draft;
  if (draft.isPrior) return sighting.end;
  draft.item = movesTo.test(lead) ? (drafts[index - 1]?.item ?? null) : (names[0] ?? nameIn(lead));
  draft.item = stageOf(drafts[index - 1], draft) ?? underHeading(text, clauseStart, draft.item);
  if (draft.isBase) draft.item = ofWhatItIsCompared(drafts, index) ?? draft.item;
  let end = sighting.end;
  if (counting.test(sighting.quantity.unit ?? '') && (draft.item === null || endsWithVerb(lead))) {
    const behind = nameBehind(text.slice(end, end + 24));
    if (behind) {
      draft.item = behind;
      end += text.slice(end).indexOf(behind) + behind.length;
    }
  }
  // 10批次、86人次: one thing counted in two ways.
  if (draft.item === null && joins.test(gap)) draft.item = drafts[index - 1]?.item ?? null;
  return end;
}

/** 2.公务接待费。2034年预算数6.80万元: a figure that has only its stage for a name is of the heading that its sentence stands under. */
function underHeading(text: string, start: number, item: string | null): string | null {
  if (item === null || !onlyStage.test(item)) return item;
  const [, heading] = headingBefore.exec(text.slice(Math.max(0, start - MAX_LEAD), start)) ?? [];
  return heading === undefined ? item : (nameIn(`${heading}${item}`) ?? item);
}

/** “三公”经费支出预算为3万元，支出决算为1.71万元: the second is of what the first is of; null where it has a name of its own. */
function stageOf(before: Draft | undefined, { item, gap, sentence, isBase }: Draft): string | null {
  if (item === null || !onlyStage.test(item) || /[；;]/.test(gap)) return null;
  if (before?.role !== 'stated' || before.sentence !== sentence || before.item === null) return null;
  const of = before.item.replace(endsOnStage, '');
  const isStage = of !== before.item || isBase;
  return isStage && of.length > 1 ? `${of}${item}` : null;
}

/** 收入1250万元，比2030年1180万元增加70万元: the second is of what the first is of. */
function ofWhatItIsCompared(drafts: readonly Draft[], index: number): string | null {
  const draft = drafts[index] as Draft;
  if (!/^(?:相?比|较|与|同|和)/.test(draft.item ?? '比')) return null;
  const subject = lastBefore(
    drafts,
    index,
    (other) => other.role === 'stated' && !other.isBase && sameMeasure(other, draft),
  );
  return subject === null ? null : (drafts[subject] as Draft).item;
}

const endsOnStage = /(?:支出)?(?:年初|全年|调整后?)?(?:预算|决算)数?$/;
const onlyStage = /^(?:(?:年初|全年|支出)?(?:预算|决算|执行|安排)数?|实际(?:支出|执行)数?)$/;
const headingBefore =
  /(?:^|[\n。；;])\s*(?:\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*([^，,。；;：:\n\d]{2,80})[。：:]\s*$/;

/** 占比分别为66.67%和33.33%: as many figures as follow, said in order of as many before; of none where the counts differ. */
function spreadOver(
  drafts: readonly Draft[],
  sightings: readonly Sighting[],
  index: number,
  text: string,
  cue: Cue,
  sentence: number,
): Draft[] {
  const { unit } = (sightings[index] as Sighting).quantity;
  let count = 1;
  for (; count < MAX_REACH; count++) {
    const next = sightings[index + count];
    const gap = next && text.slice((sightings[index + count - 1] as Sighting).end, next.start);
    if (!next || next.quantity.unit !== unit || gap === undefined || !joins.test(gap)) break;
  }
  const last = lastBefore(drafts, drafts.length, (draft) => draft.role === 'stated');
  const first = Math.max(0, drafts.length - MAX_REACH);
  const subjects = drafts
    .slice(first)
    .flatMap((draft, i) => (draft.role === 'stated' && draft.sentence === sentence ? [first + i] : []));
  const said = subjects
    .slice(-count)
    .filter((i) => sameMeasure(drafts[i] as Draft, drafts[last ?? i] as Draft));
  return Array.from({ length: count }, (_, i) => {
    const subject = count > 1 && said.length === count ? (said[i] as number) : null;
    const of = subject === null ? null : (drafts[subject] as Draft);
    const told = { role: cue.role, item: of?.item ?? null, year: of?.year ?? null, cue, subject };
    return {
      ...told,
      isBase: false,
      base: null,
      measured: null,
      isPrior: false,
      gap: '',
      sentence,
      sighting: sightings[index + i] as Sighting,
    };
  });
}

/** Stretches whose years belong to what is compared with, and so do not become the year of what follows. */
function comparedSpans(
  folded: string,
  from: number,
  sighting: Sighting,
  cue: Cue | null,
): [number, number][] {
  const spans: [number, number][] = equalitiesIn(folded.slice(from, sighting.start)).map(
    ({ index, text }) => [from + index, from + index + text.length],
  );
  if (cue) spans.push([sighting.start - cue.text.length - 2, sighting.start]);
  return spans;
}
