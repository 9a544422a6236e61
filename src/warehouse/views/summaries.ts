import type { Engine } from '../reader.ts';
import { placeText, stageColumn, taken, type View } from './view.ts';

/** Views that count and add up, and findings as people read them. */
export function summaryViews(engine: Engine): View[] {
  return [
    decisions,
    findingsWithPlaces(engine),
    findingSummary,
    budget(engine),
    execution(engine),
    ruleCoverage,
    readingQuality,
  ];
}

const decisions: View = {
  name: 'v_decisions',
  comment: 'The latest decision of every finding that has one.',
  columns: taken('decisions', 'd', ['finding_id', 'at', 'decision', 'reason', 'by']),
  from: 'FROM decisions d WHERE NOT EXISTS (SELECT 1 FROM decisions l WHERE l.finding_id = d.finding_id AND l.at > d.at)',
};

const state =
  "CASE v.decision WHEN 'confirm' THEN 'confirmed' WHEN 'dismiss' THEN 'dismissed' ELSE 'open' END";
const stateMeaning = '`open` · `confirmed` · `dismissed`, by the latest decision.';

/** The first path of a document. */
const paths = '(SELECT document_id, min(path) AS path FROM files GROUP BY document_id)';

function findingsWithPlaces(engine: Engine): View {
  const cells = `SELECT document_id, finding_id, string_agg(${placeText('e.source', engine)}, '; ' ORDER BY e.ordinal) AS places FROM evidence e GROUP BY document_id, finding_id`;
  const changes = `SELECT document_id, finding_id, change_from || ' → ' || change_to AS change,
    ${placeText('h.change_source', engine)} AS place FROM hypotheses h WHERE suggested AND ordinal = (SELECT min(m.ordinal) FROM hypotheses m
      WHERE m.document_id = h.document_id AND m.finding_id = h.finding_id AND m.suggested)`;
  const same = (alias: string) =>
    `${alias}.document_id = f.document_id AND ${alias}.finding_id = f.finding_id`;
  return {
    name: 'v_findings_with_places',
    comment: 'A row a finding that stands, with its cells, the change proposed and what a reviewer decided.',
    columns: [
      ['path', 'p.path', 'First path of the document.'],
      ...taken('filings', 'g', ['organisation', 'year', 'project', 'form_type', 'title']),
      ...taken('findings', 'f', ['severity', 'rule', 'kind', 'message_zh', 'message_en', 'equation']),
      ...taken('findings', 'f', ['expected', 'actual', 'difference', 'tolerance', 'origin']),
      ['places', 'c.places', 'The cells that take part, in the order of the evidence.'],
      ['proposed', 'h.change', 'The change that is safe to propose: what is printed → what would be right.'],
      ['proposed_at', 'h.place', 'The cell to change.'],
      ['state', state, stateMeaning],
      ...taken('findings', 'f', ['first_seen', 'last_seen', 'finding_id', 'document_id', 'filing_id']),
    ],
    from: `FROM findings f JOIN ${paths} p ON p.document_id = f.document_id
      LEFT JOIN filings g ON g.filing_id = f.filing_id LEFT JOIN (${cells}) c ON ${same('c')}
      LEFT JOIN (${changes}) h ON ${same('h')} LEFT JOIN v_decisions v ON v.finding_id = f.finding_id WHERE f.standing`,
  };
}

const findingSummary: View = {
  name: 'v_finding_summary',
  comment: 'Findings that stand, counted by organisation, year, rule and severity.',
  columns: [
    ...taken('filings', 'g', ['organisation', 'year', 'form_type']),
    ...taken('findings', 'f', ['rule', 'kind', 'severity']),
    ['findings', 'count(*)', 'Count of findings.'],
    ['documents', 'count(DISTINCT f.document_id)', 'Count of documents that have one.'],
    ['open', `sum(CASE WHEN v.decision IS NULL THEN 1 ELSE 0 END)`, 'Of them, without a decision.'],
    ['confirmed', `sum(CASE WHEN v.decision = 'confirm' THEN 1 ELSE 0 END)`, 'Of them, confirmed.'],
    ['dismissed', `sum(CASE WHEN v.decision = 'dismiss' THEN 1 ELSE 0 END)`, 'Of them, dismissed.'],
  ],
  from: `FROM findings f LEFT JOIN filings g ON g.filing_id = f.filing_id LEFT JOIN v_decisions v ON v.finding_id = f.finding_id
    WHERE f.standing GROUP BY g.organisation, g.year, g.form_type, f.rule, f.kind, f.severity`,
};

const budget = (engine: Engine): View => {
  const [stage, stageOf, stageMeaning] = stageColumn('f', engine);
  return {
    name: 'v_budget_by_organisation_year',
    comment:
      'Money by organisation and year: of every filing and measure the total of its table (the largest figure that is part of no other), added up over filings of one kind and stage. A department and its projects are different kinds, a form and what was watched of it different stages: add up one of them.',
    columns: [
      ...taken('filings', 't', ['organisation', 'organisation_code']),
      ['year', 't.year', 'The year of the figures.'],
      ...taken('filings', 't', ['form_type']),
      [stage, `t.${stage}`, stageMeaning],
      ...taken('amounts', 't', ['section', 'measure']),
      ['filings', 'count(*)', 'Count of filings.'],
      ['yuan', 'sum(t.total)', 'Sum of their totals, 元.'],
    ],
    from: `FROM (SELECT f.organisation, f.organisation_code, a.year, f.form_type, ${stageOf} AS ${stage}, a.section, a.measure, f.filing_id, max(a.base_value) AS total
      FROM amounts a JOIN filings f ON f.filing_id = a.filing_id
      WHERE a.parent_id IS NULL AND a.measure NOT IN ('rate', 'count') AND a.section <> 'staff' AND a.base_value IS NOT NULL
      GROUP BY f.organisation, f.organisation_code, a.year, f.form_type, f.title, a.section, a.measure, f.filing_id) t
    GROUP BY t.organisation, t.organisation_code, t.year, t.form_type, t.${stage}, t.section, t.measure`,
  };
};

/** Of a filing, the largest figure of some measures that is part of no other. */
const largest = (...measures: string[]): string =>
  `max(CASE WHEN a.measure IN (${measures.map((each) => `'${each}'`).join(', ')}) THEN a.base_value END)`;

const execution = (engine: Engine): View => ({
  name: 'v_execution',
  comment:
    'A row a filing of targets, monitoring or evaluation with the totals of its funding: what was planned, what the budget became and what was spent. Add up one stage of one kind of form.',
  columns: [
    ['path', 'p.path', 'First path of the document.'],
    ...taken('filings', 'f', ['organisation', 'organisation_code', 'supervisor', 'year']),
    ...taken('filings', 'f', ['project', 'project_code', 'form_type']),
    stageColumn('f', engine),
    [
      'organisation_key',
      ORGANISATION_KEY,
      'Name of the organisation without code, spaces and level (本级), to join forms by.',
    ],
    [
      'project_key',
      PROJECT_KEY,
      'Name of the project without code, year, spaces and 项目 at its end, to join forms by.',
    ],
    ['initial_budget', 'm.initial_budget', 'Total at the start of the year, 元.'],
    ['annual_budget', 'm.annual_budget', 'Total of the year after adjustments, 元.'],
    ['executed', 'm.executed', 'Total spent, 元.'],
    [
      'rate',
      RATE,
      'Spent of the budget as adjusted, or of the initial one where no other is printed, in per cent.',
    ],
    ...taken('filings', 'f', ['total_score', 'filing_id', 'document_id']),
  ],
  from: `FROM filings f JOIN (SELECT document_id, min(path) AS path FROM files GROUP BY document_id) p ON p.document_id = f.document_id
    JOIN (SELECT a.filing_id, ${largest('initial_budget', 'current', 'budget')} AS initial_budget,
      ${largest('annual_budget')} AS annual_budget, ${largest('executed', 'final')} AS executed
      FROM amounts a WHERE a.section = 'funding' AND a.parent_id IS NULL AND a.fund IS NULL GROUP BY a.filing_id) m ON m.filing_id = f.filing_id
    WHERE f.form_type LIKE '%targets' OR f.form_type LIKE '%evaluation'`,
});

const ORGANISATION_KEY =
  "regexp_replace(regexp_replace(f.organisation, '^[0-9A-Za-z]{3,}[-—_]?|[[:space:]]+', '', 'g'), '([（(](本级|机关|本部)[）)]|本级|本部)$', '')";

const PROJECT_KEY =
  "regexp_replace(regexp_replace(f.project, '^[A-Za-z]*[0-9][0-9A-Za-z]{9,}[-—_]?|^(19|20)[0-9]{2}年度?|[（(](19|20)[0-9]{2}年度?[）)]|[[:space:]]+', '', 'g'), '(项目|专项)$', '')";

const RATE =
  'round(CAST(100.0 * m.executed / nullif(coalesce(m.annual_budget, m.initial_budget), 0) AS numeric(12, 2)), 2)';

const ruleCoverage: View = {
  name: 'v_rule_coverage',
  comment: 'What was checked and what became of it, by rule.',
  columns: [
    ...taken('coverage', 'c', ['rule']),
    ...['applicable', 'consistent', 'explained', 'violated', 'not_evaluated'].map(
      (name) => [name, `sum(c.${name})`, `coverage.${name}`] as const,
    ),
  ],
  from: 'FROM coverage c GROUP BY c.rule',
};

const readingQuality: View = {
  name: 'v_reading_quality',
  comment: 'How well documents were read, by format and what came of them.',
  columns: [
    ...taken('documents', 'd', ['format', 'status', 'error_code']),
    ['documents', 'count(*)', 'Count of documents.'],
    ['pages', 'sum(d.pages)', 'Pages or sheets.'],
    ['ocr_pages', 'sum(d.ocr_pages)', 'Scanned pages that were recognised.'],
    ['filings', 'sum(d.filings)', 'Count of filings.'],
    [
      'coverage',
      'avg(q.coverage)',
      'Mean over documents of how much of the filled cells a role explains, 0 to 1.',
    ],
    ['confidence', 'avg(q.confidence)', 'Mean over documents of the confidence of their filings, 0 to 1.'],
  ],
  from: `FROM documents d LEFT JOIN (SELECT document_id, avg(coverage) AS coverage, avg(confidence) AS confidence
    FROM filings GROUP BY document_id) q ON q.document_id = d.document_id WHERE d.gone_since IS NULL GROUP BY d.format, d.status, d.error_code`,
};
