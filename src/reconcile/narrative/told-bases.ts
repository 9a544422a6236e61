import type { TextFigure, TextRecord, TextRelation } from '../../../schemas/index.ts';

/** 比2030年1180.20万元: the figure that is compared with stands inside the comparison, and is no subject of its own. */
const COMPARED =
  /^(?:相?比|较|与|同|和)(?:(?:19|20)\d{2}年|上年|去年|同期|年初|上一年|(?:调整|全年|批复)?预算|计划|目标|控制数)/;

/**
 * A text whose figures of comparison are the bases of what follows: of 收入1250.36万元，比2030年1180.20万元增加70.16万元，增长5.94%
 * the change and the growth speak of the first figure, measured by the second. What follows goes on with the first one's year.
 */
export function withBases(text: TextRecord): TextRecord {
  const subjects = new Map<number, number>();
  text.figures.forEach(({ role, item }, index) => {
    if (role !== 'stated' || !COMPARED.test((item ?? '').replace(/\s/g, ''))) return;
    const subject = subjectBefore(text.figures, index, subjects);
    if (subject !== null) subjects.set(index, subject);
  });
  if (subjects.size === 0) return text;
  return {
    ...text,
    figures: yearsOf(text.figures, subjects),
    relations: text.relations.flatMap((relation) => moved(relation, subjects)),
  };
}

function subjectBefore(
  figures: readonly TextFigure[],
  index: number,
  bases: ReadonlyMap<number, number>,
): number | null {
  for (let i = index - 1; i >= 0; i--) {
    const figure = figures[i]!;
    if (figure.role === 'stated' && !bases.has(i) && figure.base_unit === figures[index]!.base_unit) return i;
  }
  return null;
}

/** The year of a base lasts no longer than its figure. */
function yearsOf(figures: readonly TextFigure[], subjects: ReadonlyMap<number, number>): TextFigure[] {
  let leave: number | null = null;
  let keep: number | null = null;
  return figures.map((figure, index): TextFigure => {
    const subject = subjects.get(index);
    if (subject !== undefined) {
      leave = figure.year;
      keep = figures[subject]!.year;
      return figure;
    }
    if (leave === null || figure.year !== leave) leave = null;
    return leave === null ? figure : { ...figure, year: keep };
  });
}

function moved(relation: TextRelation, subjects: ReadonlyMap<number, number>): TextRelation[] {
  const { kind, from, to, base } = relation;
  const subject = to === null ? undefined : subjects.get(to);
  const isPart = kind === 'part_of' || kind === 'sum_of';
  if (isPart && subjects.has(from)) return [];
  if (subject !== undefined && (kind === 'change' || kind === 'growth'))
    return [{ ...relation, to: subject, base: to }];
  const whole = base === null ? undefined : subjects.get(base);
  return [
    {
      ...relation,
      ...(subject === undefined ? {} : { to: subject }),
      ...(whole === undefined ? {} : { base: whole }),
    },
  ];
}
