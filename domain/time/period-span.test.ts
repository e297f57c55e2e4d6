import { expect, it } from 'vitest';
import { periodSpan } from './period-span.ts';

it.each([
  ['2024-02', { first: '2024-02-01', last: '2024-02-29' }],
  ['2023-Q1', { first: '2023-01-01', last: '2023-03-31' }],
  ['2023-Q4', { first: '2023-10-01', last: '2023-12-31' }],
  ['2024', { first: '2024-01-01', last: '2024-12-31' }],
  ['2024-Q5', null],
  ['2024-13', null],
  ['24', null],
  ['2024-3', null],
])('%s', (text, span) => expect(periodSpan(text)).toEqual(span));
