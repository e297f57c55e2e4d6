import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EInvoicePreview } from '../../../../services/contract/einvoice-import.ts';
import { addPeriods } from '../../../../domain/time/plain-date.ts';
import { useCall } from '../../../app/hooks.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/electronic.json';
import { choose } from './queue.ts';
import type { ElectronicCard } from './state.ts';

const VENDORS = ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'] as const;

/** What the user decides of a document: vendor, month, party, and what its state asks for. */
export function CardChoices({ card, preview }: { card: ElectronicCard; preview: EInvoicePreview }) {
  const t = useWords<typeof words>('electronic');
  const common = useWordOf('common');
  const periods = useCall('book/info', {}).data?.periods ?? [];
  if (preview.document === null || preview.state === 'there' || preview.state === 'differs') return null;
  const { choice, token } = card;
  // The months of the bills, and those that the document may be of: its own and the one before.
  const own = preview.document.date.slice(0, 7);
  const months = [...new Set([...periods, own, addPeriods(own, -1), ...(preview.period === null ? [] : [preview.period])])];
  return (
    <div className="electronic-choices">
      <Select
        size="xs"
        label={t('vendor')}
        value={choice.vendor ?? ''}
        allowDeselect={false}
        onChange={(value) => choose(token, { vendor: VENDORS.find((v) => v === value) ?? null })}
        data={[
          {
            value: '',
            label: choice.vendor === null ? `${common(`vendor.${preview.vendor}`)} · ${t('vendorBySeller')}` : t('vendorBySeller'),
          },
          ...VENDORS.map((v) => ({ value: v, label: common(`vendor.${v}`) })),
        ]}
      />
      <Select
        size="xs"
        label={t('period')}
        value={choice.period ?? preview.period}
        clearable={choice.period !== null}
        onChange={(period) => choose(token, { period })}
        placeholder={t('noPeriod')}
        data={months.toSorted().toReversed()}
      />
      {preview.state === 'taken' && (
        <NumberField label={t('asNumber')} given={choice.as ?? preview.document.number} onGiven={(as) => choose(token, { as })} />
      )}
      {preview.document.kind === 'credit-note' && preview.state === 'waits' && (
        <NumberField label={t('creditsInvoice')} given={preview.document.credits ?? ''} onGiven={(credits) => choose(token, { credits })} />
      )}
      {(preview.match === null || preview.match.party === null) && preview.state !== 'taken' && (
        <Checkbox
          size="xs"
          label={t('createParty')}
          checked={choice.createParty}
          onChange={(event) => choose(token, { createParty: event.currentTarget.checked })}
        />
      )}
      {preview.state === 'amounts' && (
        <Checkbox
          size="xs"
          label={t('accept')}
          checked={choice.accept}
          onChange={(event) => choose(token, { accept: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}

/** A number that takes effect when the field is left or Enter is pressed: each change reads the register anew. */
function NumberField({ label, given, onGiven }: { label: string; given: string; onGiven: (number: string | null) => void }) {
  const [text, setText] = useState(given);
  const done = (): void => {
    const trimmed = text.trim();
    if (trimmed !== given) onGiven(trimmed === '' ? null : trimmed.slice(0, 100));
  };
  return (
    <TextInput
      size="xs"
      label={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  );
}
