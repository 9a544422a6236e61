import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../house/sources.ts';

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command line as a person would, in the repository's root. */
export function hedui(args: string[], environment: Record<string, string> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/hedui.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '', NO_COLOR: '', HEDUI_LANG: '', COLUMNS: '80', ...environment },
  });
  return { code: status, stdout, stderr };
}

/** A folder with files, gone when the test is over. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hedui-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** An invented form as the HTML that province systems export: clean, or with a total that is 10 too high. */
export function form(total = '30.00', extra = ''): string {
  const rows = [
    ['部门整体支出绩效目标申报表'],
    ['部门名称', '青岚县文化馆', '预算年度', '2024年'],
    ['收入构成（万元）', '金额', '占比', ''],
    ['合计', total, '100%', ''],
    ['财政拨款', '20.00', '', ''],
    ['其他资金', '10.00', '', ''],
    ['一级指标', '三级指标', '指标值', '权重'],
    ['产出指标', '演出场次', '≥12场', '60'],
    ['效益指标', '观众满意度', '≥90%', '40'],
  ];
  const cells = (row: string[]) =>
    row.length === 1 ? `<td colspan="4">${row[0]}</td>` : row.map((text) => `<td>${text}</td>`).join('');
  return `<!doctype html><meta charset="utf-8"><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>${extra}`;
}

export function jsonLinesOf(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
