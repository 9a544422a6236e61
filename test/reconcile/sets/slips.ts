import type { Kind, Paper, Slip } from './folder.ts';
import type { Goal, ProjectYear, Sum, UnitYear } from './world.ts';

/** Digits changed so that the figure stays in its order: 0.01 万元 units, more than any rounding hides. */
const slipped = (sum: Sum): Sum => sum + Math.max(200, Math.round(sum / 10) - (Math.round(sum / 10) % 100));

type OfProject = (project: ProjectYear, first: Goal) => void;

/** One paper of the first project of the first unit and of the last year. */
function inProject(kind: Kind, change: OfProject): Slip {
  return {
    at: (paper) => paper.kind === kind && paper.project === 0 && isLast(paper),
    change: (told) => {
      const project = told.projects[0]!;
      change(project, project.goals.find(({ target }) => target !== null)!);
    },
  };
}

function inUnit(kind: Kind, change: (told: UnitYear) => void): Slip {
  return { at: (paper) => paper.kind === kind && isLast(paper), change };
}

const isLast = ({ isFirst, unit, year }: Paper): boolean => isFirst && year === unit.years.at(-1)!.year;

const budget: OfProject = (project) => {
  project.initial = slipped(project.initial);
};
const lowered: OfProject = (_, goal) => {
  goal.target = goal.target! - Math.max(1, Math.round(goal.target! / 10));
};

/** What people get wrong in one paper of a set. */
export const slips: Readonly<Record<string, { slip: Slip }>> = {
  'target lowered in the self-evaluation': {
    slip: inProject('self-evaluation', lowered),
  },
  'target lowered in monitoring': { slip: inProject('monitoring', lowered) },
  'unit of measure changed': {
    slip: inProject('self-evaluation', (_, goal) => {
      goal.unit = goal.unit === '米' ? '处' : '米';
    }),
  },
  'indicator dropped': {
    slip: inProject('self-evaluation', ({ goals }, goal) => {
      goals.splice(goals.indexOf(goal), 1);
      goals[0]!.weight += goal.weight;
    }),
  },
  'indicator reworded': {
    slip: inProject('self-evaluation', (_, goal) => {
      goal.name = `${goal.name.slice(0, -2)}完成${goal.name.slice(-2)}`;
    }),
  },
  'weight moved': {
    slip: inProject('self-evaluation', ({ goals }) => {
      goals[0]!.weight += 5;
      goals[1]!.weight -= 5;
    }),
  },
  'budget of the target form': {
    slip: inProject('project targets', budget),
  },
  'initial budget of the self-evaluation': {
    slip: inProject('self-evaluation', budget),
  },
  'initial budget of monitoring': {
    slip: inProject('monitoring', budget),
  },
  'budget of the project list': {
    slip: inUnit('project list', ({ projects }) => budget(projects[0]!, projects[0]!.goals[0]!)),
  },
  'executed amount of a project': {
    slip: inProject('self-evaluation', (project) => {
      project.spent -= slipped(project.spent) - project.spent;
    }),
  },
  'executed amount of the department': {
    slip: inUnit('department self-evaluation', (told) => {
      told.spentBasic -= 7_00;
    }),
  },
  'budget of the department evaluated': {
    slip: inUnit('department self-evaluation', (told) => {
      told.staff += 30_00;
    }),
  },
  'allocation of a project': {
    slip: inProject('allocation', budget),
  },
};
