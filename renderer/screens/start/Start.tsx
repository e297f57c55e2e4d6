import { IconBook2, IconFolderOpen, IconSparkles, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import { Logo } from '../../app/Logo.tsx';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/start.json';
import { ErrorState } from '../../ui/index.ts';
import { NewBook } from './NewBook.tsx';
import { useBooks } from './useBooks.ts';

/** No book is open: make one, open one, or look around with sample data. */
export function Start() {
  const t = useWords<typeof words>('start');
  const [making, setMaking] = useState(false);
  const books = useBooks();
  if (making) return <NewBook onClose={() => setMaking(false)} onMade={books.enter} />;
  return (
    <div className="welcome">
      <div className="welcome-inner">
        <div className="welcome-head">
          <Logo size={32} />
          <h1>Tallybook</h1>
        </div>
        <p className="welcome-lead">{t('lead')}</p>
        <div className="welcome-ways">
          <Way icon={IconBook2} title={t('newBook')} text={t('newBookText')} onClick={() => setMaking(true)} />
          <Way
            icon={IconFolderOpen}
            title={t('openBook')}
            text={t('openBookText')}
            busy={books.busy === 'open'}
            onClick={() => void books.choose()}
          />
          <Way
            icon={IconSparkles}
            title={t('sample')}
            text={t('sampleText')}
            busy={books.busy === 'sample'}
            onClick={() => void books.sample()}
          />
        </div>
        {books.error && <ErrorState error={books.error} />}
        {books.recent.length > 0 && (
          <section aria-label={t('recent')}>
            <h2 className="section-title">{t('recent')}</h2>
            <ul className="recent">
              {books.recent.map((book) => (
                <li key={book.token}>
                  <button type="button" onClick={() => void books.open(book.token)}>
                    <IconBook2 size={16} stroke={1.5} aria-hidden="true" />
                    <span>{book.name.replace(/\.tallybook$/, '')}</span>
                    <time dateTime={book.openedAt ?? undefined}>
                      {book.openedAt ? book.openedAt.slice(0, 16).replace('T', ' ') : t('neverOpened')}
                    </time>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

function Way({
  icon: Glyph,
  title,
  text,
  busy = false,
  onClick,
}: {
  icon: Icon;
  title: string;
  text: string;
  busy?: boolean;
  onClick: () => void;
}) {
  return (
    <button type="button" className="way" onClick={onClick} disabled={busy} aria-busy={busy}>
      <Glyph size={24} stroke={1.5} aria-hidden="true" />
      <span className="way-title">{title}</span>
      <span className="way-text">{text}</span>
    </button>
  );
}
