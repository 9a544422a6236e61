import type { Evidence } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import { printWithUnit } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import { normalised } from '../keys.ts';
import {
  type Claim,
  claimsOf,
  factOf,
  figureEvidence,
  foundIn,
  isPersons,
  quoteOf,
} from '../narrative/claims.ts';
import { cellOf } from '../notice.ts';
import { type DocumentContext, type DocumentRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** How many projects or people a text speaks of, against the rows that the document has of them. */
export const NAR_04: DocumentRule = {
  id: 'NAR-04',
  scope: 'document',
  kind: 'narrative',
  title: { zh: '文字所述个数与表内行数、人数不符', en: 'A number stated differs from the rows counted' },
  explanation: {
    zh: '说明写编报绩效目标（自评）的项目几个，文件中应有几张项目表；说明写在编、在职、退休几人，人员情况表应一致。文件中没有项目表的不作判断。',
    en: 'A text that speaks of n projects with targets stands beside n project forms, and persons in post beside the staff table. Where no such form is in the document nothing is said.',
  },
  tolerance: 'T0',
  severity: 'warning',
  parameters: {
    least: { value: 2, unit: 'forms', reason: 'one project form alone is an example, not the list' },
  },
  example: {
    zh: '说明写项目 12 个，文件中有 11 张项目表',
    en: '12 projects stated, 11 project forms in the file',
  },
  check: (document) =>
    claimsOf(document).flatMap((claim) =>
      claim.text.figures.flatMap((figure, index): Outcome[] => {
        const fact = factOf(claim, index);
        if (fact === null || figure.role !== 'stated' || figure.op !== '=') return [];
        if (isProjects(claim, index)) return projects(document, claim, index, fact);
        return isPersons(figure.unit) ? persons(document, claim, index, fact) : [];
      }),
    ),
};

const FILED = /绩效目标|绩效自评|自评|绩效评价/;

/** 编报绩效目标的项目11个: a count of projects in a sentence about filing them. */
function isProjects(claim: Claim, index: number): boolean {
  const figure = claim.text.figures[index]!;
  if (figure.unit !== '个' && figure.unit !== '项') return false;
  return /^(?:预算)?项目$/.test(figure.item ?? '') && FILED.test(quoteOf(claim, figure.offset));
}

function projects(document: DocumentContext, claim: Claim, index: number, fact: Fact): Outcome[] {
  const forms = new Map<string, Evidence>();
  for (const { filing } of document.filings) {
    const isProject =
      filing.form_type === 'project_targets' || filing.form_type === 'project_self_evaluation';
    if (!isProject || filing.project === null) continue;
    const name = normalised(filing.project);
    if (!forms.has(name)) forms.set(name, cellOf(filing, 'project', 'project', filing.project));
  }
  const filingId = claim.text.filing_id;
  if (forms.size < NAR_04.parameters.least!.value) return [notEvaluated(filingId, 'no list of projects')];
  if (fact.printed === forms.size) return [passed(filingId)];
  return [
    foundIn(claim, {
      filingId,
      documentId: claim.text.document_id,
      verdict: 'improbable',
      message: {
        zh: `文字写项目 ${fact.text}，文件中有 ${forms.size} 张项目表`,
        en: `the text counts ${fact.printed} projects, the document has ${forms.size} project forms`,
      },
      evidence: [figureEvidence(claim, index, 'stated'), ...forms.values()],
      operands: [fact.key, 'projects'],
      expected: forms.size,
      actual: fact.printed,
      difference: fact.printed - forms.size,
      tolerance: 0,
    }),
  ];
}

/** Names of one head-count, in texts and in staff tables. */
const STAFF: readonly RegExp[] = [
  /^(?:核定)?(?:人员)?编制(?:人?数|人员)?$/,
  /^(?:年末|实际|实有)*(?:在编)?在[职岗](?:人员|人数|职工|员工)*(?:总?数)?$/,
  /^(?:年末|实有)*退休(?:人员|人数|职工)*数?$/,
  /^(?:年末|实有)*离休(?:人员|人数|干部)*数?$/,
];
const groupOf = (name: string): number =>
  STAFF.findIndex((pattern) => pattern.test(normalised(name).replace(/^\d{4}年/, '')));

function persons(document: DocumentContext, claim: Claim, index: number, fact: Fact): Outcome[] {
  const group = groupOf(claim.text.figures[index]!.item ?? '');
  if (group < 0) return [];
  const year = claim.text.figures[index]!.year ?? claim.year;
  const rows = document.filings.flatMap(({ amounts }) =>
    amounts.filter(
      (amount) =>
        amount.section === 'staff' &&
        isPersons(amount.unit) &&
        groupOf(amount.item) === group &&
        (amount.year === null || year === null || amount.year === year),
    ),
  );
  const facts = rows.map((row) => document.facts.amount(row)).filter((of) => of !== null);
  const filingId = claim.text.filing_id;
  const [row] = facts;
  if (row === undefined) return [];
  if (facts.some((of) => of.value * of.factor === fact.value * fact.factor)) return [passed(filingId)];
  if (facts.length > 1) return [notEvaluated(filingId, 'several figures of that name')];
  return [
    foundIn(claim, {
      filingId: filingId ?? row.filingId,
      documentId: claim.text.document_id,
      verdict: 'impossible',
      message: {
        zh: `文字写“${fact.label}”${fact.text}，人员情况表“${row.label}”为 ${printWithUnit(row)}`,
        en: `the text has “${fact.label}” as ${fact.text}, the staff table “${row.label}” as ${printWithUnit(row)}`,
      },
      evidence: [figureEvidence(claim, index, 'text'), evidenceOf(row, 'table')],
      operands: [fact.key, row.key],
      expected: row.printed,
      actual: fact.printed,
      difference: fact.printed - row.printed,
      tolerance: 0,
    }),
  ];
}
