import { describe, expect, test } from 'vitest';
import { rulesPage } from '../../scripts/rules-page.ts';
import { RULES } from '../../src/reconcile/registry.ts';
import { textOf } from './sources.ts';

describe('docs/rules.md', () => {
  test('is what the rules say of themselves; node scripts/docs.ts writes it again', () => {
    expect(textOf('docs/rules.md')).toBe(rulesPage(RULES));
  });

  test('has every rule once', () => {
    const headings = [...textOf('docs/rules.md').matchAll(/^### (\S+) /gm)].map(([, id]) => id!);
    expect(headings.toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
  });

  test('every rule speaks both languages, and no code is given twice', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { example, explanation, id, title } of RULES) {
      for (const said of [title, explanation, example]) {
        expect(said.zh, id).toMatch(/[\u4e00-\u9fff]/);
        expect(said.en.length, id).toBeGreaterThan(5);
      }
    }
  });
});
