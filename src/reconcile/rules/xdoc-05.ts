import { type Outcome, passed, type SetRule } from '../rule.ts';
import type { FilingDigest } from '../set/digest.ts';
import { isAlike } from '../set/names.ts';
import { report } from '../set/say.ts';
import type { SetIndex } from '../set/set-index.ts';

/** One project is filed once a year, by one unit. */
export const XDOC_05: SetRule = {
  id: 'XDOC-05',
  scope: 'set',
  kind: 'cross_document',
  title: { zh: '同一项目重复申报', en: 'One project filed twice' },
  explanation: {
    zh: '同一年度、同一种表，项目编码相同而由两个单位申报，或同一单位以不同内容申报两次。同一份表的副本、其他格式不算；只有名称相同而编码不同或无编码的，仅在内容也相同时提示。',
    en: 'Within one year and kind of form, one project code filed by two units, or by one unit with two contents. Copies and other formats of one form do not count; equal names without a code only where the figures are equal too.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '同一项目编码由甲局、乙局各报一张目标表',
    en: 'one project code, a target form from each of two bureaus',
  },
  check: ({ index }) => [...byCode(index), ...byName(index)],
};

/** What is watched several times a year, or adjusted within it, is filed anew each time. */
const isFiledOnce = (filing: FilingDigest): boolean => filing.family !== 'monitoring' && !filing.isAdjusted;

const formOf = ({ formType, year }: FilingDigest): string => `${formType}|${year}`;

function byCode(index: SetIndex): Outcome[] {
  return [...index.codes.values()].flatMap((group) =>
    [...Map.groupBy(group.filter(isFiledOnce), formOf).values()].flatMap((forms) => {
      const [first, ...others] = forms;
      if (first === undefined) return [];
      // Several sheets of one workbook may be parts of one form.
      const elsewhere = others.filter(({ documentId }) => documentId !== first.documentId);
      return elsewhere.map((other) => twice(index, first, other));
    }),
  );
}

/** Without codes, a unit that files one project twice: 教师培训 is a project of many units. */
function byName(index: SetIndex): Outcome[] {
  return [...index.projects.values()].flatMap((group) => {
    const uncoded = group.filter(
      (filing) => filing.projectCode === null && filing.organisation !== '' && isFiledOnce(filing),
    );
    const forms = Map.groupBy(uncoded, (filing) => `${formOf(filing)}|${filing.organisation}`);
    return [...forms.values()].flatMap((found) => {
      const [first, ...others] = found;
      if (first === undefined) return [];
      const elsewhere = others.filter(
        (other) => other.documentId !== first.documentId && index.isOneUnit(first, other),
      );
      return elsewhere.length === 0
        ? [passed(first.filingId)]
        : elsewhere.map((other) => twice(index, first, other));
    });
  });
}

function twice(index: SetIndex, first: FilingDigest, other: FilingDigest): Outcome {
  const name = other.projectName ?? other.projectCode ?? '';
  const sameUnit =
    first.organisation === other.organisation || isAlike(first.organisation, other.organisation);
  const units = [first, other].map(({ organisationName }) => organisationName ?? '');
  return report(other, {
    verdict: 'improbable',
    message: sameUnit
      ? {
          zh: `${units[1]}的项目“${name}”本年同一种表报了两份，内容不同`,
          en: `${units[1]} filed project “${name}” twice this year, with different contents`,
        }
      : {
          zh: `项目“${name}”由 ${units[0]} 和 ${units[1]} 分别申报`,
          en: `project “${name}” is filed by ${units[0]} and by ${units[1]}`,
        },
    evidence: [first, other].map((filing) =>
      index.evidence(
        filing,
        'project',
        [filing.organisationName, filing.projectName, filing.projectCode]
          .filter((part) => part !== null)
          .join(' '),
        null,
        filing.places.project,
      ),
    ),
    operands: [
      'filed twice',
      other.projectCode ?? other.project,
      first.organisation,
      other.organisation,
    ].toSorted(),
  });
}
