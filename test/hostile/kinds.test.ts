import { expect, it } from 'vitest';
import { kinds } from '../../scripts/hostile/kinds/index.ts';
import { page } from '../../scripts/hostile/kinds/kind.ts';
import { type Examination, examine } from '../../src/index.ts';

/** What a reader of the records would notice. */
const essence = ({ filings, indicators, amounts }: Examination) => ({
  filings: filings.map(({ form_type, organisation, year }) => [form_type, organisation, year]),
  indicators: indicators.map(({ level1, level3, target, weight }) => [level1, level3, target?.raw, weight]),
  amounts: amounts.map(({ item, value, unit, share }) => [item, value, unit, share]),
});

it('have names of their own', () => {
  expect(kinds.length).toBeGreaterThan(400);
  const names = kinds.map(([name]) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

it('come to the records of the form, to a word about what was lost, or to an error', async () => {
  const form = essence(await examine(Buffer.from(page()), { path: 'form.html' }));
  expect(form.indicators).toHaveLength(2);
  const wrong: string[] = [];
  for (const [name, make, ending] of kinds) {
    const examination = await examine(make(), { path: name });
    const { status, error, warnings } = examination.document;
    const codes = warnings.map(({ code }) => code);
    const came = `${name}: ${status} ${error?.code ?? codes.join(' ')}`;
    if (ending.comesTo === 'failed' || ending.comesTo === 'unsupported') {
      if (status !== ending.comesTo || error?.code !== ending.code) wrong.push(came);
      continue;
    }
    if (status !== 'ok' && status !== 'partial') wrong.push(came);
    else if (ending.comesTo === 'told') {
      if (!codes.includes(ending.code)) wrong.push(came);
    } else if (JSON.stringify(essence(examination)) !== JSON.stringify(form))
      wrong.push(`${came} other records`);
    // A form that adds up, of which a figure is missing or that is cut off has no error.
    const errors = examination.findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) wrong.push(`${name}: ${errors[0]?.message.en}`);
  }
  expect(wrong).toEqual([]);
}, 300_000);
