import { describe, expect, it } from 'vitest';
import { NAR_02 } from '../../../src/reconcile/rules/nar-02.ts';
import { prose } from '../prose.ts';
import { check, figuresOf } from '../records.ts';

const said = (text: string) => check({ texts: [prose(text)] }, NAR_02);
const basic = (whole: string, share: string) =>
  `2031年基本支出${whole}万元，其中：人员经费338.16万元，占基本支出的${share}；公用经费77.98万元，占基本支出的18.74%。`;

describe('NAR-02, parts and shares in a sentence', () => {
  it('passes where they add up and the shares fit', () => {
    const { findings, coverage } = said(basic('416.14', '81.26%'));
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ applicable: 3, consistent: 3 });
  });

  it('takes parts that the profile knows as complete for an equation', () => {
    const { findings } = said('2031年基本支出461.14万元，其中：人员经费338.16万元；公用经费77.98万元。');
    expect(findings[0]).toMatchObject({ expected: 416.14, actual: 461.14, difference: 45 });
    expect(figuresOf(findings[0])).toEqual([461.14, 338.16, 77.98]);
  });

  it('leaves open whose slip it is where the text was read from a picture', () => {
    const whole = '2031年基本支出461.14万元，其中：人员经费338.16万元；公用经费77.98万元。';
    const originOf = (fields: object) => check({ texts: [prose(whole, fields)] }, NAR_02).findings[0]?.origin;
    expect(originOf({})).toBe('filing');
    expect(originOf({ confidence: 0.99 })).toBe('undetermined');
  });

  it('fails on a share that is not the part over the whole', () => {
    const { findings } = said(basic('416.14', '82.16%'));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'error', kind: 'narrative', actual: 82.16 });
    expect(figuresOf(findings[0])).toEqual([82.16, 338.16, 416.14]);
  });

  it('fails where parts outgrow their whole, or a complete list does not make it up', () => {
    const over = said('收入100万元，其中：拨款80万元，捐赠30万元。').findings;
    expect(over).toHaveLength(1);
    expect(over[0]).toMatchObject({ severity: 'warning', actual: 100 });
    const list = said('支出合计90万元，包括：甲项60万元、乙项35万元。').findings;
    expect(list[0]).toMatchObject({ expected: 95, actual: 90 });
  });

  it('is on the edge of an open list, a whole parted twice, and truncated parts', () => {
    expect(said('收入100万元，其中：拨款80万元。').findings).toEqual([]);
    expect(said('支出100万元，其中：财政90万元，自筹10万元，基础60万元，专项40万元。').findings).toEqual([]);
    expect(said('支出合计100万元，包括：甲项33.3万元、乙项33.3万元、丙项33.3万元。').findings).toEqual([]);
  });

  it('cannot tell from a figure that is only about right, or a share without its whole', () => {
    const about = said('支出合计90万元，包括：甲项约60万元、乙项35万元。');
    expect(about.findings).toEqual([]);
    expect(about.coverage[0]?.reasons).toEqual({ 'a figure is only about right': 1 });
    const share = said('人员经费60万元，占全部支出的61%。');
    expect(share.coverage[0]?.reasons).toEqual({ 'operand missing': 1 });
  });
});
