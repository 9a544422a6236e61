import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../schemas/index.ts';
import { NAR_05 } from '../../../src/reconcile/rules/nar-05.ts';
import { prose } from '../prose.ts';
import { check, figuresOf, filing, indicator, quantity } from '../records.ts';

const goal = (text: string, ...indicators: ReturnType<typeof indicator>[]) =>
  check({ texts: [prose(text, { role: 'goal', filing_id: 'f0' })], indicators }, NAR_05);
const rate = (value: number, op: '=' | '>=' = '>=', level3 = '补贴足额发放率') =>
  indicator({ level3, target: quantity(value, '%', op) });

describe('NAR-05, an indicator asks for what its goal promises', () => {
  it('passes where it asks for as much or more', () => {
    expect(goal('补贴足额发放率达到98%。', rate(98)).coverage[0]).toMatchObject({ consistent: 1 });
    expect(goal('补贴足额发放率达到95%以上。', rate(98)).findings).toEqual([]);
  });

  it('fails where it asks for less, also where the form cut its name off', () => {
    for (const name of ['补贴足额发放率', '镇区村民补贴足']) {
      const { findings } = goal('镇区村民补贴足额发放率达到100%。', rate(98, '>=', name));
      expect(findings[0]).toMatchObject({ kind: 'narrative', severity: 'warning' });
      expect(figuresOf(findings[0])).toEqual([100, 98]);
    }
  });

  it('knows the thing by its name without what is counted of it', () => {
    const works = (value: number) =>
      goal(
        '改造供水工程12处，开展技能培训96场。',
        indicator({ level3: '改造供水工程数量', target: quantity(value, '处', '=') }),
        indicator({ level3: '技能培训人次', target: quantity(1800, '人次', '>=') }),
      ).findings.map(figuresOf);
    expect(works(12)).toEqual([]);
    expect(works(15)).toEqual([[12, 15]]);
  });

  it('says once what both are of, and whether the cell asks or reports', () => {
    const [asked] = goal('补贴足额发放率达到100%。', rate(98)).findings;
    expect(asked?.message.zh).toBe('文字写“补贴足额发放率”100%，指标值为 ≥98%');
    const reached = indicator({ level3: '居民满意度', actual: quantity(93, '%') });
    const told = prose('居民满意度达到98%。', { role: 'achievement', filing_id: 'f0' });
    const [reported] = check({ texts: [told], indicators: [reached] }, NAR_05).findings;
    expect(reported?.message.en).toBe('the text has “居民满意度” as 98%, its actual value is 93%');
  });

  it('compares a task that counts persons with the project of its name', () => {
    const department = filing();
    const project = filing({
      filing_id: 'f1',
      ordinal: 1,
      form_type: 'project_targets',
      project: '返乡技工困难生活补助',
    });
    const count = indicator({ filing_id: 'f1', level3: '服务人数', target: quantity(5, '人', '>=') });
    const task = (text: string) =>
      check(
        {
          filings: [department, project],
          indicators: [count],
          texts: [prose(text, { role: 'task', filing_id: 'f0' })],
        },
        NAR_05,
      );
    expect(figuresOf(task('14名返乡技工生活补助支出').findings[0])).toEqual([14, 5]);
    expect(task('5名返乡技工生活补助支出').findings).toEqual([]);
    expect(task('14名护林员工资').coverage).toEqual([]);
  });

  it('is on the edge of an equal value with another sign', () => {
    expect(goal('补贴足额发放率达到100%。', rate(100, '=')).findings).toEqual([]);
    expect(goal('补贴足额发放率达到100%。', rate(99.9)).findings).toHaveLength(1);
  });

  it('cannot tell among several indicators of the name, nor with another unit', () => {
    const two = [rate(90, '>=', '东片补贴足额发放率'), rate(95, '>=', '西片补贴足额发放率')];
    expect(goal('补贴足额发放率达到100%。', ...two).coverage[0]?.reasons).toEqual({
      'several indicators of that name': 1,
    });
    const persons = indicator({ level3: '补贴足额发放率', target: quantity(30, '人') });
    expect(goal('补贴足额发放率达到100%。', persons).coverage).toEqual([]);
  });

  it('leaves a goal of all the years beside one of the year alone', () => {
    const goals = (label: string, section: Indicator['section'] = 'annual') =>
      check(
        {
          indicators: [indicator({ section, level3: '接入泵站数', target: quantity(40, '座', '>=') })],
          texts: [
            prose('接入泵站90座。', { role: 'goal', label, filing_id: 'f0' }),
            prose('接入泵站40座。', { role: 'goal', label: '年度目标', filing_id: 'f0' }),
          ],
        },
        NAR_05,
      ).findings.length;
    expect(goals('总体目标')).toBe(0);
    expect(goals('年度总体目标')).toBe(1);
    expect(goals('实施期目标', 'evaluation')).toBe(0);
  });
});

describe('NAR-05, results that a report tells', () => {
  const told = (text: string, fields: Partial<Indicator> = {}) => {
    const forms = [filing({ form_type: 'project_self_evaluation', project: '动物防疫' })];
    const row = { level3: '免疫抗体合格率', target: quantity(70, '%', '>='), actual: quantity(78, '%', '=') };
    return check(
      { filings: forms, texts: [prose(text)], indicators: [indicator({ ...row, ...fields })] },
      NAR_05,
    ).findings;
  };

  it('are those of the indicator of that name', () => {
    expect(told('强制免疫全面完成，免疫抗体合格率达到78%。')).toEqual([]);
    expect(told('强制免疫全面完成，免疫抗体合格率达到75%。')[0]).toMatchObject({
      severity: 'warning',
      expected: 75,
    });
    expect(told('强制免疫全面完成，免疫抗体合格率达到70%。')).toEqual([]);
  });

  it('are no aims, no figures of other years and of other projects', () => {
    expect(told('免疫抗体合格率目标为75%。')).toEqual([]);
    expect(told('2030年免疫抗体合格率75%。')).toEqual([]);
    expect(told('其中：规模场免疫抗体合格率75%。')).toEqual([]);
    expect(told('苗木补植项目自评综述：免疫抗体合格率75%。')).toEqual([]);
  });

  it('are no results of a part, of others or of another count', () => {
    const clean = [
      '东片区免疫抗体合格率75%，西片区免疫抗体合格率80%。',
      '上半年免疫抗体合格率74%，下半年免疫抗体合格率81%。',
      '首次免疫抗体合格率70.5%。',
      '全省免疫抗体合格率75%，我县高于全省3个百分点。',
      '参照全省水平，免疫抗体合格率75%。',
      '往年免疫抗体合格率75%。',
    ];
    expect(clean.filter((text) => told(text).length > 0)).toEqual([]);
    expect(told('全年免疫抗体合格率75%。')).toHaveLength(1);
  });
});
