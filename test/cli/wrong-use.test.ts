import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unwritable } from '../../src/ingest/output/unwritable.ts';
import { root } from '../house/sources.ts';
import { folderOf, form, hedui } from './run.ts';

describe('a wrong command line is told in the language of the run', () => {
  test.each([
    [['check', '--nosuch'], '没有选项 --nosuch', "unknown option '--nosuch'"],
    [['check', '--coverag', 'x'], '（是否想用 --coverage？）', 'Did you mean --coverage?'],
    [['chekc'], '没有命令 chekc', "unknown command 'chekc'"],
    [['chekc', '--help'], '没有命令 chekc', "unknown command 'chekc'"],
    [['--help', 'nosuch'], '没有命令 nosuch', "unknown command 'nosuch'"],
    [['check'], '缺少参数：path', "missing required argument 'path'"],
    [['export'], '缺少选项 --to <dir>', "required option '--to <dir>'"],
    [['check', 'x', '--format'], '选项 --format <format> 缺少取值', 'argument missing'],
    [['check', 'x', '--format', 'pdf'], '不能取“pdf”，可取 text, json, sarif', 'Allowed choices are text'],
    [['debug', 'x', '--page', '0'], '选项 --page <number> 不能取“0”：', "argument '0' is invalid"],
    [['report', '--from', 'a', '--warehouse', 'b'], '不能同时使用', 'cannot be used with'],
    [['ingest', 'x', '--workers', '0'], '应为大于 0 的整数', 'expected a whole number above 0'],
    [['ingest', 'x', '--limit', 'nosuch=1'], '没有名为“nosuch”的限制', 'no limit is called "nosuch"'],
    [['ingest', 'x', '--limit', 'memory=x'], '应为 memory=大于 0 的数', 'expected memory=NUMBER above 0'],
    [['tables', 'a', 'b'], '参数过多：应为 1 个，给了 2 个', 'too many arguments'],
  ])('%j', (args, zh, en) => {
    const chinese = hedui(args);
    expect([chinese.code, chinese.stderr]).toEqual([2, expect.stringContaining(zh)]);
    expect(chinese.stderr).not.toContain('error:');
    const english = hedui(args, { HEDUI_LANG: 'en' });
    expect([english.code, english.stderr]).toEqual([2, expect.stringContaining(en)]);
  });

  test('a language that there is none of is refused in the one of the environment', () => {
    const { code, stderr } = hedui(['check', 'x', '--lang', 'fr'], { HEDUI_LANG: 'en' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('Allowed choices are zh, en')]);
  });

  test.each([
    ['', '没有名为“nosuch”的限制'],
    ['en', 'no limit is called "nosuch"'],
  ])('a limit of the environment that there is none of (%s)', (language, words) => {
    const wrong = { HEDUI_LIMITS: 'nosuch=1', HEDUI_LANG: language };
    const { code, stderr } = hedui(['ingest', 'x', '--out', 'y'], wrong);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`HEDUI_LIMITS: ${words}`)]);
  });

  test('a file of decisions that is not there is no wrong setting', () => {
    const { code, stderr } = hedui(['check', 'x', '--decisions', 'nowhere.jsonl'], { HEDUI_LANG: 'en' });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^decisions: nowhere\.jsonl/)]);
  });

  test('an empty query is told before a warehouse is looked for', () => {
    expect(hedui(['sql', ' '])).toEqual({ code: 2, stdout: '', stderr: '查询语句是空的\n' });
  });
});

describe('what cannot be read or written is told in the language of the run', () => {
  test.each([
    [
      ['check', '/dev/null'],
      3,
      '这是设备或管道，不是文件（unreadable）',
      'a device or a pipe, and no file (unreadable)',
    ],
    [
      ['check', 'nosuch*.xlsx'],
      3,
      '没有符合此模式的文件（unreadable）',
      'nothing matches this pattern (unreadable)',
    ],
    [['tables', 'nosuch.xlsx'], 3, '（ENOENT）（unreadable）', '(ENOENT) (unreadable)'],
  ])('%j', (args, status, zh, en) => {
    const texts = ['', 'en'].map((language) => hedui(args, { HEDUI_LANG: language, COLUMNS: '120' }));
    expect(texts.map(({ code }) => code)).toEqual([status, status]);
    expect(texts.map(({ stdout, stderr }) => stdout + stderr)).toEqual([
      expect.stringContaining(zh),
      expect.stringContaining(en),
    ]);
  });

  test('a folder without documents, once', () => {
    const { code, stderr } = hedui(['ingest', folderOf({}), '--out', join(folderOf({}), 'out')]);
    expect([code, stderr]).toEqual([2, '没有找到文件\n']);
  });
});

describe('a wrong settings file is told in the language of the run, field by field', () => {
  test.each([
    ['{"colour":"red"}', '没有这样的设置项：colour', 'Unrecognized key: "colour"'],
    ['{"severities":{"SUM1":"off"}}', '应为规则编码，例如 SUM-01', 'expected the code of a rule, SUM-01'],
    ['{"severities":{"SUM-01":"loud"}}', '应为 error、warning、info、off 之一', '"info"|"off"'],
    ['{"parameters":{"STA-02":{"least":"8"}}}', 'parameters.STA-02.least: 应为数值', 'expected number'],
    ['{"weightBase":{"execution":10}}', '缺少这一项，应为数组', 'expected array, received undefined'],
    ['{"weightBase":{"execution":-1}}', '不得小于 0', 'to be >=0'],
    ['{"executionDenominators":[]}', '至少要有 1 项', 'to have >=1 items'],
    ['[]', '（文件）: 应为对象', '(file): Invalid input: expected object'],
    ['{', '不是 JSON', 'not JSON'],
    ['{"profile":"atlantis"}', '没有规范 atlantis', 'no profile atlantis'],
    [
      '{"parameters":{"STA-02":{"leest":8}}}',
      '没有这样的规则或参数：STA-02.leest',
      'no such rule or parameter',
    ],
  ])('%s', (content, zh, en) => {
    const config = join(folderOf({ 'c.json': content }), 'c.json');
    const refused = (words: string) => [2, expect.stringContaining(words)];
    const chinese = hedui(['settings', '--config', config]);
    expect([chinese.code, chinese.stderr]).toEqual(refused(zh));
    expect(chinese.stderr).not.toMatch(/expected|Invalid|Unrecognized|no such/);
    const english = hedui(['settings', '--config', config], { HEDUI_LANG: 'en' });
    expect([english.code, english.stderr]).toEqual(refused(en));
  });

  test('and so is one that is not there', () => {
    const { code, stderr } = hedui(['settings', '--config', 'nowhere.json']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('nowhere.json: 文件无法打开')]);
  });
});

describe('a file that cannot be read is told in the language of the run', () => {
  test.each([
    ['tables', 'none.docx', 3, '找不到', 'it is not there'],
    ['tables', 'folder', 3, '这是文件夹', 'it is a folder'],
    ['debug', 'none.pdf', 3, '找不到', 'it is not there'],
    ['decide', 'none.jsonl', 2, '找不到', 'it is not there'],
    ['decide', 'none.xlsx', 2, '找不到', 'it is not there'],
    ['decide', 'broken.jsonl', 2, '不是 JSON', 'not JSON'],
    ['decide', 'other.xlsx', 2, '没有问题清单', 'no list of findings'],
  ])('%s %s', (command, name, expected, zh, en) => {
    const folder = folderOf({ 'broken.jsonl': '{', 'other.xlsx': 'a,b' });
    mkdirSync(join(folder, 'folder'));
    for (const [language, words] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      const { code, stderr } = hedui([command, join(folder, name)], { HEDUI_LANG: language });
      expect([code, stderr]).toEqual([expected, expect.stringContaining(words)]);
    }
  });

  test('a report says what it could not read', () => {
    const folder = folderOf({ 'a.html': form() });
    const to = join(folder, 'report');
    const { code, stderr } = hedui(['report', join(folder, 'a.html'), join(folder, 'none.docx'), '--to', to]);
    expect([code, stderr]).toEqual([3, expect.stringContaining('1 个文件无法读取')]);
  });
});

test('a warehouse that cannot be looked into is not said to be missing', () => {
  const folder = folderOf({});
  symlinkSync('loop', join(folder, 'loop'));
  for (const [language, words] of [
    ['', '文件无法打开'],
    ['en', 'the file could not be opened'],
  ] as const) {
    const args = ['sql', 'SELECT 1', '--warehouse', join(folder, 'loop')];
    const { code, stderr } = hedui(args, { HEDUI_LANG: language });
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  }
});

test.each([
  ['reports/.a.b.html.417.tmp', 'reports/a.b.html'],
  ['.hedui.xlsx.9.tmp', 'hedui.xlsx'],
  ['reports/notes.tmp', 'reports/notes.tmp'],
])('what cannot be written is named as it was asked for: %s', (path, name) => {
  const thrown = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', path });
  expect(unwritable(thrown)!.en).toBe(`cannot write ${name}: no permission to write there (EACCES)`);
});

describe('an output that cannot be written ends with 4, and is no mistake of hedui', () => {
  test.each([
    ['report', (at: string) => ['--to', join(at, 'taken', 'page.html')]],
    ['export', (at: string) => ['--to', join(at, 'taken'), '--format', 'sarif']],
    ['ingest', (at: string) => ['--out', join(at, 'taken')]],
    ['ingest', (at: string) => ['--warehouse', join(at, 'taken')]],
  ])('%s', (command, target) => {
    const folder = folderOf({ 'a.html': form(), taken: 'a file' });
    const { code, stderr } = hedui([command, join(folder, 'a.html'), ...target(folder)]);
    expect([code, stderr]).toEqual([4, expect.stringMatching(/^无法写入 .*taken.*：.*不是文件夹/m)]);
    expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('a file');
  });

  test.skipIf(process.getuid?.() === 0)('a warehouse of somebody else', () => {
    const folder = folderOf({ 'a.html': form() });
    mkdirSync(join(folder, 'w'), { mode: 0o555 });
    const { code, stderr } = hedui(['ingest', join(folder, 'a.html'), '--warehouse', join(folder, 'w')]);
    expect([code, stderr]).toEqual([4, expect.stringMatching(/^无法写入 .*w：没有写入权限/m)]);
  });

  test.skipIf(!existsSync('/proc/self'))('a folder of the system that can hold none', () => {
    const folder = folderOf({ 'a.html': form() });
    const { code, stderr } = hedui(['export', join(folder, 'a.html'), '--to', '/proc/none/here']);
    expect([code, stderr]).toEqual([4, expect.stringMatching(/^无法写入 .*\/proc\/none.*：/m)]);
    const run = hedui(['ingest', folder, '--out', '/proc/none/here']);
    expect([run.code, run.stderr]).toEqual([4, expect.stringMatching(/^无法写入 \/proc\/none\/here/m)]);
  });

  test('a listener to the log who leaves does not end the work', () => {
    const folder = folderOf({ 'a.html': form() });
    const [script, out] = [join(folder, 'run.sh'), join(folder, 'out')];
    writeFileSync(script, '(sleep 0.1; "$@" 2>&1 > /dev/null; echo $? > "$0.code") | true');
    const command = [
      process.execPath,
      join(root, 'bin/hedui.js'),
      'ingest',
      join(folder, 'a.html'),
      '--out',
      out,
    ];
    spawnSync('sh', [script, ...command, '--log-level', 'debug']);
    expect(readFileSync(`${script}.code`, 'utf8')).toBe('0\n');
    expect(existsSync(join(out, 'findings.jsonl'))).toBe(true);
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk behind stdout', () => {
    const folder = folderOf({ 'a.html': form() });
    writeFileSync(join(folder, 'run.sh'), 'exec "$@" > /dev/full');
    const command = [process.execPath, join(root, 'bin/hedui.js'), 'check', join(folder, 'a.html')];
    const { status, stderr } = spawnSync('sh', [join(folder, 'run.sh'), ...command], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([4, '输出写不进去：磁盘已满（ENOSPC）\n']);
    const help = spawnSync('sh', ['-c', '"$@" > /dev/full', '', ...command.slice(0, 2), '--help'], {
      encoding: 'utf8',
    });
    // The prepared text has no words for it; a build that is out of date has.
    expect([help.status, help.stderr]).toEqual([4, expect.stringMatching(/^(?:|输出写不进去：.*\n)$/)]);
  });
});

describe('a pipe that nobody writes to', () => {
  test.each(['check', 'tables', 'debug'])('is no file to hedui %s, which does not wait for it', (command) => {
    const pipe = join(folderOf({}), 'pipe.pdf');
    execFileSync('mkfifo', [pipe]);
    const { code, stdout, stderr } = hedui([command, pipe]);
    expect([code, stdout + stderr]).toEqual([3, expect.stringContaining('这是设备或管道')]);
  });
});
