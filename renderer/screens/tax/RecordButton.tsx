import { Button } from '@mantine/core';
import { useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import type { QuoteAsk } from './case.ts';
import { useRuleWords } from './rules/rule-words.ts';

/** Keeps the answer in the book with the very rules that it used. */
export function RecordButton({ ask }: { ask: QuoteAsk }) {
  const { t } = useRuleWords();
  const record = useCommand('tax/record-quote');
  const run = async (): Promise<void> => {
    const result = await record.run(ask);
    if (result.ok) notifyDone(t('record.done', { id: result.value.id }));
  };
  return (
    <Button variant="default" loading={record.busy} onClick={() => void run()} mt="md">
      {t('record.save')}
    </Button>
  );
}
