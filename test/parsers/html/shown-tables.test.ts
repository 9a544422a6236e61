import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../parsers/html/index.ts';
import { gridsOf, readAs, sketch } from '../grids.ts';

const read = (html: string) => readAs(parseHtml, 'html', new TextEncoder().encode(html));
const sketches = async (html: string) => gridsOf(await read(html)).map(sketch);

const rows = [
  ['科目', '合计', '其中'],
  ['水利', '12.50', '2.50'],
  ['林业', '7.00', '3.00'],
];
const shown = rows.map((row) => row.join(' | '));
const written = (row: string, cell: string, list = rows): string =>
  list
    .map((cells) => `<div ${row}>${cells.map((text) => `<div ${cell}>${text}</div>`).join('')}</div>`)
    .join('');

describe('what a page shows as a table without the tags of one', () => {
  it('is a table where style sheets lay boxes out as one', async () => {
    const sheet = '<style>.t{display:table}.t .r{display:table-row}.t>.r>.c{display:table-cell}</style>';
    expect(await sketches(`${sheet}<div class=t>${written('class=r', 'class=c')}</div>`)).toEqual([shown]);
    expect(await sketches(`<style>.r{display:flex}</style><div>${written('class=r', '')}</div>`)).toEqual([
      shown,
    ]);
    const boxes = `${rows
      .flat()
      .map((text) => `<p>${text}</p>`)
      .join('')}`;
    const grid = (columns: string) =>
      `<div style="display:grid;grid-template-columns:${columns}">${boxes}</div>`;
    expect(await sketches(grid('80px minmax(10px, 1fr) 1fr'))).toEqual([shown]);
    expect(await sketches(grid('9em repeat(2, 100px)'))).toEqual([shown]);
    expect(await sketches(grid('repeat(auto-fill, 9em)'))).toEqual([]);
    expect(await sketches(grid('repeat(4, 1fr)'))).toEqual([]);
  });

  it('is none where boxes only stand beside one another', async () => {
    const lines = [
      ['首页', '申报', '退出'],
      ['年度', '2031'],
      ['查询', '重置', '导出'],
    ];
    const bars = `<style>.r{display:flex}</style><div>${written('class=r', '', lines)}</div>`;
    expect(await sketches(bars)).toEqual([]);
    expect(
      await sketches(`<table><tr><td>甲<td><p style="display:inline-table">12<b>公里</b></p></table>`),
    ).toEqual([['甲 | 12公里']]);
  });

  it('is a table by its roles, in order of the numbers of rows and columns', async () => {
    expect(await sketches(`<div role=table>${written('role=row', 'role=cell')}</div>`)).toEqual([shown]);
    const cells = (from: number, until: number, role: string) => (row: string[]) =>
      row
        .slice(from, until)
        .map((text, n) => `<div role=${role} aria-colindex=${from + n + 1}>${text}</div>`)
        .join('');
    const part = (from: number, until: number) => {
      const body = rows.slice(1).map((row, n) => {
        const own = cells(from, until, 'gridcell')(row);
        return `<div role=row aria-rowindex=${n + 2}>${own}</div>`;
      });
      return body.reverse().join('');
    };
    const head = (from: number, until: number, index = '') =>
      `<div role=row ${index}>${cells(from, until, 'columnheader')(rows[0] ?? [])}</div>`;
    const fixed = (index: string) =>
      `<div role=treegrid>${head(0, 1, index)}${head(1, 3, index)}<div>${part(0, 1)}</div><div>${part(1, 3)}</div></div>`;
    expect(await sketches(fixed('aria-rowindex=1'))).toEqual([shown]);
    expect((await sketches(fixed('')))[0]?.[0]).toBe(shown[0]);
  });
});

const head = '<table><thead><tr><th>科目<th>合计<th>其中</table>';
const body = '<table><tbody><tr><td>水利<td>12.50<td>2.50<tr><td>林业<td>7.00<td>3.00</table>';
const grid = (parts: [name: string, table: string][]): string =>
  parts.map(([name, table]) => `<div class="${name}">${table}</div>`).join('');

describe('the tables that a grid of a component is parted into', () => {
  it('are one, without the gutter of the head and with its sums', async () => {
    const gutter = head.replace('</table>', '<th class=gutter style="display:none"></th></table>');
    const foot = '<table><tr><td>合计<td>19.50<td>5.50</table>';
    const parts = grid([
      ['x__header-wrapper', gutter],
      ['x__body-wrapper', body],
      ['x__footer-wrapper', foot],
    ]);
    expect(await sketches(`<div>${parts}</div>`)).toEqual([[...shown, '合计 | 19.50 | 5.50']]);
  });

  it('are left out where they cover columns that the body has', async () => {
    const sheet = '<style>.x td.is-hidden *{visibility:hidden}</style>';
    const covered = body.replaceAll(/<td>(水利|林业)/g, '<td class=is-hidden><i>$1</i>');
    const main = grid([
      ['el-table__header-wrapper', head],
      ['el-table__body-wrapper', covered],
    ]);
    const copy = grid([
      ['el-table__fixed-header-wrapper', head],
      ['el-table__fixed-body-wrapper', body],
    ]);
    const page = `${sheet}<div class=x>${main}<div class=el-table__fixed>${copy}</div></div>`;
    expect(await sketches(page)).toEqual([shown]);
    expect((await read(page)).warnings).toEqual([]);
  });

  it('are one beside the other where columns stay at the left', async () => {
    const view = (name: string, from: number, until: number) => {
      const lines = rows.map(
        (row) =>
          `<tr>${row
            .slice(from, until)
            .map((text) => `<td>${text}`)
            .join('')}`,
      );
      const [first, ...others] = lines;
      return `<div class=${name}>${grid([
        ['datagrid-header', `<table>${first}</table>`],
        ['datagrid-body', `<table>${others.join('')}</table>`],
      ])}</div>`;
    };
    for (const fixed of [1, 2]) {
      const page = `<div>${view('datagrid-view1', 0, fixed)}${view('datagrid-view2', fixed, 3)}</div>`;
      expect(await sketches(page)).toEqual([shown]);
    }
  });

  it('are two where a text stands between them, or other columns', async () => {
    const apart = (between: string, other: string) =>
      `<div><div class=page-head>${head}</div>${between}<div class=content>${other}</div></div>`;
    expect(await sketches(apart('<p>支出表</p>', body))).toHaveLength(2);
    expect(await sketches(apart('', body.replaceAll(/<td>[\d.]+(?=<tr|<\/table)/g, '')))).toHaveLength(2);
  });
});

describe('the style sheets of a page', () => {
  const page = (sheet: string) =>
    sketches(`<style>${sheet}</style><div class=w><table><tr><td>甲<tr class="a b"><td>乙</table></div>`);
  const hidden = async (sheet: string) =>
    gridsOf(
      await read(
        `<style>${sheet}</style><div class=w><table><tr><td>甲<td>1<tr class="a b"><td>乙<td>2</table></div>`,
      ),
    )[0]?.cells.some((cell) => cell.hidden) ?? null;

  it('hide by selectors within one another, the last or important one', async () => {
    expect(await hidden('.w tr.a{display:none}')).toBe(true);
    expect(await hidden('.v tr.a{display:none}')).toBe(false);
    expect(await hidden('.w>.a{display:none}')).toBe(false);
    expect(await hidden('.a{display:none}.b{display:table-row}')).toBe(false);
    expect(await hidden('.w .a{display:none}.b{display:table-row}')).toBe(true);
    expect(await hidden('.a{display:none!important}.w .b{display:table-row}')).toBe(true);
  });

  it('are those of a wide screen', async () => {
    expect(await hidden('@media print{.a{display:none}}')).toBe(false);
    expect(await hidden('@media (max-width: 768px){.a{display:none}}.c{color:red}')).toBe(false);
    expect(await hidden('@media screen{.a{display:none}}')).toBe(true);
    expect(await page('@media print{.w{display:none}} /* .w{display:none} */')).toEqual([['甲', '乙']]);
  });
});

describe('fields and frames of a page', () => {
  it('are lines of labels with their values', async () => {
    const source = await read(
      '<div><label>项目名称</label><div><div><input value=云渠></div></div></div><label>年度</label> 甲',
    );
    expect(source.blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
      '项目名称：云渠',
      '年度 甲',
    ]);
  });

  it('are read where a frame holds its page', async () => {
    expect(
      await sketches(
        '<iframe srcdoc="&lt;table&gt;&lt;tr&gt;&lt;td&gt;甲&lt;td&gt;1.5&lt;/table&gt;"></iframe>',
      ),
    ).toEqual([['甲 | 1.5']]);
  });
});

describe('a table of the first rows of the one beside it', () => {
  const lines = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`);
  const body = `<div class=scroll><table>${lines.join('')}</table></div>`;
  const copy = `<div class=stays><table>${lines[0]}${lines[1]}</table></div>`;

  it('is a copy that stays while the page scrolls, and left out', async () => {
    expect(await sketches(`<h2>决算表</h2>${copy}${body}`)).toEqual([shown]);
    expect(await sketches(`${body}\n${copy}`)).toEqual([shown]);
  });

  it('is one of its own behind a text, with other cells, or as long', async () => {
    const short = shown.slice(0, 2);
    expect(await sketches(`${copy}<p>附表二</p>${body}`)).toEqual([short, shown]);
    expect(await sketches(`<div>${copy}附表二</div>${body}`)).toEqual([short, shown]);
    const other = copy.replace('12.50', '12.60');
    expect(await sketches(`${other}${body}`)).toEqual([[short[0], '水利 | 12.60 | 2.50'], shown]);
    expect(await sketches(`${body}${body}`)).toEqual([shown, shown]);
  });
});
