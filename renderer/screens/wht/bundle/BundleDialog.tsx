import { Button, Checkbox, Group, Modal, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { formById } from '../../../../domain/wht/forms/index.ts';
import { SIDES, type Side } from '../../../../domain/wht/certificate.ts';
import { WHT_STATUSES, type WhtStatus } from '../../../../domain/wht/states.ts';
import type { BundleChoice } from '../../../../domain/wht/bundle.ts';
import type { Certificate } from '../../../../services/contract/wht.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam, usePeriod } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bundle.json';
import { DateInput, ErrorState, FormGrid, Wide } from '../../../ui/index.ts';
import { dialogTitle } from '../../documents/dialog-title.ts';
import { bytesText, today } from '../../documents/keys.ts';
import { useCountryName } from '../../tax/country-name.ts';
import { contentsOf, daysOf, fileNameOf, SPANS, type Span } from './choice.ts';
import { useBundle } from './useBundle.ts';

const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))].toSorted();

/** Which certificates' papers go into the archive, and what it will hold. Begins with the period and filters of the screen. */
export function BundleDialog({ onClose }: { onClose: () => void }) {
  const t = useWords<typeof words>('bundle');
  const common = useWordOf('common');
  const wht = useWordOf('wht');
  const { period } = usePeriod();
  const month = period ?? today().slice(0, 7);
  const [side] = useParam('side');
  const [country] = useParam('country');
  const [form] = useParam('form');
  const list = useCall('wht/list', {});
  const bundle = useBundle();
  const [span, setSpan] = useState<Span | null>('year');
  const [choice, setChoice] = useState<BundleChoice>({
    ...daysOf('year', month),
    side: SIDES.find((known) => known === side) ?? null,
    country,
    form,
    statuses: ['submitted', 'accepted'],
    certificates: null,
  });
  const change = (part: Partial<BundleChoice>): void => setChoice({ ...choice, ...part });
  const days = (part: Pick<Partial<BundleChoice>, 'first' | 'last'>): void => {
    setSpan(null);
    change(part);
  };
  const contents = contentsOf(list.data ?? [], choice);
  const write = async (): Promise<void> => {
    const { statuses, certificates: _, ...rest } = choice;
    if (await bundle.run({ ...rest, statuses: [...statuses] }, fileNameOf(choice))) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={dialogTitle(t('bundle'))} size={560} closeButtonProps={{ 'aria-label': common('close') }}>
      <FormGrid
        label={dialogTitle(t('bundle'))}
        onSubmit={() => void (contents.certificates > 0 && write())}
        actions={
          <>
            <Button type="submit" disabled={contents.certificates === 0} loading={bundle.busy}>
              {t('write')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
          </>
        }
      >
        <Wide>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('period')}
            value={span ?? ''}
            data={SPANS.map((value) => ({ value, label: t(`span.${value}`, { period: month, year: month.slice(0, 4) }) }))}
            onChange={(next) => {
              setSpan(next as Span);
              change(daysOf(next as Span, month));
            }}
          />
        </Wide>
        <DateInput label={t('first')} value={choice.first} onChange={(first) => days({ first })} />
        <DateInput label={t('last')} value={choice.last} onChange={(last) => days({ last })} />
        <Narrowing certificates={list.data ?? []} choice={choice} onChange={change} />
        <Wide>
          <Checkbox.Group
            label={t('statuses')}
            value={[...choice.statuses]}
            onChange={(next) =>
              next.length > 0 && change({ statuses: WHT_STATUSES.filter((status) => next.includes(status)) as WhtStatus[] })
            }
          >
            <Group gap="md" mt={4}>
              {WHT_STATUSES.map((status) => (
                <Checkbox key={status} size="xs" value={status} label={wht(`status.${status}`)} />
              ))}
            </Group>
          </Checkbox.Group>
        </Wide>
        <Wide>
          {list.error ? (
            <ErrorState error={list.error} retry={list.retry} />
          ) : (
            <p className="dim" role="status">
              {contents.certificates === 0
                ? t('nothing')
                : `${t('holds', { count: contents.certificates, files: contents.files, size: bytesText(contents.bytes) })}${
                    contents.bare > 0 ? ` ${t('bareCount', { count: contents.bare })}` : ''
                  }`}
            </p>
          )}
        </Wide>
      </FormGrid>
    </Modal>
  );
}

/** Side, country and form, each where the certificates differ in it. */
function Narrowing({
  certificates,
  choice,
  onChange,
}: {
  certificates: readonly Certificate[];
  choice: BundleChoice;
  onChange: (part: Partial<BundleChoice>) => void;
}) {
  const t = useWords<typeof words>('bundle');
  const name = useCountryName();
  const countries = distinct([...certificates.map((c) => c.country), choice.country]);
  const forms = distinct([...certificates.map((c) => c.form), choice.form]);
  return (
    <>
      <Select
        label={t('side')}
        clearable
        placeholder={t('both')}
        value={choice.side}
        data={SIDES.map((side) => ({ value: side, label: t(`sides.${side}`) }))}
        onChange={(side) => onChange({ side: side as Side | null })}
      />
      {countries.length > 1 || choice.country !== null ? (
        <Select
          label={t('country')}
          clearable
          placeholder={t('allOf')}
          value={choice.country}
          data={countries.map((iso) => ({ value: iso, label: name(iso) }))}
          onChange={(country) => onChange({ country })}
        />
      ) : null}
      {forms.length > 1 || choice.form !== null ? (
        <Select
          label={t('form')}
          clearable
          placeholder={t('allOf')}
          value={choice.form}
          data={forms.map((id) => ({ value: id, label: formById(id)?.short ?? id }))}
          onChange={(form) => onChange({ form })}
        />
      ) : null}
    </>
  );
}
