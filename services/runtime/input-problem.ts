import type { z } from 'zod';
import { inputOf } from '../../domain/words/inputs.ts';
import { say, type Said } from '../../domain/words/said.ts';

/** What is wrong with a value of an input: it completes the name of its field, as in “net: longer than 64 characters”. */
export function problemOf(issue: z.core.$ZodIssue): Said {
  const phrase = inputOf(issue.message);
  if (phrase) return say`this is not ${{ wanted: phrase }}`;
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? issue.minimum === 1
          ? say`this must not be empty`
          : say`this needs at least ${{ least: String(issue.minimum) }}`
        : say`this must be at least ${{ least: String(issue.minimum) }}`;
    case 'too_big':
      return issue.origin === 'string'
        ? say`this is longer than ${{ most: String(issue.maximum) }} characters`
        : say`this must be at most ${{ most: String(issue.maximum) }}`;
    case 'invalid_value':
      return say`this is not one of ${{ choices: issue.values.map(String) }}`;
    case 'invalid_type':
      return issue.input === undefined ? say`this is missing` : say`this is not of the kind that is wanted: ${{ wanted: issue.expected }}`;
    case 'unrecognized_keys':
      return say`there is no such field: ${{ fields: issue.keys }}`;
    default:
      return say`this is not valid: ${{ reason: issue.message }}`;
  }
}
