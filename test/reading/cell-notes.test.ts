import { describe, expect, it } from 'vitest';
import type { Cell } from '../../schemas/index.ts';
import { noteCells } from '../../src/reading/table/cell-notes.ts';
import { prose } from '../reconcile/prose.ts';
import { amount, at, indicator } from '../reconcile/records.ts';

const document = (...cells: Partial<Cell>[]) => ({
  format: 'xlsx' as const,
  pages: [],
  warnings: [],
  blocks: [
    {
      kind: 'grid' as const,
      rows: 9,
      columns: 9,
      parts: [],
      method: 'native' as const,
      confidence: 1,
      inside: null,
      repeatedHeaders: [],
      cells: cells.map((cell) => ({
        row: 0,
        column: 0,
        rowSpan: 1,
        columnSpan: 1,
        text: '30',
        confidence: 1,
        location: at(0),
        ...cell,
      })),
    },
  ],
});

describe('what cells say beside their text', () => {
  it('is the formula of a figure', () => {
    const [total, typed] = [
      amount({ item: '合计', value: 30, source: { value: at(2, 3) } }),
      amount({ item: '拨款', value: 30, source: { value: at(1, 3) } }),
    ];
    noteCells(document({ location: at(2, 3), formula: 'SUM(D2:D2)' }), [], [], [total, typed], []);
    expect(total.formula).toBe('SUM(D2:D2)');
    expect(typed).not.toHaveProperty('formula');
  });

  it('is what a field was read with doubt, and what else it may read', () => {
    const alternatives = [{ text: '88', by: 'eng', confidence: 0.6 }];
    const row = indicator({ source: { level3: at(1, 2), target: at(1, 3) } });
    noteCells(
      document({ text: '80', location: at(1, 3), doubt: 'read as 80 and as 88', alternatives }),
      [],
      [row],
      [],
      [],
    );
    expect(row.doubts).toEqual({ target: { text: '80', reason: 'read as 80 and as 88', alternatives } });
  });

  it('is that a name which its cell cuts off may have printed points', () => {
    const cut = 'cut off at the border';
    const names = ['工程验收合格率（1', '工程验收合格率（', '工程验收合格', '工程验收合格率（一期'];
    const rows = names.map((level3, i) => indicator({ level3, weight: null, source: { level3: at(i, 2) } }));
    const cells = names.map((text, i) => ({ text, location: at(i, 2), doubt: cut, confidence: 0.8 }));
    noteCells(document(...cells), [], rows, [], []);
    expect(rows.map(({ doubts }) => doubts?.weight?.reason)).toEqual([cut, cut, undefined, undefined]);
  });

  it('is that a unit behind a figure is no surer than the figure', () => {
    const place = { item: '拨款', value: 184, source: { value: at(1, 3) }, unit: '万元' } as const;
    const [written, ofHead] = [amount({ ...place, raw: '184万元' }), amount({ ...place, raw: '184' })];
    const cell = { location: at(1, 3), confidence: 0.5, doubt: 'strokes run over the writing' };
    noteCells(document(cell), [], [], [written, ofHead], []);
    expect(written.confidences?.unit).toBe(0.5);
    expect(ofHead.confidences?.unit).toBeUndefined();
  });

  it('is that a value is no surer than the unit in its own column', () => {
    const row = indicator({ source: { target: at(1, 3), unit: at(1, 4), actual: at(1, 5) } });
    const bare = indicator({ source: { target: at(2, 3), unit: at(1, 4), prior0: at(2, 5) } });
    const source = document(
      { location: at(1, 3), confidence: 0.5 },
      { location: at(1, 4), text: 'km', confidence: 0.7 },
    );
    noteCells(source, [], [row, bare], [], []);
    expect(row.confidences).toEqual({ target: 0.5, unit: 0.7, actual: 0.7 });
    expect(bare.confidences).toEqual({ target: 0.7, unit: 0.7, prior0: 0.7 });
  });

  it('is that points in the cell of a level are as sure as its name', () => {
    const row = indicator({
      level1_weight: 50,
      source: { level1: at(1, 0), level2: at(1, 1), target: at(1, 3) },
    });
    const source = document(
      { location: at(1, 0), text: '产出指标（50分）', confidence: 0.96 },
      { location: at(1, 1), text: '数量指标', confidence: 0.97 },
      { location: at(1, 3), confidence: 0.7 },
    );
    noteCells(source, [], [row], [], []);
    expect(row.confidences).toEqual({ level1: 0.96, level1_weight: 0.96, level2: 0.97, target: 0.7 });
  });

  it('is how sure the title or the caption was that a field was read in', () => {
    const source = document();
    const title = {
      kind: 'paragraph' as const,
      text: '2025年度项目支出绩效目标表',
      role: 'heading' as const,
      confidence: 0.96,
      location: { ...at(0), block: 1 },
    };
    const row = indicator({ source: { year: title.location, target: at(1, 3) } });
    noteCells({ ...source, blocks: [...source.blocks, title] }, [], [row], [], []);
    expect(row.confidences).toEqual({ year: 0.96 });
  });

  it('is of a target what it is of the sign in a column of its own', () => {
    const row = indicator({ source: { operator: at(1, 2), target: at(1, 3) } });
    const reason = 'read as N where a sign is due';
    noteCells(
      document(
        { text: 'N', location: at(1, 2), doubt: reason, confidence: 0.6 },
        { text: '80', location: at(1, 3), confidence: 0.98 },
      ),
      [],
      [row],
      [],
      [],
    );
    expect(row.doubts?.target).toEqual({ text: 'N', reason, alternatives: [] });
    expect(row.confidences?.target).toBe(0.6);
  });

  it('is nothing where nothing was settled or doubted', () => {
    const row = indicator({ source: { target: at(1, 3) } });
    noteCells(document({ location: at(1, 3) }), [], [row], [], []);
    expect(row).not.toHaveProperty('doubts');
  });

  it('is how sure the least sure line of a text is', () => {
    const joined = prose('其中：人员经费338.16万元', { source: { text: at(1, 2), line1: at(1, 3) } });
    const sure = prose('公用经费77.98万元', { source: { text: at(1, 2) } });
    noteCells(document({ location: at(1, 3), confidence: 0.93 }), [], [], [], [joined, sure]);
    expect(joined.confidence).toBe(0.93);
    expect(sure).not.toHaveProperty('confidence');
  });
});
