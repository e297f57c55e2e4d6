import { Button, Loader } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useActions } from '../../../actions/registry.ts';
import type { FileHead } from '../../../../services/contract/imports.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/mapping.json';
import { EmptyState, ErrorState, PageHeader } from '../../../ui/index.ts';
import { useQueue } from '../queue.ts';
import { CutBar } from './CutBar.tsx';
import { BY_CONTENT, draftOf, openOf, readingOf, recut, understood, withProfile, type Cut, type Draft } from './draft.ts';
import { ProfileBar } from './ProfileBar.tsx';
import { ReadingPanel } from './ReadingPanel.tsx';
import { Sheet } from './Sheet.tsx';
import { Understood } from './Understood.tsx';
import './mapping.css';

/** Gives the columns of a file their fields, once; the file is on the list of the import page. */
export function Mapping({ token }: { token: string }) {
  const t = useWords<typeof words>('mapping');
  const go = useGo();
  const card = useQueue().cards.find((c) => c.token === token);
  const back = (): void => go('/import');
  if (!card)
    return (
      <div className="page">
        <PageHeader title={t('title')} />
        <EmptyState icon={IconFileImport} title={t('gone')} text={t('goneText')} actions={<Button onClick={back}>{t('back')}</Button>} />
      </div>
    );
  return <File key={token} token={token} name={card.name} onDone={back} />;
}

function File({ token, name, onDone }: { token: string; name: string; onDone: () => void }) {
  const t = useWords<typeof words>('mapping');
  const saved = useCall('profiles/list', {});
  const by = useQueue().cards.find((c) => c.token === token);
  const start = by?.profile ?? saved.data?.find((s) => `profile:${s.profile.id}` === (by?.format ?? by?.preview?.format))?.profile ?? null;
  const [cut, setCut] = useState<Cut>(BY_CONTENT);
  const head = useCall('import/head', { file: token, ...cut }, { keep: true });
  const [made, setMade] = useState<{ head: FileHead; draft: Draft } | null>(null);
  // The draft follows the file: made for its first look, carried over when it is cut in another way.
  const ready = head.data && !saved.loading;
  const draft =
    !ready || !head.data
      ? null
      : made === null
        ? start
          ? withProfile(head.data, start)
          : draftOf(head.data)
        : made.head === head.data
          ? made.draft
          : recut(made.draft, made.head, head.data);
  const change = (next: Draft): void => {
    if (head.data) setMade({ head: head.data, draft: next });
  };
  useActions([{ id: 'mapping.back', title: t('back'), group: 'record', perform: onDone }]);
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        status={<span className="dim mapping-file">{name}</span>}
        actions={
          <Button variant="default" onClick={onDone}>
            {t('back')}
          </Button>
        }
      />
      <div className="mapping">
        <CutBar
          cut={cut}
          head={head.data ?? null}
          busy={head.loading || head.refreshing}
          onCut={(next) => {
            if (head.data && draft) setMade({ head: head.data, draft });
            setCut(next);
          }}
        />
        {head.error && <ErrorState error={head.error} retry={head.retry} />}
        {!head.error && (!head.data || !draft) && (
          <p className="mapping-wait dim" role="status">
            <Loader size={14} /> {t('look')}
          </p>
        )}
        {head.data && draft && !head.error && (
          <Body
            token={token}
            name={name}
            cut={cut}
            head={head.data}
            draft={draft}
            onChange={change}
            onDone={onDone}
            saved={(saved.data ?? []).map((s) => s.profile)}
          />
        )}
      </div>
    </div>
  );
}

type BodyProps = {
  token: string;
  name: string;
  cut: Cut;
  head: FileHead;
  draft: Draft;
  saved: Parameters<typeof ProfileBar>[0]['saved'];
  onChange: (draft: Draft) => void;
  onDone: () => void;
};

function Body({ token, name, cut, head, draft, saved, onChange, onDone }: BodyProps) {
  const reading = readingOf(head, draft);
  const open = openOf(draft, reading);
  return (
    <>
      <div className="mapping-body">
        <div className="mapping-main">
          <Sheet head={head} draft={draft} onChange={onChange} />
          <Understood read={understood(head, draft)} />
        </div>
        <ReadingPanel draft={draft} reading={reading} open={open} onChange={onChange} />
      </div>
      <ProfileBar
        token={token}
        name={name}
        cut={cut}
        head={head}
        draft={draft}
        open={open}
        saved={saved}
        onChange={onChange}
        onDone={onDone}
      />
    </>
  );
}
