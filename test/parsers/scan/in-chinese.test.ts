import { expect, it } from 'vitest';
import { inChinese } from '../../../parsers/scan/lines/read-text.ts';

it.each([
  ['—级指标', '一级指标'],
  ['本表—般由单位填报', '本表一般由单位填报'],
  ['统—支付', '统一支付'],
  ['第—季度', '第一季度'],
  ['——级别', '——级别'],
  ['38.5—44.1', '38.5—44.1'],
  ['北京—上海', '北京—上海'],
])('%s is %s', (read, text) => {
  expect(inChinese(read)).toBe(text);
});
