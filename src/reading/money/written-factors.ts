import type { Factor } from '../../../schemas/index.ts';
import { fold, readQuantity } from '../../values/index.ts';
import { printedName } from '../table/cells.ts';
import { cellOf, filledCells, type Table } from '../table/table.ts';
import type { AmountDraft } from './money.ts';

/** 240人×5天×450元/人天: counts and a price, parted by signs of multiplication. */
const product =
  /(?<![\d.])\d[\d,]*(?:\.\d+)?[^\d×✕*xX=+,、；;。()]{0,8}(?:\s*[×✕*xX]\s*\d[\d,]*(?:\.\d+)?[^\d×✕*xX=+,、；;。()]{0,8})+/g;
const times = /[×✕*xX]/;

/** Longest cell that is looked at, in characters. */
const LONGEST = 120;

/**
 * 送戏下乡 36场×5000元=18万元 | 18.00: puts what a text of the row works its sum out from beside the sum. Nothing where the row has several
 * sums of money, or where not one text of it has one product of one price.
 */
export function addWrittenFactors(table: Table, row: number, drafts: ReadonlyMap<number, AmountDraft>): void {
  const sums = [...drafts.values()].filter(({ record }) => !apart.has(record.measure));
  const [sum, ...others] = sums;
  if (sum === undefined || others.length > 0 || sum.record.factors !== undefined) return;
  const found = filledCells(table, row).flatMap((i) => {
    const cell = cellOf(table, i);
    const factors = cell.text.length <= LONGEST ? factorsIn(cell.text) : null;
    return factors === null ? [] : [{ factors, at: cell.location }];
  });
  const [only, ...more] = found;
  if (only === undefined || more.length > 0) return;
  sum.record.factors = only.factors;
  for (const i of only.factors.keys()) sum.record.source[`factor${i}`] = only.at;
}

const apart = new Set(['rate', 'count', 'adjustment']);

/** The counts and the price of the one product that a text holds; null where it holds none, several, or a share. */
function factorsIn(text: string): Factor[] | null {
  if (!times.test(text)) return null;
  const plain = fold(text);
  const [chain, ...others] = plain.match(product) ?? [];
  // 36场×5000元+2场×8000元 is the sum of two.
  if (chain === undefined || others.length > 0 || /\d\D{0,6}[+%‰]|\+/.test(plain)) return null;
  const factors = chain.split(times).map((part): Factor | null => {
    const { kind, raw, unit, value } = readQuantity(part.trim());
    if (kind !== 'number' || value === null) return null;
    const role = unit !== null && /元/.test(unit) ? 'price' : 'count';
    return { role, label: printedName(text), value, raw, unit };
  });
  const known = factors.filter((factor) => factor !== null);
  const priced = known.filter(({ role }) => role === 'price').length === 1;
  return known.length === factors.length && priced ? known : null;
}
