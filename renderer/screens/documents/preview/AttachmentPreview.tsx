import { ActionIcon, CloseButton, Loader, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useContext, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useActions } from '../../../actions/registry.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/preview.json';
import { ErrorState } from '../../../ui/index.ts';
import { InspectorHost } from '../../../ui/Inspector.tsx';
import { bytesText } from '../keys.ts';
import { Pages } from './Pages.tsx';
import { usePreview, type PreviewSource, type PreviewState } from './usePreview.ts';
import { ZipList } from './ZipList.tsx';
import './preview.css';

/**
 * A file shown beside the work: pages as pictures, an archive as a list. It stands in the frame's right column, beside the
 * inspector where there is one. `place` is this file among its own, from 1.
 */
export function AttachmentPreview({
  source,
  name,
  place,
  count,
  onStep,
  onSave,
  onClose,
}: {
  source: PreviewSource;
  name: string;
  place: number;
  count: number;
  onStep: (to: number) => void;
  /** Absent where the file is not in the book yet. */
  onSave?: () => void;
  onClose: () => void;
}) {
  const t = useWords<typeof words>('preview');
  const { element, use } = useContext(InspectorHost);
  const state = usePreview(source);
  useEffect(() => {
    use(1);
    return () => use(-1);
  }, [use]);
  useActions([
    { id: 'preview.close', title: t('close'), group: 'view', shortcut: 'escape', inFields: true, quiet: true, perform: onClose },
  ]);
  if (!element) return null;
  return createPortal(
    <section className="preview" aria-label={t('title', { file: name })}>
      <div className="preview-head">
        {count > 1 && (
          <>
            <ActionIcon variant="subtle" color="gray" aria-label={t('fileBefore')} disabled={place <= 1} onClick={() => onStep(place - 1)}>
              <IconChevronLeft size={16} stroke={1.5} />
            </ActionIcon>
            <span className="preview-count">{t('place', { place, count })}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('fileAfter')}
              disabled={place >= count}
              onClick={() => onStep(place + 1)}
            >
              <IconChevronRight size={16} stroke={1.5} />
            </ActionIcon>
          </>
        )}
        <h2 title={name}>
          <bdi>{name}</bdi>
        </h2>
        {state.facts && <span className="preview-size">{bytesText(state.facts.size)}</span>}
        {onSave && (
          <Tooltip label={t('save')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('save')} onClick={onSave}>
              <IconDownload size={16} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        )}
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </div>
      <Warnings state={state} />
      <Body state={state} saves={onSave !== undefined} />
    </section>,
    element,
  );
}

function Warnings({ state }: { state: PreviewState }) {
  const tell = useTell();
  if (!state.facts || state.facts.warnings.length === 0) return null;
  return (
    <ul className="preview-warnings">
      {state.facts.warnings.map((warning) => (
        <li key={warning.template}>
          <IconAlertTriangle size={14} stroke={1.5} aria-hidden="true" />
          {tell.sentence(warning)}
        </li>
      ))}
    </ul>
  );
}

function Body({ state, saves }: { state: PreviewState; saves: boolean }) {
  const t = useWords<typeof words>('preview');
  if (state.error)
    return (
      <div className="preview-scroll plain">
        <ErrorState error={state.error} />
      </div>
    );
  if (state.trouble)
    return (
      <div className="preview-scroll plain">
        <div className="preview-trouble" role="alert">
          <p className="error-title">{t(`trouble.${state.trouble}`)}</p>
          <p>{t(`remedy.${state.trouble}`)}</p>
          {saves && <p>{t('stillSaved')}</p>}
        </div>
      </div>
    );
  if (state.facts?.entries) return <ZipList entries={state.facts.entries} />;
  if (state.paper) return <Pages paper={state.paper} />;
  return (
    <div className="preview-scroll plain" role="status" aria-label={t('loading')}>
      <Loader size="sm" />
    </div>
  );
}
