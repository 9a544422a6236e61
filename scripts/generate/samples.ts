import { type GeneratedDocument, generateDocument } from './document.ts';
import type { Style } from './form.ts';
import { renderDocx } from './render/docx.ts';
import { renderXlsx } from './render/xlsx.ts';

export interface Sample {
  name: string;
  template: string;
  seed: number;
  slip?: string;
  fixed?: Partial<Style>;
  proves: string;
}

const plain: Partial<Style> = { levels: 'merged', operator: 'sign', money: {} };

/** The fictional filings of the repository. A row here is a row in their README. */
export const samples: readonly Sample[] = [
  {
    name: 'department-targets',
    template: 'department_targets/shares-and-years',
    seed: 3,
    fixed: plain,
    proves:
      'Income and spending with shares and two earlier years; long-term and annual indicators; header in three rows; clean.',
  },
  {
    name: 'department-targets-wrong-share',
    template: 'department_targets/shares-and-years',
    seed: 9,
    slip: 'share_wrong',
    fixed: plain,
    proves: 'A printed share that neither rounding nor cutting off explains.',
  },
  {
    name: 'department-goals',
    template: 'department_targets/several-goals',
    seed: 3,
    fixed: { ...plain, placeholders: true, numbered: false },
    proves:
      'Two annual goals in one grid, each above its own indicators; a long-term half left blank; placeholder rows give no record.',
  },
  {
    name: 'department-with-projects-weights-95',
    template: 'department_targets/matrix-with-projects',
    seed: 5,
    slip: 'weight_total',
    fixed: plain,
    proves:
      'Three filings in one file, label and value in one cell; weights of the department form add up to 95.',
  },
  {
    name: 'project-targets-evidence',
    template: 'project_targets/evidence-columns',
    seed: 4,
    fixed: plain,
    proves:
      'Nine columns; totals and parts side by side in one row; last year’s values; weights of 90 without a field for the execution rate are right.',
  },
  {
    name: 'project-targets-missing-name',
    template: 'project_targets/evidence-columns',
    seed: 11,
    slip: 'missing_name',
    fixed: { ...plain, operator: 'ascii' },
    proves: 'A row with a value and points and no indicator name; operators written >= and <=.',
  },
  {
    name: 'project-targets-key-value',
    template: 'project_targets/key-value',
    seed: 3,
    fixed: { ...plain, levels: 'repeated' },
    proves:
      'A sheet a project; 项目总额：… 万元 in one cell; operator, unit, two value and two weight columns; levels on every row.',
  },
  {
    name: 'project-targets-transposed-total',
    template: 'project_targets/plain',
    seed: 6,
    slip: 'transposed_total',
    fixed: { ...plain, placeholders: false, vertical: true },
    proves: 'Two digits of the total swapped; vertical side labels.',
  },
  {
    name: 'project-targets-halves',
    template: 'project_targets/halves',
    seed: 9,
    fixed: plain,
    proves: 'Long-term and annual indicators side by side in one grid; the unit behind every figure.',
  },
  {
    name: 'project-self-evaluation',
    template: 'project_self_evaluation/national-2020',
    seed: 8,
    fixed: { ...plain, points: true, placeholders: true, numbered: true },
    proves:
      'Points in the names of the levels, 指标1： in front of names, placeholder rows, execution rate and its points, 总分; clean.',
  },
  {
    name: 'project-self-evaluation-wrong-total',
    template: 'project_self_evaluation/national-2020',
    seed: 12,
    slip: 'score_total',
    fixed: { ...plain, placeholders: false, numbered: false },
    proves: 'The printed 总分 is not the sum of the scores.',
  },
  {
    name: 'department-self-evaluation',
    template: 'department_self_evaluation/national',
    seed: 10,
    fixed: plain,
    proves: 'Budget and execution by kind of spending; points before the target column; clean.',
  },
  {
    name: 'department-self-evaluation-wrong-rate',
    template: 'department_self_evaluation/national',
    seed: 14,
    slip: 'rate',
    fixed: plain,
    proves: 'The printed execution rate is not spent ÷ budget.',
  },
  {
    name: 'scoring-framework',
    template: 'scoring_framework/points-in-names',
    seed: 1,
    proves: 'Points in the names of three levels, no weight column, self scores and their sum; clean.',
  },
  {
    name: 'scoring-framework-level-points',
    template: 'scoring_framework/points-in-names',
    seed: 16,
    slip: 'level_points',
    proves: 'A second level whose printed points are not the sum of its indicators’.',
  },
  {
    name: 'base-data',
    template: 'base_data/control-table',
    seed: 17,
    fixed: plain,
    proves:
      'Staff with control rate; parts marked 其中 and by number; three years and measures in columns; clean.',
  },
  {
    name: 'base-data-wrong-control-rate',
    template: 'base_data/control-table',
    seed: 18,
    slip: 'control_rate',
    fixed: plain,
    proves: 'The printed control rate is not staff ÷ posts.',
  },
  {
    name: 'budget-income-and-spending',
    template: 'budget_table/income-beside-spending',
    seed: 19,
    proves: 'Two lists side by side in one grid, figures with thousands separators, blank lines; clean.',
  },
  {
    name: 'budget-public-funds-part-above-whole',
    template: 'budget_table/public-funds',
    seed: 20,
    slip: 'part_above_whole',
    fixed: plain,
    proves: 'A subtotal of 0 over its part, while the total counts the part.',
  },
  {
    name: 'allocation',
    template: 'allocation_table/matrix',
    seed: 21,
    fixed: plain,
    proves: 'Towns down, projects across under budget lines, blanks for zero, totals both ways; clean.',
  },
  {
    name: 'allocation-row-total',
    template: 'allocation_table/matrix',
    seed: 22,
    slip: 'row_total',
    fixed: plain,
    proves: 'One row total that its row does not give.',
  },
];

export const sampleFormats = ['docx', 'xlsx'] as const;

export const sampleDocument = (sample: Sample): GeneratedDocument =>
  generateDocument(sample.seed, {
    template: sample.template,
    ...(sample.slip !== undefined && { slip: sample.slip }),
    ...(sample.fixed && { fixed: sample.fixed }),
  });

/** Every file of the samples folder by its name; the same on every run. */
export function buildSamples(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const text = new TextEncoder();
  for (const sample of samples) {
    const { sections, truth } = sampleDocument(sample);
    files.set(`${sample.name}.docx`, renderDocx(sections));
    files.set(`${sample.name}.xlsx`, renderXlsx(sections));
    const { forms, findings } = truth;
    const expected = { id: sample.name, title: truth.title, forms, findings };
    files.set(`${sample.name}.expected.json`, text.encode(`${JSON.stringify(expected, null, 1)}\n`));
  }
  files.set('README.md', text.encode(readme()));
  return files;
}

function readme(): string {
  const rows = samples.map((sample) => {
    const findings = sampleDocument(sample).truth.findings;
    const planted = findings.map(({ rule, what }) => `${rule}: ${what}`).join('; ') || '–';
    return `| ${sample.name} | ${sample.template.split('/')[0]} | ${sample.proves} | ${planted.replaceAll('|', '\\|')} |`;
  });
  return `# Samples

Fictional filings: every place, body, person and figure is invented. Each comes as \`.docx\` and \`.xlsx\` with the same content;
\`NAME.expected.json\` holds the records that a right reading gives and the findings that were planted (\`findings\`, empty where the
filing is clean). They are computed from the content that was printed, not by the reader.

\`node scripts/samples.ts\` makes them anew, byte for byte the same; a test keeps it so.

| name | family | what it proves | planted |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
