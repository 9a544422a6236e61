import type { Indicator } from '../../../schemas/index.ts';
import { toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import { normalised } from '../keys.ts';
import type { Outcome } from '../rule.ts';
import { type Claim, figureEvidence, foundIn } from './claims.ts';

/** Shortest names that tell one indicator from another, in characters. */
const SHORTEST = 4;
/** Name columns cut long names off; a stump this long still tells. */
const SHORTEST_STUMP = 6;

/** The names are equal, one is the end of the other, or the form cut the indicator's name off. */
export function isNamed(item: string | null, { level3 }: Indicator): boolean {
  const said = plain(item);
  const name = plain(level3);
  if (said.length < SHORTEST || name.length < SHORTEST) return false;
  if (said === name || name.endsWith(said) || said.endsWith(name)) return true;
  // 改造供水工程12处 and 改造供水工程数量: the unit says what the name does.
  const thing = withoutMeasure(name);
  if (thing.length >= SHORTEST && thing !== name && said.endsWith(thing)) return true;
  return name.length >= SHORTEST_STUMP && said.startsWith(name);
}

/** What is counted or measured of a thing, at the end of its name. */
const MEASURED = /(?:数量|总量|规模|人次|面积|里程|长度|(?:人|次|户|座|件|套|台|场|期|个|场次)?数|场次)$/;

export const withoutMeasure = (name: string): string => name.replace(MEASURED, '');

export const plain = (name: string | null): string => normalised(name).replace(/（.*?）|[、，,]/g, '');

/** Whether a figure of a text and the value of an indicator count the same: 万人 and 人, 名 and 人. */
export function comparable(a: string | null, b: string | null): boolean {
  const kind = (unit: string | null): string =>
    (unit ?? '')
      .normalize('NFKC')
      .replace(/^[亿万千百]+/, '')
      .replace(/^人次$/, '次')
      .replace(/^[名位]$/, '人');
  return kind(a) === kind(b) || (b === null && a !== '%');
}

/** Whether a cell asks for a figure or reports it, in words. */
const SIDES = {
  target: { zh: '指标值', en: 'target' },
  actual: { zh: '完成值', en: 'actual value' },
};

/** A figure of a text that the indicator of its name has otherwise. */
export function broken(claim: Claim, index: number, fact: Fact, value: Fact, name: string): Outcome {
  const side = SIDES[value.field === 'actual' ? 'actual' : 'target'];
  const isNamed = name !== fact.label;
  return foundIn(claim, {
    filingId: claim.text.filing_id,
    documentId: claim.text.document_id,
    verdict: 'improbable',
    message: {
      zh: `文字写“${fact.label}”${fact.text}，${isNamed ? `“${name}”的` : ''}${side.zh}为 ${value.text}`,
      en: `the text has “${fact.label}” as ${fact.text}, its ${side.en}${isNamed ? ` under “${name}”` : ''} is ${value.text}`,
    },
    evidence: [figureEvidence(claim, index, 'text'), evidenceOf(value, 'indicator')],
    operands: [fact.key, value.key],
    expected: toNumber((fact.value * fact.factor) / value.factor),
    actual: value.printed,
    difference: toNumber(value.value - (fact.value * fact.factor) / value.factor),
    tolerance: toNumber(fact.half + value.half),
  });
}
