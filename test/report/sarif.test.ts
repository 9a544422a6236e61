import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Examination } from '../../schemas/index.ts';
import { examine } from '../../src/index.ts';
import { RULES } from '../../src/reconcile/registry.ts';
import { artifactUri } from '../../src/report/sarif/locations.ts';
import { sarifLog } from '../../src/report/sarif/log.ts';
import { at, finding } from './fictional.ts';

const folder = join(import.meta.dirname, '..', '..', 'samples');
const name = 'project-targets-transposed-total.xlsx';
const settings = { version: '1.2.3', language: 'zh', rules: RULES } as const;
const examined = async (): Promise<Examination> =>
  examine(new Uint8Array(readFileSync(join(folder, name))), { path: `归档 2024/${name}` });

/** The schema that the standard itself publishes (OASIS, draft 4), as a package ships it. */
const official = JSON.parse(
  readFileSync(
    fileURLToPath(import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')),
    'utf8',
  ),
);
const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(official);
const errorsOf = (log: unknown): unknown => {
  validate(JSON.parse(JSON.stringify(log)));
  return validate.errors;
};

describe('SARIF', () => {
  test('validates against the schema of the standard, whatever the sample', async () => {
    const names = readdirSync(folder).filter((each) => /\.(?:xlsx|docx)$/.test(each));
    const examinations: Examination[] = [];
    for (const each of names)
      examinations.push(
        await examine(new Uint8Array(readFileSync(join(folder, each))), { path: `样例/${each}` }),
      );
    examinations.push(await examine(new TextEncoder().encode('%PDF-1.7 broken'), { path: 'broken.pdf' }));
    expect(examinations.flatMap((each) => each.findings).length).toBeGreaterThan(10);
    expect(errorsOf(sarifLog(examinations, settings))).toBeNull();
    expect(errorsOf({ version: '2.1.0', runs: [{ results: [] }] })).not.toBeNull();
  });

  test('follows the standard, with findings, failed documents and dismissals', async () => {
    const good = await examined();
    const bad = await examine(new TextEncoder().encode('%PDF-1.7 broken'), { path: 'broken.pdf' });
    const dismissed = new Map([[good.findings[0]!.finding_id, '含待摊']]);
    const log = sarifLog([good, bad], { ...settings, dismissed });
    expect(errorsOf(log)).toBeNull();
    const [run] = log.runs;
    expect(run?.results[0]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: '含待摊' },
    ]);
    expect(run?.invocations[0]?.toolExecutionNotifications).toHaveLength(1);
  });

  test('names rule, cell, file and identity of every finding', async () => {
    const examination = await examined();
    const [run] = sarifLog([examination], settings).runs;
    const [first] = run!.results;
    const [own] = examination.findings;
    expect(run!.tool.driver.rules[first!.ruleIndex]?.id).toBe(own!.rule);
    expect(first!.partialFingerprints).toEqual({ 'findingId/v1': own!.finding_id });
    const [place] = first!.locations;
    expect(place?.logicalLocations?.[0]?.fullyQualifiedName).toMatch(/![A-Z]+\d+/);
    expect(place?.physicalLocation.artifactLocation).toEqual({
      uri: '%E5%BD%92%E6%A1%A3%202024/project-targets-transposed-total.xlsx',
      index: 0,
    });
    expect(first!.relatedLocations).toHaveLength(own!.evidence.length - 1);
  });

  test('gives page and box of pages, and the other document of findings over several', async () => {
    const examination = await examined();
    const { document } = examination;
    const box = { x0: 1, y0: 2, x1: 3, y1: 4 };
    const source = { ...at('A1'), sheet: null, ref: null, page: 2, box };
    const evidence = [{ role: 'prior', text: '基本支出 1', value: 1, source, document_id: 'elsewhere' }];
    const said = finding({ document_id: document.document_id, evidence });
    const [run] = sarifLog([{ ...examination, findings: [said] }], settings).runs;
    const physical = run?.results[0]?.locations[0]?.physicalLocation;
    expect(physical).toEqual({
      artifactLocation: { uri: 'urn:sha256:elsewhere' },
      region: { properties: { page: 2, box } },
    });
  });

  test.each([
    ['zh', '合计：总额 3'],
    ['en', 'total: 总额 3'],
  ] as const)('names the part of a cell in the language of the log: %s', async (language, text) => {
    const evidence = [{ role: 'total', text: '总额 3', value: 3, source: at('A1'), document_id: null }];
    const examination = { ...(await examined()), findings: [finding({ evidence })] };
    const [run] = sarifLog([examination], { ...settings, language }).runs;
    expect(run?.results[0]?.locations[0]?.message).toEqual({ text });
  });

  test('writes nothing that is no finding', () => {
    const log = sarifLog([], settings);
    expect(errorsOf(log)).toBeNull();
    expect(log.runs[0]?.results).toEqual([]);
  });

  test.each([
    ['a b/自评.docx', 'a%20b/%E8%87%AA%E8%AF%84.docx'],
    ['/data/x#1.pdf', 'file:///data/x%231.pdf'],
    ['C:\\归档\\x.xls', 'file:///C:/%E5%BD%92%E6%A1%A3/x.xls'],
    ['all.zip!/x.pdf', 'all.zip!/x.pdf'],
  ])('writes the path %s as a URI', (path, uri) => {
    expect(artifactUri(path)).toBe(uri);
  });
});
