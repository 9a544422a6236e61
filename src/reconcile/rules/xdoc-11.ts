import { type Outcome, passed, type SetRule } from '../rule.ts';
import { comparable, distance, inUnitOf, sized } from '../set/compare.ts';
import type { FilingDigest, SetFigure } from '../set/digest.ts';
import { unpackPlace } from '../set/place.ts';
import { reachedIn } from '../set/reached.ts';
import { isSaid, moneyOf, pointsOf, type Reported, reportedProjects, totalOf } from '../set/reported.ts';
import { shown, report as told } from '../set/say.ts';
import type { SetIndex } from '../set/set-index.ts';
import type { Stage, Statement } from '../set/statement.ts';

/** What a report says in prose of a project is what the forms of the project have. */
export const XDOC_11: SetRule = {
  id: 'XDOC-11',
  scope: 'set',
  kind: 'cross_document',
  title: { zh: '报告文字与项目各表不一致', en: 'A report differs from the forms of its project' },
  explanation: {
    zh: '绩效报告、决算说明中写明的某项目年初预算、全年预算、实际支出、自评得分和指标完成值，应与同一单位同年该项目的自评表（没有自评表的，年初预算与目标表）一致；评价得分应与该项目评分表的总分一致，与自评得分不同的只作提示。报告写到的单位、项目、年度都对得上，或至少重复了该表两个数的才作比较；同一数前后写法不一、相差两倍以上的不作判断。',
    en: 'What a report or the notes to the accounts state of a project — its initial and annual budget, what was spent, the points it gave itself and the values reached — is what the self-evaluation of that unit, project and year has (without one, the initial budget is that of the target form); points of an evaluation are the total of the scoring table of the project, and where they differ from those of the self-evaluation it is only noted. A report is compared where it names unit, project and year, or repeats two figures of the form; nothing is said where it states a figure in two ways, or the figures are more than twice apart.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {
    nearness: {
      value: 2,
      unit: 'ratio',
      reason: 'figures further apart speak of another scope more often than of a slip',
    },
  },
  example: {
    zh: '评价报告写实际支出 468.07 万元，自评表全年执行数 486.07 万元',
    en: '468.07 spent in the report, 486.07 executed in the self-evaluation',
  },
  check: ({ index }) =>
    reportedProjects(index).flatMap((reported) => [
      ...STAGES.flatMap((stage) => funds(index, reported, stage)),
      ...points(index, reported),
      ...reachedIn(reported).flatMap(({ said, figure, form, name }) =>
        isSaid(said, figure)
          ? [passed(form.filingId)]
          : [differs(index, reported, said, name, form, { figure, label: name })],
      ),
    ]),
};

const STAGES = ['initial', 'annual', 'budget', 'executed'] as const satisfies Stage[];

/** Words that leave a figure the project's own: 截至2031年底该项目. */
const OWN =
  /^(?:截[至止][\d年月日底末]+|(?:19|20)\d{2}年度?|[一二三四五六七八九十\d]+[.、]|经评价|我(?:单位|局|中心)|[该本其的共总]|项目|专项|年度|资金|预算|全年|[,:])*$/;

function isOwn({ before }: Statement, project: string): boolean {
  const at = before.lastIndexOf(project);
  return OWN.test(at < 0 ? before : before.slice(at + project.length));
}

function funds(index: SetIndex, reported: Reported, stage: Stage): Outcome[] {
  const { evaluation, planned, statements, project } = reported;
  const total = totalOf(reported, stage);
  if (total === null) return [];
  const said = statements.filter(
    (one) => one.stage === stage && comparable(one.unit, total.figure.unit) && isOwn(one, project),
  );
  if (said.length === 0) return [];
  const forms = [evaluation, planned].filter((form) => form !== null);
  const known = forms.flatMap((form) => moneyOf(form, stage));
  if (said.some((one) => known.some((figure) => comparable(one.unit, figure.unit) && isSaid(one, figure))))
    return [passed(total.form.filingId)];
  return oneOf(said, total.figure).map((one) =>
    differs(index, reported, one, one.name, total.form, { figure: total.figure, label: total.figure.item }),
  );
}

/** The statement that is off, where all that may be meant say the same. */
function oneOf(said: readonly Statement[], figure: SetFigure): Statement[] {
  const near = said.filter((one) => isNear(one, figure));
  const values = new Set(near.map((one) => sized(one).value));
  return values.size === 1 ? [near[0]!] : [];
}

function isNear(said: Statement, figure: SetFigure): boolean {
  const [small, large] = [sized(said).value, sized(figure).value].toSorted((a, b) => (a < b ? -1 : 1));
  if (small! <= 0n) return false;
  if (large! <= small! * BigInt(XDOC_11.parameters.nearness!.value)) return true;
  return large! === small! * 10_000n;
}

function points(index: SetIndex, reported: Reported): Outcome[] {
  const { evaluation, scored, statements, project } = reported;
  return (['self_score', 'score'] as const).flatMap((stage): Outcome[] => {
    const said = statements.filter((one) => one.stage === stage && isOwn(one, project));
    const form = stage === 'self_score' ? evaluation : (scored ?? evaluation);
    if (said.length === 0 || form?.total == null) return [];
    const figure = pointsOf(form.total);
    if (said.some((one) => isSaid(one, figure))) return [passed(form.filingId)];
    // Whoever evaluates may give other points than the unit gave itself.
    const noted = stage === 'score' && scored === null;
    return oneOf(said, figure).map((one) =>
      differs(index, reported, one, one.name, form, { figure, label: '总分' }, noted),
    );
  });
}

function differs(
  index: SetIndex,
  { report, project }: Reported,
  said: Statement,
  name: string,
  form: FilingDigest,
  { figure, label }: { figure: SetFigure; label: string },
  noted = false,
): Outcome {
  const [now, want] = [sized(said), sized(figure)];
  const kind = form.title ?? '';
  return told(form, {
    ...(noted ? { verdict: 'explained', severity: 'info' } : { verdict: 'improbable' }),
    message: {
      zh: `“${report.title || form.projectName}”写“${name}”${shown(said)}，“${kind}”中“${label}”为 ${shown(figure)}`,
      en: `“${report.title || form.projectName}” has “${name}” as ${shown(said)}, “${kind}” has “${label}” as ${shown(figure)}`,
    },
    evidence: [
      {
        role: 'report',
        text: `${name} ${said.raw}`.trim(),
        value: said.value,
        source: unpackPlace(said.place, report.sheets),
        document_id: report.documentId,
      },
      index.evidence(form, 'form', `${label} ${figure.raw}`, figure.value, figure.place),
    ],
    operands: ['report', said.stage, project, report.title, name],
    expected: inUnitOf(want.value, said),
    actual: said.value,
    difference: inUnitOf(distance(now, want) * (now.value < want.value ? -1n : 1n), said),
    tolerance: inUnitOf(now.half + want.half, said),
  });
}
