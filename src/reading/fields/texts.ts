import type { TextRecord } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import type { Line } from '../form.ts';
import { printedName } from '../table/cells.ts';
import { isVoidText } from '../table/label.ts';
import type { Field } from './field.ts';

export type TextDraft = Pick<TextRecord, 'role' | 'label' | 'text' | 'source'>;

const roles = new Map<Field['role'], TextRecord['role']>([
  ['goal', 'goal'],
  ['achievement', 'achievement'],
  ['task', 'task'],
  ['function', 'function'],
  ['note', 'note'],
  ['explanation', 'explanation'],
  ['known', 'other'],
]);

/** Shortest answer of a field without a role of its own that is kept as a text, in characters. */
const SHORTEST_OTHER = 2;

/** Goals, tasks, functions and notes of a form. */
export function textsOfFields(fields: readonly Field[]): TextDraft[] {
  return fields.flatMap((field) => {
    const role = roles.get(field.role);
    const text = field.value.trim();
    if (role === undefined || isVoidText(text)) return [];
    // 1. under a goal waits for a text, 1.32 under 本息覆盖倍数 is the answer.
    if (isPlaceholder(text) && (role !== 'other' || !/^\d+(?:\.\d+)?$/.test(text))) return [];
    if (role === 'other' && text.length < SHORTEST_OTHER) return [];
    return [
      { role, label: printedName(field.label).replace(/\s*[:：]\s*$/, ''), text, source: { text: field.at } },
    ];
  });
}

/** 目标1： 目标2： …… and nothing behind them. */
export function isPlaceholder(text: string): boolean {
  return placeholderHead.test(text) && placeholder.test(foldLabel(text));
}

const placeholder = /^(?:目标\d*|[\d\s、,.:;…。一二三四五()])*$/;
/** A goal that says something is long, and mostly seen to at its first character. */
const placeholderHead = /^(?:目标|[^\u4e00-\u9fff]|[一二三四五]|$)/;

/** Lines outside the grids. */
export function textsOfLines(lines: readonly Line[], role: TextRecord['role']): TextDraft[] {
  return lines.map((line) => ({
    role: role === 'prose' && line.paragraph.role === 'heading' ? 'heading' : role,
    label: null,
    text: line.paragraph.text.trim(),
    source: { text: line.paragraph.location },
  }));
}
