import { describe, expect, it } from 'vitest';
import { NAR_04 } from '../../../src/reconcile/rules/nar-04.ts';
import { prose } from '../prose.ts';
import { amount, check, figuresOf, filing } from '../records.ts';

const forms = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    filing({ filing_id: `f${i}`, ordinal: i, form_type: 'project_targets', project: `第${i + 1}期堤防加固` }),
  );
const projects = (text: string, count: number) =>
  check({ filings: forms(count), texts: [prose(text)] }, NAR_04);
const staff = (text: string, value: number) =>
  check(
    {
      texts: [prose(text)],
      amounts: [amount({ item: '实际在职人数', value, unit: '人', section: 'staff' })],
    },
    NAR_04,
  );

describe('NAR-04, what is counted is what stands there', () => {
  it('passes where forms and persons are as many', () => {
    expect(projects('2031年编报绩效目标的项目3个。', 3).findings).toEqual([]);
    expect(staff('在编在岗人员共计31人。', 31).coverage[0]).toMatchObject({ consistent: 1 });
  });

  it('fails with every form counted', () => {
    const { findings } = projects('2031年编报绩效目标的项目4个。', 3);
    expect(findings[0]).toMatchObject({ severity: 'warning', expected: 3, actual: 4, difference: 1 });
    expect(findings[0]?.evidence).toHaveLength(4);
    expect(figuresOf(staff('在编在岗人员共计31人。', 13).findings[0])).toEqual([31, 13]);
  });

  it('is on the edge of two forms: one is an example', () => {
    expect(projects('2031年编报绩效目标的项目3个。', 2).findings).toHaveLength(1);
    expect(projects('2031年编报绩效目标的项目3个。', 1).findings).toEqual([]);
  });

  it('cannot tell without forms, of other projects or other persons', () => {
    expect(projects('2031年编报绩效目标的项目3个。', 0).coverage[0]?.reasons).toEqual({
      'no list of projects': 1,
    });
    expect(projects('2031年实施项目9个。', 3).coverage).toEqual([]);
    expect(staff('培训学员120人。', 31).coverage).toEqual([]);
  });
});
