import type { TextRecord } from '../../../schemas/index.ts';
import { readNumeral } from '../../values/numeral.ts';
import { cellOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** 目标1, 目标3: a number of the list is left out. */
export const STR_08: FilingRule = {
  id: 'STR-08',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '编号不连续', en: 'Gap in a numbered list' },
  explanation: {
    zh: '目标、任务和核心业务按序号填写；序号中断，可能漏填或漏读了一行。',
    en: 'Goals, tasks and core outputs are numbered; a number that is left out may be a row not filled in or not read.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: { zh: '年度目标1、年度目标2、年度目标4', en: 'goals 1, 2 and 4' },
  check,
};

interface Numbered {
  stem: string;
  ordinal: number;
  evidence: ReturnType<typeof cellOf>;
}

const ORDINAL = /^(.*?(?:目标|任务|产出|活动|事项))\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:[:：、.]|$)/;

function check(context: FilingContext): Outcome[] {
  const { filing, indicators, texts } = context;
  const groups = new Map<string, Numbered[]>();
  const rows = [
    ...texts.map((text) => numbered(text.label, (label) => ofText(text, label))),
    ...indicators.map((row) => numbered(row.level2, (label) => cellOf(row, 'level2', 'list', label))),
  ];
  for (const row of rows) {
    if (row === null) continue;
    const group = groups.get(row.stem);
    if (group === undefined) groups.set(row.stem, [row]);
    else if (!group.some(({ ordinal }) => ordinal === row.ordinal)) group.push(row);
  }
  return [...groups].flatMap(([stem, list]): Outcome[] => {
    const ordinals = list.map(({ ordinal }) => ordinal);
    const last = Math.max(...ordinals);
    const missing = Array.from({ length: last }, (_, i) => i + 1).filter((n) => !ordinals.includes(n));
    if (missing.length === 0) return [passed(filing.filing_id)];
    // A list that starts late is one whose start stands elsewhere.
    if (missing.includes(1) || list.length < 2) return [];
    return [
      notice(context, {
        verdict: 'improbable',
        message: {
          zh: `“${stem}”编号到 ${last}，缺少第 ${missing.join('、')} 项`,
          en: `“${stem}” is numbered up to ${last} and lacks number ${missing.join(', ')}`,
        },
        evidence: list.map(({ evidence }) => evidence),
        operands: [stem, ...missing.map(String)],
      }),
    ];
  });
}

function ofText(record: TextRecord, label: string) {
  return cellOf(record, 'label', 'list', `${label} ${record.text.slice(0, 20)}`);
}

function numbered(label: string | null, at: (label: string) => Numbered['evidence']): Numbered | null {
  const match = ORDINAL.exec(label ?? '');
  if (match === null || label === null) return null;
  const [, stem = '', digits = ''] = match;
  const ordinal = /^\d/.test(digits) ? Number(digits) : readNumeral(digits);
  return ordinal === null || ordinal < 1 ? null : { stem, ordinal, evidence: at(label) };
}
