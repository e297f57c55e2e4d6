import { expect, it } from 'vitest';
import type { Output } from '../../../services/contract/index.ts';
import { outcome } from './focus-export.ts';

const t = ((key: string, values: Record<string, unknown> = {}) => (key === 'and' ? ', ' : `${key}${JSON.stringify(values)}`)) as Parameters<
  typeof outcome
>[0];
const gap = (kind: 'empty' | 'filled' | 'note', column: string, count: number) => ({
  kind,
  column,
  count,
  message: '',
  said: { template: '', params: {} },
});
const written = (valid: boolean, gaps: ReturnType<typeof gap>[]): Output<'export/focus'> => ({
  file: 'f.csv',
  sha256: '',
  rows: 1200,
  bytes: 1,
  dataset: 'cost-and-usage',
  version: '1.2',
  valid,
  gaps,
});

it('a file that passes is good news, and says what was filled', () => {
  expect(outcome(t, written(true, []))).toEqual({
    text: 'done{"n":"1,200","count":1200,"file":"f.csv"} valid{"version":"1.2"}',
    mark: 'pass',
  });
  expect(outcome(t, written(true, [gap('filled', 'ListCost', 2), gap('note', 'BilledCost', 1)])).text).toContain(
    'filled{"columns":"gap{\\"column\\":\\"ListCost\\",\\"n\\":\\"2\\"}"}',
  );
});

it('a file with gaps asks for a look, and names the first columns', () => {
  const { text, mark } = outcome(
    t,
    written(
      false,
      Array.from({ length: 8 }, (_, i) => gap('empty', `C${i}`, i)),
    ),
  );
  expect(mark).toBe('due');
  expect(text).toContain('C5');
  expect(text).not.toContain('C6');
  expect(text).toContain('…');
});
