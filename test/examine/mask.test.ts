import { describe, expect, test } from 'vitest';
import { maskContacts, maskName, maskPhone, maskText } from '../../src/examine/mask.ts';
import { examination, filing, finding } from '../report/fictional.ts';

describe('masking', () => {
  test('of names keeps the family name', () => {
    expect(['林知秋', '欧阳明月', '林'].map(maskName)).toEqual(['林**', '欧***', '林*']);
  });

  test('of numbers keeps the ends of a mobile number and two digits of others', () => {
    expect(maskPhone('13800001234')).toBe('138****1234');
    expect(maskPhone('0999-1234567')).toBe('****-*****67');
  });

  test('of texts finds telephone numbers and labelled names, and leaves figures alone', () => {
    expect(maskText('填报人：林知秋 电话：13800001234')).toBe('填报人：林** 电话：138****1234');
    expect(maskText('联系人: 林知秋，(0999) 1234567')).toBe('联系人: 林**，(****) *****67');
    for (const kept of [
      '资金13800001234.56元',
      '编码202400000001380000',
      '2023-2024年 1234.56',
      '负责人：各股室负责人及时完成',
    ])
      expect(maskText(kept)).toBe(kept);
  });

  test('takes no label for a name', () => {
    expect(maskText('单位负责人：　　填报人：林知秋')).toBe('单位负责人：　　填报人：林**');
    expect(maskText('负责人（签字）：林 秋　日期：')).toBe('负责人（签字）：林**　日期：');
  });

  test('reaches contacts, texts and evidence', () => {
    const source = { name: { ...finding().evidence[0]!.source } };
    const masked = maskContacts(
      examination({
        filings: [filing({ contacts: [{ role: '填报人', name: '林知秋', phone: '13800001234' }] })],
        texts: [
          {
            text_id: 't',
            document_id: 'd',
            filing_id: null,
            role: 'note',
            label: null,
            text: '联系人：林知秋 13800001234',
            figures: [],
            relations: [],
            source,
          },
        ],
        findings: [finding({ evidence: [{ ...finding().evidence[0]!, text: '电话 13800001234' }] })],
      }),
    );
    expect(JSON.stringify(masked)).not.toMatch(/林知秋|13800001234/);
  });
});
