import type { TextFigure } from '../../../schemas/index.ts';
import type { RatioEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { ratioEdit } from '../edits/ratios.ts';
import { magnitude, unitInLastPlace } from '../facts/exact.ts';
import { normalised } from '../keys.ts';
import { type Claim, factOf, relationsOf } from './claims.ts';

/** 区级资金, 专项经费: money that is there to be spent. */
export const isFund = (name: string): boolean =>
  /(?:资金|经费)$/.test(name) && !/支出|使用|执行|支付|拨付|结余|结转|剩余|其中|未|超/.test(name);
const SPENT = /^(?:实际|累计|已|共)*(?:支出|使用|支付|执行)(?:资金|金额)?$/;
const RATE = /^(?:资金|预算)?(?:支出|使用|执行|支付)率$/;

/** 区级资金1052万元，支出914.96万元，支出率86.97%: three figures right behind one another, the rate being the second over the first. */
export function spentOfFunds(claim: Claim): RatioEdit[] {
  const { figures, text } = claim.text;
  return figures.flatMap((figure, index): RatioEdit[] => {
    const [fund, spent] = [figures[index - 2], figures[index - 1]];
    if (figure.unit !== '%' || fund === undefined || spent === undefined) return [];
    if (!isNamed(figure, RATE) || !isMoney(spent) || !isNamed(spent, SPENT)) return [];
    if (!isMoney(fund) || !isFund(normalised(fund.item))) return [];
    if (/[。；;\n]|其中/.test(text.slice(fund.offset, figure.offset))) return [];
    // What the reading already tells of the rate is judged there.
    if (relationsOf(claim, 'rate_of', 'share_of').some(({ from }) => from === index)) return [];
    const [rate, numerator, denominator] = [index, index - 1, index - 2].map((i) => factOf(claim, i));
    if (rate == null || numerator == null || denominator == null || denominator.value <= 0n) return [];
    const says = { zh: '文字中的支出率', en: 'the rate of spending in the text' };
    const edit = ratioEdit(claim.text, { rule: 'NAR-02', rate, numerator, denominator, says });
    // A rate may be cut off.
    const off = evaluate(edit)?.residual ?? 0n;
    return magnitude(off) <= unitInLastPlace(rate.places) ? [] : [edit];
  });
}

const isNamed = ({ item, op, role }: TextFigure, name: RegExp): boolean =>
  role === 'stated' && op === '=' && name.test(normalised(item));

const isMoney = ({ base_unit: unit, op, role }: TextFigure): boolean =>
  unit === '元' && op === '=' && role === 'stated';
