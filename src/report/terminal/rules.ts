import type { Rule } from '../../reconcile/rule.ts';
import { toleranceNames } from '../finding/tolerance.ts';
import { kindNames, type Language, severityNames, words } from '../wording.ts';
import { columnTable } from './columns.ts';
import type { Paint } from './paint.ts';
import { wrap } from './width.ts';

/** The catalogue as a table: code, severity of a breach, kind, title. */
export function ruleList(rules: readonly Rule[], language: Language, width: number, paint: Paint): string {
  const columns = [
    { title: words.rule[language] },
    { title: words.severity[language] },
    { title: words.kind[language] },
    { title: words.title[language], least: 20 },
  ];
  const rows = rules.map(({ id, severity, kind, title }) => [
    id,
    { text: severityNames[severity][language], paint: (text: string) => paint.severity(severity, text) },
    kindNames[kind][language],
    title[language],
  ]);
  const [titles, line, ...rest] = columnTable(columns, rows, width);
  return `${[paint.strong(titles!), paint.faint(line!), ...rest].join('\n')}\n`;
}

/** One rule for a reader who met its code in a report. */
export function ruleExplanation(rule: Rule, language: Language, width: number, paint: Paint): string {
  const { id, title, severity, kind, tolerance, explanation, example, parameters } = rule;
  const severityName = paint.severity(severity, severityNames[severity][language]);
  const lines = [
    `${paint.strong(`${id}  ${title[language]}`)}`,
    `${severityName} · ${kindNames[kind][language]} · ${tolerance} ${toleranceNames[tolerance][language]}`,
    '',
    ...wrap(explanation[language], width),
    '',
    ...wrap(`${words.example[language]}  ${example[language]}`, width),
    ...Object.entries(parameters).flatMap(([name, { value, unit, reason }]) =>
      wrap(`${name} = ${value} ${unit}  ${reason}`, width),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
