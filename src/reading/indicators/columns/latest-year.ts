import { readYear } from '../../../values/index.ts';
import { indicatorRole, labelOfText } from '../../table/label.ts';
import type { IndicatorColumn } from './indicator-table.ts';

/**
 * 2025年实际 | 2026年 over 计划 and 实际: what was planned and what came of it in the latest year of the heads is the form's own, where
 * no other column aims at anything. The columns of earlier years stay what they were.
 */
export function ofLatestYear(columns: readonly IndicatorColumn[]): void {
  if (columns.some(({ role }) => role === 'target' || role === 'actual')) return;
  const latest = Math.max(...columns.map(({ text }) => readYear(text) ?? 0));
  const own = columns.filter(
    ({ path, role, text }) =>
      role === 'prior' && readYear(text) === latest && path.slice(0, -1).some((head) => yearAlone.test(head)),
  );
  const roles = own.map(({ path }) => indicatorRole(labelOfText(path.at(-1) ?? '')));
  if (own.length !== 2 || !roles.includes('target') || !roles.includes('actual')) return;
  for (const [k, column] of own.entries()) column.role = roles[k] ?? null;
}

/** 2026年, alone in its cell. */
export const yearAlone = /^(?:19|20)\d\d年度?$/;
