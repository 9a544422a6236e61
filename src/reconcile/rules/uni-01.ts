import type { Amount } from '../../../schemas/index.ts';
import { amountKey } from '../keys.ts';
import { cellOf, counted, notice } from '../notice.ts';
import {
  type DocumentContext,
  type DocumentRule,
  type FilingContext,
  type Outcome,
  passed,
} from '../rule.ts';

/** Money figures whose unit is printed nowhere, or in two ways. One finding a document holds them all. */
export const UNI_01: DocumentRule = {
  id: 'UNI-01',
  scope: 'document',
  kind: 'unit',
  title: { zh: '金额单位缺失或矛盾', en: 'Money unit missing or conflicting' },
  explanation: {
    zh: '表头、标签和单元格都没有印金额单位，数字可以差一万倍；说明文字与表头的单位不同，则无法断定。',
    en: 'Where neither caption, label nor cell prints a unit of money, the figures may be off by ten thousand; where a note names another unit than the caption, it cannot be told which holds.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: { zh: '年度资金总额 500，全表没有单位', en: 'annual funds 500, no unit anywhere in the form' },
  check,
};

function check({ filings }: DocumentContext): Outcome[] {
  const outcomes: Outcome[] = [];
  const lacking: { context: FilingContext; bare: Amount[] }[] = [];
  for (const context of filings) {
    const money = context.amounts.filter((amount) => isMoney(amount) && (amount.value ?? 0) !== 0);
    if (money.length === 0) continue;
    const bare = money.filter((amount) => amount.unit === null);
    if (bare.length > 0) lacking.push({ context, bare });
    else outcomes.push(...(conflicting(context) ?? [passed(context.filing.filing_id, money.length)]));
  }
  return lacking.length === 0 ? outcomes : [...outcomes, missing(lacking)];
}

/** Told at the first form that lacks its unit, with the figures of all. */
function missing(lacking: readonly { context: FilingContext; bare: readonly Amount[] }[]): Outcome {
  const bare = lacking.flatMap((form) => form.bare);
  const [first] = bare;
  const forms = lacking.length;
  return notice(lacking[0]!.context, {
    verdict: 'improbable',
    message: {
      zh: `${forms > 1 ? `${forms} 张表的 ` : ''}${bare.length} 个金额没有单位（如“${first?.item}” ${first?.raw}），表头也没有印单位`,
      en: `${counted(bare.length, 'money figure')}${forms > 1 ? ` of ${forms} forms` : ''} without a unit (“${first?.item}” ${first?.raw}), and no header prints one`,
    },
    evidence: bare.map((amount) =>
      cellOf(amount, 'value', 'amount', `${amount.item} ${amount.raw}`, amount.value),
    ),
    operands: bare.map(amountKey),
  });
}

function isMoney({ measure, section }: Amount): boolean {
  return measure !== 'count' && measure !== 'rate' && section !== 'staff';
}

const CAPTION = /(?:金额)?单位\s*[:：]\s*(?:人民币)?(亿元|百万元|万元|千元|元)/;

/** A caption kept as a text that names another unit than the form's. */
function conflicting(context: FilingContext): Outcome[] | null {
  const { filing, texts } = context;
  if (filing.money_unit === null) return null;
  for (const record of texts) {
    const unit = CAPTION.exec(record.text)?.[1];
    if (unit === undefined || unit === filing.money_unit || record.role === 'prose') continue;
    return [
      notice(context, {
        verdict: 'improbable',
        message: {
          zh: `表中同时印有单位“${filing.money_unit}”和“${unit}”`,
          en: `the form prints both ${filing.money_unit} and ${unit} as its unit`,
        },
        evidence: [
          cellOf(filing, 'money_unit', 'unit', filing.money_unit),
          cellOf(record, 'text', 'unit', record.text),
        ],
        operands: [filing.money_unit, unit],
      }),
    ];
  }
  return null;
}
