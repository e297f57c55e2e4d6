import { QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { invalidate, queryClient } from './query.ts';

afterEach(() => queryClient.clear());

/** A query whose answers the test hands over one by one. */
function asked(name: string) {
  const answers: ((value: string) => void)[] = [];
  const observer = new QueryObserver(queryClient, {
    queryKey: [name, {}],
    queryFn: () => new Promise<string>((resolve) => void answers.push(resolve)),
  });
  return { answers, observer, stop: observer.subscribe(() => undefined) };
}

describe('a change event', () => {
  it('that comes while the first answer is on its way has it asked for again', async () => {
    const { answers, observer, stop } = asked('invoices/list');
    expect(answers).toHaveLength(1);
    invalidate(['invoices']);
    expect(answers).toHaveLength(1);
    answers[0]!('before the change');
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]!('after it');
    await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('after it'));
    stop();
  });

  it('has an answer that is there asked for again, and leaves others alone', async () => {
    const [touched, other] = [asked('invoices/list'), asked('views/list')];
    touched.answers[0]!('old');
    other.answers[0]!('kept');
    await vi.waitFor(() => expect(other.observer.getCurrentResult().data).toBe('kept'));
    invalidate(['invoices']);
    await vi.waitFor(() => expect(touched.answers).toHaveLength(2));
    expect(other.answers).toHaveLength(1);
    touched.stop();
    other.stop();
  });
});
