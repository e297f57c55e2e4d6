import { fail, ok, type Result } from '../../domain/result.ts';
import type { CallOptions, ChangeEvent, Services } from '../../services/runtime/services.ts';

export type StandIn = Pick<Services, 'dispatch' | 'onChange' | 'close'> & {
  calls: { name: string; input: unknown }[];
  change(event: ChangeEvent): void;
  closed: boolean;
};

/** Services of three procedures, to test a host without a book: `echo`, `slow` (until cancelled) and `steps` (progress). */
export function standInServices(): StandIn {
  const listeners = new Set<(event: ChangeEvent) => void>();
  const standIn: StandIn = {
    calls: [],
    closed: false,
    change: (event) => listeners.forEach((listener) => listener(event)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => void (standIn.closed = true),
    async dispatch(name: string, input: unknown, options: CallOptions = {}): Promise<Result<unknown>> {
      standIn.calls.push({ name, input });
      if (name === 'echo' || name === 'book/open' || name === 'book/create') return ok(input);
      if (name === 'steps') {
        for (const done of [1, 2, 3])
          options.onProgress?.({ stage: 'counting', done, total: 3, unit: 'rows', rate: null, remaining: null });
        return ok('counted');
      }
      if (name === 'slow')
        return new Promise((resolve) => options.signal?.addEventListener('abort', () => resolve(fail('call.cancelled', 'Cancelled.'))));
      return fail('call.unknown', `There is no procedure “${name}”.`);
    },
  };
  return standIn;
}
