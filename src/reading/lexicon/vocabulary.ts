import { foldLabel } from '../../values/fold.ts';

/** Labels of one role, parted by blanks, as they are printed. */
export type Entry<Role> = readonly [Role, string];

/** Labels that follow a scheme: 2023年决算数, 1-7月执行情况. Tried in order, after the exact labels. */
export type Pattern<Role> = readonly [Role, RegExp];

export interface Vocabulary<Role> {
  exact: Map<string, Role>;
  patterns: readonly Pattern<Role>[];
}

/** Longest label that is looked up, in characters: longer texts are answers, not labels. */
const LONGEST_LABEL = 40;

/** Builds a vocabulary; labels are folded as texts are, so the data may be written as it is printed. */
export function vocabulary<Role>(
  entries: readonly Entry<Role>[],
  patterns: readonly Pattern<Role>[] = [],
): Vocabulary<Role> {
  const exact = new Map<string, Role>();
  for (const [role, labels] of entries) {
    for (const label of labels.split(/\s+/)) if (label !== '') exact.set(foldLabel(label), role);
  }
  return { exact, patterns };
}

/** Longest label that follows a scheme, in characters: a longer one is a name with a label's words in it. */
const LONGEST_PATTERN = 18;

/** The role of a folded label, by its plainest form that the vocabulary knows; null where none does. */
export function lookUp<Role>(words: Vocabulary<Role>, forms: readonly string[]): Role | null {
  for (const form of forms) {
    const role = words.exact.get(form);
    if (role !== undefined) return role;
  }
  const last = forms.at(-1);
  if (last === undefined || last.length > LONGEST_PATTERN) return null;
  for (const [role, pattern] of words.patterns) if (pattern.test(last)) return role;
  return null;
}

const mark = /^(?:\(?[一二三四五六七八九十]{1,3}[、.)]|\(?\d{1,2}[、.)](?!\d)|[①-⑳]|[★*▲△]+)/;
/** A label with its value behind the colon is no label of a column or a row. */
const pair = /(?<!其中|其|包括|含)[::](?=[^:(])/;
const ofWhich = /^(?:其中|其|包括|含)[::]/;
const tail = /[::;,、*]+$/;
const brackets = /[([【][^()[\]【】]{0,24}[)\]】]$/;

/** 1、资金来源：（1）政府预算资金: the head of a list in the cell of its first line. */
const listHead = /^(?:\d[、.])?(?:资金|收入|支出|预算)(?:来源|结构|构成)[::](?=\()/;

/** 项目名称Project, 权重Weight: the same in another language behind it. No short name in capitals, which may be a thing itself. */
const translation =
  /(?<=^[\p{Script=Han}()\d、.:]{2,20})(?=[^a-z]*[a-z]{3})[A-Za-z][A-Za-z\d.,&'’/-]{3,}(?=\([万亿]?元\)$|[::]?$)/u;

/** How a column is worked out, behind its name: 执行率(5)=(4)/(3), 执行率③=②/①, 结余C=A-B. */
const formula =
  /(?<=率)=[\p{Script=Han}\dA-Z①-⑳()+\-*/×÷%]+$|(?<=率)\(?[①-⑳A-Z][/÷][①-⑳A-Z]\)?$|(?:\(\d{1,2}\)|[①-⑳]|(?<![A-Za-z(])[A-Z])?(?:=[\dA-Z①-⑳()+\-*/×÷%]+)?$/u;

/** 预算数（年初）, 执行数（全年）: the stage of a sum behind its name. */
const stageBehind =
  /^((?:预算|执行|支出|支付|安排|下达)数?|金额)\((年初|全年|调整后|调整|本年|上年|实际|累计)\)$/;

/**
 * The forms in which a label is looked up, from as printed to plainest: 一、其中：全年预算数(A)： →
 * the same without colon, without mark, without formula, without brackets. Empty for texts too long to be labels.
 */
export function labelForms(text: string): string[] {
  // 增（减）额 is 增减额.
  const key = text
    .replace(listHead, '')
    .replace(translation, '')
    .replace(/增\(减\)|减\(增\)/, '增减')
    .replace(stageBehind, '$2$1');
  if (key === '' || key.length > LONGEST_LABEL || pair.test(key)) return [];
  const forms = [key];
  let form = key.replace(tail, '');
  if (form !== key) forms.push(form);
  const bare = form.replace(mark, '').replace(ofWhich, '').replace(mark, '');
  if (bare !== form && bare !== '') {
    form = bare;
    forms.push(form);
  }
  const named = form.replace(formula, '');
  if (named !== form && named !== '' && !/\([^)]*$/.test(named)) {
    form = named;
    forms.push(form);
  }
  for (let cut = form.replace(brackets, ''); cut !== form && cut !== ''; cut = form.replace(brackets, '')) {
    form = cut.replace(tail, '');
    forms.push(form);
  }
  return forms;
}
