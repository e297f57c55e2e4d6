import { useState } from 'react';
import { notifyDone, notifyError } from '../../../app/notify.tsx';
import { bridge } from '../../../host/bridge.ts';
import { pickFiles, saveAs } from '../../../host/files.ts';
import { useRuleWords } from './rule-words.ts';

/** Packs to and from files; `file` is one that was chosen and is being looked at. */
export function usePackFiles(): {
  file: string | null;
  choose: () => Promise<void>;
  drop: () => void;
  save: (what: 'pack' | 'own') => Promise<void>;
} {
  const { t } = useRuleWords();
  const [file, setFile] = useState<string | null>(null);
  const choose = async (): Promise<void> => {
    const picked = await pickFiles('bills');
    if (!picked.ok) notifyError(picked.error);
    else setFile(picked.value[0]?.token ?? null);
  };
  const save = async (what: 'pack' | 'own'): Promise<void> => {
    const name = what === 'own' ? 'own-tax-rules.json' : 'tax-pack.json';
    const result = await saveAs(name, (target) => bridge().call('tax/export-pack', { target, what }));
    if (!result.ok) notifyError(result.error);
    else if (result.value) notifyDone(t('done.exported', { name: result.value.name, count: result.value.rules }));
  };
  return { file, choose, drop: () => setFile(null), save };
}
