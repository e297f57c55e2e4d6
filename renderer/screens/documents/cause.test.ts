import { expect, it } from 'vitest';
import en from '../../i18n/en/documents.json';
import { causeOf } from './cause.ts';

it.each([
  ['certificate TB-WHT-000001', 'certificate', 'TB-WHT-000001'],
  ['certificate was W-1 was refused', 'certificate-refused', 'was W-1'],
  ['payment TT 7', 'payment', 'TT 7'],
  ['credit note CN-1 was voided', 'credit-note-voided', 'CN-1'],
  ['import of inv.json', 'import-of', 'inv.json'],
])('“%s” is %s of %s', (reason, key, name) => {
  expect(causeOf('settled', reason)).toEqual({ key, name });
  expect(en.cause).toHaveProperty(key);
});
it('leaves what a person wrote alone', () => {
  expect(causeOf('voided', 'payment twice')).toBeNull();
  expect(causeOf('reopened', 'found an error')).toBeNull();
});
