import { Tabs } from '@mantine/core';
import { useCall } from '../../app/hooks.ts';
import { useParam } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/settings.json';
import { Card, ErrorState, PageHeader } from '../../ui/index.ts';
import { Accounts } from './accounts/Accounts.tsx';
import { Appearance } from './Appearance.tsx';
import { AuditTrail } from './AuditTrail.tsx';
import { Parties } from './parties/Parties.tsx';
import { BookFacts, BookProfile } from './BookProfile.tsx';
import { WatchedFolder } from '../watch/WatchedFolder.tsx';
import { useWatch } from '../watch/useWatch.ts';
import { Calendars } from './calendars/Calendars.tsx';
import { Safety } from './Safety.tsx';

const TABS = ['book', 'accounts', 'parties', 'calendars', 'watch', 'appearance', 'safety', 'audit'] as const;

/** The book's profile, its accounts, the folder it watches, how the window looks, proof and copies of the book, and who did what. */
export function Settings() {
  const t = useWords<typeof words>('settings');
  const [param, setParam] = useParam('tab');
  const watch = useWatch();
  const tabs = TABS.filter((name) => name !== 'watch' || watch.offered);
  const tab = tabs.find((name) => name === param) ?? 'book';
  const book = useCall('book/info', {});
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <Tabs value={tab} onChange={(value) => setParam(value)} keepMounted={false} className="page settings-tabs">
        <Tabs.List px={12} aria-label={t('title')}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {book.error && <ErrorState error={book.error} retry={book.retry} />}
        <Tabs.Panel value="book" className="page-scroll">
          {book.data && (
            <div className="page-narrow">
              <Card title={t('profile')}>
                <BookProfile key={book.data.location} book={book.data} />
              </Card>
              <Card title={t('file')}>
                <BookFacts book={book.data} />
              </Card>
            </div>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="accounts" className="page">
          <Accounts />
        </Tabs.Panel>
        <Tabs.Panel value="parties" className="page">
          <Parties />
        </Tabs.Panel>
        <Tabs.Panel value="calendars" className="page-scroll">
          <Calendars />
        </Tabs.Panel>
        <Tabs.Panel value="watch" className="page">
          <WatchedFolder watch={watch} />
        </Tabs.Panel>
        <Tabs.Panel value="appearance" className="page-scroll">
          <div className="page-narrow">
            <Appearance />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="safety" className="page-scroll">
          <div className="page-narrow">{book.data && <Safety name={book.data.name} />}</div>
        </Tabs.Panel>
        <Tabs.Panel value="audit" className="page">
          <AuditTrail />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
