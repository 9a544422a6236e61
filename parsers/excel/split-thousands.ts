import type { Issue } from '../../schemas/index.ts';
import { issue } from '../issue.ts';

/** Records of a text parted by commas, and how many of them had figures that their commas part too. */
export interface WholeRecords {
  records: string[][];
  /** Records whose figures were put together again, for then they have as many fields as the others. */
  joined: number;
  /** Records of which nobody can say where their figures end: those are left out, from the first one on. */
  lost: number;
}

const first = /^\s*[-+¥￥]?\d{1,3}$/;
const inner = /^\d{3}$/;
const last = /^\d{3}(?:\.\d+)?(?:[万亿]?元|%)?\s*$/;

/**
 * 1,234.50 that a program wrote without quotes is two fields, and the record has more of them than others have. Only records that are longer are
 * looked at; 10 beside 100 are two figures elsewhere.
 */
export function withWholeThousands(records: string[][]): WholeRecords {
  const usual = usualLength(records);
  const whole: WholeRecords = { records, joined: 0, lost: 0 };
  if (usual === null) return whole;
  // Where heads leave out their last blanks, most records are longer than they are.
  const isKept = records.filter(({ length }) => length === usual).length * 2 >= records.length;
  whole.records = records.map((fields) => {
    if (fields.length <= usual) return fields;
    const runs = runsOf(fields);
    const [start] = runs;
    if (start === undefined) return fields;
    if (!isKept && !runs.every(([, end]) => fields[end - 1]?.includes('.'))) return fields;
    const excess = runs.reduce((sum, [from, end]) => sum + end - from - 1, 0);
    if (fields.length - excess === usual) {
      whole.joined++;
      return joined(fields, runs);
    }
    whole.lost++;
    return fields.map((field, at) => (at < start[0] ? field : ''));
  });
  return whole;
}

/** How many fields most records have that may hold no such figure; null where there is no such record. */
function usualLength(records: readonly string[][]): number | null {
  const counts = new Map<number, number>();
  for (const fields of records)
    if (fields.length > 1 && runsOf(fields).length === 0)
      counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  let usual: number | null = null;
  for (const [length, count] of counts)
    if (usual === null || count > (counts.get(usual) ?? 0)) usual = length;
  return usual;
}

/** Fields that may be one figure, from and up to: as many as follow one another. */
function runsOf(fields: readonly string[]): [from: number, end: number][] {
  const runs: [number, number][] = [];
  for (let at = 0; at < fields.length; at++) {
    if (!first.test(fields[at] ?? '')) continue;
    let end = at + 1;
    while (end < fields.length && last.test(fields[end] ?? '')) if (!inner.test(fields[end++] ?? '')) break;
    if (end === at + 1) continue;
    runs.push([at, end]);
    at = end - 1;
  }
  return runs;
}

function joined(fields: readonly string[], runs: readonly (readonly [number, number])[]): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const [from, end] of runs) {
    pieces.push(...fields.slice(at, from), fields.slice(from, end).join(','));
    at = end;
  }
  return [...pieces, ...fields.slice(at)];
}

/** Tells of records whose figures were put together, and of those that were left out. */
export function partedRecords(joined: number, lost: number): Issue[] {
  const told: Issue[] = [];
  if (joined > 0) {
    const zh = `有 ${joined} 行的字段多于其他行，千分位逗号未加引号，已合为一个数`;
    const en = `${joined} records have more fields than others: figures whose commas no quotes enclose were put together`;
    told.push(issue('uncertain_grid', zh, en));
  }
  if (lost > 0) {
    const zh = `有 ${lost} 行的字段多于其他行，逗号未加引号，其数值无法确定，未读取`;
    const en = `${lost} records have more fields than others, with commas that no quotes enclose: their figures were not read`;
    told.push(issue('figures_left_out', zh, en));
  }
  return told;
}
