import { describe, expect, test } from 'vitest';
import type { RowName } from '../../src/reading/money/money-row.ts';
import { liftLists } from '../../src/reading/money/outline/lifted-lists.ts';
import { nesting } from '../../src/reading/money/outline/nesting.ts';
import { type Drafts, endOfWhich, nestOfWhich } from '../../src/reading/money/outline/of-which.ts';
import type { OutlinePlace } from '../../src/reading/money/outline/outline-row.ts';

/** Rows with a figure a column each, of which each is part of the row of that index. */
function list(...given: [name: string, parent: number | null, figures: number[]][]) {
  const rows = given.map(([label]) => ({
    name: label.replace('其中：', ''),
    ofWhich: label.startsWith('其中：'),
    total: label.endsWith('合计'),
    mark: null,
    code: null,
    funding: null,
  })) as unknown as RowName[];
  const parents = given.map(([, parent]) => parent);
  const places = parents.map((parent): OutlinePlace => {
    let depth = 0;
    for (let at = parent; at !== null; at = parents[at] ?? null) depth++;
    return { parent, depth };
  });
  const drafts = given.map(
    ([, , figures]) => new Map(figures.map((value, column) => [column, { record: { value } }])),
  ) as unknown as Drafts;
  return { rows, places, drafts };
}
const shown = (places: readonly OutlinePlace[]) => places.map(({ parent, depth }) => [parent, depth]);

describe('places of rows that their figures tell', () => {
  test('rows that make up a whole in two ways are parts of it in none', () => {
    const figures = (...rows: number[]) =>
      nesting([[24], ...rows.map((value) => [value])], 0, 1, rows.length + 1);
    expect(figures(8, 5, 3, 16, 9, 7)).toEqual([null, 1, 1, null, 4, 4]);
    // 8 + 1 + 7 + 8 (4 + 4), or 8 (1 + 7) + 8 + 4 + 4.
    expect(figures(8, 1, 7, 8, 4, 4)).toBeNull();
  });

  test('a second 其中 that exceeds the whole with the first is one step below it', () => {
    const { rows, places, drafts } = list(
      ['采购', null, [100, 90]],
      ['其中：中小企业', 0, [80, 70]],
      ['其中：小微企业', 0, [60, 50]],
    );
    nestOfWhich(rows, places, drafts);
    expect(shown(places)).toEqual([
      [null, 0],
      [0, 1],
      [1, 2],
    ]);
  });

  test('a column of noughts ends no list below 其中', () => {
    const rows = (...second: number[]) =>
      list(
        ['总额', null, [100, second[0]!]],
        ['财政', 0, [71, second[1]!]],
        ['其中：中央', 1, [50, second[2]!]],
        ['省级', 1, [30, second[3]!]],
        ['自筹', 1, [30, second[4]!]],
      );
    const noughts = rows(0, 0, 0, 0, 0);
    endOfWhich(noughts.rows, noughts.places, noughts.drafts);
    expect(noughts.places.map(({ parent }) => parent)).toEqual([null, 0, 1, 1, 1]);
    // In the second column the list ends before 自筹: the first has a slip.
    const told = rows(90, 60, 40, 20, 30);
    endOfWhich(told.rows, told.places, told.drafts);
    expect(told.places.map(({ parent }) => parent)).toEqual([null, 0, 1, 1, 0]);
  });

  test('a second list right below a line that left the first one is of that line', () => {
    const { rows, places, drafts } = list(
      ['编制', null, [10]],
      ['其中：行政', 0, [6]],
      ['事业', 0, [4]],
      ['实有', 0, [9]],
      ['其中：在职', 0, [7]],
      ['借调', 0, [2]],
    );
    endOfWhich(rows, places, drafts);
    expect(places.map(({ parent }) => parent)).toEqual([null, 0, 0, null, 3, 3]);
  });

  test('lines that are lifted to the total keep the steps of those below them', () => {
    const { rows, places, drafts } = list(
      ['总计', 1, [0]],
      ['收入合计', null, [100]],
      ['转移收入', 1, [60]],
      ['上年结转', 2, [10]],
      ['动用基金', 2, [30]],
    );
    places[0] = { parent: null, depth: 0 };
    liftLists(rows, places, drafts);
    expect(shown(places)).toEqual([
      [null, 0],
      [null, 0],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });
});
