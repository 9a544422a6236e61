import type { Engine } from '../reader.ts';
import { ofPlace, placeOf, placeText, stageColumn, taken, type View, type ViewColumn } from './view.ts';

/** The first path of a document. */
const paths = '(SELECT document_id, min(path) AS path FROM files GROUP BY document_id)';

const path: ViewColumn = ['path', 'p.path', 'First path of the document.'];

/** Views with a row a record, and what its filing says of it. */
export function recordViews(engine: Engine): View[] {
  return [filings(engine), indicators(engine), amounts(engine), places(engine)];
}

const ofFiling = ['form_type', 'organisation', 'organisation_code', 'year', 'project', 'project_code'];

function filings(engine: Engine): View {
  return {
    name: 'v_filings',
    comment: 'A row a filing, with its file.',
    columns: [
      path,
      ...taken('documents', 'd', ['format', 'status']),
      ...taken('filings', 'f', ['filing_id', 'document_id', 'ordinal', 'title', ...ofFiling]),
      stageColumn('f', engine),
      ...taken('filings', 'f', ['supervisor', 'filed_on', 'money_unit', 'total_weight', 'total_score']),
      ...taken('filings', 'f', ['execution_weight', 'execution_score', 'execution_rate']),
      ...taken('filings', 'f', ['coverage', 'confidence']),
      ['place', placeText(placeOf('f.source', 'title', engine), engine), 'Where its title stands.'],
    ],
    from: `FROM filings f JOIN documents d ON d.document_id = f.document_id JOIN ${paths} p ON p.document_id = f.document_id`,
  };
}

const quantity = ['raw', 'kind', 'op', 'value', 'upper', 'unit', 'base_value', 'base_unit'];

function indicators(engine: Engine): View {
  const target = placeOf('i.source', 'target', engine);
  const name = placeOf('i.source', 'level3', engine);
  return {
    name: 'v_indicators',
    comment:
      'A row an indicator with its quantities flat, and the organisation, year and file that it belongs to.',
    columns: [
      path,
      ...taken('filings', 'f', ofFiling),
      stageColumn('f', engine),
      ...taken('indicators', 'i', ['indicator_id', 'filing_id', 'document_id', 'ordinal', 'section', 'goal']),
      ...taken('indicators', 'i', ['level1', 'level2', 'level3', 'weight', 'score']),
      ...['target', 'actual'].flatMap((side) =>
        taken(
          'indicators',
          'i',
          quantity.map((field) => `${side}_${field}`),
        ),
      ),
      ...taken('indicators', 'i', ['category', 'basis', 'scoring_rule', 'deviation', 'remark', 'confidence']),
      ['place', placeText(name, engine), 'Where its name stands.'],
      ['target_place', placeText(target, engine), 'Where its target stands.'],
    ],
    from: `FROM indicators i JOIN filings f ON f.filing_id = i.filing_id JOIN ${paths} p ON p.document_id = i.document_id`,
  };
}

function amounts(engine: Engine): View {
  return {
    name: 'v_amounts',
    comment: 'A row a money or head-count figure, and the organisation, year and file that it belongs to.',
    columns: [
      path,
      ...taken('filings', 'f', ['form_type', 'organisation', 'organisation_code']),
      ['filing_year', 'f.year', 'filings.year'],
      stageColumn('f', engine),
      ...taken('amounts', 'a', ['amount_id', 'filing_id', 'document_id', 'ordinal', 'section', 'item']),
      ...taken('amounts', 'a', [
        'parent',
        'role',
        'depth',
        'measure',
        'fund',
        'code',
        'year',
        'raw',
        'value',
      ]),
      ...taken('amounts', 'a', ['unit', 'base_value', 'share', 'project', 'confidence']),
      ['place', placeText(placeOf('a.source', 'value', engine), engine), 'Where the figure stands.'],
    ],
    from: `FROM amounts a JOIN filings f ON f.filing_id = a.filing_id JOIN ${paths} p ON p.document_id = a.document_id`,
  };
}

const placeFields = ['page', 'sheet', 'ref', 'table', 'row', 'column'];

/** A row a field of a record. */
function places(engine: Engine): View {
  const tables = ['filings', 'indicators', 'amounts', 'texts'].map((table) => {
    const record = `SELECT '${table}' AS record_table, ${table.slice(0, -1)}_id AS record_id, document_id`;
    return engine === 'duckdb'
      ? `SELECT record_table, record_id, document_id, entry.key AS field, entry.value AS place FROM (${record}, unnest(map_entries(source)) AS entry FROM ${table}) e`
      : `${record}, e.key AS field, e.value AS place FROM ${table}, jsonb_each(source) e`;
  });
  return {
    name: 'v_places',
    comment: 'A row a field of a record with the cell that it was read from.',
    columns: [
      path,
      ['record_table', 'r.record_table', 'Table of the record.'],
      ['record_id', 'r.record_id', 'Id of the record.'],
      ['document_id', 'r.document_id', 'The document that it stands in.'],
      ['field', 'r.field', 'Field of the record.'],
      ['place', placeText('r.place', engine), 'As people write it; rows and columns from 1.'],
      ...placeFields.map((field): ViewColumn => {
        const meaning =
          field === 'page' ? 'Page from 1.' : `${field} of the place; tables, rows and columns from 0.`;
        return [field, ofPlace('r.place', field, engine), meaning];
      }),
    ],
    from: `FROM (${tables.join(' UNION ALL ')}) r JOIN ${paths} p ON p.document_id = r.document_id`,
  };
}
