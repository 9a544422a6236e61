import { describe, expect, test } from 'vitest';
import { paint, wantsColour } from '../../src/report/terminal/paint.ts';
import { terminalReport } from '../../src/report/terminal/report.ts';
import { displayWidth } from '../../src/report/terminal/width.ts';
import type { Language } from '../../src/report/wording.ts';
import { everything, examination, finding } from './fictional.ts';

const plain = (language: Language, width = 80, coverage = false) => ({
  language,
  width,
  coverage,
  paint: paint(false),
});

describe('the report of a check', () => {
  test.each(['zh', 'en'] as const)('fits 80 columns (%s)', (language) => {
    const lines = terminalReport(everything(), plain(language, 80, true)).split('\n');
    expect(lines.length).toBeGreaterThan(40);
    for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  });

  test('shows the sentence, the equation, every cell with its place, and the change', () => {
    const report = terminalReport([examination({ findings: [finding()] })], plain('zh', 100));
    expect(report).toContain(
      '✗ 错误 SUM-01  “收入合计”填 6857.00 万元，各项之和为 6587.00 万元，多 270.00 万元。',
    );
    expect(report).toContain('算式  6000.00 + 500.00 + 87.00 = 6587.00 ≠ 6857.00');
    for (const cell of [
      'Sheet1!C9  收入合计 6857.00',
      'Sheet1!C6  财政拨款收入 6000.00',
      'Sheet1!C8  其他收入 87.00',
    ])
      expect(report).toContain(cell);
    expect(report).toContain('建议  Sheet1!C9  6857.00 → 6587.00  （相邻两位数字颠倒）');
  });

  test('where nothing is proposed, shows the best guesses, what the equation gives for the total, and how many more there are', () => {
    const sure = finding();
    const [hypothesis] = sure.hypotheses;
    const part = sure.evidence[1]!.source;
    const total = sure.evidence[0]!.source;
    const guess = (to: string, source = part) => ({
      ...hypothesis!,
      suggested: false,
      change: { source, from: '1', to },
    });
    const hypotheses = [guess('11'), guess('12'), guess('13'), guess('14'), guess('15', total)];
    const report = terminalReport([examination({ findings: [finding({ hypotheses })] })], plain('zh', 100));
    expect(report.match(/→ \d+/g)).toEqual(['→ 11', '→ 12', '→ 15']);
    expect(report).toContain('可能  … 2 种改法未列出');
    const few = finding({ hypotheses: hypotheses.slice(0, 3) });
    expect(terminalReport([examination({ findings: [few] })], plain('zh', 100))).not.toContain('未列出');
  });

  test('does not say an equation twice', () => {
    const equation = '1 + 2 = 3 ≠ 4';
    const once = finding({
      equation,
      message: { zh: `合计有误：${equation}`, en: `wrong sum: ${equation}` },
    });
    expect(terminalReport([examination({ findings: [once] })], plain('en')).split(equation)).toHaveLength(2);
  });

  test('puts errors before warnings', () => {
    const findings = [
      finding({ severity: 'info', rule: 'AAA-01' }),
      finding({ severity: 'error', rule: 'BBB-01' }),
    ];
    const report = terminalReport([examination({ findings })], plain('zh'));
    expect(report.indexOf('BBB-01')).toBeLessThan(report.indexOf('AAA-01'));
  });

  test('tells a document that could not be read, with its reason', () => {
    const report = terminalReport(everything(), plain('zh', 120));
    expect(report).toMatch(/旧表\.doc +暂不支持/);
    expect(report).toContain('请另存为 .docx（unsupported_format）');
    expect(report).toContain('1 个文件无法读取');
  });

  test('counts at the end', () => {
    expect(terminalReport([examination({ findings: [finding()] })], plain('en')).trimEnd()).toMatch(
      /1 document, 1 form, 1 indicator, 1 amount, 1 finding \(1 error\)$/,
    );
  });

  test('colours only where asked to', () => {
    const coloured = terminalReport(everything(), { ...plain('zh'), paint: paint(true) });
    expect(coloured).toContain('\u001b[31m');
    // biome-ignore lint/complexity/useRegexLiterals: the escape is spelled out
    const stripped = coloured.replace(new RegExp('\u001b\\[\\d+m', 'g'), '');
    const trimmed = (text: string) => text.replace(/ +$/gm, '');
    expect(trimmed(stripped)).toBe(trimmed(terminalReport(everything(), plain('zh'))));
  });
});

describe('colour', () => {
  test('follows the terminal, NO_COLOR and FORCE_COLOR', () => {
    const terminal = { isTTY: true };
    expect(wantsColour(terminal, {})).toBe(true);
    expect(wantsColour({}, {})).toBe(false);
    expect(wantsColour(terminal, { NO_COLOR: '1' })).toBe(false);
    expect(wantsColour(terminal, { TERM: 'dumb' })).toBe(false);
    expect(wantsColour({}, { FORCE_COLOR: '1' })).toBe(true);
    expect(wantsColour(terminal, { FORCE_COLOR: '0' })).toBe(false);
  });
});
