import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { tarOf } from '../../scripts/hostile/archives.ts';
import { packedZeros, writeZip } from '../../scripts/hostile/zip-writer.ts';
import { issues } from '../../src/ingest/discovery/issues.ts';
import { readStable } from '../../src/ingest/discovery/read-stable.ts';
import { folderOf, form, found } from './archive.ts';

const page = Buffer.from(form());
const docxHead = 'PK\x03\x04';

describe('folders', () => {
  test('are walked in the order of the names, with what is no document counted and why', async () => {
    const folder = folderOf({
      'b.html': page,
      'a/c.pdf': '%PDF-1.7',
      '~$b.docx': 'lock',
      '.~lock.b.odt#': 'lock',
      'Thumbs.db': 'x',
      '.DS_Store': 'x',
      '._b.html': 'x',
      '~WRL0001.tmp': 'x',
      '.secret.html': page,
      'notes.md': '# notes',
      'renamed.bin': '%PDF-1.4',
      'no ending': 'x',
    });
    expect(await found(folder)).toEqual([
      '.DS_Store skipped system_file',
      '._b.html skipped system_file',
      '.secret.html skipped hidden',
      '.~lock.b.odt# skipped lock_file',
      'Thumbs.db skipped thumbnail',
      'a/c.pdf',
      'b.html',
      'no ending',
      'notes.md skipped other_kind',
      'renamed.bin',
      '~$b.docx skipped lock_file',
      '~WRL0001.tmp skipped temporary',
    ]);
  });

  test('links and pipes are not opened; a link that is named is', async () => {
    const folder = folderOf({ 'a/x.html': page });
    symlinkSync(join(folder, 'a'), join(folder, 'link'));
    symlinkSync('/etc/hostname', join(folder, 'l.html'));
    execFileSync('mkfifo', [join(folder, 'pipe.html')]);
    expect(await found(folder)).toEqual([
      'a/x.html',
      'l.html skipped symlink',
      'link skipped symlink',
      'pipe.html skipped device',
    ]);
    expect(await found(folder, {}, [join(folder, 'link')])).toEqual(['link/x.html']);
  });

  test('names that are not UTF-8 are read and shown as GB 18030', async () => {
    const folder = folderOf({});
    const name = Buffer.concat([
      Buffer.from(`${folder}/`),
      Buffer.from('bcdbcbe6', 'hex'),
      Buffer.from('.html'),
    ]);
    writeFileSync(name, page);
    expect(await found(folder)).toEqual([
      '季随.html'.replace('季随', new TextDecoder('gb18030').decode(Buffer.from('bcdbcbe6', 'hex'))),
    ]);
  });

  test('patterns, and what is not there', async () => {
    const folder = folderOf({ 'a1.html': page, 'a2.html': page, 'b.html': page });
    expect(await found(folder, {}, [join(folder, 'a*.html')])).toEqual(['a1.html', 'a2.html']);
    expect(await found(folder, {}, [join(folder, 'z*.html'), join(folder, 'gone.pdf')])).toEqual([
      'z*.html unreadable',
      'gone.pdf unreadable',
    ]);
  });

  test('what the system says is told as a sentence, and as it is where none is known', () => {
    expect(issues.unreadable("EACCES: permission denied, open 'a.docx'").message).toEqual({
      zh: '文件无法打开：没有读取权限（EACCES）',
      en: 'the file could not be opened: no permission to read it (EACCES)',
    });
    expect(issues.unreadableFolder("EIO: i/o error, scandir 'a'").message.zh).toBe(
      '文件夹无法读取：磁盘读取出错（EIO）',
    );
    expect(issues.unreadable('nothing matches').message.en).toBe(
      'the file could not be opened: nothing matches',
    );
  });

  test.skipIf(process.getuid?.() === 0)(
    'a folder that cannot be read stands among the documents',
    async () => {
      const folder = folderOf({ 'closed/a.html': page, 'b.html': page });
      chmodSync(join(folder, 'closed'), 0);
      expect(await found(folder)).toEqual(['b.html', 'closed unreadable']);
      chmodSync(join(folder, 'closed'), 0o700);
    },
  );
});

describe('archives', () => {
  test('zip, tar, gzip and one in the other, each entry under its own path', async () => {
    const zip = writeZip([
      { name: 'b/c.html', data: page },
      { name: '__MACOSX/._c.html', data: page },
      { name: 'Thumbs.db', data: page },
      { name: 'inner.zip', data: writeZip([{ name: 'd.html', data: page }]) },
      { name: 'e.tar.gz', data: gzipSync(tarOf('f.html', page)) },
    ]);
    const folder = folderOf({ 'a.zip': zip, 'g.html.gz': gzipSync(page), 'h.tar': tarOf('i/j.html', page) });
    expect(await found(folder)).toEqual([
      'a.zip!/b/c.html',
      'a.zip!/__MACOSX/._c.html skipped system_file',
      'a.zip!/Thumbs.db skipped thumbnail',
      'a.zip!/inner.zip!/d.html',
      'a.zip!/e.tar.gz!/f.html',
      'g.html.gz!/g.html',
      'h.tar!/i/j.html',
    ]);
  });

  test('real ones by tar, with long names and links', async () => {
    const long = `${'长名'.repeat(60)}.html`;
    const folder = folderOf({ [`in/${'d'.repeat(90)}/${'e'.repeat(90)}/a.html`]: page });
    writeFileSync(join(folder, 'in', 'b.html'), page);
    symlinkSync('/etc/hostname', join(folder, 'in', 'z.html'));
    mkdirSync(join(folder, 'in', 'x'));
    renameSync(join(folder, 'in', 'b.html'), join(folder, 'in', 'x', long.slice(0, 80)));
    for (const [name, format] of [
      ['gnu.tgz', 'gnu'],
      ['pax.tgz', 'posix'],
    ]) {
      execFileSync('tar', [
        '-C',
        join(folder, 'in'),
        '--sort=name',
        `--format=${format}`,
        '-czf',
        join(folder, name!),
        '.',
      ]);
      expect(await found(folder, {}, [join(folder, name!)])).toEqual([
        `${name}!/./${'d'.repeat(90)}/${'e'.repeat(90)}/a.html`,
        `${name}!/./x/${long.slice(0, 80)}`,
        `${name}!/./z.html skipped symlink`,
      ]);
    }
  });

  test('a package that was packed again with its folder is a document, and files in a folder are not', async () => {
    const entry = (name: string) => ({ name, data: page });
    const folder = folderOf({
      'a.zip': writeZip([entry('表/[Content_Types].xml'), entry('表/word/a.html'), entry('__MACOSX/._x')]),
      'b.zip': writeZip([entry('表/[Content_Types].xml'), entry('附件/a.html')]),
      'c.zip': writeZip([entry('表/a.html')]),
    });
    const names = await found(folder);
    expect(names[0]).toBe('a.zip');
    expect(names).toContain('b.zip!/附件/a.html');
    expect(names).toContain('c.zip!/表/a.html');
  });

  test('Office packages are documents, whatever they are called', async () => {
    const zip = writeZip([{ name: '[Content_Types].xml', data: Buffer.from('<Types/>') }]);
    const folder = folderOf({ 'a.zip': zip, 'cut.docx': docxHead });
    expect(await found(folder)).toEqual(['a.zip', 'cut.docx']);
  });

  test('names in GBK, wide records, and more than 65 535 entries', async () => {
    const gbk = Buffer.from([0xb1, 0xed, 0x2e, 0x78, 0x6c, 0x73]);
    expect(await found(folderOf({ 'a.zip': writeZip([{ name: gbk, data: page }]) }))).toEqual([
      'a.zip!/表.xls',
    ]);
    expect(
      await found(folderOf({ 'a.zip': writeZip([{ name: 'b.html', data: page }], { wide: true }) })),
    ).toEqual(['a.zip!/b.html']);
    const data = Buffer.from('x');
    const packed = deflateRawSync(data);
    const many = Array.from({ length: 66_000 }, (_, i) => ({ name: `${i}.md`, data, packed }));
    expect(await found(folderOf({ 'a.zip': writeZip(many) }))).toHaveLength(66_000);
  });

  test('a large archive that lies unpacked in another is read where it lies', async () => {
    const stored = { data: page, packed: page, method: 0 };
    const inner = writeZip(['b.html', 'c.html'].map((name) => ({ name, ...stored })));
    const outer = writeZip([{ name: 'inner.zip', data: inner, packed: inner, method: 0 }]);
    expect(await found(folderOf({ 'a.zip': outer }), { maxBytes: inner.length - 1 })).toEqual([
      'a.zip!/inner.zip!/b.html',
      'a.zip!/inner.zip!/c.html',
    ]);
  });

  test('limits of depth, entries and size stop what is nested, crowded or swollen', async () => {
    const nested = writeZip([{ name: 'b.zip', data: writeZip([{ name: 'c.html', data: page }]) }]);
    expect(await found(folderOf({ 'a.zip': nested }), { archiveDepth: 1 })).toEqual([
      'a.zip!/b.zip too_large',
    ]);
    const two = writeZip(['1.html', '2.html'].map((name) => ({ name, data: page })));
    expect(await found(folderOf({ 'a.zip': two }), { archiveEntries: 1 })).toEqual(['a.zip too_large']);
    const size = 3 << 20;
    const zeros = writeZip(
      ['1.csv', '2.csv'].map((name) => ({ name, data: Buffer.alloc(0), size, ...packedZeros(size) })),
    );
    expect(await found(folderOf({ 'a.zip': zeros }), { archiveBytes: 5 << 20 })).toEqual([
      'a.zip!/1.csv',
      'a.zip too_large',
    ]);
    expect(await found(folderOf({ 'a.zip': zeros }), { maxBytes: 1 << 20 })).toEqual([
      'a.zip!/1.csv too_large',
      'a.zip!/2.csv too_large',
    ]);
    expect(await found(folderOf({ 'a.gz': gzipSync(Buffer.alloc(size)) }), { maxBytes: 1 << 20 })).toEqual([
      'a.gz too_large',
    ]);
  });

  test('what is cut off gives what came before, and says so', async () => {
    const tar = Buffer.concat([tarOf('a.html', page).subarray(0, -1024), tarOf('b.html', page)]);
    expect(await found(folderOf({ 'a.tar': tar.subarray(0, tar.length - 1800) }))).toEqual([
      'a.tar!/a.html',
      'a.tar!/b.html corrupt',
      'a.tar corrupt',
    ]);
    expect(await found(folderOf({ 'a.gz': gzipSync(page).subarray(0, 60) }))).toEqual(['a.gz corrupt']);
  });
});

describe('a file that changes while it is read', () => {
  const handle = (sizes: number[]) => {
    let at = 0;
    const stat = async () => ({ size: 4, mtimeMs: sizes[at++] ?? 0 });
    const read = async (buffer: Buffer) => ({ bytesRead: buffer.fill(65).length });
    return { stat, read } as unknown as Parameters<typeof readStable>[0];
  };

  test('is read again until it rests', async () => {
    expect(await readStable(handle([1, 2, 3, 3]), 10)).toEqual(Buffer.from('AAAA'));
  });

  test('and is given up where it does not', async () => {
    expect(await readStable(handle([1, 2, 3, 4, 5, 6]), 10)).toMatchObject({ code: 'unreadable' });
  });
});
