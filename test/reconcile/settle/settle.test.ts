import { describe, expect, it } from 'vitest';
import type { Amount, Doubt } from '../../../schemas/index.ts';
import { settleDoubts } from '../../../src/reconcile/index.ts';
import { amount, at, filing, indicator } from '../records.ts';

type Seen = [text: string, by: 'eng' | 'chi_sim', confidence?: number];

const doubt = (text: string, ...seen: Seen[]): Doubt => ({
  text,
  reason: 'read in two ways',
  alternatives: seen.map(([other, by, confidence = 0.7]) => ({ text: other, by, confidence })),
});

/** A list with its total below; a figure of it may be doubtful. */
const list = (figures: [item: string, value: number, doubt?: Doubt][]): Amount[] =>
  figures.map(([item, value, seen], row) =>
    amount({
      item,
      value,
      raw: seen?.text ?? String(value),
      source: { value: at(row, 3) },
      ...(seen === undefined ? {} : { doubts: { value: seen } }),
    }),
  );

const settle = (amounts: Amount[]) =>
  settleDoubts({ filings: [filing()], indicators: [], amounts, texts: [] });

describe('a doubtful figure in a sum', () => {
  it('becomes the only reading that closes it, with the equation as evidence', () => {
    const { settled } = settle(
      list([
        ['甲', 638.87],
        ['乙', 136.23, doubt('136.23', ['136.23', 'chi_sim'], ['186.23', 'eng'])],
        ['合计', 825.1],
      ]),
    );
    expect(settled).toMatchObject([
      { place: at(1, 3), text: '186.23', settlement: { by: 'sum', readAs: '136.23' } },
    ]);
    expect(settled[0]?.settlement.evidence[0]).toContain('825.1 = 638.87 + 186.23');
  });

  it('is confirmed where it closes as it was read', () => {
    const { settled } = settle(
      list([
        ['甲', 638.87],
        ['乙', 186.23, doubt('186.23', ['136.23', 'chi_sim'], ['186.23', 'eng'])],
        ['合计', 825.1],
      ]),
    );
    expect(settled).toMatchObject([{ text: '186.23', settlement: { readAs: '186.23' } }]);
  });

  it('stays open where its tolerance lets both readings pass', () => {
    const { settled } = settle(
      list([
        ['甲', 33.3],
        ['乙', 33.3],
        ['丙', 33.4, doubt('33.4', ['33.4', 'chi_sim'], ['33.3', 'eng'])],
        ['合计', 99.9],
      ]),
    );
    expect(settled).toEqual([]);
  });

  it('is settled where a sum closes exactly with one reading and rounding hardly reaches the other', () => {
    const { settled } = settle(
      list([
        ['甲', 0],
        ['乙', 23.16],
        ['丙', 5.77, doubt('5.77', ['5.77', 'chi_sim'], ['5.79', 'eng'])],
        ['合计', 28.93],
      ]),
    );
    expect(settled.map(({ text }) => text)).toEqual(['5.77']);
  });

  it('is settled by its repetition, where its digits are telling', () => {
    const once = (value: number, ...seen: Seen[]) =>
      settle(
        list([
          ['甲', value],
          ['合计', value, doubt(String(value), ...seen)],
        ]),
      ).settled.map(({ text }) => text);
    expect(once(4.91, ['4.91', 'chi_sim'], ['1.91', 'eng'])).toEqual(['4.91']);
    expect(once(40, ['40', 'chi_sim'], ['10', 'eng'])).toEqual([]);
  });

  it('is settled by another doubtful figure that repeats it, where two readers see it so', () => {
    const twice = (reader: 'eng' | 'chi_sim') =>
      settle(
        list([
          ['甲', 491.2, doubt('491.2', ['491.2', 'chi_sim'], ['991.2', 'eng'])],
          ['合计', 491.2, doubt('491.2', ['491.2', reader], ['441.2', reader === 'eng' ? 'chi_sim' : 'eng'])],
        ]),
      ).settled;
    expect(twice('eng')).toHaveLength(2);
    expect(twice('chi_sim')).toEqual([]);
  });

  it('is no part of a sum whose precision is that of a nought', () => {
    const { settled } = settle(
      list([
        ['甲', 0],
        ['乙', 1.44],
        ['合计', 1.31, doubt('1.31', ['1.31', 'chi_sim'], ['31.31', 'eng'])],
      ]),
    );
    expect(settled).toEqual([]);
  });

  it('stays open where two pairs of readings close it', () => {
    const { settled } = settle(
      list([
        ['甲', 130, doubt('130', ['130', 'chi_sim'], ['180', 'eng'])],
        ['乙', 280, doubt('280', ['280', 'chi_sim'], ['230', 'eng'])],
        ['合计', 410],
      ]),
    );
    expect(settled).toEqual([]);
  });

  it('stays open where the only other figure repeats it and is as doubtful', () => {
    const seen = doubt('45.6', ['45.6', 'chi_sim'], ['45.9', 'eng']);
    const { settled } = settle(
      list([
        ['甲', 45.6, seen],
        ['乙', 0],
        ['合计', 45.6, seen],
      ]),
    );
    expect(settled).toEqual([]);
  });

  it('loses what no figure begins with', () => {
    const { settled } = settle(
      list([
        ['甲', 120],
        ['乙', 7, doubt('007', ['007', 'chi_sim'], ['7', 'eng'], ['77', 'eng'])],
        ['合计', 127],
      ]),
    );
    expect(settled.map(({ text }) => text)).toEqual(['7']);
  });
});

describe('doubtful points', () => {
  const points = (...weights: [number, Doubt?][]) =>
    settleDoubts({
      filings: [filing()],
      indicators: weights.map(([weight, seen], row) =>
        indicator({
          weight,
          source: { level3: at(row, 2), weight: at(row, 5) },
          ...(seen === undefined ? {} : { doubts: { weight: seen } }),
        }),
      ),
      amounts: [],
      texts: [],
    }).settled.map(({ text }) => text);
  const tens = (count: number): [number][] => Array.from({ length: count }, () => [10]);

  it('become what other points of the form read, where no other readings come near to the base', () => {
    const [first, second] = [
      doubt('100', ['100', 'chi_sim'], ['10', 'eng']),
      doubt('40', ['40', 'chi_sim'], ['10', 'eng']),
    ];
    expect(points([100, first], [40, second], ...tens(8))).toEqual(['10', '10']);
  });

  it('stay open where two readings together make up for what may be a slip', () => {
    const [first, second] = [
      doubt('9', ['9', 'chi_sim'], ['10', 'eng']),
      doubt('8', ['8', 'chi_sim'], ['10', 'eng']),
    ];
    expect(points([9, first], [8, second], ...tens(8))).toEqual([]);
  });

  it('stay open where the sum closes with what no other row reads, and another reading is usual', () => {
    expect(points([17, doubt('17', ['17', 'chi_sim'], ['10', 'eng'])], [3], ...tens(8))).toEqual([]);
  });
});

describe("a filer's slip", () => {
  const slip = (total: Doubt) =>
    list([
      ['甲', 6951.77],
      ['乙', 10],
      ['合计', 6971.77, total],
    ]);

  it('is not mended by a reading that fewer readers see than the one taken', () => {
    const both = doubt('6971.77', ['6971.77', 'chi_sim'], ['6971.77', 'eng'], ['6961.77', 'eng', 0.4]);
    const { settled, contradicting } = settle(slip(both));
    expect(settled).toEqual([]);
    expect(contradicting).toContainEqual(at(2, 3));
  });

  it('is not mended by a reading that its reader gives no chance', () => {
    const unsure = (chance: number) => doubt('6971.77', ['6971.77', 'chi_sim'], ['6961.77', 'eng', chance]);
    expect(settle(slip(unsure(0.4))).settled).toMatchObject([{ text: '6961.77' }]);
    expect(settle(slip(unsure(0))).settled).toEqual([]);
  });

  it('is not mended by a value that nobody read', () => {
    expect(settle(slip(doubt('6971.77', ['6971.77', 'chi_sim'], ['6911.77', 'eng']))).settled).toEqual([]);
  });

  it('is left alone where the figure was read without doubt', () => {
    const { settled, contradicting } = settle(
      list([
        ['甲', 6951.77],
        ['乙', 10],
        ['合计', 6971.77],
      ]),
    );
    expect(settled).toEqual([]);
    expect(contradicting).toHaveLength(3);
  });
});

it('leaves doubts of digital text alone, which have no other reading', () => {
  const cut: Doubt = { text: '20', reason: 'cut off at the border', alternatives: [] };
  expect(
    settle(
      list([
        ['甲', 10],
        ['乙', 20, cut],
        ['合计', 30],
      ]),
    ).settled,
  ).toEqual([]);
});
