import type { Reject } from './Rejects.tsx';
import { cutAround } from './state.ts';

/** The original row with the rejected cell marked, where it can be told apart. */
export function Marked({ reject }: { reject: Pick<Reject, 'original' | 'value'> }) {
  const cut = cutAround(reject.original, reject.value);
  return cut ? (
    <>
      {cut[0]}
      <mark>{cut[1]}</mark>
      {cut[2]}
    </>
  ) : (
    <>{reject.original}</>
  );
}
