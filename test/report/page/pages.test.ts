import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SourceDocument } from '../../../schemas/index.ts';
import { inventedExamination } from '../../../scripts/generate/records.ts';
import { examineWhole, type WholeExamination } from '../../../src/index.ts';
import { RULES } from '../../../src/reconcile/registry.ts';
import type { RunData } from '../../../src/report/page/client/run-data.ts';
import { documentPage } from '../../../src/report/page/document/document-page.ts';
import { runGatherer, selected } from '../../../src/report/page/run/records.ts';
import { runPage } from '../../../src/report/page/run/run-page.ts';
import { root } from '../../house/sources.ts';
import { everything } from '../fictional.ts';
import { hostileForm, hostileTexts } from './hostile-form.ts';

const common = { version: '1.2.3', rules: RULES, masked: true, nameOf: (id: string) => id, runHref: null };
const pageOf = ({ examination, source }: WholeExamination, language: 'zh' | 'en' = 'zh') =>
  documentPage(examination, source, { ...common, language });

interface Node {
  tagName?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
  value?: string;
}

function nodesOf(text: string): Node[] {
  const nodes: Node[] = [];
  const walk = (node: Node) => {
    nodes.push(node);
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(text) as Node);
  return nodes;
}

const attribute = (node: Node, name: string) => node.attrs?.find((one) => one.name === name)?.value;
const textOf = (node: Node) => (node.childNodes ?? []).map(({ value = '' }) => value).join('');

/** Scripts that run, handlers, styles and addresses: everything that a page could do beyond showing. */
function powersOf(text: string) {
  const nodes = nodesOf(text);
  const scripts = nodes.filter(({ tagName }) => tagName === 'script');
  return {
    scripts: scripts.filter((node) => attribute(node, 'type') === undefined).length,
    styles: nodes.filter(({ tagName }) => tagName === 'style').length,
    handlers: nodes.flatMap(({ attrs = [] }) => attrs.filter(({ name }) => /^on|^style$|^src/.test(name))),
    elsewhere: nodes
      .flatMap(({ attrs = [] }) => attrs.filter(({ name }) => /href|action|data$/.test(name)))
      .filter(({ value }) => !/^(#[\w-]+|documents\/[^:]+\.html|\.\.\/index\.html)$/.test(value)),
    loaders: nodes.filter(({ tagName }) =>
      /^(img|iframe|object|embed|link|base|video|audio)$/.test(tagName ?? ''),
    ),
  };
}

const nothingMore = { scripts: 1, styles: 1, handlers: [], elsewhere: [], loaders: [] };

describe('the page of a document', () => {
  let sample: WholeExamination;
  let hostile: WholeExamination;
  beforeAll(async () => {
    const path = 'samples/project-targets-transposed-total.docx';
    sample = await examineWhole(readFileSync(join(root, path)), { path });
    hostile = await examineWhole(new TextEncoder().encode(hostileForm()), { path: 'a"><script>.html' });
  });

  test('holds every finding with its equation, its figures, its cells and what is proposed', () => {
    const { findings } = sample.examination;
    expect(findings.length).toBeGreaterThan(0);
    const text = pageOf(sample);
    for (const { rule, equation, hypotheses } of findings) {
      expect(text).toContain(`href="#rule-${rule}"`);
      expect(text).toContain(`id="rule-${rule}"`);
      if (equation !== null) expect(text.replace(/<\/?b>/g, '')).toContain(equation);
      for (const { change } of hypotheses) expect(text).toContain(`<ins>${change.to}</ins>`);
    }
  });

  test('links findings and cells both ways, to elements that are there', () => {
    const nodes = nodesOf(pageOf(sample));
    const ids = nodes.flatMap((node) => attribute(node, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const cards = nodes.filter((node) => attribute(node, 'data-cells') !== undefined);
    expect(cards).toHaveLength(sample.examination.findings.length);
    for (const card of cards) {
      const cells = attribute(card, 'data-cells')!.split(' ');
      expect(cells[0]).not.toBe('');
      for (const id of cells) {
        const cell = nodes.find((node) => attribute(node, 'id') === id)!;
        expect(attribute(cell, 'data-findings')!.split(' ')).toContain(attribute(card, 'id')!.slice(1));
      }
    }
    const targets = nodes
      .flatMap((node) => attribute(node, 'href') ?? [])
      .filter((href) => href.startsWith('#'));
    expect(targets.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  test('shows the table with its spans', () => {
    const { source } = sample;
    const spans = (source as SourceDocument).blocks
      .flatMap((block) => (block.kind === 'grid' ? block.cells : []))
      .filter(({ columnSpan }) => columnSpan > 1).length;
    expect(pageOf(sample).match(/colspan="/g)).toHaveLength(spans);
  });

  test('shows hostile texts and gives them no power', () => {
    const text = pageOf(hostile);
    expect(hostile.examination.findings.length).toBeGreaterThan(0);
    expect(powersOf(text)).toEqual(nothingMore);
    const shown = nodesOf(text).map(textOf).join('');
    for (const one of [hostileTexts.script, hostileTexts.image, hostileTexts.link])
      expect(shown).toContain(one);
    expect(text).not.toMatch(/[\u202a-\u202e\u2028\u2029\0]/);
    expect(text).toContain('\\u{202e}');
  });

  test('may run the one script and wear the one style that it brings, by their hashes', () => {
    const nodes = nodesOf(pageOf(sample));
    const policy = nodes.flatMap((node) =>
      attribute(node, 'http-equiv') ? (attribute(node, 'content') ?? '') : [],
    );
    for (const [name, directive] of [
      ['script', 'script-src'],
      ['style', 'style-src'],
    ] as const) {
      const own = nodes.find(({ tagName }) => tagName === name)!;
      const hash = createHash('sha256').update(textOf(own)).digest('base64');
      expect(policy[0]).toContain(`${directive} 'sha256-${hash}';`);
    }
    expect(policy[0]).toContain("default-src 'none'");
    expect(policy[0]).not.toMatch(/unsafe|\*|https?:/);
  });

  test('is the same byte for byte each time, and in each language its own', () => {
    expect(pageOf(sample)).toBe(pageOf(structuredClone(sample)));
    expect(pageOf(sample, 'en')).toContain('<html lang="en">');
    expect(pageOf(sample, 'en')).toContain('Possible changes');
    // Thresholds have their reasons in English alone.
    expect(pageOf(sample, 'en')).toContain('<p class="parameter">');
    expect(pageOf(sample)).not.toContain('<p class="parameter">');
  });

  test('of a document that could not be read says why', async () => {
    const failed = await examineWhole(new TextEncoder().encode('PK\x03\x04torn'), { path: 'torn.docx' });
    const text = pageOf(failed);
    expect(text).toContain(failed.examination.document.error!.message.zh);
    expect(powersOf(text)).toEqual(nothingMore);
  });
});

describe('the page of a run', () => {
  const recordsOf = (examinations: Parameters<ReturnType<typeof runGatherer>['add']>[0][]) => {
    const gatherer = runGatherer();
    for (const examination of examinations) gatherer.add(examination);
    return gatherer.records();
  };
  const page = (records: ReturnType<typeof recordsOf>) =>
    runPage(records, { ...common, language: 'zh', title: '归档', hrefOf: () => null });
  const dataIn = (text: string): RunData => {
    const block = nodesOf(text).find((node) => attribute(node, 'id') === 'run-data')!;
    const held = textOf(block);
    return JSON.parse(
      attribute(block, 'type') === 'application/json'
        ? held
        : inflateRawSync(Buffer.from(held, 'base64')).toString(),
    ) as RunData;
  };

  test('counts the records of a copy once and says so', () => {
    const [one] = everything();
    const copy = { ...one!, document: { ...one!.document, path: 'copies/of-it.xlsx' } };
    const alone = recordsOf([one!]);
    const records = recordsOf([one!, copy]);
    expect(records).toMatchObject({ ...alone, documents: [one!.document, copy.document] });
    expect(page(records)).toContain('1 个文件与另一个内容相同，其记录只计一次');
    expect(page(alone)).not.toContain('1 个文件与另一个内容相同');
  });

  test('holds every document and every finding', () => {
    const records = recordsOf(everything());
    const data = dataIn(page(records));
    expect(data.documents).toHaveLength(records.documents.length);
    expect(data.findings.map(([, , , , sentence]) => sentence).sort()).toEqual(
      records.findings.map(({ message }) => message.zh).sort(),
    );
    expect(powersOf(page(records))).toEqual(nothingMore);
  });

  test('packs what is large, to the last finding, well within what is wanted of ten thousand documents', () => {
    const each = 1_000;
    const records = recordsOf(Array.from({ length: each }, (_, number) => inventedExamination(number)));
    const text = page(records);
    const data = dataIn(text);
    expect(text.includes('<script type="text/plain" id="run-data">')).toBe(true);
    expect(data.findings).toHaveLength(records.findings.length);
    expect((text.length / each) * 10_000).toBeLessThan(20_000_000);
    expect(page(records)).toBe(text);
  });

  test('shows hostile texts as texts', async () => {
    const { examination } = await examineWhole(new TextEncoder().encode(hostileForm()), {
      path: '</script><script>window.broken=9</script>.html',
    });
    const text = page(recordsOf([examination, examination]));
    expect(powersOf(text)).toEqual(nothingMore);
    expect(text).not.toMatch(/[\u202a-\u202e\u2028\u2029\0]/);
    expect(dataIn(text).documents[0]![0]).toContain('</script>');
  });

  test('takes the part that is asked for', () => {
    const records = recordsOf(everything());
    expect(selected(records, {})).toEqual(records);
    const errors = selected(records, { severity: 'error' });
    expect(errors.findings.length).toBeGreaterThan(0);
    expect(errors.findings.every(({ severity }) => severity === 'error')).toBe(true);
    const none = selected(records, { year: 1999 });
    expect([none.documents, none.filings, none.findings]).toEqual([[], [], []]);
    const { year, form_type: form } = records.filings[0]!;
    const ofForm = selected(records, { form });
    expect(ofForm.filings).toEqual(records.filings.filter(({ form_type }) => form_type === form));
    expect(selected(records, { year: year! }).filings).toContainEqual(records.filings[0]);
  });
});
