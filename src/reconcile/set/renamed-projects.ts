import { entry } from '../remembered.ts';
import { figureOf, sized } from './compare.ts';
import type { FilingDigest } from './digest.ts';
import { type IndicatorPair, indicatorPairs } from './indicator-pairs.ts';
import type { SetIndex } from './set-index.ts';
import { evaluatedPairs } from './siblings.ts';
import { onlyOne } from './subjects.ts';
import { plannedTotal } from './totals.ts';
import { fundingOf, indicatorsByKey } from './years.ts';

/** A target form without a self-evaluation and a self-evaluation without a target form that say one thing under two names. */
export interface RenamedProject {
  planned: FilingDigest;
  evaluated: FilingDigest;
  /** Indicators whose target is the same in both. */
  shared: number;
}

/** Fewest equal targets, and the least share of the indicators of the form that has more of them: 人员经费 and 公用经费 have two or three alike. */
const FEWEST = 4;
const LEAST_SHARE = 0.8;
/** Of them, fewest that are counts of this project's own. */
const FEWEST_OWN = 2;
/** Forms of one sum: one that more share tells nothing, and each would be held against each. */
const MOST_FORMS = 20;

/** Of one unit and year, with one sum of money and with targets most of which are equal; none where several could be meant. */
export function renamedProjects(index: SetIndex): RenamedProject[] {
  const pairs = evaluatedPairs(index);
  const settled = new Set(pairs.flatMap(({ planned, evaluated }) => [planned, evaluated]));
  return [...index.units.values()].flatMap((group) => {
    const left = group.filter((filing) => filing.project !== '' && !settled.has(filing));
    const planned = new Map<string, FilingDigest[]>();
    for (const form of left) {
      const total = form.formType === 'project_targets' && !form.isAdjusted ? plannedTotal(form) : null;
      if (total === null || total.value === 0) continue;
      entry(planned, `${form.year}|${sized(total).value}`, (): FilingDigest[] => []).push(form);
    }
    return left.flatMap((evaluated): RenamedProject[] => {
      if (evaluated.family !== 'evaluation') return [];
      const total = fundingOf(evaluated, 'initial_budget', 'annual_budget');
      if (total === null) return [];
      const forms = planned.get(`${evaluated.year}|${sized(total).value}`) ?? [];
      if (forms.length > MOST_FORMS) return [];
      const form = onlyOne(forms, (other) => mayBeOne(index, other, evaluated));
      return form === null
        ? []
        : [{ planned: form, evaluated, shared: sharedTargets(form, evaluated).length }];
    });
  });
}

function mayBeOne(index: SetIndex, planned: FilingDigest, evaluated: FilingDigest): boolean {
  if (planned.projectCode !== null && evaluated.projectCode !== null) return false;
  // 堤防加固 and 堤防加固监理 are two.
  if (planned.project.startsWith(evaluated.project) || evaluated.project.startsWith(planned.project))
    return false;
  if (!index.isOneUnit(planned, evaluated)) return false;
  if (withoutCounts(planned.project) === withoutCounts(evaluated.project)) return false;
  const most = Math.max(indicatorsByKey(planned).size, indicatorsByKey(evaluated).size);
  const shared = sharedTargets(planned, evaluated);
  return (
    shared.length >= FEWEST &&
    shared.length >= most * LEAST_SHARE &&
    shared.filter(tellsProject).length >= FEWEST_OWN
  );
}

/** 一期 and 二期, 甲村 and 乙村 are two. */
const withoutCounts = (name: string): string =>
  name.replace(/[\d一二三四五六七八九十甲乙丙丁戊]+|[东南西北]/g, '#');

/** A count that two projects seldom have in common: templates repeat their rates, their months and their one report. */
function tellsProject({ after }: IndicatorPair): boolean {
  const target = figureOf(after.target);
  if (target === null || target.unit === '%' || target.unit === null) return false;
  return target.value > 12 || !Number.isInteger(target.value);
}

function sharedTargets(planned: FilingDigest, evaluated: FilingDigest): IndicatorPair[] {
  return indicatorPairs(planned, evaluated).rows.filter(({ before, after }) => {
    const [was, is] = [figureOf(before.target), figureOf(after.target)];
    return was === null || is === null ? before.target?.raw === after.target?.raw : was.value === is.value;
  });
}
