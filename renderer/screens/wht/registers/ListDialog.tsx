import { Button, Checkbox, Modal, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { addPeriods } from '../../../../domain/time/plain-date.ts';
import { LIST_IDS, PND_KINDS, type ListId } from '../../../../domain/wht/returns/layout.ts';
import { layoutOf, LAYOUTS } from '../../../../domain/wht/returns/index.ts';
import { CONDITIONS, type Condition } from '../../../../domain/wht/returns/line.ts';
import { useCall } from '../../../app/hooks.ts';
import { notifyError } from '../../../app/notify.tsx';
import { useJob } from '../../../app/useJob.ts';
import { saveAs } from '../../../host/files.ts';
import { useWordOf } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import { ErrorState, FormGrid, Wide } from '../../../ui/index.ts';
import { dialogTitle } from '../../documents/dialog-title.ts';
import type { RangeState } from '../../invoices/statements/useRange.ts';
import { ListFacts } from './ListFacts.tsx';
import { useRegisterWords } from './useRegisterWords.ts';

const ENCODINGS = ['utf-8', 'tis-620'] as const;
const FORMATS = ['txt', 'csv'] as const;
type Encoding = (typeof ENCODINGS)[number];
type Format = (typeof FORMATS)[number];

/** Months of the range, at most two years of them. */
export function monthsOf({ from, to }: Pick<RangeState, 'from' | 'to'>): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7) && months.length < 24; month = addPeriods(month, 1)) months.push(month);
  return months.length > 0 ? months : [from.slice(0, 7)];
}

/** The list that a book of the country asks for most. */
const firstListOf = (country: string | null): ListId =>
  country === 'TH' ? 'TH-PND-53' : (LAYOUTS.find((l) => l.country === country)?.id ?? 'TH-PND-53');

/** Writes the list of a month for an authority, after it has said what is in it and what is lacking. */
export function ListDialog({ range, country, onClose }: { range: RangeState; country: string | null; onClose: () => void }) {
  const { t, language } = useRegisterWords();
  const common = useWordOf('common');
  const tell = useTell();
  const months = monthsOf(range);
  const book = useCall('book/info', {});
  const [chosen, setList] = useState<ListId | null>(null);
  const list = chosen ?? firstListOf(country ?? book.data?.country ?? null);
  const [month, setMonth] = useState(months.at(-1)!);
  const [format, setFormat] = useState<Format>('txt');
  const [encoding, setEncoding] = useState<Encoding>('utf-8');
  const [condition, setCondition] = useState<Condition>('1');
  const [leaveOut, setLeaveOut] = useState(false);
  const pnd = PND_KINDS.find((kind) => list === `TH-PND-${kind}`);
  const found = useCall('wht/listed', { list, period: month }, { keep: true });
  const pndJob = useJob('export/whtPnd');
  const listJob = useJob('export/whtList');
  const name = (id: ListId): string => layoutOf(id).name[language === 'zh-CN' ? 'zh' : 'en'];
  const ready = found.data !== undefined && found.data.rows > 0 && (found.data.lacks.length === 0 || leaveOut);
  const write = async (): Promise<void> => {
    const file = `${list.toLowerCase()}-${month}.${pnd === undefined ? 'csv' : format}`;
    const told = { title: t('writing', { file }), describe: (w: { rows: number }) => t('written', { count: w.rows, file }) };
    const result = await saveAs(file, (target) =>
      pnd === undefined
        ? listJob.start({ list, period: month, leaveOut, target }, told)
        : pndJob.start({ kind: pnd, period: month, format, encoding, condition, leaveOut, target }, told),
    );
    if (result.ok) onClose();
    else if (result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  return (
    <Modal opened onClose={onClose} title={dialogTitle(t('lists'))} size={560} closeButtonProps={{ 'aria-label': common('close') }}>
      <FormGrid
        label={dialogTitle(t('lists'))}
        onSubmit={() => void (ready && write())}
        actions={
          <>
            <Button type="submit" disabled={!ready} loading={pndJob.busy || listJob.busy}>
              {t('write')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
          </>
        }
      >
        <Select
          label={t('list')}
          data-autofocus
          allowDeselect={false}
          value={list}
          data={LIST_IDS.map((id) => ({ value: id, label: name(id) }))}
          onChange={(next) => next && setList(next as ListId)}
        />
        <Select label={t('month')} allowDeselect={false} value={month} data={months} onChange={(next) => next && setMonth(next)} />
        {pnd !== undefined && (
          <>
            <SegmentedControl
              aria-label={t('format')}
              value={format}
              onChange={(next) => setFormat(next as Format)}
              data={FORMATS.map((f) => ({ value: f, label: t(`formats.${f}`) }))}
            />
            <SegmentedControl
              aria-label={t('encoding')}
              value={encoding}
              onChange={(next) => setEncoding(next as Encoding)}
              data={ENCODINGS.map((e) => ({ value: e, label: e.toUpperCase() }))}
            />
            <Select
              label={t('condition')}
              allowDeselect={false}
              value={condition}
              data={CONDITIONS.map((c) => ({ value: c, label: `${c} ${t(`conditions.${c}`)}` }))}
              onChange={(next) => next && setCondition(next as Condition)}
            />
          </>
        )}
        <Wide>
          {found.error ? (
            <ErrorState error={found.error} retry={found.retry} />
          ) : (
            found.data && <ListFacts data={found.data} tell={tell} certainty={layoutOf(list).certainty} />
          )}
        </Wide>
        {(found.data?.lacks.length ?? 0) > 0 && (
          <Wide>
            <Checkbox checked={leaveOut} onChange={(event) => setLeaveOut(event.currentTarget.checked)} label={t('leaveOut')} />
          </Wide>
        )}
      </FormGrid>
    </Modal>
  );
}
