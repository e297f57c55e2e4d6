import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StoredVendorTerms } from '../../../../services/contract/calendar.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/calendars.json';
import { ConfirmDialog, ErrorState } from '../../../ui/index.ts';
import { TermsForm } from './TermsForm.tsx';

type Policy = Output<'calendar/terms'>['printed'][number]['policy'];

/** What each vendor prints, and what was agreed on over it. */
export function Terms({ countries }: { countries: { value: string; label: string }[] }) {
  const t = useWords<typeof words>('calendars');
  const common = useWordOf('common');
  const terms = useCall('calendar/terms', {});
  const remove = useCommand('calendar/removeTerms', { quiet: true });
  const [editing, setEditing] = useState<StoredVendorTerms | 'new' | null>(null);
  const [removing, setRemoving] = useState<StoredVendorTerms | null>(null);
  if (terms.error) return <ErrorState error={terms.error} retry={terms.retry} />;
  if (!terms.data) return null;
  const rows = terms.data.printed.flatMap(({ vendor, policy }) => [
    { key: vendor, vendor, policy, own: null },
    ...terms
      .data!.terms.filter((own) => own.vendor === vendor)
      .map((own) => ({ key: `${vendor}-${own.id}`, vendor, policy: own as Policy, own })),
  ]);
  return (
    <>
      <p className="dim">{t('termsText')}</p>
      <div className="terms-scroll" tabIndex={0} role="region" aria-label={t('terms')}>
        <table className="terms">
          <thead>
            <tr>
              {(['vendor', 'from', 'until', 'calendar', 'confirmDays', 'issueMost', 'termDays', 'dunningDays', 'recycleDays'] as const).map(
                (name) => (
                  <th key={name} scope="col">
                    {t(name)}
                  </th>
                ),
              )}
              <th scope="col">
                <span className="visually-hidden">{t('editTerms')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, vendor, policy, own }) => (
              <tr key={key} className={own ? undefined : 'dim'} title={own?.reason}>
                <th scope="row">{common(`vendor.${vendor}`)}</th>
                <td>{own ? (own.from ?? t('open')) : t('printed')}</td>
                <td>{own ? (own.until ?? t('open')) : ''}</td>
                <td>{countries.find((c) => c.value === policy.country)?.label ?? policy.country}</td>
                <td>{policy.confirmDays ?? t('noConfirm')}</td>
                <td>{policy.issueDays ? `${policy.issueDays.least}–${policy.issueDays.most}` : ''}</td>
                <td>{policy.termDays ?? t('stated')}</td>
                <td>{policy.dunningDays}</td>
                <td>{policy.recycleDays ?? t('never')}</td>
                <td>
                  {own && (
                    <span className="inline-action">
                      <Button size="compact-xs" variant="default" onClick={() => setEditing(own)}>
                        {t('editTerms')}
                      </Button>
                      <Button size="compact-xs" variant="subtle" color="red" c="var(--fail)" onClick={() => setRemoving(own)}>
                        {t('removeTerms')}
                      </Button>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button size="xs" variant="default" mt="xs" onClick={() => setEditing('new')}>
        {t('addTerms')}
      </Button>
      {editing !== null && (
        <TermsForm
          key={editing === 'new' ? 'new' : editing.id}
          terms={editing === 'new' ? null : editing}
          printed={terms.data.printed}
          countries={countries}
          onClose={() => setEditing(null)}
        />
      )}
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('removeTerms')}
        action={t('removeTerms')}
        danger
        text={t('removeText')}
        reason={t('reason')}
        confirm={async (reason) => {
          const result = await remove.run({ id: removing!.id, reason });
          if (result.ok) notifyDone(t('termsRemoved'));
          return result.ok ? null : result.error;
        }}
      />
    </>
  );
}
