import { describe, expect, test } from 'vitest';
import { reconcile } from '../../../src/reconcile/index.ts';
import { grid, read } from '../../reading/drawing.ts';

/** The whole of an account in a text and in its table; the unit and every figure are invented. */
const table = (total: string) =>
  grid(`
 | 收入 | < | 支出 | < |
 | 项目 | 预算数 | 项目 | 预算数 |
 | 一、一般公共预算拨款收入 | 842.30 | 一、一般公共服务支出 | 730.30 |
 | 二、其他收入 | 28.00 | 二、住房保障支出 | 140.00 |
 | 本年收入合计 | 870.30 | 本年支出合计 | 870.30 |
 | 上年结转 | 20.00 | 年终结转 | 20.00 |
 | 收入总计 | ${total} | 支出总计 | ${total} |`);

const findings = (said: string, title = '2031年部门收支预算总表') =>
  reconcile(read(said, `${title}（单位：万元）`, table('890.30'))).findings.flatMap(
    ({ rule, severity, message }) =>
      severity === 'info' ? [] : [`${rule} ${/\d[\d.]*(?=万元)/.exec(message.zh)?.[0]}`],
  );

describe('the whole of an account', () => {
  test.each([
    '2031年收支总预算890.30万元。',
    '2031年收入总预算870.30万元。',
    '2031年支出预算合计890.3万元。',
  ])('may be that of the year or with what was left: %s', (said) => expect(findings(said)).toEqual([]));

  test('another one is told', () => {
    expect(findings('2031年收支总预算893.30万元。')).toEqual(['NAR-01 893.30']);
    expect(findings('2031年收入预算合计896.3万元。')).toEqual(['NAR-01 896.3']);
  });

  test('that of other money, of another year or far away is not held to it', () => {
    expect(findings('2031年财政拨款收支总预算862.30万元。')).toEqual([]);
    expect(findings('2030年收支总预算862.30万元。')).toEqual([]);
    expect(findings('2031年收支总预算89.30万元。')).toEqual([]);
    expect(findings('2031年收支总预算862.30万元。', '2031年财政拨款收支预算总表')).toEqual([]);
  });

  test('what an approval sets is the whole', () => {
    const title = '2031年部门收支预算批复表';
    expect(
      findings('一、核定你单位2031年收入预算890.30万元，其中：一般公共预算拨款842.30万元。', title),
    ).toEqual([]);
    expect(
      findings('一、核定你单位2031年收入预算893.30万元，其中：一般公共预算拨款842.30万元。', title),
    ).toEqual(['NAR-01 893.30']);
    expect(findings('上年收入预算893.30万元。', title)).toEqual([]);
  });
});
