import type { Message, Severity } from '../../../schemas/index.ts';
import { type Language, severityNames } from '../wording.ts';
import { looks, ofSeverity } from './looks.ts';
import type { Sheet, SheetCell, SheetRow } from './ooxml/sheet.ts';
import type { Plan } from './plan.ts';
import { heightOf, linesIn } from './row-height.ts';
import type { ListName } from './words.ts';

/** What a workbook says of itself. */
export interface About {
  /** Program and version. */
  program: string;
  /** What was asked for, `--year 2024`; empty for everything. */
  selection: readonly string[];
}

const widths = [16, 14, 90];

const explanations: Record<Exclude<ListName, 'overview'>, Message> = {
  findings: {
    zh: '每行一处问题：应为、表内数、相差、位置、建议修改；点击“位置”到原表的单元格。',
    en: 'A row a finding: expected, printed, difference, place, proposed change. A click on the place leads to the cell.',
  },
  evidence: {
    zh: '每处问题所依据的全部单元格，逐格可查。',
    en: 'Every cell that a finding rests on.',
  },
  coverage: {
    zh: '每张表按每条规则核对了什么、未核什么及原因。',
    en: 'What was checked in every form by every rule, what was not, and why.',
  },
  forms: { zh: '全部表单，及其所在的工作表。', en: 'All forms, and the sheets that show them.' },
  documents: { zh: '全部文件，及未能读取的部分。', en: 'All files, and what could not be read.' },
  indicators: { zh: '读到的全部绩效指标。', en: 'All indicators as read.' },
  amounts: { zh: '读到的全部金额和人数。', en: 'All figures of money and head count as read.' },
};

/** The first sheet: what is in the workbook, how to read it, and what was left out. */
export function overviewSheet(plan: Plan, about: About, language: Language): Sheet {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const { files, unread, partial } = plan.documents;
  const facts: [string, string][] = [
    [
      say('文件', 'Files'),
      `${files}${unread + partial > 0 ? say(`（未能读取 ${unread}，部分可读 ${partial}）`, ` (${unread} unread, ${partial} in part)`) : ''}`,
    ],
    [say('表单', 'Forms'), String(plan.filings.size)],
    [
      say('筛选', 'Selection'),
      about.selection.length === 0 ? say('全部', 'everything') : about.selection.join(' '),
    ],
    [say('程序', 'Program'), about.program],
  ];
  const rows: SheetRow[] = [
    line(
      [
        {
          value: say('预算绩效表核对底稿', 'Reconciliation of budget-performance forms'),
          style: looks.title,
        },
      ],
      28,
    ),
    { cells: [] },
    ...facts.map(([name, value]) => line([heading(name), text(value, 2)])),
    { cells: [] },
    line([heading(say('问题', 'Findings')), heading(say('数量', 'Count')), heading(say('含义', 'Meaning'))]),
    ...(['error', 'warning', 'info'] as const).map((severity) => severityRow(plan, severity, language)),
    { cells: [] },
    line([heading(say('工作表', 'Sheet')), heading(''), heading(say('内容', 'What it shows'))]),
    ...(Object.keys(explanations) as (keyof typeof explanations)[]).map((name) =>
      line([linkTo(plan.names[name]), text(explanations[name][language], 1)]),
    ),
    ...sheetsOfForms(plan, language),
    { cells: [] },
    ...[...legend(language), ...left(plan, language)].map((sentence) => line([text(sentence, 3)])),
  ];
  return { name: plan.names.overview, widths, rows, headerRows: 0, tab: '57606A', orientation: 'landscape' };
}

function line(cells: SheetCell[], height?: number): SheetRow {
  let at = 0;
  let lines = 1;
  const placed: (SheetCell | null)[] = [];
  for (const cell of cells) {
    const columns = cell.span?.columns ?? 1;
    const room = widths.slice(at, at + columns).reduce((sum, width) => sum + width, 0);
    if (typeof cell.value === 'string' && cell.style.wrap) lines = Math.max(lines, linesIn(cell.value, room));
    placed.push(cell, ...Array.from({ length: columns - 1 }, () => ({ value: null, style: cell.style })));
    at += columns;
  }
  return { cells: placed, height: height ?? heightOf(lines) };
}

function heading(value: string): SheetCell {
  return { value, style: looks.header };
}

/** Over two columns: sheets of forms have long names. */
function linkTo(sheet: string): SheetCell {
  return { value: sheet, style: looks.link, link: { sheet, ref: 'A1' }, span: { rows: 1, columns: 2 } };
}

function text(value: string, columns: number): SheetCell {
  return { value, style: looks.text, span: { rows: 1, columns } };
}

const meanings: Record<Severity, Message> = {
  error: {
    zh: '按所填精度不可能成立。',
    en: 'Cannot be right at the precision printed.',
  },
  warning: {
    zh: '很可能有误，或只在少见的理解下成立。',
    en: 'Probably wrong, or right only under an unusual reading.',
  },
  info: { zh: '值得一看，不是错误。', en: 'Worth a look; no error.' },
};

function severityRow(plan: Plan, severity: Severity, language: Language): SheetRow {
  return line([
    { value: severityNames[severity][language], style: ofSeverity(severity) },
    { value: { digits: String(plan.counts[severity]) }, style: looks.centred },
    text(meanings[severity][language], 1),
  ]);
}

function sheetsOfForms(plan: Plan, language: Language): SheetRow[] {
  const [first] = plan.forms;
  if (first === undefined) return [];
  const { sheet } = first.layout;
  const count = plan.forms.length;
  const what =
    language === 'zh'
      ? `其后 ${count} 张工作表：每张是一份表的原样，问题单元格着色，批注写明问题，点击回到问题清单。`
      : `The ${count} sheets after these: each a form as it was filed, cells in question coloured, with a note that names the finding; a click leads back to the list.`;
  return [line([linkTo(sheet), text(what, 1)])];
}

function legend(language: Language): string[] {
  return language === 'zh'
    ? [
        '着色：深色是存疑的数字或建议修改的单元格，浅色是参与计算的单元格。',
        '数字按原表的写法显示，可以直接求和；文字一律按文字存放，没有任何公式。',
      ]
    : [
        'Colours: the deep one is of the figure in question or the cell to change, the pale one of cells that take part.',
        'Figures are shown as printed and can be added up; every text is stored as text, and nothing is a formula.',
      ];
}

/** What there was no room for, and how to get it. */
function left({ formsLeft, forms }: Plan, language: Language): string[] {
  if (formsLeft === 0) return [];
  return language === 'zh'
    ? [
        `另有 ${formsLeft} 份表没有单列工作表（先列问题最多的 ${forms.length} 份）；“表单”清单中工作表一栏为“—”的就是。可用 --organisation、--year、--form 缩小范围，或用 --sheets 增加工作表。`,
      ]
    : [
        `${formsLeft} more forms have no sheet of their own (the ${forms.length} with the most findings have); they are those with — in the list of forms. Narrow the export with --organisation, --year or --form, or allow more with --sheets.`,
      ];
}
