import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawnLayers } from '../../parsers/geometry/draw.ts';
import { root } from '../house/sources.ts';
import { smallDisk } from '../ingest/small-disk.ts';
import { writePdf } from '../parsers/pdf/pdf-writer.ts';
import { drawTable } from '../parsers/pdf/table-drawing.ts';
import { folderOf, form, hedui } from './run.ts';

const page = drawTable(
  {
    xs: [60, 180, 320, 420, 500],
    ys: [100, 130, 160, 190],
    cells: [
      ['一级指标', '三级指标', '指标值', '权重'],
      ['产出指标', '演出场次', '≥12场', '60'],
      ['效益指标', '观众满意度', '≥90%', '40'],
    ].flatMap((texts, row) => texts.map((text, column) => ({ row, column, lines: [text] }))),
  },
  'strokes',
);

describe('debug', () => {
  test('writes a picture whose layers are named, with the fields that were read', () => {
    const folder = folderOf({ 'a.pdf': writePdf([{ content: '' }, { content: page }]) });
    const out = join(folder, 'page.svg');
    const { code, stdout } = hedui(['debug', join(folder, 'a.pdf'), '--page', '2', '--out', out]);
    expect([code, stdout]).toEqual([0, '']);
    const svg = readFileSync(out, 'utf8');
    for (const name of drawnLayers) expect(svg).toContain(`<g id="${name}"`);
    const roles = svg.slice(svg.indexOf('<g id="roles"'));
    for (const role of ['level1', 'level3', 'target', 'weight']) expect(roles).toContain(role);
  });

  test('prints to standard output without --out', () => {
    const folder = folderOf({ 'a.pdf': writePdf([{ content: page }]) });
    const { code, stdout } = hedui(['debug', join(folder, 'a.pdf')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });

  test('a full disk leaves the older picture and no part of the new one', (context) => {
    const folder = folderOf({ 'a.pdf': writePdf([{ content: page }]) });
    const disk = smallDisk(4);
    if (disk === null) return context.skip('no right to mount');
    writeFileSync(join(disk, 'page.svg'), 'older');
    const { code, stderr } = hedui(['debug', join(folder, 'a.pdf'), '--out', join(disk, 'page.svg')]);
    expect([code, stderr]).toEqual([4, expect.stringContaining('磁盘已满（ENOSPC）')]);
    expect(readdirSync(disk)).toEqual(['page.svg']);
    expect(readFileSync(join(disk, 'page.svg'), 'utf8')).toBe('older');
  });

  test.skipIf(!existsSync('/dev/stdout'))('writes straight into what is no file', () => {
    const folder = folderOf({ 'a.pdf': writePdf([{ content: page }]) });
    const command = [process.execPath, join(root, 'bin/hedui.js'), 'debug', join(folder, 'a.pdf')];
    const piped = ['-c', '"$@" --out /dev/stdout | cat', '', ...command];
    expect(spawnSync('sh', piped, { encoding: 'utf8' }).stdout.slice(0, 5)).toBe('<svg ');
  });

  test('says what other formats are, and which pages there are', () => {
    const folder = folderOf({ 'a.html': form(), 'a.pdf': writePdf([{ content: page }]) });
    const other = hedui(['debug', join(folder, 'a.html'), '--lang', 'en']);
    expect([other.code, other.stdout]).toEqual([3, '']);
    expect(other.stderr).toContain('html');
    const beyond = hedui(['debug', join(folder, 'a.pdf'), '--page', '9', '--lang', 'en']);
    expect(beyond.code).toBe(3);
    expect(beyond.stderr).toContain('1 page');
    expect(hedui(['debug', join(folder, 'a.pdf'), '--page', '0']).code).toBe(2);
    const missing = hedui(['debug', 'nowhere.pdf', '--out', join(folder, 'none.svg')]);
    expect(missing.code).toBe(3);
    expect(existsSync(join(folder, 'none.svg'))).toBe(false);
  });
});
