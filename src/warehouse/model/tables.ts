import type { Column, ColumnType, Table } from './column.ts';
import { columnsOf, docOfSchema, type Exceptions } from './fields.ts';

/** Every table of the warehouse, those first that others speak of. Built once: it reads the schemas and their docstrings. */
export function tables(): readonly Table[] {
  built ??= build();
  return built;
}

let built: readonly Table[] | undefined;

export function tableOf(name: string): Table {
  const table = tables().find((one) => one.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

/** Tables that hold the rows of one document and are replaced with it. */
export function recordTables(): readonly Table[] {
  return tables().filter(({ name }) => !kept.has(name));
}

/** Tables that outlive a document's records. */
const kept = new Set(['runs', 'documents', 'files', 'decisions']);

function build(): Table[] {
  return [
    runs,
    records('documents', 'DocumentRecord', ['document_id'], {
      without: ['path', 'warnings'],
      types: { bytes: 'bigint' },
      own: documentColumns,
    }),
    files,
    list('warnings', 'Issue', 'documents', 'warnings', []),
    records('filings', 'Filing', ['filing_id'], { types: { filed_on: 'date' } }),
    records('indicators', 'Indicator', ['indicator_id'], { without: ['prior'] }),
    list('prior_values', 'PriorQuantity', 'indicators', 'prior', ['indicator_id']),
    records('amounts', 'Amount', ['amount_id']),
    records('texts', 'TextRecord', ['text_id'], { without: ['figures', 'relations'] }),
    list('text_figures', 'TextFigure', 'texts', 'figures', ['text_id']),
    list('text_relations', 'TextRelation', 'texts', 'relations', ['text_id']),
    records('findings', 'Finding', ['document_id', 'finding_id'], {
      without: ['evidence', 'hypotheses', 'related'],
      own: findingColumns,
    }),
    list('evidence', 'Evidence', 'findings', 'evidence', ['finding_id'], {
      names: { document_id: 'other_document_id' },
    }),
    list('hypotheses', 'Hypothesis', 'findings', 'hypotheses', ['finding_id']),
    list('related', 'Message', 'findings', 'related', ['finding_id']),
    coverage(),
    records('grids', 'KeptGrid', ['document_id', 'grid']),
    exactValues,
    decisions,
  ];
}

interface RecordExceptions extends Exceptions {
  own?: readonly Column[];
}

function records(name: string, schema: string, key: string[], exceptions: RecordExceptions = {}): Table {
  const { own = [], ...rest } = exceptions;
  return {
    name,
    comment: docOfSchema(schema),
    key,
    columns: [...columnsOf(schema, rest), ...own],
    inside: null,
  };
}

/** Rows that a record holds as a list: they carry its key and their place in the list. */
function list(
  name: string,
  schema: string,
  table: string,
  field: string,
  ids: string[],
  exceptions: Exceptions = {},
): Table {
  const owner = [
    own('document_id', 'text', 'The document that it stands in.'),
    ...ids.map((id) => own(id, 'text', `The record of \`${table}\` that it belongs to.`)),
    own('ordinal', 'integer', 'From 0, in the order of the list.'),
  ];
  return {
    name,
    comment: `${docOfSchema(schema)} Rows of \`${table}\`.`,
    key: owner.map((column) => column.name),
    columns: [...owner, ...columnsOf(schema, exceptions)],
    inside: { table, field },
  };
}

function own(name: string, type: ColumnType, comment: string, more: Partial<Column> = {}): Column {
  return { name, type, comment, nullable: false, optional: false, oneOf: null, path: null, ...more };
}

const runs: Table = {
  name: 'runs',
  comment: 'Runs of ingest that changed something; a run that found everything as it was leaves no row.',
  key: ['run_id'],
  inside: null,
  columns: [
    own('run_id', 'text', 'Start of the run and a random part.'),
    own('started_at', 'moment', 'When the run began to read.'),
    own('finished_at', 'moment', 'When its records were put in place.'),
    own('program', 'text', 'Program and version that read the documents.'),
    own('settings', 'json', 'Settings and limits that were in force, by name.'),
    own('documents', 'integer', 'Documents that the run saw.'),
    own('written', 'integer', 'Documents whose records are new or changed.'),
    own('unchanged', 'integer', 'Documents whose records were there already, to the last field.'),
    own('gone', 'integer', 'Documents that no file holds any longer.'),
  ],
};

const documentColumns: Column[] = [
  own(
    'digest',
    'text',
    'SHA-256 of all records of the document: where it is the same, a run touches no row.',
  ),
  own('first_run', 'text', 'The run that first loaded the document.'),
  own('last_run', 'text', 'The last run that changed a record of it.'),
  own(
    'gone_since',
    'moment',
    'When the last file with these bytes got other bytes or left the archive; its filings, indicators, amounts and texts went then. Null while it stands.',
    { nullable: true },
  ),
];

const files: Table = {
  name: 'files',
  comment:
    'Paths that documents arrived under: the same bytes in two places are one document with two files.',
  key: ['path'],
  inside: null,
  columns: [
    own('path', 'text', 'As given; for an entry of an archive `archive.zip!/entry`.'),
    own('document_id', 'text', 'The document that the file holds.'),
    own('run_id', 'text', 'The run that first saw this document under this path.'),
  ],
};

const findingColumns: Column[] = [
  own('scope', 'text', '`document` from its own records · `set` from comparing it with other documents.', {
    oneOf: ['document', 'set'],
  }),
  own(
    'digest',
    'text',
    'Of scope `set`: SHA-256 of the finding with its evidence and hypotheses. Else null.',
    {
      nullable: true,
    },
  ),
  own('standing', 'boolean', 'Whether the latest reading of its document still gives it.'),
  own('first_seen', 'moment', 'Start of the run that first gave it, in whichever document.'),
  own('last_seen', 'moment', 'Start of the last run that wrote it.'),
];

function coverage(): Table {
  return {
    name: 'coverage',
    comment: docOfSchema('CoverageRow'),
    key: ['document_id', 'ordinal'],
    inside: null,
    columns: [
      own('document_id', 'text', 'The document that was checked.'),
      own(
        'ordinal',
        'integer',
        'From 0, in the order of the ledger; below 0 what comparing it with other documents checked, of the last run that saw it.',
      ),
      ...columnsOf('CoverageRow', { types: { reasons: 'json' } }),
    ],
  };
}

const exactValues: Table = {
  name: 'exact_values',
  comment:
    'Values that their column cannot hold exactly: decimals of more than 10 places (rounded there), figures beyond 20 digits and dates that are none (null there).',
  key: ['document_id', 'record_table', 'record_id', 'field'],
  inside: null,
  columns: [
    own('document_id', 'text', 'The document that it stands in.'),
    own('record_table', 'text', 'Table of the record.'),
    own('record_id', 'text', 'Key of the record without its document, joined by |.'),
    own('field', 'text', 'Column of the record.'),
    own('text', 'text', 'The value as read, as JSON.'),
  ],
};

const decisions: Table = {
  name: 'decisions',
  comment: 'What reviewers decided of findings. Kept through every run; a finding without a row is open.',
  key: ['finding_id', 'at'],
  inside: null,
  columns: [
    own('finding_id', 'text', 'The finding that it speaks of, in whichever document.'),
    own('at', 'moment', 'When.'),
    own('decision', 'text', '`confirm` the filing is wrong · `dismiss` it is not, or does not matter.', {
      oneOf: ['confirm', 'dismiss'],
    }),
    own('reason', 'text', 'Why; a dismissal needs one.', { nullable: true }),
    own('by', 'text', 'Who decided.', { nullable: true }),
  ],
};
