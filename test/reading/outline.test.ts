import { describe, expect, test } from 'vitest';
import { outline } from '../../src/reading/money/outline/outline.ts';
import type { OutlineRow } from '../../src/reading/money/outline/outline-row.ts';

describe('the outline of rows', () => {
  const row = (name: string, more: Partial<OutlineRow> = {}): OutlineRow => ({
    name,
    mark: null,
    ofWhich: false,
    code: null,
    indent: 0,
    total: /合计|总计|小计/.test(name),
    funding: null,
    unit: null,
    ...more,
  });
  const parents = (...rows: OutlineRow[]) =>
    outline(rows).map(({ parent }) => (parent === null ? null : rows[parent]?.name));

  test('a sum of some places that has a mark stands where its mark says', () => {
    const marked = [row('合计'), row('省本级', { mark: 2 }), row('各县市小计', { mark: 3 })];
    const places = [row('东溪县', { mark: 4 }), row('西溪县', { mark: 4 }), row('林场', { mark: 3 })];
    expect(parents(...marked, ...places)).toEqual([
      null,
      '合计',
      '省本级',
      '各县市小计',
      '各县市小计',
      '省本级',
    ]);
    expect(
      parents(row('合计'), row('各县市小计', { mark: 2 }), row('东溪县'), row('省本级', { mark: 2 })),
    ).toEqual([null, '合计', '各县市小计', '合计']);
  });

  test('a sum at the head that names what it adds up is one of several lines', () => {
    const three = [
      row('三公经费小计'),
      row('因公出国费', { mark: 4 }),
      row('公务接待费', { mark: 4 }),
      row('会议费'),
      row('培训费'),
    ];
    expect(parents(...three, row('合计'))).toEqual([
      '合计',
      '三公经费小计',
      '三公经费小计',
      '合计',
      '合计',
      null,
    ]);
    expect(parents(...three)).toEqual([null, '三公经费小计', '三公经费小计', null, null]);
    expect(parents(row('三公经费小计'), row('公务用车', { mark: 4 }), row('购置费'), row('运行费'))).toEqual([
      null,
      '三公经费小计',
      '公务用车',
      '公务用车',
    ]);
  });

  test('a sum at the head with one marked part is one of several lines too', () => {
    expect(parents(row('三公经费小计'), row('公务接待费', { mark: 4 }), row('会议费'), row('合计'))).toEqual([
      '合计',
      '三公经费小计',
      '合计',
      null,
    ]);
  });

  test('what stands beside vehicles is no part of them, behind a second 其中 either', () => {
    const [bought, run] = [row('购置', { ofWhich: true }), row('运行', { ofWhich: true })];
    expect(parents(row('公务用车'), bought, run, row('公务接待'))).toEqual([
      null,
      '公务用车',
      '公务用车',
      null,
    ]);
    expect(parents(row('公务用车'), bought, row('运行'), row('公务接待'))).toEqual([
      null,
      '公务用车',
      '公务用车',
      null,
    ]);
    expect(parents(row('办公用房'), row('自有', { ofWhich: true }), row('租用'))).toEqual([
      null,
      '办公用房',
      '办公用房',
    ]);
  });

  test('lines below marks that count on are theirs, below the last one too', () => {
    const marked = (name: string, ordinal: number) => row(name, { mark: 4, ordinal });
    expect(
      parents(row('项目'), marked('业务', 1), row('核查'), row('补贴'), marked('运行', 2), row('维护')),
    ).toEqual([null, '项目', '业务', '业务', '项目', '运行']);
  });

  test('a total at the foot takes what stands above, the next one the total and what follows it', () => {
    expect(
      parents(
        row('税收', { mark: 1 }),
        row('增值税'),
        row('非税', { mark: 1 }),
        row('本年收入合计'),
        row('转移性收入'),
        row('返还性收入'),
        row('收入总计'),
      ),
    ).toEqual(['本年收入合计', '税收', '本年收入合计', '收入总计', '收入总计', '转移性收入', null]);
  });

  test('what has no code below an office with one is the office’s own', () => {
    const office = { ofOffice: true };
    expect(
      parents(
        row('合计'),
        row('局本级', { code: '401001', ...office }),
        row('文化演出'),
        row('步道建设'),
        row('文化馆', { code: '401002', ...office }),
        row('免费开放'),
      ),
    ).toEqual([null, '合计', '局本级', '局本级', '合计', '文化馆']);
  });

  test('a total at the head takes what follows, and 其中 belongs to the row before', () => {
    expect(
      parents(
        row('合计'),
        row('用车', { mark: 3 }),
        row('运行', { mark: 4, ofWhich: true }),
        row('购置', { mark: 4 }),
      ),
    ).toEqual([null, '合计', '用车', '用车']);
  });

  test('lines further right than a marked one are parts of it, however far', () => {
    const marked = (name: string) => row(name, { mark: 4, indent: 2 });
    const rest = [marked('出国经费'), marked('公务接待'), row('项目支出'), marked('业务专项')];
    const of = ['三公经费', '三公经费', null, '项目支出'];
    for (const blanks of [1, 2, 4, 6, 7]) {
      const listed = [row('购置', { ofWhich: true, indent: 4 }), row('运行', { indent: 4 + blanks })];
      expect(parents(row('三公经费'), marked('公务用车'), ...listed, ...rest)).toEqual([
        null,
        '三公经费',
        '公务用车',
        '公务用车',
        ...of,
      ]);
    }
    const bare = [row('购置', { indent: 6 }), row('运行', { indent: 6 }), row('油料', { indent: 8 })];
    expect(parents(row('三公经费'), marked('公务用车'), ...bare, ...rest)).toEqual([
      null,
      '三公经费',
      '公务用车',
      '公务用车',
      '运行',
      ...of,
    ]);
  });

  test('indentation tells the depth where there is any', () => {
    expect(
      parents(
        row('甲', { indent: 0 }),
        row('乙', { indent: 2 }),
        row('丙', { indent: 4 }),
        row('丁', { indent: 2 }),
      ),
    ).toEqual([null, '甲', '乙', '甲']);
  });

  test('a subtotal reaches back to the last total only', () => {
    expect(parents(row('甲'), row('甲小计'), row('乙'), row('丙'), row('乙小计'), row('总计'))).toEqual([
      '甲小计',
      '总计',
      '乙小计',
      '乙小计',
      '总计',
      null,
    ]);
  });
});
