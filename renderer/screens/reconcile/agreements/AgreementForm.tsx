import { Button, Modal, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { SPENT } from '../../../../domain/reconcile/agreements.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { usePeriod } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/agreements.json';
import { AmountInput, ErrorState, FormGrid, Wide } from '../../../ui/index.ts';
import { agreementOf, changed, draftOf, newDraft, newTable, without, type Agreement, type Draft } from './draft.ts';
import { MonthField } from './MonthField.tsx';
import { PriceTable } from './PriceTable.tsx';
import { Readings } from './Readings.tsx';

const VENDORS = ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'] as const;

/** One agreement, new or as it was entered; `at` is its place in the list, null for a new one. */
export function AgreementForm({
  all,
  at,
  onClose,
  onRemove,
}: {
  all: readonly Agreement[];
  at: number | null;
  onClose: () => void;
  onRemove: () => void;
}) {
  const t = useWords<typeof words>('agreements');
  const common = useWordOf('common');
  const { period } = usePeriod();
  const own = at === null ? null : all[at]!;
  const [draft, setDraft] = useState<Draft>(() => (own ? draftOf(own) : newDraft(period)));
  const save = useCommand('reconcile/saveAgreements', { quiet: true });
  const body = useRef<HTMLDivElement>(null);
  const put = (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part }));
  const ready = agreementOf(draft);
  const submit = async (): Promise<void> => {
    // A text that is no amount stays to be corrected; it is not taken as empty.
    const wrong = body.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) return wrong.focus();
    if (!ready) return;
    const done = await save.run({ agreements: at === null ? [...all, ready] : all.map((a, i) => (i === at ? ready : a)) });
    if (!done.ok) return;
    notifyDone(t('saved', { name: ready.name }));
    onClose();
  };
  const title = own ? t('edit', { name: own.name }) : t('add');
  return (
    <Modal opened onClose={onClose} title={title} size={880} closeButtonProps={{ 'aria-label': common('close') }}>
      <div ref={body}>
        <FormGrid
          label={title}
          onSubmit={() => void submit()}
          actions={
            <>
              <Button type="submit" disabled={!ready} loading={save.busy}>
                {common('save')}
              </Button>
              <Button variant="default" onClick={onClose}>
                {common('cancel')}
              </Button>
              {own && (
                <Button variant="subtle" color="red" ml="auto" onClick={onRemove}>
                  {t('remove')}
                </Button>
              )}
            </>
          }
        >
          <TextInput
            label={t('name')}
            required
            maxLength={80}
            data-autofocus
            value={draft.name}
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
          <Select
            label={t('vendor')}
            allowDeselect={false}
            data={VENDORS.map((value) => ({ value, label: common(`vendor.${value}`) }))}
            value={draft.vendor}
            onChange={(value) => put({ vendor: value as Draft['vendor'] })}
          />
          <TextInput
            label={t('currency')}
            required
            maxLength={3}
            value={draft.currency}
            onChange={(event) => put({ currency: event.currentTarget.value.toUpperCase() })}
          />
          <MonthField label={t('from')} empty={t('month')} value={draft.from} onChange={(from) => put({ from })} />
          <MonthField label={t('to')} empty={t('noEnd')} clearable value={draft.to} onChange={(to) => put({ to })} />
          <AmountInput label={t('quota')} currency={draft.currency} value={draft.quota} onChange={(quota) => put({ quota })} />
          <AmountInput
            label={t('guaranteed')}
            currency={draft.currency}
            value={draft.guaranteed}
            onChange={(guaranteed) => put({ guaranteed })}
          />
          <Select
            label={t('spent')}
            allowDeselect={false}
            disabled={draft.guaranteed === null}
            data={SPENT.map((value) => ({ value, label: t(`spends.${value}`) }))}
            value={draft.spent}
            onChange={(value) => put({ spent: value as Draft['spent'] })}
          />
          {(draft.quota !== null || draft.readings.length > 0) && (
            <Wide>
              <Readings readings={draft.readings} period={period} onChange={(readings) => put({ readings })} />
            </Wide>
          )}
          {draft.tables.map((table, i) => (
            <Wide key={table.key}>
              <PriceTable
                table={table}
                n={i + 1}
                onChange={(part) => setDraft((old) => ({ ...old, tables: changed(old.tables, i, part) }))}
                onRemove={() => put({ tables: without(draft.tables, i) })}
              />
            </Wide>
          ))}
          <Wide>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} />}
              onClick={() => put({ tables: [...draft.tables, newTable()] })}
            >
              {t('tableAdd')}
            </Button>
          </Wide>
          {save.error && (
            <Wide>
              <ErrorState error={save.error} />
            </Wide>
          )}
        </FormGrid>
      </div>
    </Modal>
  );
}
