import type { Filing } from '../../../schemas/index.ts';
import {
  type DocumentContext,
  type DocumentRule,
  found,
  notEvaluated,
  type Outcome,
  passed,
} from '../rule.ts';

const PARAMETERS = {
  siblings: {
    value: 2,
    unit: 'codes',
    reason: 'two codes that agree against one that does not make a pattern',
  },
  majority: {
    value: 60,
    unit: '%',
    reason: 'share of the codes that must agree before one is called unusual',
  },
} as const;

/** A project code whose length or pattern is not that of its siblings in the document. */
export const TXT_02: DocumentRule = {
  id: 'TXT-02',
  scope: 'document',
  kind: 'structure',
  title: { zh: '项目编码长度或格式异常', en: 'Code of an unusual length or pattern' },
  explanation: {
    zh: '同一文件中各项目编码的长度和字母数字格式应一致；个别不一致的可能漏写或多写了字符。',
    en: 'The project codes of one document share a length and a pattern; one that differs may have lost or gained a character.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: PARAMETERS,
  example: {
    zh: '编码 20 位，其余 3 个均为 21 位',
    en: 'a code of 20 characters where the other three have 21',
  },
  check,
};

function check(document: DocumentContext): Outcome[] {
  const filings = document.filings.map((context) => context.filing).filter(hasCode);
  if (filings.length === 0) return [];
  const { siblings, majority } = PARAMETERS;
  const patterns = new Map<string, number>();
  for (const { project_code } of filings) {
    const pattern = patternOf(project_code);
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
  }
  const [usual, count] = [...patterns].sort((a, b) => b[1] - a[1])[0]!;
  if (count < siblings.value || count * 100 < majority.value * filings.length) {
    return [notEvaluated(filings[0]!.filing_id, 'codes share no pattern')];
  }
  const witnesses = filings.filter(({ project_code }) => patternOf(project_code) === usual);
  return filings.map((filing): Outcome => {
    if (patternOf(filing.project_code) === usual) return passed(filing.filing_id);
    return unusual(filing, witnesses);
  });
}

type Coded = Filing & { project_code: string };
const hasCode = (filing: Filing): filing is Coded =>
  filing.project_code !== null && filing.project_code !== '';

/** Runs of digits and letters with their lengths: `51T21` → `9{2}A{1}9{2}`. */
function patternOf(code: string): string {
  return code.replace(/\d+|[A-Za-z]+/g, (run) => `${/\d/.test(run) ? '9' : 'A'}{${run.length}}`);
}

function unusual(filing: Coded, witnesses: readonly Coded[]): Outcome {
  const code = filing.project_code;
  const other = witnesses[0]!.project_code;
  const bySize = code.length !== other.length;
  return found({
    filingId: filing.filing_id,
    documentId: filing.document_id,
    verdict: 'improbable',
    message: {
      zh: bySize
        ? `项目编码 ${code} 有 ${code.length} 位，同一文件其余 ${witnesses.length} 个均为 ${other.length} 位`
        : `项目编码 ${code} 的格式与同一文件其余 ${witnesses.length} 个（如 ${other}）不同`,
      en: bySize
        ? `project code ${code} has ${code.length} characters, the ${witnesses.length} others of the document ${other.length}`
        : `project code ${code} has another pattern than the ${witnesses.length} others of the document (${other})`,
    },
    expected: bySize ? other.length : null,
    actual: bySize ? code.length : null,
    difference: bySize ? code.length - other.length : null,
    evidence: [filing, ...witnesses].map((of, i) => ({
      role: i === 0 ? 'code' : 'sibling',
      text: of.project_code,
      value: null,
      source: of.source.project_code ?? of.source.project ?? Object.values(of.source)[0]!,
      document_id: null,
    })),
    operands: [code],
  });
}
