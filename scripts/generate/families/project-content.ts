import {
  type Identity,
  type IndicatorContent,
  inventBudget,
  inventIndicators,
  split,
  weigh,
} from '../content.ts';
import { type Figure, printFigure, sumOf } from '../decimal.ts';
import type { ExpectedFinding, ExpectedForm } from '../expected.ts';
import type { Random } from '../random.ts';
import { nameSlip, sumFinding, transpose, weightSlip } from '../slips.ts';
import type { ProjectTopic } from '../topics.ts';

export interface ProjectContent {
  identity: Identity;
  project: ProjectTopic;
  name: string;
  goal: string;
  total: Figure;
  parts: Figure[];
  indicators: IndicatorContent[];
}

export function inventProject(
  random: Random,
  identity: Identity,
  options: {
    generation: 'before-2021' | 'since-2021';
    parts: number;
    rich?: boolean;
    project?: ProjectTopic;
  },
): ProjectContent {
  const project = options.project ?? random.pick(identity.topic.projects);
  const total = inventBudget(random);
  const indicators = inventIndicators(random, project, {
    generation: options.generation,
    budget: total,
    unit: '万元',
    rich: options.rich ?? false,
  });
  weigh(indicators, options.generation);
  return {
    identity,
    project,
    name: project.name,
    goal: project.goal,
    total,
    parts: split(random, total, options.parts),
    indicators,
  };
}

export function plantProjectSlip(
  content: ProjectContent,
  slip: string | undefined,
  random: Random,
  options: { base: number; form?: number },
): ExpectedFinding[] {
  const form = options.form ?? 0;
  if (slip === 'weight_total') return [weightSlip(content.indicators, options.base, form)];
  if (slip === 'missing_name') return [nameSlip(content.indicators, random, form)];
  if (slip === 'transposed_total') {
    const right = sumOf(content.parts);
    const wrong = transpose(content.total, random);
    if (!wrong) return [];
    content.total = wrong;
    followTotal(content.indicators, wrong);
    return [sumFinding('项目资金总额', wrong, right, form)];
  }
  return [];
}

export function projectForm(
  content: ProjectContent,
  title: string,
): Omit<ExpectedForm, 'indicators' | 'amounts'> {
  return {
    form_type: 'project_targets',
    title,
    organisation: content.identity.organisation,
    year: content.identity.year,
    project: content.name,
    money_unit: '万元',
  };
}

/** The cost target stays the printed total, so that the slip contradicts nothing but its own parts. */
function followTotal(indicators: IndicatorContent[], total: Figure): void {
  for (const { branch, target, actual } of indicators) {
    if (branch !== 'cost') continue;
    for (const value of [target, actual]) {
      if (value.kind === 'number') value.digits = printFigure(total, { trim: true });
    }
  }
}
