import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { inventedExamination } from '../../../scripts/generate/records.ts';
import { examineWhole } from '../../../src/index.ts';
import { RULES } from '../../../src/reconcile/registry.ts';
import { documentPage } from '../../../src/report/page/document/document-page.ts';
import { noRecords, runGatherer } from '../../../src/report/page/run/records.ts';
import { runPage } from '../../../src/report/page/run/run-page.ts';
import { folderOf, form } from '../../cli/run.ts';
import { root } from '../../house/sources.ts';
import { chromiumPath, launch } from './chromium.ts';
import { hostileForm, hostileTexts } from './hostile-form.ts';

if (chromiumPath === null)
  process.stderr.write('no Chromium here (HEDUI_CHROMIUM names one): pages are not tried in a browser\n');

const common = { version: '1.2.3', rules: RULES, masked: true, language: 'zh' as const };

async function documentText(path: string, bytes: Uint8Array): Promise<string> {
  const { examination, source } = await examineWhole(bytes, { path });
  return documentPage(examination, source, { ...common, nameOf: (id) => id, runHref: null });
}

const sampleText = (name: string) =>
  documentText(`samples/${name}`, readFileSync(join(root, 'samples', name)));

function runText(count: number): string {
  const gatherer = runGatherer();
  for (let number = 0; number < count; number += 1) gatherer.add(inventedExamination(number));
  return runPage(gatherer.records(), { ...common, title: '归档', hrefOf: () => null });
}

/** For machines with much other work: nothing here is about time. */
const patience = 240_000;

/** Asked again from here: a page that asks itself evaluates the text, which its content policy refuses. */
const until = (page: Page, holds: string) =>
  expect.poll(() => page.evaluate(holds), { timeout: 10_000 }).toBe(true);

describe.skipIf(chromiumPath === null)('in a browser', { timeout: patience }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  /** Opens a page from a file, as a colleague would who got it by mail; what it says or asks for is a failure. */
  async function open(
    text: string,
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; told: string[] }> {
    const path = join(folderOf({}), 'report.html');
    writeFileSync(path, text);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const told: string[] = [];
    const url = pathToFileURL(path).href;
    page.on('console', (message) => told.push(message.text()));
    page.on('pageerror', (error) => told.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== url) told.push(request.url());
    });
    await page.goto(url);
    return { page, told };
  }

  const lit = (page: Page) =>
    page.locator('.lit').evaluateAll((elements) => elements.map((element) => element.id));

  test('a click on a finding outlines its cells and opens its equation; a cell leads back', async () => {
    const { page, told } = await open(await sampleText('project-targets-transposed-total.docx'));
    const card = page.locator('.finding.error').first();
    expect(await card.locator('.formula').isVisible()).toBe(false);
    await card.locator('.sentence').click();
    expect(await card.locator('.formula').isVisible()).toBe(true);
    const cells = (await card.getAttribute('data-cells'))!.split(' ');
    expect((await lit(page)).toSorted()).toEqual(cells.toSorted());
    await page.keyboard.press('Escape');
    expect(await lit(page)).toEqual([]);
    await page.locator(`#${cells[0]}`).click();
    expect(await lit(page)).toContain(cells[0]);
    expect(await page.locator('.finding.chosen').count()).toBe(1);
    expect(told).toEqual([]);
  });

  test('the keyboard goes through findings, to the cell and to the search', async () => {
    const { page } = await open(await sampleText('department-goals.docx'));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.locator('.finding.chosen').getAttribute('id')).toBe('f2');
    await page.keyboard.press('k');
    expect(await page.locator('.finding.chosen').getAttribute('id')).toBe('f1');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.dataset.findings')).toContain('1');
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
  });

  test('filters narrow the findings of a document, and say how many are left', async () => {
    const { page } = await open(await documentText('form.html', new TextEncoder().encode(form('40.00'))));
    const left = () => page.locator('.finding:visible').count();
    const all = await left();
    expect(all).toBeGreaterThan(1);
    await page.locator('input[value=error]').uncheck();
    const mild = await left();
    expect(mild).toBeLessThan(all);
    expect(await page.locator('output').textContent()).toBe(`${mild} / ${all}`);
    await page.locator('button[type=reset]').click();
    await until(page, `document.querySelector('output').textContent === '${all}'`);
    await page.locator('input[type=search]').fill('没有这样的文字');
    expect(await left()).toBe(0);
    expect(await page.locator('.nothing-left').isVisible()).toBe(true);
  });

  test('hostile texts are shown and do nothing; a script that is put in is not run', async () => {
    const { page, told } = await open(
      await documentText('hostile.html', new TextEncoder().encode(hostileForm())),
    );
    await page.locator('.finding').first().click();
    expect(await page.evaluate('window.broken')).toBeUndefined();
    expect(await page.locator('table').first().isVisible()).toBe(true);
    expect(await page.locator('body').textContent()).toContain(hostileTexts.script);
    expect(told).toEqual([]);
    const injected = (await sampleText('allocation.docx')).replace(
      '</body>',
      '<script>window.broken = 1</script><img src="https://hedui.invalid/x" onerror="window.broken = 2"></body>',
    );
    const other = await open(injected);
    expect(await other.page.evaluate('window.broken')).toBeUndefined();
    expect(other.told.filter((line) => !/Content Security Policy|ERR_BLOCKED_BY_CSP/i.test(line))).toEqual([
      // Asked for, and refused before anything was sent.
      ...other.told.filter((line) => line === 'https://hedui.invalid/x'),
    ]);
    expect(other.told.some((line) => /Content Security Policy/i.test(line))).toBe(true);
  });

  test('on paper every finding is open, whatever the filters and the width of the window', async () => {
    const { page } = await open(await sampleText('project-targets-transposed-total.docx'));
    await page.emulateMedia({ media: 'print' });
    const formulas = page.locator('.formula');
    for (const formula of await formulas.all()) expect(await formula.isVisible()).toBe(true);
    expect(await page.locator('form.filters').isVisible()).toBe(false);
  });

  test('without scripts a document is all there, its findings open and its links leading', async () => {
    const { page } = await open(await sampleText('project-targets-transposed-total.docx'), {
      javaScriptEnabled: false,
    });
    expect(await page.locator('.formula').first().isVisible()).toBe(true);
    expect(await page.locator('.finding .cells a[href^="#c"]').count()).toBeGreaterThan(1);
  });

  test('a narrow window does not scroll sideways', async () => {
    for (const text of [await sampleText('department-targets.docx'), runText(40)]) {
      const { page } = await open(text, { viewport: { width: 400, height: 800 } });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    }
  });

  test('in a narrow window the list says of which form a finding is, and a count of millions stays on its line', async () => {
    const records = (() => {
      const gatherer = runGatherer();
      for (let number = 0; number < 40; number += 1) gatherer.add(inventedExamination(number));
      return gatherer.records();
    })();
    const counts = {
      applicable: 1_885_500,
      consistent: 1_885_500,
      explained: 0,
      violated: 0,
      not_evaluated: 0,
    };
    const coverage = [{ filing_id: '', rule: 'SUM-01', ...counts, reasons: {} }];
    const text = runPage({ ...records, coverage }, { ...common, title: '归档', hrefOf: () => null });
    const { page } = await open(text, { viewport: { width: 400, height: 800 } });
    const home = await page.locator('tr[data-index="0"] td.home').boundingBox();
    expect(home!.x + home!.width).toBeLessThanOrEqual(400);
    const lines = await page.locator('.bars .n').evaluateAll((cells) =>
      cells.map((cell) => {
        const range = cell.ownerDocument.createRange();
        range.selectNodeContents(cell);
        const isWhole = cell.scrollWidth <= cell.clientWidth;
        return isWhole ? new Set([...range.getClientRects()].map(({ top }) => top)).size : 0;
      }),
    );
    expect(lines.length).toBeGreaterThan(3);
    expect(new Set(lines)).toEqual(new Set([1]));
  });

  test('in a narrow window a finding that is chosen comes into sight below its list', async () => {
    const { page } = await open(runText(40), { viewport: { width: 400, height: 800 } });
    await page.locator('tr[data-index="0"]').click();
    const head = await page.locator('.detail .finding header').boundingBox();
    expect(head!.y).toBeLessThan(800);
  });

  test.each([
    ['zh', '%PDF-1.4 damaged', '读取失败'],
    ['en', '%!PS-Adobe-3.0', 'unsupported'],
  ] as const)(
    'how a document was read is told in full in its column (%s)',
    async (language, content, word) => {
      const { examination } = await examineWhole(new TextEncoder().encode(content), { path: '附件' });
      const records = { ...noRecords(), documents: [examination.document] };
      const { page } = await open(
        runPage(records, { ...common, language, title: '归档', hrefOf: () => null }),
      );
      const cell = page.locator('td.reading');
      expect(await cell.textContent()).toBe(word);
      expect(await cell.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
    },
  );

  test('a run shows its lists row by row, filters them and opens a finding', async () => {
    const { page, told } = await open(runText(1_000));
    await page.waitForSelector('tr[data-index]');
    expect(await page.locator('tr[data-index]').count()).toBeLessThan(80);
    const count = () => page.locator('#tab-findings small').textContent();
    expect(await count()).toBe('5000');
    await page.evaluate("document.querySelector('#list').scrollTop = 100000");
    await until(page, "Number(document.querySelector('tr[data-index]').dataset.index) > 2000");
    await page.locator('select[name=year]').selectOption('2020');
    expect(await count()).toBe('625 / 5000');
    await page.locator('tr[data-index="3"]').click();
    expect(await page.locator('.detail .formula').isVisible()).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('tr.chosen').getAttribute('data-index')).toBe('4');
    await page.locator('#tab-documents').click();
    expect(await page.locator('#tab-documents small').textContent()).toBe('125 / 1000');
    expect(told).toEqual([]);
  });

  test('the keyboard keeps its place in a run: on the head it sorts by, the filter that a bar sets, the tabs', async () => {
    const { page } = await open(runText(40));
    await page.waitForSelector('tr[data-index]');
    const focused = (what: string) => page.evaluate(`document.activeElement.${what}`);
    await page.locator('thead button').nth(1).focus();
    await page.keyboard.press('Enter');
    expect(await focused('parentElement.ariaSort')).toBe('ascending');
    await page.keyboard.press('Enter');
    expect(await focused('parentElement.ariaSort')).toBe('descending');
    await page.locator('button[data-facet=organisation]').first().focus();
    await page.keyboard.press('Enter');
    expect(await focused('name')).toBe('organisation');
    await page.locator('#tab-findings').focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused('id')).toBe('tab-documents');
    expect(await page.locator('#tab-documents').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Tab');
    expect(await focused('id')).toBe('list');
  });

  test('on paper findings with proposals go over pages, and leave none of them half blank', async () => {
    const { page } = await open(runText(40));
    await page.waitForSelector('tr[data-index]');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const inOnePiece = await page.evaluate(
      "getComputedStyle(document.querySelector('.printed .finding:has(.proposals)')).breakInside",
    );
    expect(inOnePiece).toBe('auto');
  });
});
