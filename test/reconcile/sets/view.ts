import type { Random } from '../../../scripts/generate/random.ts';
import type { ProjectYear, Sum, Unit } from './world.ts';

/** How one document tells names and money. */
export interface View {
  random: Random;
  unit: string;
  supervisor: string;
  project: (project: ProjectYear, year: number) => string;
  /** 项目编码 of its own field; null where the name carries it or nobody prints it. */
  moneyUnit: '万元' | '元';
  money: (sum: Sum) => string;
}

/** The unit under its own name, with its code, as 本级 or 机关, in brackets of both widths. */
const UNIT_NAMES: readonly ((full: string, code: string) => string)[] = [
  (full) => full,
  (full) => full,
  (full, code) => `${code}-${full}`,
  (full, code) => `[${code}]${full}`,
  (full, code) => `（${code}）${full}`,
  (full, code) => `${code} ${full}`,
  (full) => `${full}（本级）`,
  (full) => `${full}(本级)`,
  (full) => `${full}本级`,
  (full) => `${full}（机关）`,
  (full) => `${full}(机关)`,
];
const FIRST_OWN = 6;

function namesOf({ own }: Naming): typeof UNIT_NAMES {
  if (own === 'some') return UNIT_NAMES;
  return own === 'always' ? UNIT_NAMES.slice(FIRST_OWN) : UNIT_NAMES.slice(0, FIRST_OWN);
}

/** Short names, which alone may be of any county. */
const SHORT_NAMES: readonly ((unit: Unit) => string)[] = [
  ({ agency }) => agency,
  ({ county, agency }) => county.slice(-1) + agency,
  ({ county, agency, code }) => `${code}-${county.slice(-1)}${agency}`,
];

export interface Naming {
  /** Names without the place too. */
  short: boolean;
  /** As 本级 or 机关: always, for a department with its units files beside it; never; or as it comes. */
  own: 'always' | 'never' | 'some';
}

export function viewOf(random: Random, unit: Unit, naming: Naming): View {
  const { short } = naming;
  const full = `${unit.county}${unit.agency}`;
  const name =
    short && random.chance(0.15)
      ? random.pick(SHORT_NAMES)(unit)
      : random.pick(namesOf(naming))(full, unit.code);
  const moneyUnit = random.chance(0.25) ? '元' : '万元';
  const places = moneyUnit === '元' ? random.pick([2, 0]) : random.pick([2, 2, 2, 2, 0, 6]);
  const thousands = random.chance(0.3);
  const style = random.int(0, 5);
  return {
    random,
    unit: name,
    supervisor: `${unit.county}人民政府办公室`,
    moneyUnit,
    money: (sum) => withThousands((moneyUnit === '元' ? sum * 100 : sum / 100).toFixed(places), thousands),
    project: ({ name: bare, code }, year) => {
      if (style === 1) return `${year}年${bare}`;
      if (style === 2) return `${year}年度${bare}项目`;
      if (style === 3) return `${bare}项目`;
      if (style >= 4 && code !== null) return style === 4 ? `${code}-${bare}` : `${code} ${bare}`;
      return bare;
    },
  };
}

function withThousands(text: string, wanted: boolean): string {
  return wanted ? text.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',') : text;
}
