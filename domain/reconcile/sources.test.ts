import { expect, it } from 'vitest';
import { checks } from './checks/index.ts';
import { sourceWords } from './sources.ts';

it.each([...new Set(checks.map((check) => check.source))])('the source “%s” is told in Chinese too', (source) =>
  expect(sourceWords(source).zh).not.toBe(source),
);
