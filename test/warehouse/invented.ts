import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Examination, Finding } from '../../schemas/index.ts';
import { inventedExamination } from '../../scripts/generate/records.ts';
import { examine } from '../../src/index.ts';
import { root } from '../house/sources.ts';

/** Every sample of the repository, examined. */
export async function samples(): Promise<Examination[]> {
  const names = readdirSync(join(root, 'samples')).filter((name) => /\.(docx|xlsx)$/.test(name));
  const found: Examination[] = [];
  for (const name of names) {
    const path = `samples/${name}`;
    found.push(await examine(readFileSync(join(root, path)), { path }));
  }
  return found;
}

/** A small document of its own; `edit` changes it as other bytes would, so that it is another document. */
export function invented(number: number, edit = 0): Examination {
  const whole = inventedExamination(number + edit * 1_000_000);
  return {
    ...whole,
    document: { ...whole.document, path: `archive/${number}.xlsx` },
    indicators: whole.indicators.slice(0, 3),
    findings: whole.findings.slice(0, 2),
  };
}

/** A document that could not be read. */
export function unreadable(path: string): Examination {
  const document_id = createHash('sha256').update(path).digest('hex');
  return {
    document: {
      document_id,
      path,
      bytes: 10,
      format: 'unknown',
      pages: 0,
      ocr_pages: 0,
      filings: 0,
      warnings: [],
      status: 'failed',
      error: { code: 'unreadable', message: { zh: '打不开', en: 'cannot be opened' }, place: null },
    },
    filings: [],
    indicators: [],
    amounts: [],
    texts: [],
    findings: [],
    coverage: [],
    grids: [],
  };
}

/** A document whose records hold what stores stumble over. */
export function hostile(): Examination {
  const whole = invented(7_777_777);
  const [filing] = whole.filings;
  const [first, second, third] = whole.indicators;
  return {
    ...whole,
    document: {
      ...whole.document,
      path: 'archive/it\'s "odd"\\\t;--.xlsx',
      warnings: [{ code: 'hidden_content', message: { zh: '隐藏', en: 'hidden' }, place: 'Sheet2' }],
    },
    filings: [
      {
        ...filing!,
        title: '=HYPERLINK("http://example.invalid")',
        filed_on: '2023-02-30',
        inferred: ['year', 'a"b', 'c\\d', '{e,f}', 'NULL'],
        contacts: [{ role: '填报人', name: "O'Hara", phone: null }],
        total_score: 0.1 + 0.2,
        source: { __proto__x: filing!.source.title!, constructor: filing!.source.title! },
        unread_figures: [345.8, 1_234_567.05],
      },
    ],
    indicators: [
      { ...first!, level3: '', remark: 'tab\there\r\nline “” \\N \\. \u2028 𠮷', weight: 1e21, score: 1e-9 },
      {
        ...second!,
        target: { ...second!.target!, value: 6951.77, base_value: 123_456_789_012.345_67, upper: -0.005 },
        prior: [
          { ...second!.target!, year: 2022 },
          { ...second!.target!, year: null, value: 33.333_333_333_333_336 },
        ],
      },
      {
        ...third!,
        target: null,
        actual: { ...third!.actual!, kind: 'blank', op: null, value: null, unit: null },
      },
    ],
    findings: whole.findings.map((finding) => ({ ...finding, filing_id: null, related: [finding.message] })),
  };
}

/** A finding of comparing documents. */
export function between(id: string, at: Examination, other: Examination, actual = 1): Finding {
  const [finding] = at.findings;
  return {
    ...finding!,
    finding_id: id,
    rule: 'XDOC-03',
    kind: 'cross_document',
    actual,
    evidence: finding!.evidence.map((evidence) => ({ ...evidence, document_id: other.document.document_id })),
  };
}
