import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emlText, type Mail } from './eml.ts';
import { base64Body, encodedWords, parameter } from './encode.ts';

const mail = (change: Partial<Mail> = {}): Mail => ({
  from: { name: 'Ann "A"', email: 'ann@example.com' },
  to: [
    { name: '财务部', email: 'cw@example.com' },
    { name: '', email: 'b@example.com' },
  ],
  subject: 'Due: 待办',
  body: 'Hello,\n发票\n',
  date: '2024-02-29T03:04:05.678Z',
  id: 'abc',
  files: [],
  ...change,
});

it('is a draft in plain ASCII with the body in base64', () => {
  const text = emlText(mail());
  expect(/^[\x09\x0a\x0d\x20-\x7e]*$/.test(text)).toBe(true);
  expect(text.split('\r\n').slice(0, 12)).toEqual([
    'X-Unsent: 1',
    'Date: Thu, 29 Feb 2024 03:04:05 +0000',
    'From: "Ann \\"A\\"" <ann@example.com>',
    'To: =?utf-8?B?6LSi5Yqh6YOo?= <cw@example.com>,',
    ' b@example.com',
    'Subject: =?utf-8?B?RHVlOiDlvoXlip4=?=',
    'Message-ID: <abc@tallybook.invalid>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('Hello,\r\n发票\r\n').toString('base64'),
  ]);
  expect(emlText(mail({ to: [] }))).toContain('\r\nTo: undisclosed-recipients:;\r\n');
});

it('carries files with their names', () => {
  const text = emlText(mail({ files: [{ name: '发票 1.pdf', type: 'application/pdf', data: new Uint8Array([1, 2, 3]) }] }));
  expect(text).toContain('Content-Type: multipart/mixed;\r\n boundary="=_abc"');
  expect(text).toContain(`Content-Disposition: attachment;\r\n filename*=utf-8''%E5%8F%91%E7%A5%A8%201.pdf\r\n`);
  expect(text.trimEnd().endsWith('--=_abc--')).toBe(true);
});

it('a line break in a name or subject begins no header', () => {
  const text = emlText(mail({ subject: 'a\r\nBcc: x@y', from: { name: 'a\r\nBcc: x@y', email: 'a@b' } }));
  expect(text.split('\r\n').some((line) => line.startsWith('Bcc'))).toBe(false);
  expect(parameter('name', 'a\r\nX: y').split('\r\n')).toHaveLength(2);
});

it('encodes any text in words of at most 75 characters that join to it again', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '票', '😀', ' ', '=?', 'é'), { minLength: 1, maxLength: 80 }), (parts) => {
      const text = parts.join('').replace(/\s+/g, ' ').trim();
      const words = encodedWords(text, 9).split('\r\n ');
      const back = words.map((word) => {
        const [, data] = /^=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=$/.exec(word) ?? [];
        expect(word.length).toBeLessThanOrEqual(75);
        return data === undefined ? word : Buffer.from(data, 'base64').toString('utf8');
      });
      expect(back.join('')).toBe(text);
    }),
  );
});

it('writes base64 as everybody does', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
      expect(base64Body(data).replaceAll('\r\n', '')).toBe(Buffer.from(data).toString('base64'));
    }),
  ));
