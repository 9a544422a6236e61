import type { RowName } from '../money-row.ts';
import { fitsSome, range, sumsOf } from './nesting.ts';
import type { Drafts } from './of-which.ts';
import { depthOf } from './outline.ts';
import type { OutlinePlace } from './outline-row.ts';

/**
 * 214 交通运输支出 | 21401 公路水路运输 over 2140106 公路养护 | 维修费, 2140106 公路养护 | 委托业务费: rows that tell for what a subject is
 * spent stand in the outline of the subjects, and part it nowhere. Their code has a name of its own, which groups them.
 */
export function settleDetails(names: readonly RowName[]): void {
  const details = names.filter(({ code, group, total }) => code !== null && group !== '' && !total);
  if (details.length === 0 || !isOneToOne(details)) return;
  const subjects = names.filter(({ code, group, total }) => code !== null && group === '' && !total);
  if (!subjects.some(({ code }) => details.some((detail) => isWithin(detail, code)))) return;
  for (const detail of details) {
    detail.group = '';
    detail.detail = true;
  }
}

/** Whether every code has one group, and every group one code. */
function isOneToOne(rows: readonly RowName[]): boolean {
  const pairs = new Set(rows.map(({ code, group }) => `${code}|${group}`));
  const codes = new Set(rows.map(({ code }) => code));
  return pairs.size === codes.size && new Set(rows.map(({ group }) => group)).size === codes.size;
}

const isWithin = ({ code }: RowName, subject: string | null): boolean =>
  subject !== null && code?.startsWith(subject) === true;

/** The rows right below a subject that tell for what it is spent are its parts where, in a column at least, they make it up. */
export function joinDetails(rows: readonly RowName[], places: OutlinePlace[], drafts: Drafts): void {
  let changed = false;
  for (let at = 1; at < rows.length; at++) {
    const whole = at - 1;
    if (!rows[at]?.detail || rows[whole]?.detail) continue;
    let end = at;
    while (rows[end]?.detail && isWithin(rows[end] as RowName, rows[whole]?.code ?? null)) end++;
    const sums = end === at ? null : sumsOf(drafts, [whole, ...range(at, end)]);
    if (sums === null || !fitsSome(sums, 0, range(1, sums.length))) continue;
    for (let part = at; part < end; part++) places[part] = { parent: whole, depth: 0 };
    changed = true;
  }
  if (!changed) return;
  const parents = places.map(({ parent }) => parent);
  for (const [at, parent] of parents.entries()) places[at] = { parent, depth: depthOf(parents, parent) };
}
