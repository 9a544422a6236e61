import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../parsers/html/index.ts';
import { gridsOf, readAs } from '../grids.ts';

const read = (html: string) => readAs(parseHtml, 'html', new TextEncoder().encode(html));

/** The cell beside 财政拨款 in a table of two rows, and what is told. */
async function shown(cell: string, around: { head?: string; td?: string; tr?: string } = {}) {
  const { head = '', td = '', tr = '' } = around;
  const source = await read(
    `<html><head><style>${head}</style></head><table border=1><tr><td>资金<td>预算数<tr ${tr}><td>财政拨款<td ${td}>${cell}</table></html>`,
  );
  const { text, doubt } = gridsOf(source)[0]?.cells[3] ?? {};
  return { text, doubt, told: source.warnings.map(({ code }) => code) };
}

describe('pictures in cells', () => {
  const picture = { text: '', doubt: 'a picture in the cell', told: ['text_left_out'] };
  it.each([
    '<img src="a.png">',
    '<p><img src="a.png" alt="980.50" width="80"></p>',
    '<svg width="60" height="20"><text>980.50</text></svg>',
    '<canvas style="width:60px"></canvas>',
    '<iframe src="a.html"></iframe>',
    '<video src="a.mp4"></video>',
    '<div style="width:80px;height:20px;background:url(a.png)"></div>',
  ])('are told where a figure may be: %s', async (cell) => {
    expect(await shown(cell)).toEqual(picture);
  });

  it.each([
    ['<img src="gap.gif" width="1" height="1">', ''],
    ['<svg style="width:1em"><path d="M0 0"/></svg>', ''],
    ['<img src="a.png" style="display:none">', ''],
    ['<img src="a.png">980.50', '980.50'],
    ['<i style="width:16px;background:url(a.png)"></i>', ''],
    ['<div style="width:80px;background:url(a.png) repeat-x"></div>', ''],
    ['<span style="background:url(a.png)"></span>', ''],
  ])('are none of a figure that are icons, hidden or beside a text: %s', async (cell, text) => {
    expect(await shown(cell)).toEqual({ text, doubt: undefined, told: [] });
  });

  it('are told where they are the ground of the cell itself, once', async () => {
    expect(await shown('', { td: 'style="background:url(a.png) no-repeat"' })).toEqual(picture);
    expect((await shown('', { td: 'style="background:url(a.png)"' })).told).toEqual([]);
  });

  it('are not told of a row that holds nothing else', async () => {
    const source = await read(
      '<table border=1><tr><td colspan=2><img src="a.png"><tr><td>甲<td>12<tr><td>乙<td>13</table>',
    );
    expect(source.warnings).toEqual([]);
  });
});

describe('white letters beside others in a cell', () => {
  const left = { text: '980.50', doubt: undefined, told: ['text_left_out'] };
  it.each([
    '<span style="color:#fff">111</span>980.50',
    '<font color="#FFFFFF">111</font>980.50',
    '<span style="color: rgb(255, 255, 255)">111</span>980.50',
    '<span class="w">111</span>980.50',
    '<div style="height:0;overflow:hidden">111</div>980.50',
  ])('are left out and told: %s', async (cell) => {
    expect(await shown(cell, { head: '.w{color:white}' })).toEqual(left);
  });

  it('are read where they are all that the cell says, or stand on a ground of another colour', async () => {
    const whole = { text: '980.50', doubt: undefined, told: [] };
    expect(await shown('<span style="color:#fff">980.50</span>')).toEqual(whole);
    const part = '<span style="color:#fff">98</span>0.50';
    expect(await shown(part, { td: 'bgcolor="#4472C4"' })).toEqual(whole);
    expect(await shown(part, { td: 'class="h"', head: '.h{background:#369}' })).toEqual(whole);
    expect(await shown(part, { tr: 'style="background-color:#333"' })).toEqual(whole);
    expect(await shown('<span style="color:#fff;background:#c00">98</span>0.50')).toEqual(whole);
  });
});

describe('texts that style sheets add in a cell', () => {
  const head = `.ge::before{content:"\\2265"} td .pc:after{content:'%'} .v::before{content:"980.50"} .d:before{content:attr(data-v)}
    .i::before{content:"\\e900"} .r::after{content:"*"} .c::after{content:"："} .w::after{content:"（含结转）"} .h:hover::before{content:"1"}`;
  it.each([
    ['<span class="ge">90%</span>', '≥90%'],
    ['<span class="ge"><b class="pc">90</b></span>', '≥90%'],
    ['<span class="v"></span>', '980.50'],
    ['<span class="d" data-v="980.50"></span>', '980.50'],
    ['<span class="i r c h">90</span>', '90'],
  ])('are read where they are of a figure: %s', async (cell, text) => {
    expect(await shown(cell, { head })).toEqual({ text, doubt: undefined, told: [] });
  });

  it('are read of the cell itself', async () => {
    expect((await shown('90', { head, td: 'class="ge"' })).text).toBe('≥90');
  });

  it('are told where they are words', async () => {
    const told = { text: '90', doubt: undefined, told: ['text_left_out'] };
    expect(await shown('<span class="w">90</span>', { head })).toEqual(told);
  });
});
