import { Button, Modal, NumberInput, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { StoredVendorTerms } from '../../../../services/contract/calendar.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/calendars.json';
import { DateInput, ErrorState, FormGrid, Wide } from '../../../ui/index.ts';

type Printed = Output<'calendar/terms'>['printed'];
type Draft = Omit<StoredVendorTerms, 'id'>;
const NUMBERS = ['confirmDays', 'termDays', 'dunningDays', 'recycleDays'] as const;

/** Terms agreed on with a vendor; they begin as what the vendor prints. */
export function TermsForm({
  terms,
  printed,
  countries,
  onClose,
}: {
  terms: StoredVendorTerms | null;
  printed: Printed;
  countries: { value: string; label: string }[];
  onClose: () => void;
}) {
  const t = useWords<typeof words>('calendars');
  const common = useWordOf('common');
  const set = useCommand('calendar/setTerms', { quiet: true });
  const [draft, setDraft] = useState<Draft>(() => terms ?? begin('zilliz', printed));
  const change = (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part }));
  const issue = (part: Partial<NonNullable<Draft['issueDays']>>): void =>
    change({ issueDays: { least: draft.issueDays?.least ?? 1, most: draft.issueDays?.most ?? part.least ?? 1, ...part } });
  const save = async (): Promise<void> => {
    const { vendor, ...rest } = draft;
    const result = await set.run({ id: terms?.id ?? null, vendor, terms: rest });
    if (!result.ok) return;
    notifyDone(t('termsSaved'));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(terms ? 'editTerms' : 'addTerms')}
      size={560}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <FormGrid
        label={t('terms')}
        onSubmit={() => void save()}
        actions={
          <>
            <Button type="submit" loading={set.busy} disabled={draft.reason.trim() === ''}>
              {t('save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <Select
          label={t('vendor')}
          value={draft.vendor}
          disabled={terms !== null}
          allowDeselect={false}
          data={printed.map(({ vendor }) => ({ value: vendor, label: common(`vendor.${vendor}`) }))}
          onChange={(vendor) =>
            vendor && setDraft({ ...begin(vendor as Draft['vendor'], printed), from: draft.from, until: draft.until, reason: draft.reason })
          }
        />
        <Select
          label={t('calendar')}
          value={draft.country}
          searchable
          allowDeselect={false}
          data={countries}
          onChange={(country) => country && change({ country })}
        />
        <DateInput label={t('from')} value={draft.from} onChange={(from) => change({ from })} />
        <DateInput label={t('until')} value={draft.until} onChange={(until) => change({ until })} />
        {NUMBERS.map((name) => (
          <NumberInput
            key={name}
            label={t(name)}
            value={draft[name] ?? ''}
            min={name === 'confirmDays' ? 1 : 0}
            max={name === 'confirmDays' ? 366 : 3650}
            allowDecimal={false}
            onChange={(value) => change({ [name]: value === '' ? (name === 'dunningDays' ? 0 : null) : Number(value) })}
          />
        ))}
        <NumberInput
          label={t('issueLeast')}
          value={draft.issueDays?.least ?? ''}
          min={0}
          max={366}
          allowDecimal={false}
          onChange={(value) => (value === '' ? change({ issueDays: null }) : issue({ least: Number(value) }))}
        />
        <NumberInput
          label={t('issueMost')}
          value={draft.issueDays?.most ?? ''}
          min={0}
          max={366}
          allowDecimal={false}
          onChange={(value) => (value === '' ? change({ issueDays: null }) : issue({ most: Number(value) }))}
        />
        <Wide>
          <p className="dim">{t('emptyHint')}</p>
          <Textarea
            label={t('reason')}
            value={draft.reason}
            required
            autosize
            minRows={2}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
          {set.error && <ErrorState error={set.error} />}
        </Wide>
      </FormGrid>
    </Modal>
  );
}

const begin = (vendor: Draft['vendor'], printed: Printed): Draft => ({
  ...printed.find((entry) => entry.vendor === vendor)!.policy,
  vendor,
  from: null,
  until: null,
  reason: '',
});
