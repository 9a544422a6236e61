import type { FilingRule, Parameter, Rule } from './rule.ts';

/** Thresholds that stand in for those of the rules: by rule, by name. */
export type Tuning = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What a tuning names that no rule has. */
export function unknownParameters(rules: readonly Rule[], tuning: Tuning): string[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return Object.entries(tuning).flatMap(([id, values]) => {
    const rule = byId.get(id);
    if (rule === undefined) return [id];
    return Object.keys(values)
      .filter((name) => !Object.hasOwn(rule.parameters, name))
      .map((name) => `${id}.${name}`);
  });
}

/**
 * The rules with other thresholds. A rule reads its thresholds from its own `parameters`, so the values stand there while
 * its check runs, which is synchronous, and the defaults are back when it returns.
 */
export function tunedRules(rules: readonly Rule[], tuning: Tuning): readonly Rule[] {
  return rules.map((rule) => {
    const values = Object.hasOwn(tuning, rule.id) ? tuning[rule.id] : undefined;
    return values === undefined ? rule : tuned(rule, values);
  });
}

function tuned(rule: Rule, values: Readonly<Record<string, number>>): Rule {
  const parameters: Record<string, Parameter> = { ...rule.parameters };
  for (const [name, value] of Object.entries(values)) {
    const parameter = parameters[name];
    if (parameter !== undefined) parameters[name] = { ...parameter, value };
  }
  // The three scopes differ in the context alone, which is handed through.
  const check = rule.check as FilingRule['check'];
  return {
    ...rule,
    parameters,
    check: (context: Parameters<typeof check>[0]) =>
      withValues(rule.parameters, values, () => check(context)),
  } as Rule;
}

function withValues<T>(
  parameters: Readonly<Record<string, Parameter>>,
  values: Readonly<Record<string, number>>,
  run: () => T,
): T {
  const defaults = Object.entries(parameters).map(([name, parameter]) => ({
    name,
    parameter,
    value: parameter.value,
  }));
  try {
    for (const { name, parameter } of defaults) {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value !== undefined) parameter.value = value;
    }
    return run();
  } finally {
    for (const { parameter, value } of defaults) parameter.value = value;
  }
}
