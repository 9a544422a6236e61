import type { TextRelation } from '../../../schemas/index.ts';
import { equalitiesIn, movesTo, readBase } from './cue.ts';
import { type Draft, essence, lastBefore, MAX_REACH, sameMeasure } from './draft.ts';
import { nameIn } from './name.ts';

const kinds = { change: 'change', growth: 'growth', share: 'share_of', rate: 'rate_of' } as const;

/** Changes, growths and shares, each with what it is said of and what it is measured by. */
export function comparisonRelations(
  drafts: readonly Draft[],
  parts: readonly TextRelation[],
): TextRelation[] {
  const wholes = new Map(parts.map((relation) => [relation.from, relation.to]));
  return drafts.flatMap((draft, index) => {
    if (!draft.cue) return [];
    const subject = draft.subject === null ? null : (drafts[draft.subject] as Draft);
    const { year, before, item } = readBase(draft.cue.base);
    const told = (subject ?? draft).year;
    const baseYear = year ?? (before && told !== null ? told - 1 : null);
    const share = draft.cue.role === 'share' || draft.cue.role === 'rate';
    const named = item === null ? null : (nameIn(item) ?? item);
    const baseItem = named ?? (share && subject !== null ? topicOf(drafts, draft.subject as number) : null);
    const base =
      draft.base ??
      (baseYear !== null && draft.cue.role !== 'rate'
        ? find(drafts, index, draft.subject, baseItem ?? subject?.item ?? null, baseYear)
        : share
          ? measureOf(drafts, index, wholes, {
              name: baseItem,
              isNamed: named !== null && !onlyWhole.test(named),
            })
          : subject && movesTo.test(subject.gap)
            ? movedFrom(drafts, draft.subject as number)
            : null);
    const kind = kinds[draft.cue.role];
    const { direction, text } = draft.cue;
    return [
      {
        kind,
        from: index,
        to: draft.subject,
        base,
        base_item: baseItem,
        base_year: baseYear,
        direction,
        text,
      },
    ];
  });
}

/** 289名受访群众中有275人满意，占95.16%: those among whom they are counted. */
function amongBefore(drafts: readonly Draft[], subject: number): number | null {
  const among = drafts[subject - 1];
  const { gap, sentence } = drafts[subject] as Draft;
  const fits = among?.role === 'stated' && among.sentence === sentence && /中[，,]?(?:共|仅)?有/.test(gap);
  return fits && isPersons(among) === isPersons(drafts[subject] as Draft) ? subject - 1 : null;
}

function isPersons(draft: Draft): boolean {
  return /^[万千百]?(?:人|名|位)$/.test(draft.sighting.quantity.unit ?? '');
}

/** 占总额的60%: of the whole that the list is opened with, whatever it is called. */
const onlyWhole = /^(?:(?:收入|支出|资金|经费|预算|决算)?(?:总额|总数|合计|总计)|总(?:收入|支出|金额))$/;

/** What a share or a rate is measured by: the plan beside it, the whole it is a part of, else the last figure of the name it gives. */
function measureOf(
  drafts: readonly Draft[],
  index: number,
  wholes: ReadonlyMap<number, number | null>,
  { name, isNamed }: { name: string | null; isNamed: boolean },
): number | null {
  const { cue, subject } = drafts[index] as Draft;
  const plan = cue?.role === 'rate' ? plannedBeside(drafts, subject, name) : null;
  const whole = isNamed || subject === null ? null : (wholes.get(subject) ?? amongBefore(drafts, subject));
  return plan ?? whole ?? find(drafts, index, subject, name, null);
}

/** 计划 stands no further from its figure. */
const PLAN_REACH = 16;

/** 年初预算100万元，支出决算98万元，完成年初预算的98%: the plan right before what was carried out, in its sentence. */
function plannedBeside(drafts: readonly Draft[], subject: number | null, name: string | null): number | null {
  const done = subject === null ? undefined : drafts[subject];
  const plan = subject === null ? undefined : drafts[subject - 1];
  if (!done || !plan || subject === null || name === null || plan.sentence !== done.sentence) return null;
  const fits = plan.role === 'stated' && sameMeasure(plan, done) && !/[；;]/.test(done.gap);
  const [stage] = /(?:年初|全年|调整)?(?:预算|计划|目标)(?=数?$)/.exec(name) ?? [];
  const of = (plan.item ?? '').replace(/数$/, '');
  // 计划举办活动39场，实际举办59场，完成年初计划的151%
  const isPlan =
    stage !== undefined && /计划|目标/.test(stage) && /计划|目标/.test(plan.gap.slice(-PLAN_REACH));
  return fits && (isPlan || of.endsWith(stage ?? name)) ? subject - 1 : null;
}

/** “三公”经费支出中，因公出国费0万元，占0%；…: what the shares of a sentence are of, where its opening says so. */
function topicOf(drafts: readonly Draft[], subject: number): string | null {
  const { sentence } = drafts[subject] as Draft;
  let first = subject;
  while (first > Math.max(0, subject - MAX_REACH) && drafts[first - 1]?.sentence === sentence) first--;
  const opening = (drafts[first] as Draft).gap.split(/[。！？\n]/).at(-1) ?? '';
  const [, topic] = /^\s*([^，。；：]{4,60})[中里][，,]/.exec(opening) ?? [];
  return topic === undefined ? null : nameIn(topic);
}

/** 由100元提高到120元，增长20%: the change is measured by the figure before. */
function movedFrom(drafts: readonly Draft[], index: number): number | null {
  const subject = drafts[index] as Draft;
  const base = drafts[index - 1];
  const fits =
    base && base.sentence === subject.sentence && base.role === 'stated' && sameMeasure(base, subject);
  return fits ? index - 1 : null;
}

/** 与2022年预算持平, said of the last figure before it. `tail` is what follows the last figure. */
export function equalityRelations(drafts: readonly Draft[], tail: string): TextRelation[] {
  const gaps = [...drafts.slice(1).map((draft) => draft.gap), tail];
  return gaps.flatMap((gap, index) => {
    const said = drafts[index] as Draft | undefined;
    // Behind a full stop the words are said of something else.
    const equality = said ? equalitiesIn(gap.split('。')[0] as string)[0] : undefined;
    if (!said || !equality || said.role !== 'stated') return [];
    const { year, before, item } = readBase(equality.base);
    const baseYear = year ?? (before && said.year !== null ? said.year - 1 : null);
    const base = baseYear === null ? null : find(drafts, index, index, item ?? said.item, baseYear);
    const rest = { base, base_item: item, base_year: baseYear, direction: null, text: equality.text };
    return [{ kind: 'equals' as const, from: index, to: null, ...rest }];
  });
}

/** The last figure of that name and year before `index` which measures what the subject does: by its very name, then by its essence. */
function find(
  drafts: readonly Draft[],
  index: number,
  subject: number | null,
  name: string | null,
  year: number | null,
): number | null {
  if (name === null) return null;
  const said = subject === null ? null : (drafts[subject] as Draft);
  const fits = (other: Draft) =>
    other.role === 'stated' &&
    other !== said &&
    isOfYear(other, year, said) &&
    (!said || sameMeasure(other, said));
  const core = essence(name);
  return (
    lastBefore(drafts, index, (other) => fits(other) && other.item === name) ??
    lastBefore(
      drafts,
      index,
      (other) => fits(other) && other.item !== null && essence(other.item) === core,
    ) ??
    lastBefore(drafts, index, (other) => fits(other) && isMoreOf(other.item ?? '', name)) ??
    (said === null
      ? null
      : onlyBefore(
          drafts,
          index,
          (other) => fits(other) && other.sentence === said.sentence && isLonger(other.item ?? '', name),
        ))
  );
}

/** The one figure before `index` that satisfies the test; null where several do. */
function onlyBefore(drafts: readonly Draft[], index: number, test: (draft: Draft) => boolean): number | null {
  const last = lastBefore(drafts, index, test);
  return last === null || lastBefore(drafts, last, test) !== null ? null : last;
}

/** Shortest name that tells by its end which figure of a sentence is meant. */
const TELLING = 8;

/** 政府采购授予中小企业合同金额 is the 授予中小企业合同金额 of its sentence. */
const isLonger = (item: string, name: string): boolean => name.length >= TELLING && item.endsWith(name);

/** Of that year; where none is named, of no other year than what is measured: the 支出 of 占支出的 is not last year's. */
function isOfYear(other: Draft, year: number | null, said: Draft | null): boolean {
  if (year !== null) return other.year === year;
  return other.year === null || said === null || said.year === null || other.year === said.year;
}

/** 项目累计到位资金 is the 到位资金 of 占到位资金的90%. */
function isMoreOf(item: string, name: string): boolean {
  return (
    name.length >= 3 &&
    item.endsWith(name) &&
    /^(?:项目|累计|实际|本项目|共)+$/.test(item.slice(0, -name.length))
  );
}
