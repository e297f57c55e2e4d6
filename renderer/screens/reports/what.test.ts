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
  expect(whatText('something new', 'zh-CN')).toBe('something new');
});
