import { describe, expect, it } from 'vitest';
import { STR_03 } from '../../src/reconcile/rules/str-03.ts';
import { SUM_01 } from '../../src/reconcile/rules/sum-01.ts';
import { XDOC_01 } from '../../src/reconcile/rules/xdoc-01.ts';
import { amount, at, check, filing, indicator, quantity } from './records.ts';
import { compare, filed } from './set/filings.ts';

/** An indicator without a name, read with this confidence, and one as sure as given. */
const nameless = (confidence: number, other = confidence) =>
  check(
    {
      filings: [filing({ confidence: Math.min(confidence, other) })],
      indicators: [
        indicator({ level3: '', target: quantity(100, '%'), source: { target: at(4, 3) }, confidence }),
        indicator({ level3: '及时率', source: { level3: at(5, 2) }, confidence: other }),
      ],
    },
    STR_03,
  ).findings[0];

const sumOf = (depth: number) =>
  check(
    {
      amounts: [
        amount({ item: '甲', value: 9021.37, source: { value: at(1, 3) }, confidences: { depth } }),
        amount({ item: '乙', value: 5182400, source: { value: at(2, 3) } }),
        amount({ item: '合计', value: 9539.61, source: { value: at(3, 3) } }),
      ],
    },
    SUM_01,
  ).findings[0];

const sum = (confidence: number, source = at(2, 3)) =>
  check(
    {
      filings: [filing({ confidence, source: { title: at(0, 0, 1) } })],
      amounts: [
        amount({ item: '甲', value: 9021.37, source: { value: at(1, 3) } }),
        amount({ item: '乙', value: 5182400, source: { value: source }, confidence }),
        amount({ item: '合计', value: 9539.61, source: { value: at(3, 3) } }),
      ],
    },
    SUM_01,
  ).findings[0];

describe('what is said of a form in question', () => {
  it('is a warning that blames nobody, by whatever way a rule says it', () => {
    expect(nameless(0.5)).toMatchObject({ severity: 'warning', origin: 'undetermined' });
    const [between] = compare(
      [
        filed('dept', { confidence: 0.5, confidences: { title: 0.5 } }, [
          { item: '堤防加固', value: 75.06, section: 'projects', confidence: 0.5 },
        ]),
        filed('one', { form_type: 'project_targets', project: '堤防加固' }, [
          { item: '年度资金总额', value: 57.06, section: 'funding' },
        ]),
      ],
      XDOC_01,
    ).findings;
    expect(between).toMatchObject({ severity: 'warning', origin: 'undetermined' });
  });

  it('speaks of another grid of the same form as well', () => {
    expect(sum(0.5, at(2, 3, 2))?.severity).toBe('warning');
  });

  it('proposes no change', () => {
    expect(sum(1)?.hypotheses.some(({ suggested }) => suggested)).toBe(true);
    expect(sum(0.5)?.hypotheses.some(({ suggested }) => suggested)).toBe(false);
  });
});

describe('what is said of a form with one cell that is hardly legible', () => {
  it('is an error where that cell takes no part', () => {
    expect(nameless(1, 0.5)?.severity).toBe('error');
  });

  it('is a warning where it does', () => {
    expect(sum(0.5)?.severity).toBe('warning');
    expect(sum(0.6)?.severity).toBe('error');
  });

  it('is a warning where it is not sure of what a figure is a part', () => {
    expect(sumOf(0.5)?.severity).toBe('warning');
    expect(sumOf(1)?.severity).toBe('error');
  });
});
