import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AllocationLine } from '../../../../services/contract/allocation.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { useCommand } from '../../../app/hooks.ts';
import { DateInput, ErrorState } from '../../../ui/index.ts';
import { useAllocationWords } from './words.ts';

/** Gives the term by hand, to the order or to this line alone, and takes it back. */
export function TermForm({ line, given }: { line: AllocationLine; given: Output<'allocation/line'>['given'] }) {
  const { t } = useAllocationWords();
  const [opened, setOpened] = useState(false);
  const [first, setFirst] = useState<string | null>(line.term?.first ?? line.date);
  const [last, setLast] = useState<string | null>(line.term?.last ?? null);
  const [note, setNote] = useState('');
  const [to, setTo] = useState<'order' | 'line'>(line.orderId === null ? 'line' : 'order');
  const set = useCommand('allocation/setTerm', { quiet: true });
  const clear = useCommand('allocation/clearTerm');
  const target = (which: 'order' | 'line') =>
    which === 'order' && line.orderId !== null ? { order: line.orderId, vendor: line.vendor } : { line: line.id };
  if (!opened)
    return (
      <div className="row-actions">
        <Button size="xs" variant={line.gap ? 'filled' : 'default'} onClick={() => setOpened(true)}>
          {t(line.gap ? 'giveTerm' : 'changeTerm')}
        </Button>
        {given ? (
          <Button size="xs" variant="default" loading={clear.busy} onClick={() => void clear.run({ to: target(given.to) })}>
            {t('takeBack')}
          </Button>
        ) : null}
      </div>
    );
  const save = async (): Promise<void> => {
    if (first === null || last === null) return;
    const result = await set.run({ to: target(to), first, last, note: note.trim() });
    if (result.ok) setOpened(false);
  };
  return (
    <form
      className="allocation-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {line.orderId !== null && (
        <SegmentedControl
          size="xs"
          aria-label={t('givenTo')}
          value={to}
          onChange={(next) => setTo(next === 'line' ? 'line' : 'order')}
          data={[
            { value: 'order', label: t('toOrder') },
            { value: 'line', label: t('toLine') },
          ]}
        />
      )}
      <div className="allocation-days">
        <DateInput label={t('first')} value={first} onChange={setFirst} required />
        <DateInput
          label={t('last')}
          description={t('lastIncluded')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={last}
          onChange={setLast}
          required
        />
      </div>
      <TextInput label={t('note')} placeholder={t('noteHint')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {set.error && <ErrorState error={set.error} />}
      <div className="row-actions">
        <Button type="submit" size="xs" loading={set.busy} disabled={first === null || last === null}>
          {t('save')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpened(false)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
