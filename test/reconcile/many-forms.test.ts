import { expect, it } from 'vitest';
import { STR_11 } from '../../src/reconcile/rules/str-11.ts';
import { WGT_07 } from '../../src/reconcile/rules/wgt-07.ts';
import { at, check, filing, indicator } from './records.ts';

/** Rows of a list of projects, each of which is a form. */
const FORMS = 20_000;
/** Seconds of processor time; to compare every form with every other takes many times as long. */
const MOST = 3;

const ids = Array.from({ length: FORMS }, (_, i) => `f${i}`);
const filings = ids.map((filing_id, ordinal) =>
  filing({
    filing_id,
    ordinal,
    form_type: ordinal % 2 === 0 ? 'project_targets' : 'project_self_evaluation',
    title: '项目绩效一览表',
    project: ordinal % 5 === 4 ? null : `苗圃改造${ordinal >> 1}`,
    source: { title: at(0) },
  }),
);
const indicators = ids.map((filing_id, i) =>
  indicator({ filing_id, indicator_id: `i${i}`, level3: '育苗面积', weight: 10 }),
);

it.each([WGT_07, STR_11])('$id takes time by the number of forms', (rule) => {
  const start = process.threadCpuUsage();
  check({ filings, indicators }, rule);
  const { system, user } = process.threadCpuUsage(start);
  expect((system + user) / 1e6).toBeLessThan(MOST);
});
