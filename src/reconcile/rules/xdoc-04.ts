import { keptWith } from '../remembered.ts';
import { notEvaluated, type Outcome, passed, type SetRule } from '../rule.ts';
import { comparable, inUnitOf, isSame, sized } from '../set/compare.ts';
import type { FilingDigest, SetAmount } from '../set/digest.ts';
import { projectKey } from '../set/names.ts';
import { asIn, cell, report, shown } from '../set/say.ts';
import { amountOf, fundingOf } from '../set/years.ts';

/** What a self-evaluation reports as carried out is what the final accounts booked. */
export const XDOC_04: SetRule = {
  id: 'XDOC-04',
  scope: 'set',
  kind: 'cross_document',
  title: { zh: '自评执行数与决算不符', en: 'Execution of the self-evaluation differs from the accounts' },
  explanation: {
    zh: '部门整体自评表的全年执行数应等于同一单位同年决算的支出合计；项目自评表的执行数应等于决算表同名项目的决算数。',
    en: 'The executed total of a department’s self-evaluation is the total spending of the final accounts of the unit and year; that of a project is the final figure of the item of its name.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '自评执行数 1302.5，决算支出合计 1320.5',
    en: '1302.5 executed, 1320.5 in the final accounts',
  },
  check: ({ index }) =>
    index.filings.flatMap((evaluation): Outcome[] => {
      if (evaluation.family !== 'evaluation' || evaluation.organisation === '') return [];
      const executed = fundingOf(evaluation, 'executed');
      if (executed === null) return [];
      const accounts = bookedIn(index.ofUnit(evaluation, 'money'))(evaluation);
      if (accounts.length === 0) return [];
      const like = accounts.filter(({ booked }) => comparable(booked.unit, executed.unit));
      const [first] = like;
      if (first === undefined) return [notEvaluated(evaluation.filingId, 'units differ')];
      const now = sized(executed);
      if (like.some(({ booked }) => isSame(sized(booked), now))) return [passed(evaluation.filingId)];
      const { form, booked } = first;
      if (form.isOwn !== evaluation.isOwn && evaluation.project === '')
        return [notEvaluated(evaluation.filingId, 'one may be of the whole department')];
      const want = sized(booked);
      return [
        report(evaluation, {
          verdict: 'impossible',
          message: {
            zh: `自评表“${executed.item}”的执行数为 ${shown(executed)}，“${form.title ?? '决算表'}”中“${booked.item}”的决算数为 ${shown(booked)}`,
            en: `the self-evaluation has ${shown(executed)} executed for “${executed.item}”, “${form.title ?? 'the final accounts'}” has ${shown(booked)} for “${booked.item}”`,
          },
          evidence: [
            cell(index, evaluation, 'executed', executed.item, executed),
            cell(index, form, 'final accounts', booked.item, booked),
          ],
          operands: ['executed', booked.key],
          expected: inUnitOf(want.value, executed),
          actual: executed.value,
          difference: inUnitOf(now.value - want.value, executed),
          tolerance: inUnitOf(now.half + want.half, executed),
          hypotheses: asIn(evaluation, executed, want.value, {
            zh: '与决算一致',
            en: 'as the final accounts have it',
          }),
        }),
      ];
    }),
};

const SPENDING = /^(?:本年)?支出(?:合计|总计)$|^部门整体支出$/;

interface Booked {
  form: FilingDigest;
  booked: SetAmount;
}

/** Finds what the accounts of a unit and year have for a project or the whole, one figure a form; of a form where they differ none. */
const bookedIn = keptWith((forms: readonly FilingDigest[]) => {
  const all = forms.flatMap((form) =>
    form.amounts
      .filter(({ measure, fund }) => measure === 'final' && fund === null)
      .map((booked): Booked => ({ form, booked })),
  );
  const byItem = Map.groupBy(all, ({ booked: { item, year } }) => `${projectKey(item)}|${year}`);
  const wholes = all.filter(({ booked }) => SPENDING.test(booked.item.replace(/\s/g, '')));
  const byYear = Map.groupBy(wholes, ({ booked }) => booked.year);
  return ({ formType, project, year }: FilingDigest): Booked[] => {
    const found =
      formType !== 'project_self_evaluation'
        ? byYear.get(year)
        : project === ''
          ? []
          : byItem.get(`${project}|${year}`);
    return [...Map.groupBy(found ?? [], ({ form }) => form).values()].flatMap((own) => {
      const booked = amountOf({ amounts: own.map((one) => one.booked) }, () => true);
      return booked === null ? [] : [{ form: own[0]!.form, booked }];
    });
  };
});
