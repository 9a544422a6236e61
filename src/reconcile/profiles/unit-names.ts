import { fold, isUnit } from '../../values/index.ts';
import { remembered } from '../remembered.ts';

/** What the last words of an indicator's name say of its unit. Data: a new measure is a new row. */
export interface UnitName {
  /** End of the name, brackets at its end left out. */
  name: RegExp;
  /** The unit that it suggests. */
  unit: string;
  /** Units that fit it, scaled ones (万人) included by {@link fitsName}. */
  fits: RegExp;
}

const SHARE = /^(?:%|‰|百分比|百分点|个百分点|比例|成|分|倍)/;

const NAMES: readonly UnitName[] = [
  { name: /人次数?$/, unit: '人次', fits: /^(?:人次|人|次|名次|人·次)/ },
  { name: /人数$/, unit: '人', fits: /^(?:人|名|位|个|生|人次|职工|户)/ },
  {
    name: /次数$/,
    unit: '次',
    fits: /^(?:次|人次|场|批|期|回|轮|届|趟|天|月|年|项|起|期次|场次|批次|个|条|件|班|季)/,
  },
  { name: /户数$/, unit: '户', fits: /^(?:户|家|个)/ },
  { name: /天数$/, unit: '天', fits: /^(?:天|日|工作日|个工作日|自然日|个|小时)/ },
  {
    name: /(?:合格|覆盖|及时|准确|达标|完成|知晓|满意|参保|入学|利用|普及|到位|执行|控制|优良|投诉|差错|办结|公开|达到)率$/,
    unit: '%',
    fits: SHARE,
  },
  { name: /满意度$/, unit: '%', fits: SHARE },
];

/** Bracketed remarks at the end of a name: 培训人数（人）, 覆盖率（≥）. */
const TAIL = /[（(][^（()）]*[)）]$/;

/** The unit that a name states in brackets at its end: 造林面积（亩）, 覆盖率(%), 治理河长（≥**公里）; null where they hold anything else. */
export function unitInName(name: string): string | null {
  const stated =
    TAIL.exec(name.replace(/\s/g, ''))?.[0]
      .slice(1, -1)
      .replace(/^单位[:：]/, '')
      .replace(/^[≥≤≧≦＞＜=><]*\*+/, '') ?? '';
  const unit = fold(stated);
  return isUnit(unit) ? unit : null;
}

function bare(name: string): string {
  return name.replace(/\s/g, '').replace(TAIL, '');
}

const rowOf = remembered((name) => {
  const counted = bare(name);
  return NAMES.find((row) => row.name.test(counted)) ?? null;
});

/** The unit that a name suggests; null where it suggests none. */
export function unitByName(name: string): string | null {
  return rowOf(name)?.unit ?? null;
}

/** Whether a unit fits what the name counts; true where the name says nothing. */
export function fitsName(name: string, unit: string): boolean {
  const row = rowOf(name);
  if (row === null) return true;
  const plain = unit.normalize('NFKC').replace(/^[亿万千百](?!分)/, '');
  // 参观人次 ≥20万: what is counted stands in the name.
  return plain === '' || row.fits.test(plain);
}
