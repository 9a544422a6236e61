import type { Message } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { show } from '../facts/exact.ts';
import { firstRef, readSum } from './formula.ts';

/**
 * What the formula of a total has to do with its parts: it names fewer cells than it should, or it names them all and was
 * not computed again. Null where the total has no formula that only adds.
 */
export function formulaNote({ terms }: LinearEdit): Message | null {
  const [total, ...parts] = terms;
  const formula = total?.fact.formula;
  const sum = formula === undefined ? null : readSum(formula);
  if (total === undefined || sum === null) return null;
  const named = new Set(sum.cells.map(({ ref }) => ref));
  const { sheet, ref } = total.fact.source;
  const left = parts.filter(({ fact: { source } }) => {
    const cell = firstRef(source.ref);
    return cell !== null && source.sheet === sheet && !named.has(cell);
  });
  if (left.length === parts.length) return null;
  const own = `${ref ?? ''} =${formula}`;
  if (left.length === 0) {
    const printed = show(total.fact.value);
    return {
      zh: `${own} 已含各项，存储值 ${printed} 未重新计算`,
      en: `${own} names all parts; the stored ${printed} was not computed again`,
    };
  }
  const cells = left.map(({ fact }) => `${firstRef(fact.source.ref)} ${fact.label} ${fact.text}`);
  return { zh: `${own} 漏了 ${cells.join('、')}`, en: `${own} leaves out ${cells.join(', ')}` };
}
