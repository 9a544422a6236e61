import type { Rule } from '../src/reconcile/rule.ts';

/** Families of the catalogue, in its order, with what they are about. */
const FAMILIES: readonly (readonly [family: string, about: string])[] = [
  ['STR', 'Structure of a form'],
  ['UNI', 'Units and signs'],
  ['SUM', 'Sums'],
  ['PCT', 'Shares and rates'],
  ['WGT', 'Weights'],
  ['SCR', 'Scores'],
  ['IND', 'Indicators'],
  ['UCQ', 'Unit costs'],
  ['RAT', 'Ratios of the common indicators'],
  ['NAR', 'Prose against tables'],
  ['XTB', 'Two tables of one document'],
  ['TXT', 'Codes, units and standards as texts'],
  ['YOY', 'Against the year before'],
  ['XDOC', 'Across documents'],
  ['TMP', 'Years and periods'],
  ['STA', 'Against many filings'],
  ['EXT', 'Reading slips'],
];

const TOLERANCES: Readonly<Record<Rule['tolerance'], string>> = {
  T0: 'exact',
  T1: 'interval by the precision of the column',
  T2: 'interval under the rounding that the table keeps',
  T3: 'statistical',
  T4: 'band of a ratio',
  TS: 'a matter of wording',
};

const SCOPES: Readonly<Record<Rule['scope'], string>> = {
  filing: 'one form',
  document: 'all forms of a file',
  set: 'many files',
};

/** docs/rules.md: every rule of the registry, from what it says of itself. */
export function rulesPage(rules: readonly Rule[]): string {
  const known = new Set(FAMILIES.map(([family]) => family));
  const others = [...new Set(rules.map(familyOf))].filter((family) => !known.has(family));
  const families = [...FAMILIES, ...others.map((family) => [family, family] as const)];
  const present = families.filter(([family]) => rules.some((rule) => familyOf(rule) === family));
  return [
    '# Rules',
    '',
    `The ${rules.length} rules of the catalogue, rendered from the rules themselves by \`node scripts/docs.ts\`. A code is for ever: a rule may`,
    'be retired, its code is not given again. `hedui rules explain CODE` prints one entry; [rules-how-to.md](rules-how-to.md) says how one is written.',
    '',
    'The severity is that of a breach; what rounding, truncation or another denominator explains is told as `info`, what is improbable',
    'but possible as a `warning` at most. A profile may change a severity or switch a rule off.',
    '',
    ...present.flatMap(([family, about]) => [
      `- [${about}](#${anchor(about)}): ${rules.filter((rule) => familyOf(rule) === family).length}`,
    ]),
    '',
    ...present.flatMap(([family, about]) => [
      `## ${about}`,
      '',
      ...rules.filter((rule) => familyOf(rule) === family).flatMap(entry),
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function familyOf({ id }: Rule): string {
  return id.replace(/-.*$/, '');
}

function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function entry({
  example,
  explanation,
  id,
  kind,
  parameters,
  scope,
  severity,
  title,
  tolerance,
}: Rule): string[] {
  const thresholds = Object.entries(parameters);
  return [
    `### ${id} ${title.en}`,
    '',
    `**${title.zh}** · ${severity} · \`${kind}\` · ${tolerance} ${TOLERANCES[tolerance]} · ${SCOPES[scope]}`,
    '',
    explanation.en,
    '',
    explanation.zh,
    '',
    `Example: ${example.en}. 例：${example.zh}。`,
    '',
    ...(thresholds.length === 0 ? [] : ['| threshold | value | why |', '| --- | --- | --- |']),
    ...thresholds.map(([name, { reason, unit, value }]) => `| \`${name}\` | ${value} ${unit} | ${reason} |`),
    ...(thresholds.length === 0 ? [] : ['']),
  ];
}
