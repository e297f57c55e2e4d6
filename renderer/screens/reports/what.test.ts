import { expect, it } from 'vitest';
import { whatText } from './what.ts';

it('names what an export holds', () => {
  expect(whatText('report 2023-09', 'en')).toBe('Report 2023-09');
  expect(whatText('report 2023-09', 'zh-CN')).toBe('2023-09 对账报告');
  expect(whatText('transaction statement lines 2023-09', 'zh-CN')).toBe('2023-09 流水账单');
  expect(whatText('bill lines 2023-09', 'en')).toBe('Bill lines 2023-09');
  expect(whatText('bill lines', 'zh-CN')).toBe('账单明细');
  expect(whatText('bill by productType, account 2023-09', 'zh-CN')).toBe('2023-09 账单分组');
  expect(whatText('bill by tag:a 2023', 'en')).toBe('Bill, grouped');
  expect(whatText('transaction statement by account', 'en')).toBe('Statement, grouped');
  expect(whatText('bill summary 2023-09', 'zh-CN')).toBe('2023-09 账单汇总');
  expect(whatText('WHT certificates', 'zh-CN')).toBe('WHT凭证登记簿');
  expect(whatText('document INV-1', 'zh-CN')).toBe('单据 INV-1');
  expect(whatText('invoice register 2024-01-01 2024-03-31', 'en')).toBe('Invoice register 2024-01-01 – 2024-03-31');
  expect(whatText('tax register 2024-01-01 2024-03-31', 'zh-CN')).toBe('2024-01-01 至 2024-03-31 税务登记簿');
  expect(whatText('WHT register 2024-01-01 2024-03-31', 'en')).toBe('WHT register 2024-01-01 – 2024-03-31');
  expect(whatText('WHT list TH-PND-53 2024-03', 'zh-CN')).toBe('2024-03 申报清单 TH-PND-53');
  expect(whatText('WHT certificate 67-0031', 'zh-CN')).toBe('WHT凭证 67-0031');
  expect(whatText('WHT message A-1 … (2)', 'en')).toBe('Message on A-1 … (2)');
  expect(whatText('ageing', 'zh-CN')).toBe('账龄');
  expect(whatText('ageing 2024-03-31', 'en')).toBe('Ageing 2024-03-31');
  expect(whatText('reverse-charge worksheet 2024-04-01 2024-06-30', 'en')).toBe('Reverse charge 2024-04-01 – 2024-06-30');
  expect(whatText('reverse-charge worksheet AE 2024-04-01 2024-06-30', 'zh-CN')).toBe('2024-04-01 至 2024-06-30 反向征税 AE');
  expect(whatText('something new', 'zh-CN')).toBe('something new');
});
