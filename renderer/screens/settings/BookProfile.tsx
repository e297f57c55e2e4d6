import { Button, Loader } from '@mantine/core';
import { useState } from 'react';
import type { BookInfo } from '../../../services/contract/book.ts';
import { grouped } from '../../app/duration.ts';
import { useCall, useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/settings.json';
import { ErrorState, Facts, FormGrid, Wide } from '../../ui/index.ts';
import { ProfileFields } from '../start/ProfileFields.tsx';
import { wantsRegion, type Options, type Profile } from '../start/profile.ts';

const profileOf = (book: BookInfo): Profile => ({
  country: book.country,
  entity: book.entity,
  customerStatus: book.customerStatus,
  region: book.region,
  currency: book.currency,
  settlement: book.settlement,
  language: book.language,
  company: book.company,
});

/** The profile that decides which rules apply; saved as a whole. */
export function BookProfile({ book }: { book: BookInfo }) {
  const options = useCall('tax/options', {});
  if (options.error) return <ErrorState error={options.error} retry={options.retry} />;
  return options.data ? <ProfileForm book={book} options={options.data} /> : <Loader size="sm" />;
}

function ProfileForm({ book, options }: { book: BookInfo; options: Options }) {
  const t = useWords<typeof words>('settings');
  const saved = profileOf(book);
  const [profile, setProfile] = useState(saved);
  const update = useCommand('book/update', { quiet: true });
  const changed = JSON.stringify(profile) !== JSON.stringify(saved);
  const save = async (): Promise<void> => {
    if (!changed) return;
    const result = await update.run(profile);
    if (result.ok) notifyDone(t('saved'));
  };
  return (
    <FormGrid
      label={t('profile')}
      onSubmit={() => void save()}
      actions={
        <>
          <Button type="submit" disabled={!changed || wantsRegion(profile, options)} loading={update.busy}>
            {t('save')}
          </Button>
          {changed && (
            <Button variant="default" onClick={() => setProfile(saved)}>
              {t('revert')}
            </Button>
          )}
        </>
      }
    >
      <ProfileFields profile={profile} options={options} onChange={setProfile} />
      {update.error && (
        <Wide>
          <ErrorState error={update.error} />
        </Wide>
      )}
    </FormGrid>
  );
}

/** Where the book lies and what is in it. */
export function BookFacts({ book }: { book: BookInfo }) {
  const t = useWords<typeof words>('settings');
  return (
    <Facts
      items={[
        [t('fileName'), book.name],
        [t('location'), book.location],
        [t('schema'), String(book.version)],
        [t('createdAt'), book.createdAt.slice(0, 10)],
        [t('periods'), book.periods.length > 0 ? `${book.periods[0]} – ${book.periods.at(-1)} (${book.periods.length})` : null],
        [t('contents'), t('counts', Object.fromEntries(Object.entries(book.counts).map(([name, count]) => [name, grouped(count)])))],
      ]}
    />
  );
}
