import type { Location } from '../../schemas/index.ts';
import { documentContexts } from '../../src/reconcile/contexts.ts';
import { type Edit, termsOf } from '../../src/reconcile/edits/edit.ts';
import { halfUnit, toNumber } from '../../src/reconcile/facts/exact.ts';
import type { Fact } from '../../src/reconcile/facts/fact.ts';
import { NATIONAL } from '../../src/reconcile/profiles/national.ts';
import type { Records } from '../../src/reconcile/records.ts';
import { RULES } from '../../src/reconcile/registry.ts';
import { runRules } from '../../src/reconcile/run.ts';

/** A printed figure that takes part in an equation, and how to print another one there. */
export interface Cell {
  source: Location;
  field: Fact['field'];
  text: string;
  value: number;
  /** Half a unit in its last place. */
  half: number;
  unit: string | null;
  key: string;
  write(records: Records, text: string): void;
}

/** Cells of the equations of clean records, in reading order. */
export function cellsOf(records: Records): { cells: Cell[]; edits: Edit[] } {
  const [document] = documentContexts(records, NATIONAL);
  const { edits } = runRules(RULES, document!);
  const facts = new Set<Fact>();
  for (const edit of edits) {
    if (edit.type === 'linear' && edit.relation === '<=') continue;
    for (const { fact } of termsOf(edit)) facts.add(fact);
  }
  const cells = [...facts]
    .sort((a, b) => a.index - b.index)
    .flatMap((fact) => {
      const write = writerOf(records, fact);
      if (write === null) return [];
      const { source, field, text, printed, unit, key } = fact;
      return [
        { source, field, text, value: printed, half: toNumber(halfUnit(fact.places)), unit, key, write },
      ];
    });
  return { cells, edits };
}

export const samePlace = (a: Location, b: Location): boolean =>
  a.grid === b.grid && a.row === b.row && a.column === b.column;

function writerOf(records: Records, fact: Fact): Cell['write'] | null {
  const { field, source } = fact;
  const at = records.amounts.findIndex(
    (amount) =>
      amount.source[field === 'share' ? 'share' : 'value'] !== undefined &&
      samePlace(amount.source[field === 'share' ? 'share' : 'value']!, source),
  );
  if (field === 'value' && at >= 0) {
    return ({ amounts }, text) =>
      Object.assign(amounts[at]!, { value: Number(text.replace('%', '')), raw: text });
  }
  if (field === 'share' && at >= 0) {
    return ({ amounts }, text) =>
      Object.assign(amounts[at]!, { share: Number(text.replace('%', '')), share_raw: text });
  }
  const i = records.indicators.findIndex((indicator) => {
    const name = field === 'level1_weight' ? 'level1' : field === 'level2_weight' ? 'level2' : field;
    return indicator.source[name] !== undefined && samePlace(indicator.source[name]!, source);
  });
  if (field === 'weight' || field === 'score') {
    return i < 0 ? null : ({ indicators }, text) => Object.assign(indicators[i]!, { [field]: Number(text) });
  }
  if (field === 'level1_weight' || field === 'level2_weight') {
    return i < 0 ? null : levelWriter(records, i, field);
  }
  if (field === 'target') {
    return i < 0
      ? null
      : ({ indicators }, text) => {
          const target = indicators[i]!.target!;
          const value = Number(/-?[\d.]+/.exec(text)![0]);
          indicators[i]!.target = { ...target, value, raw: `=${value}${target.unit ?? ''}` };
        };
  }
  if (field.startsWith('total_') || field.startsWith('execution_')) {
    return ({ filings }, text) => Object.assign(filings[0]!, { [field]: Number(text) });
  }
  return null;
}

/** The points of a level are one merged cell: every row under it carries them. */
function levelWriter(records: Records, i: number, field: 'level1_weight' | 'level2_weight'): Cell['write'] {
  const first = records.indicators[i]!;
  const name = field === 'level1_weight' ? 'level1' : 'level2';
  const rows = records.indicators.flatMap((row, k) =>
    row[name] === first[name] && row.level1 === first.level1 ? [k] : [],
  );
  return ({ indicators }, text) => {
    for (const k of rows) indicators[k]![field] = Number(text);
  };
}
