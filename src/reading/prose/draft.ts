import type { TextFigure } from '../../../schemas/index.ts';
import type { Cue } from './cue.ts';
import type { Sighting } from './scan.ts';

/** A figure with what was found out about it so far. */
export interface Draft {
  sighting: Sighting;
  role: TextFigure['role'];
  item: string | null;
  year: number | null;
  cue: Cue | null;
  /** The stretch between the figure before and this one. */
  gap: string;
  /** Sentence it stands in, counted from 0. */
  sentence: number;
  /** The figure that a change, a growth or a share is said of; null for statements and where there is none. */
  subject: number | null;
  /** What another is compared with (比2033年2,640.20万元增加…): a figure of its own for the moment, and no subject of what follows. */
  isBase: boolean;
  /** The figure that a change or a growth is measured by, where it stands right before it. */
  base: number | null;
  /** The figure that the rate right behind this one is of: 完成24627万元，完成预算数60999万元的40.4%. Null where there is no such rate. */
  measured: number | null;
  /** Its own clause names what it was the year before: 财政拨款较上年3150万元增加212万元. */
  isPrior: boolean;
}

/** How many figures back a relation may reach: a sentence seldom has more, and the work stays linear. */
export const MAX_REACH = 40;

/** The last figure before `index` that satisfies the test, within reach; null where there is none. */
export function lastBefore(
  drafts: readonly Draft[],
  index: number,
  test: (draft: Draft) => boolean,
): number | null {
  for (let i = index - 1; i >= Math.max(0, index - MAX_REACH); i--) {
    if (test(drafts[i] as Draft)) return i;
  }
  return null;
}

/** Whether two figures measure the same thing: 万元 and 元 do, 元 and 人 do not. */
export function sameMeasure(a: Draft, b: Draft): boolean {
  return a.sighting.quantity.base_unit === b.sighting.quantity.base_unit;
}

/** Names without the words that vary: 支出总计, 总支出 and 支出预算数 are told of one thing. */
export function essence(name: string): string {
  return name.replace(/合计|总计|总额|总数|总|预算|决算|数额|数|本年|全年|全部|部门|金额|的/g, '') || name;
}

/** Whether a stretch before a figure compares with it: 比2033年 2,640.20万元 增加…, or gives the year before: ，2033年预算为 2,640.20万元. */
export function leadsToBase(gap: string, year: number | null, before: number | null): boolean {
  if (compared.test(gap)) return true;
  return year !== null && before !== null && year < before && yearBefore.test(gap);
}

const compared =
  /(?:^|[，,；;。])\s*(?:相?比|较|与|同|和)(?:(?:19|20)\d{2}\s*年|上一?年|去年|同期|年初|(?:调整|全年|批复)?预算|计划|目标)[^，。；;：:增减多少升降节]{0,20}$/;
const yearBefore =
  /^[，,。（(]\s*(?:上一?年度?|去年|(?:19|20)\d{2}\s*年度?)(?:的|同期)?(?:年初|全年|调整后?)?(?:预算|决算|执行|支出|收入|安排)?数?(?:为|是)?\s*$/;
