import { describe, expect, it } from 'vitest';
import { IND_06 } from '../../../src/reconcile/rules/ind-06.ts';
import { check, filing, indicator } from '../records.ts';

const satisfied = indicator({ level1: '满意度指标', level2: '服务对象满意度指标', level3: '游客满意度' });
const stray = indicator({ level1: '效益指标', level2: '社会效益指标', level3: '家长满意度' });
const cost = indicator({ level2: '成本指标', level3: '改造成本' });
const of = (year: number, ...indicators: ReturnType<typeof indicator>[]) =>
  check({ filings: [filing({ form_type: 'project_targets', year })], indicators }, IND_06);

describe('IND-06, an indicator in its branch', () => {
  it('passes', () => {
    expect(of(2031, satisfied, indicator()).findings).toEqual([]);
  });
  it('warns of satisfaction elsewhere, where the form has a branch for it', () => {
    const { findings } = of(2031, satisfied, stray);
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'structure' }]);
    expect(findings[0]?.message.zh).toContain('家长满意度（效益指标／社会效益指标）');
  });
  it('names no levels where the form has none', () => {
    const { findings } = of(2031, satisfied, { ...stray, level1: null, level2: null });
    expect(findings[0]?.message.zh).toContain('一栏：家长满意度');
    expect(findings[0]?.message.zh).not.toMatch(/null|（/);
  });
  it('notes 成本 under 产出 from 2022 on', () => {
    expect(of(2031, cost).findings).toMatchObject([{ severity: 'info' }]);
  });
  it('is on the edge in 2021, and without a branch of its own', () => {
    expect(of(2021, cost).findings).toEqual([]);
    expect(of(2021, stray).findings).toEqual([]);
  });
  it('says nothing of evaluations, whose template is older', () => {
    const filings = [filing({ form_type: 'project_self_evaluation' })];
    expect(check({ filings, indicators: [cost] }, IND_06)).toEqual({ findings: [], coverage: [] });
  });
});
