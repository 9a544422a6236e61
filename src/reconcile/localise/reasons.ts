import type { Message } from '../../../schemas/index.ts';
import { show } from '../facts/exact.ts';
import { moneySize } from '../facts/units.ts';
import type { Candidate } from './candidate.ts';
import { cellAlike } from './printed-alike.ts';

/** Why a change is believed in, in words. */
const REASONS: Readonly<Record<string, Message>> = {
  H1: { zh: '相邻两位数字颠倒', en: 'two adjacent digits are transposed' },
  H2: { zh: '形近数字误认（0/6/8、1/7、3/8、5/6、4/9）', en: 'a digit was taken for one that looks like it' },
  H3: { zh: '一位数字有误', en: 'one digit differs' },
  H4: { zh: '漏写或重写一位数字', en: 'a digit was dropped or doubled' },
  H5: { zh: '相差整十倍数，疑为单位（元／万元）误用', en: 'off by a power of ten, as by a slip of unit' },
  H6: { zh: '整列金额单位（元／万元）误用', en: 'the whole column is in another unit (元 or 万元)' },
  H7: { zh: '小数点或千分位错位', en: 'the decimal point or a thousands comma is misplaced' },
  H8: { zh: '正负号有误', en: 'the sign is wrong' },
  H9: { zh: '两个单元格互换', en: 'two cells changed places' },
  H10: { zh: '可能漏列一行', en: 'a row may be missing' },
  H11: { zh: '重复计入一行或小计', en: 'a row or a subtotal is counted twice' },
  H12: { zh: '整行错位一列', en: 'the row stands one column off' },
  H14: { zh: '合计未随各项更新', en: 'the total was not updated with its parts' },
  H15: { zh: '合计漏计一项', en: 'the total leaves one part out' },
  H16: { zh: '比率用了另一分母', en: 'the rate was taken over another denominator' },
  H17: { zh: '与其他年度数字相同，疑为误抄', en: 'equal to the figure of another year, probably copied' },
  H18: { zh: '百分数与小数混用', en: 'a percentage and a fraction were mixed up' },
  H19: {
    zh: '没有一处笔误能解释，可能不止一处有误；仅按等式反推',
    en: 'no slip of one cell explains it, several may be wrong; only worked back from the equation',
  },
};

/** A power of ten in what has no unit of money. */
const SHIFTED: Message = {
  zh: '相差整十倍数，疑为多写、漏写了 0 或小数点',
  en: 'off by a power of ten, as by a zero or a decimal point',
};

/** A free value where slips of other cells would do. */
const ANEW: Message = { zh: '按等式重新计算', en: 'worked out anew from the equation' };

export function reasonOf({ generator, changes, missing, anew }: Candidate): Message {
  const isNoMoney = generator === 'H5' && moneySize(changes[0]!.fact.unit) === null;
  const byGenerator = isNoMoney ? SHIFTED : (REASONS[generator] ?? { zh: generator, en: generator });
  const reason = anew === true && generator === 'H19' ? ANEW : byGenerator;
  if (missing === true) {
    const value = show(changes[0]!.value);
    return { zh: `${reason.zh}，数值 ${value}`, en: `${reason.en}, of ${value}` };
  }
  const [what, ...others] = changes.map(
    ({ fact, value }) => `${fact.label} ${fact.text} → ${cellAlike(fact, value)}`,
  );
  // A whole column is told by its first cell.
  const more =
    others.length > 1
      ? { zh: `等 ${changes.length} 处`, en: ` and ${others.length} more` }
      : {
          zh: others.map((other) => `；${other}`).join(''),
          en: others.map((other) => `; ${other}`).join(''),
        };
  return { zh: `${reason.zh}：${what}${more.zh}`, en: `${reason.en}: ${what}${more.en}` };
}
