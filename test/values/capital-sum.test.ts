import { expect, test } from 'vitest';
import { isCapitalSum, readQuantity } from '../../src/values/index.ts';

test.each([
  ['贰佰叁拾万元整（¥2,300,000.00）', 2_300_000],
  ['人民币壹拾贰万伍仟元整', 125_000],
  ['大写：壹佰贰拾万元整 小写：￥1,200,000.00', 1_200_000],
  ['120万元（大写：壹佰贰拾万元整）', 1_200_000],
  ['壹仟贰佰叁拾肆元伍角陆分', 1234.56],
  ['叁拾元零伍分', 30.05],
])('%s is a sum in yuan', (text, yuan) => {
  expect(readQuantity(text)).toMatchObject({ kind: 'number', value: yuan, unit: '元' });
});

test('a sum in words that is not its figure is neither of the two', () => {
  expect(readQuantity('壹佰贰拾万元整（¥1,300,000.00）')).toMatchObject({ kind: 'text', value: null });
  expect(isCapitalSum('壹佰贰拾万元整(¥1,300,000.00)')).toBe(true);
});

test.each(['陆河县财政局', '补助叁佰元和米面', '壹号楼', '2,300,000.00元'])('%s is none', (text) => {
  expect(isCapitalSum(text)).toBe(false);
});
