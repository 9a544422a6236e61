import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/reconcile/clauses/index.ts';
import { show } from '../../../src/reconcile/facts/exact.ts';

/** The clauses of a standard, as a reader would note them. */
function read(text: string): string[] | null {
  const program = compile(text);
  if (program === null) return null;
  return program.clauses.map((clause) => {
    if (clause.kind === 'pro_rata') return 'pro rata';
    if (clause.kind === 'formula')
      return `1 − ${show(clause.factor)}·${clause.numerator}/${clause.denominator}`;
    if (clause.kind === 'deduct') {
      const price = `${show(clause.points)}${clause.share ? '%' : ''}`;
      return `${clause.direction} ${show(clause.step)}${clause.unit}: −${price}`;
    }
    const when = clause.condition?.map(({ op, value }) => `${op}${show(value)}`).join(' ') ?? 'words';
    return `${when}: ${clause.points === null ? 'full' : show(clause.points)}`;
  });
}

describe('a scoring standard', () => {
  it.each<[string, string[]]>([
    ['100%计满分，每低于1%扣1分，扣完为止。', ['=100: full', 'under 1%: −1']],
    [
      '以100%为标准，在职人员控制率≤100%，计2分；每超过一个百分点扣0.5分，扣完为止。',
      ['<=100: 2', 'over 1%: −0.5'],
    ],
    ['资金到位率100%计满分，每下降五个百分点扣1分', ['=100: full', 'under 5%: −1']],
    ['100%以下（含）计满分，每超出1%扣1分', ['<=100: full', 'over 1%: −1']],
    ['100%计满分，每超过（降低）5%扣1分', ['=100: full', 'either 5%: −1']],
    ['变动率为0，计5分；＞0，每超过一个百分点扣1分', ['=0: 5', 'over 1%: −1']],
    ['完成率≥95%得满分，每降低1个百分点扣权重的5%', ['>=95: full', 'under 1%: −5%']],
    ['≥90%得5分，80%（含）-90%得4分，80%以下不得分', ['>=90: 5', '>=80 <90: 4', '<80: 0']],
    ['90%（含）以上得5分；60%（含）至90%得3分；低于60%不得分', ['>=90: 5', '>=60 <90: 3', '<60: 0']],
    ['满意度≥95%得10分，90%≤满意度<95%得8分', ['>=95: 10', '>=90 <95: 8']],
    ['按指标说明评价要点，每缺一项扣1分，扣完为止。', ['under 1count: −1']],
    ['缺一项扣0.5分，扣完为止', ['under 1count: −0.5']],
    ['每出现一例不符合要求的扣0.5分', ['under 1count: −0.5']],
    ['每延迟1天扣1分', ['over 1count: −1']],
    ['按照正常比例赋分', ['pro rata']],
    ['完成值达到指标值，记满分；未达到指标值，按B/A或A/B*该指标分值记分', ['words: full', 'pro rata']],
    ['（1－10×预算调剂/年初预算）×5分', ['1 − 10·预算调剂/年初预算']],
    ['有制度的计1分；有效执行的计1分', ['words: 1', 'words: 1']],
  ])('%s', (text, clauses) => {
    expect(read(text)).toEqual(clauses);
  });

  it('keeps the mark that a deduction counts from', () => {
    expect(show(compile('以95%为标准，每低于1%扣1分')?.reference ?? 0n)).toBe('95');
  });

  it('tells that points for each of something have no known most', () => {
    expect(compile('每项加2分；全部完成计1分')).toMatchObject({ open: true });
  });

  it.each(['', '直接赋分', '部门履职对社会发展的影响。', '偏差在±5%以内得满分', '得分'.repeat(400)])(
    'reads nothing in %s',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('never throws and always ends, whatever stands there', () => {
    const pieces = fc.constantFrom(
      '每',
      '扣',
      '得',
      '满分',
      '100%',
      '5分',
      '≥',
      '（含）',
      '-',
      '至',
      '超过',
      '。',
      '一项',
      '×',
      '/',
      '词',
    );
    const standards = fc.array(pieces, { maxLength: 30 }).map((list) => list.join(''));
    fc.assert(fc.property(standards, (text) => compile(text) !== undefined));
  });
});
