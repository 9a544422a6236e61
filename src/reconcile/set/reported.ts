import { placesOf } from '../facts/exact.ts';
import { entry, keptWith } from '../remembered.ts';
import { isSame, sized } from './compare.ts';
import type { FilingDigest, SetAmount, SetFigure } from './digest.ts';
import { nameFinder } from './mentions.ts';
import type { SetIndex } from './set-index.ts';
import type { Report, Stage, Statement } from './statement.ts';
import { plain } from './statements.ts';
import { plannedTotal } from './totals.ts';
import { fundingOf } from './years.ts';

/** What a report states of a project and year, and the forms of that project. */
export interface Reported {
  report: Report;
  statements: readonly Statement[];
  project: string;
  evaluation: FilingDigest | null;
  planned: FilingDigest | null;
  /** The scoring table of the project, where there is one. */
  scored: FilingDigest | null;
}

/** Reports beside the forms of the projects that they name; none where it is not sure whose forms are meant. */
export function reportedProjects(index: SetIndex): Reported[] {
  if (index.reports.length === 0) return [];
  const ofProjects = index.filings.filter(
    ({ formType, project }) => formType.startsWith('project_') && project !== '',
  );
  const { mentionedIn } = nameFinder(new Set(ofProjects.map(({ project }) => project)));
  const forms = Map.groupBy(ofProjects, ({ project, year }) => `${project}|${year}`);
  const scores = scoringTables(index, mentionedIn);
  return index.reports.flatMap((report): Reported[] => {
    const subjects = new Map<string, Statement[]>();
    const subjectOf = subjectsIn(report, mentionedIn);
    for (const statement of report.statements) {
      const project = subjectOf(statement);
      const year = statement.year ?? report.year;
      if (project !== null && year !== null)
        entry(subjects, `${project}|${year}`, (): Statement[] => []).push(statement);
    }
    return [...subjects].flatMap(([subject, statements]): Reported[] => {
      const own = ownForms(report, statements, forms.get(subject) ?? []);
      const scored = only((scores.get(subject) ?? []).filter((form) => isOf(report, form)));
      const project = subject.slice(0, subject.lastIndexOf('|'));
      return own === null ? [] : [{ report, statements, project, scored, ...own }];
    });
  });
}

type MentionedIn = (text: string) => string[] | null;

/** Scoring tables by the project that their title names. */
function scoringTables(index: SetIndex, mentionedIn: MentionedIn): Map<string, FilingDigest[]> {
  const tables = index.filings.filter(({ formType }) => formType === 'scoring_framework');
  return Map.groupBy(tables, ({ title, year, project }) => {
    const [name, other] = project === '' ? (mentionedIn(plain(title ?? '')) ?? []) : [project];
    return other === undefined ? `${name ?? ''}|${year}` : '';
  });
}

/** Which project a statement is made of: the last one named before it, else the one of the line above, else that of the title. */
function subjectsIn(report: Report, mentionedIn: MentionedIn): (statement: Statement) => string | null {
  const above = mentionedIn(report.title);
  const known = new Map<string, string[] | null>();
  const inText = (text: string): string[] | null => entry(known, text, () => mentionedIn(text));
  return ({ lead, heading }) => {
    for (const sentence of lead.split(/[。;]/).reverse()) {
      const named = inText(sentence);
      if (named === null || named.length > 1) return null;
      if (named.length === 1) return named[0]!;
    }
    // 旱厕改造工程监理: a report on something else that may name the project.
    if (above === null) return null;
    const named = inText(heading);
    if (named === null || named.length > 1) return null;
    return named[0] ?? (above.length === 1 ? above[0]! : null);
  };
}

/** The forms of a project and year that a report is about: of the unit that it names, else of the one whose figures it repeats. */
function ownForms(
  report: Report,
  statements: readonly Statement[],
  forms: readonly FilingDigest[],
): Pick<Reported, 'evaluation' | 'planned'> | null {
  const all = forms.filter((form) => form.documentId !== report.documentId && !form.isAdjusted);
  const named = all.filter((form) => isOf(report, form));
  const own = named.length > 0 ? named : repeated(statements, all);
  const evaluations = own.filter(({ family }) => family === 'evaluation');
  const plans = own.filter(({ family }) => family === 'targets');
  if (evaluations.length > 1 || plans.length > 1 || own.length === 0) return null;
  return { evaluation: evaluations[0] ?? null, planned: plans[0] ?? null };
}

/** Fewest figures that a report repeats of the forms of a unit that it does not name, where several units have the project. */
const FEWEST_REPEATED = 2;
/** A project that more units have than this is of all of them (公用经费): figures do not tell whose it is. */
const MOST_UNITS = 50;

function repeated(statements: readonly Statement[], forms: readonly FilingDigest[]): FilingDigest[] {
  const units = [...Map.groupBy(forms, ({ organisation }) => organisation).values()];
  if (units.length > MOST_UNITS) return [];
  const telling = statements.filter(isTelling);
  const found = units.filter((own) => {
    const stages = new Set<string>();
    for (const statement of telling) {
      const isRepeated = own.some((form) =>
        figuresOf(form, statement.stage).some((one) => isSaid(statement, one)),
      );
      if (isRepeated) stages.add(statement.raw);
    }
    return stages.size >= (units.length === 1 ? 1 : FEWEST_REPEATED);
  });
  return found.length === 1 ? found[0]! : [];
}

function figuresOf(form: FilingDigest, stage: Stage): readonly Printed[] {
  const isScore = stage === 'score' || stage === 'self_score';
  if (!isScore) return moneyOf(form, stage);
  return form.total === null ? [] : [pointsOf(form.total)];
}

/** A total of points as it stands in its cell. */
export const pointsOf = (total: NonNullable<FilingDigest['total']>): SetFigure => ({
  ...total,
  raw: String(total.value),
  unit: '分',
});

type Printed = Pick<SetFigure, 'value' | 'raw' | 'unit'>;

/** Digits of a figure that no other form prints by chance: 50.00 is printed by many. */
const FEWEST_DIGITS = 4;

const isTelling = ({ value }: Statement): boolean =>
  String(value)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length >= FEWEST_DIGITS;

/** Whether a report names the unit of a form. */
const isOf = ({ opening }: Report, { organisation }: FilingDigest): boolean =>
  organisation.length >= 4 && opening.includes(organisation);

const only = <T>(found: readonly T[]): T | null => (found.length === 1 ? found[0]! : null);

/** Prose cuts figures off as often as it rounds them: one more half unit. */
export function isSaid(said: Statement, figure: Printed): boolean {
  if (figure.unit === '分') return isSameScore(said, figure);
  const told = sized(said);
  return isSame({ ...told, half: told.half * 2n }, sized(figure));
}

/** Points are one where both print the same places, or where one of them is the other rounded or cut off. */
function isSameScore(a: Printed, b: Printed): boolean {
  const [left, right] = [placesOf(a.raw), placesOf(b.raw)];
  return left === right ? a.value === b.value : Math.abs(a.value - b.value) < 10 ** -Math.min(left, right);
}

/** The figure of a form that a statement should repeat. */
export function totalOf(
  { evaluation, planned }: Reported,
  stage: Stage,
): { form: FilingDigest; figure: SetAmount } | null {
  const at = (form: FilingDigest | null, figure: SetAmount | null) =>
    form === null || figure === null ? null : { form, figure };
  const of = (...measures: SetAmount['measure'][]) =>
    evaluation === null ? null : at(evaluation, fundingOf(evaluation, ...measures));
  const approved = planned === null ? null : at(planned, plannedTotal(planned));
  if (stage === 'executed') return of('executed');
  if (stage === 'annual') return of('annual_budget');
  if (stage === 'initial') return of('initial_budget') ?? approved;
  return of('annual_budget', 'initial_budget') ?? approved;
}

const BUDGETS: ReadonlySet<SetAmount['measure']> = new Set([
  'current',
  'budget',
  'initial_budget',
  'annual_budget',
  'arrived',
  'total_budget',
]);

/** All money of a form that a statement may mean: parts as well as totals, and any stage of the budget. */
const money = keptWith(({ amounts }: FilingDigest) => {
  const funding = amounts.filter(({ section }) => section === 'funding');
  return {
    budgets: funding.filter(({ measure }) => BUDGETS.has(measure)),
    executed: funding.filter(({ measure }) => measure === 'executed' || measure === 'final'),
  };
});

export function moneyOf(form: FilingDigest, stage: Stage): readonly SetAmount[] {
  if (stage === 'executed') return money(form).executed;
  return stage === 'initial' || stage === 'annual' || stage === 'budget' ? money(form).budgets : [];
}
