import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Quantity } from '../../schemas/index.ts';
import { readOperator } from '../../src/values/operators.ts';
import { readQuantity } from '../../src/values/quantity.ts';
import { baseOf, scaleOf } from '../../src/values/units.ts';

type Row = [
  text: string,
  op: string,
  value: number,
  unit: string | null,
  base: number | null,
  baseUnit: string | null,
];

describe('a number', () => {
  test.each<Row>([
    ['95', '=', 95, null, null, null],
    ['’123.45', '=', 123.45, null, null, null],
    ["'95%", '=', 95, '%', 0.95, '1'],
    ['14.99¹', '=', 14.99, null, null, null],
    ['14.99①', '=', 14.99, null, null, null],
    ['14.99*', '=', 14.99, null, null, null],
    ['14.99万元（注2）', '=', 14.99, '万元', 149900, '元'],
    ['≥12场[1]', '>=', 12, '场', 12, '场'],
    ['1 234.50', '=', 1234.5, null, null, null],
    ['1 234 567万元', '=', 1234567, '万元', 12345670000, '元'],
    ['≥40扇', '>=', 40, '扇', 40, '扇'],
    ['60顶', '=', 60, '顶', 60, '顶'],
    ['≥900叶', '>=', 900, '叶', 900, '叶'],
    ['≥12航班', '>=', 12, '航班', 12, '航班'],
    ['=32通道', '=', 32, '通道', 32, '通道'],
    ['≤18/10万', '<=', 18, '/10万', 18, '1/10万'],
    ['≤5人/10万人', '<=', 5, '人/10万人', 5, '人/10万人'],
    ['≥300万千瓦时', '>=', 300, '万千瓦时', 3000000, '千瓦时'],
    ['100%（全部完成）', '=', 100, '%', 1, '1'],
    ['≥85分（百分制）', '>=', 85, '分', 85, '分'],
    ['15台（套）', '=', 15, '台(套)', 15, '台'],
    ['≥95%', '>=', 95, '%', 0.95, '1'],
    ['≧９５％', '>=', 95, '%', 0.95, '1'],
    ['>= 98 %', '>=', 98, '%', 0.98, '1'],
    ['=>3', '>=', 3, null, null, null],
    ['=<3', '<=', 3, null, null, null],
    ['═3人', '=', 3, '人', 3, '人'],
    ['＜10天', '<', 10, '天', 10, '天'],
    ['不低于95%', '>=', 95, '%', 0.95, '1'],
    ['不少于12种', '>=', 12, '种', 12, '种'],
    ['大于等于10157.6平方米', '>=', 10157.6, '平方米', 10157.6, '平方米'],
    ['超过3次', '>', 3, '次', 3, '次'],
    ['低于5‰', '<', 5, '‰', 0.005, '1'],
    ['控制在5%以内', '<=', 5, '%', 0.05, '1'],
    ['控制在120万元', '<=', 120, '万元', 1200000, '元'],
    ['95%以上', '>=', 95, '%', 0.95, '1'],
    ['95%（含）以上', '>=', 95, '%', 0.95, '1'],
    ['3次及以上', '>=', 3, '次', 3, '次'],
    ['95%（含95%）以上', '>=', 95, '%', 0.95, '1'],
    ['95%以上（不含）', '>', 95, '%', 0.95, '1'],
    ['5天（不含）以下', '<', 5, '天', 5, '天'],
    ['100万以内', '<=', 100, '万', 1000000, '1'],
    ['10个工作日内', '<=', 10, '个工作日', 10, '个工作日'],
    ['5%左右', '=', 5, '%', 0.05, '1'],
    ['约3000人', '=', 3000, '人', 3000, '人'],
    ['达到90%以上', '>=', 90, '%', 0.9, '1'],
    ['17.5万人', '=', 17.5, '万人', 175000, '人'],
    ['6951.77万元', '=', 6951.77, '万元', 69517700, '元'],
    ['2.3亿元', '=', 2.3, '亿元', 230000000, '元'],
    ['45.5元/人/月', '=', 45.5, '元/人/月', 45.5, '元/人/月'],
    ['<=0.42万元/次', '<=', 0.42, '万元/次', 4200, '元/次'],
    ['30元／人', '=', 30, '元/人', 30, '元/人'],
    ['3元/万人', '=', 3, '元/万人', 0.0003, '元/人'],
    ['0.97比例', '=', 0.97, '比例', 0.97, '1'],
    ['98%(百分比)', '=', 98, '%(百分比)', 0.98, '1'],
    ['2km', '=', 2, 'km', 2, '公里'],
    ['120㎡', '=', 120, '㎡', 120, '平方米'],
    ['25TB', '=', 25, 'TB', 25, 'TB'],
    ['2台（套）', '=', 2, '台(套)', 2, '台'],
    ['28.40/株', '=', 28.4, '/株', 28.4, '1/株'],
    ['24,216.22', '=', 24216.22, null, null, null],
    ['-12.5%', '=', -12.5, '%', -0.125, '1'],
    ['—8.72', '=', -8.72, null, null, null],
    ['— 1,208.50万元', '=', -1208.5, '万元', -12085000, '元'],
    ['三万五千', '=', 35000, null, null, null],
    ['十二次', '=', 12, '次', 12, '次'],
    ['一百零五人', '=', 105, '人', 105, '人'],
    ['不少于三次', '>=', 3, '次', 3, '次'],
    ['百分之九十五', '=', 95, '%', 0.95, '1'],
    ['〉95%', '>', 95, '%', 0.95, '1'],
    ['0起', '=', 0, '起', 0, '起'],
    ['零', '=', 0, null, null, null],
    ['100（%）', '=', 100, '%', 1, '1'],
    ['95％以上（含95％）', '>=', 95, '%', 0.95, '1'],
    ['500元/每人', '=', 500, '元/每人', 500, '元/人'],
    ['10元/人.天', '=', 10, '元/人.天', 10, '元/人/天'],
    ['≥1000亩次', '>=', 1000, '亩次', 1000, '亩次'],
    ['98%。', '=', 98, '%', 0.98, '1'],
    ['3个乡镇', '=', 3, '个乡镇', 3, '个乡镇'],
    ['3个月', '=', 3, '个月', 3, '个月'],
  ])('%s', (raw, op, value, unit, base, baseUnit) => {
    const expected = {
      raw,
      kind: 'number',
      op,
      value,
      upper: null,
      unit,
      base_value: base,
      base_unit: baseUnit,
    };
    expect(readQuantity(raw)).toEqual(expected);
  });

  test('reads figures that are ticked', () => {
    for (const text of ['☑12.8公里', '√ 12.8公里', '12.8公里✔', '🗹12.8公里', '■12.8公里'])
      expect(readQuantity(text)).toMatchObject({ kind: 'number', value: 12.8, unit: '公里' });
    expect(readQuantity('☑≥90%')).toMatchObject({ op: '>=', value: 90, unit: '%' });
    for (const text of ['□90%', '☑90% □80%', '√']) expect(readQuantity(text).kind).toBe('text');
  });

  test('takes unit and operator from columns of their own where it prints none', () => {
    expect(readQuantity('98', { unit: '%(百分比)', op: '≥' })).toMatchObject({
      op: '>=',
      unit: '%(百分比)',
      base_value: 0.98,
    });
    expect(readQuantity('3', { unit: '万人', op: '大于等于' })).toMatchObject({
      op: '>=',
      unit: '万人',
      base_value: 30000,
    });
    expect(readQuantity('≤5次', { unit: '个', op: '≥' })).toMatchObject({ op: '<=', unit: '次' });
    expect(readQuantity('5', { unit: '/', op: '定性' })).toMatchObject({ op: '=', unit: null });
    expect(readQuantity('100万', { unit: '元' })).toMatchObject({ unit: '万元', base_value: 1000000 });
    expect(readQuantity('100万', { unit: '万元' })).toMatchObject({ unit: '万元', base_value: 1000000 });
    expect(readQuantity('0.5亿', { unit: '万元' })).toMatchObject({ unit: '亿元', base_value: 50_000_000 });
    expect(readQuantity('RMB980.5', { unit: '万元' })).toMatchObject({ value: 980.5, unit: '万元' });
    expect(readQuantity('人民币980.5万元整', { unit: '元' })).toMatchObject({ value: 980.5, unit: '万元' });
    expect(readQuantity('0.5亿', { unit: '万人' })).toMatchObject({ unit: '亿' });
    expect(readQuantity('100万', { unit: '%' })).toMatchObject({ unit: '万' });
    expect(readQuantity('28.4/株', { unit: '元' })).toMatchObject({ unit: '元/株' });
  });
});

test('letters that look like digits, and powers of ten, are no units', () => {
  for (const text of ['1OOO', '98ll', '9.805E2']) expect(readQuantity(text).kind).toBe('text');
  expect(readQuantity('5l').unit).toBe('l');
});

test('a line broken within three digits is one number', () => {
  expect(readQuantity('116,2\n67,000.00').value).toBe(116267000);
  expect(readQuantity('1,23\n4').value).toBe(1234);
  expect(readQuantity('980.\n50').value).toBe(980.5);
  expect(readQuantity('1,980\n.5').value).toBe(1980.5);
  for (const text of ['116,267\n67,000', '1,2\n6,000', '5\n600', '1.\n2.5', '98\n0.5'])
    expect(readQuantity(text).kind).toBe('text');
});

describe('a range', () => {
  test.each<[string, number, number, string | null, number | null]>([
    ['1--1.2万人', 1, 1.2, '万人', 10000],
    ['0.3-0.4万人', 0.3, 0.4, '万人', 3000],
    ['1～3', 1, 3, null, null],
    ['1至3个', 1, 3, '个', 1],
    ['5—10人', 5, 10, '人', 5],
    ['90%-95%', 90, 95, '%', 0.9],
    ['90－95％', 90, 95, '%', 0.9],
    ['15万-20万元', 15, 20, '万元', 150000],
    ['3-5个工作日内', 3, 5, '个工作日', 3],
    ['介于5至10次之间', 5, 10, '次', 5],
    ['5次—10次之间', 5, 10, '次', 5],
    ['5-10（次）', 5, 10, '次', 5],
  ])('%s', (raw, value, upper, unit, base) => {
    expect(readQuantity(raw)).toMatchObject({
      raw,
      kind: 'range',
      op: null,
      value,
      upper,
      unit,
      base_value: base,
    });
  });

  test('a unit column serves it too', () => {
    expect(readQuantity('1-2', { unit: '万人' })).toMatchObject({
      kind: 'range',
      unit: '万人',
      base_value: 10000,
    });
  });

  test('ends above its start or is no range', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.nat(100_000),
        fc.constantFrom('-', '--', '～', '—', '至'),
        (a, b, link) => {
          const range = readQuantity(`${a}${link}${b}个`);
          expect(range.kind).toBe(a <= b ? 'range' : 'text');
          if (range.kind === 'range') expect(range.upper).toBeGreaterThanOrEqual(range.value as number);
        },
      ),
    );
  });
});

describe('words', () => {
  test.each([
    '持续运行',
    '调整率100%，调整待遇额当月发放。',
    '2020年全年',
    '12月31日',
    '900叶',
    '900航班',
    '≥95合格',
    '≥8增长',
    '≥2万像',
    '12底到位',
    '2021年1月-12月',
    '1-12月',
    '2021-2023年',
    '202001-202012',
    '20230101-20231231',
    '2023-11-20',
    '2023/11/20',
    '二〇二三年',
    '一季度',
    '不适用',
    '一般',
    '一定',
    '一起',
    '一级',
    '十分',
    '万',
    '稳步提高10%',
    '14名退休老干部',
    '1,23',
    '1.234.5',
    '5 6',
    '5-3',
    '≥3-5',
    '≥≤5',
    '95%≤x',
    '≥**个',
    '%',
    '万元',
    '%=99',
    '二100',
    '51178121000000027938',
    '3/4',
    '10³',
    '200公里²',
    '20.00△',
    '1:1',
    '010-12345678',
    '√',
    '每月2次',
  ])('%s', (raw) => {
    expect(readQuantity(raw)).toMatchObject({
      raw,
      kind: 'text',
      op: null,
      value: null,
      upper: null,
      unit: null,
    });
  });

  test.each(['', ' ', '　', '无', '-', '—', '——', '--', '/', '／', '……', '…', '...', '━'])(
    '"%s" is blank',
    (raw) => {
      expect(readQuantity(raw)).toMatchObject({ raw, kind: 'blank', op: null, value: null });
    },
  );

  test.each(['9月前', '2021年12月底前', '每月15日前', '2024年6月30日之前'])(
    '%s is a date with a bound',
    (raw) => {
      expect(readQuantity(raw)).toMatchObject({ raw, kind: 'text', op: '<=', value: null, unit: null });
    },
  );

  test.each(['12月底', '2024年6月30日', '2023年全年'])('%s has none', (raw) => {
    expect(readQuantity(raw)).toMatchObject({ raw, kind: 'text', op: null });
  });

  test('a unit beside words stays out', () => {
    expect(readQuantity('良好', { unit: '%', op: '≥' })).toMatchObject({
      kind: 'text',
      op: null,
      unit: null,
    });
  });
});

test.each([
  ['≥', '>='],
  ['＞＝', '>='],
  ['≦', '<='],
  ['═', '='],
  ['大于等于', '>='],
  ['不高于', '<='],
  ['等于', '='],
  ['小于', '<'],
  ['≥(大于等于)', '>='],
  ['定性', null],
  ['', null],
  ['正向指标', null],
  ['95', null],
])('the operator column %s says %s', (text, op) => {
  expect(readOperator(text)).toBe(op);
});

const units = fc.constantFrom(
  '',
  '%',
  '元',
  '万元',
  '万人',
  '人次',
  '元/人/月',
  '万元/次',
  '平方米',
  '个',
  'km',
  '个工作日',
);
const operators = fc.constantFrom<[string, string]>(
  ['', '='],
  ['≥', '>='],
  ['<=', '<='],
  ['＞', '>'],
  ['不超过', '<='],
  ['不低于', '>='],
);

test('every formatted quantity is read back', () => {
  const numbers = fc.tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 4 }));
  fc.assert(
    fc.property(operators, numbers, units, fc.boolean(), ([sign, op], [digits, places], unit, wide) => {
      const number = (digits / 10 ** places).toFixed(places);
      const text =
        sign +
        (wide ? number.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)) : number) +
        unit;
      const quantity = readQuantity(text);
      expect(quantity).toMatchObject({
        raw: text,
        kind: 'number',
        op,
        value: Number(number),
        unit: unit || null,
      });
      expect(Quantity.safeParse(quantity).success).toBe(true);
    }),
  );
});

describe('base units', () => {
  test.each([
    [6951.77, '万元', 69517700, '元'],
    [0.1, '亿元', 10000000, '元'],
    [1.005, '万元', 10050, '元'],
    [33.3, '%', 0.333, '1'],
    [3, '个百分点', 0.03, '1'],
    [12, '千米', 12, '公里'],
    [5, '万千瓦时', 50000, '千瓦时'],
    [2, '百万元', 2000000, '元'],
  ])('%d %s', (value, unit, base, baseUnit) => {
    expect(baseOf(value, unit)).toMatchObject({ value: base, unit: baseUnit });
  });

  test('no unit, no value, no base', () => {
    expect(baseOf(3, null)).toBeNull();
    expect(baseOf(3, '')).toBeNull();
    expect(baseOf(null, '元')).toBeNull();
    expect(baseOf(Number.NaN, '元')).toBeNull();
    expect(baseOf(1, '亿'.repeat(100))).toBeNull();
    expect(baseOf(9e15, '亿'.repeat(39))?.value).toBeLessThan(Number.MAX_VALUE);
  });

  test('万 is exactly four places for any printed value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e10 }), (cents) => {
        expect(baseOf(cents / 100, '万元')?.value).toBe(cents * 100);
      }),
    );
    expect(scaleOf('__proto__')).toEqual({ base: '__proto__', power: 0 });
  });
});
