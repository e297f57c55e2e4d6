import { describe, expect, it, vi } from 'vitest';
import { plainTextOnly } from '../app/trusted-types.ts';
import { BOOTSTRAP_PREFIX as theirs, PORT_MESSAGE, TOKEN_HEADER } from '../../services/contract/host.ts';
import { lines } from './lines.ts';
import { readPush } from './pending.ts';
import * as own from './protocol.ts';
import { takeBootstrap } from './session.ts';
import { safeName } from './files.ts';

describe('protocol', () => {
  it('uses the words of the host contract', () => expect(own).toMatchObject({ BOOTSTRAP_PREFIX: theirs, PORT_MESSAGE, TOKEN_HEADER }));
});

describe('lines', () => {
  it('joins lines over chunks, also within a letter, and drops a cut-off end', async () => {
    const bytes = new TextEncoder().encode('{"a":"账"}\n\n{"b":2}\n{"c"');
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 3) controller.enqueue(bytes.slice(at, at + 3));
        controller.close();
      },
    });
    const got: string[] = [];
    for await (const line of lines(stream)) got.push(line);
    expect(got).toEqual(['{"a":"账"}', '{"b":2}']);
  });
  it('lets go of the stream when nobody reads on', async () => {
    const cancel = vi.fn();
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('1\n2\n')),
      cancel,
    });
    for await (const line of lines(stream)) if (line === '1') break;
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe('readPush', () => {
  it('takes known messages only', () => {
    expect(readPush({ type: 'changed', topics: ['bills'] })).toEqual({ type: 'changed', topics: ['bills'] });
    for (const other of [null, 'x', {}, { type: 'changed' }, { type: 'progress', id: 3, progress: {} }, { type: 'result', id: 'a' }])
      expect(readPush(other)).toBeUndefined();
  });
});

describe('takeBootstrap', () => {
  it('takes the one-time word out of the address', () => {
    const replaceState = vi.fn();
    const history = { replaceState } as unknown as History;
    expect(takeBootstrap({ hash: '#bootstrap=abc_-9', pathname: '/' } as Location, history)).toBe('abc_-9');
    expect(replaceState).toHaveBeenCalledWith(null, '', '/');
    expect(takeBootstrap({ hash: '#/bills', pathname: '/' } as Location, history)).toBeNull();
    expect(replaceState).toHaveBeenCalledTimes(1);
  });
});

describe('plainTextOnly', () => {
  it('passes style rules and refuses markup', () => {
    expect(plainTextOnly('a > b { color: red }')).toBe('a > b { color: red }');
    expect(() => plainTextOnly('<img src=x onerror=alert(1)>')).toThrow(TypeError);
  });
});

describe('safeName', () => {
  it('keeps letters of any script and no path', () =>
    expect(['账本 2023/09', '../../etc', '***'].map(safeName)).toEqual(['账本-2023-09', 'etc', 'file']));
});
