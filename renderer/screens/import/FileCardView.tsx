import { Button, CloseButton, Select } from '@mantine/core';
import { Link } from 'react-router';
import type { FilePreview } from '../../../services/contract/imports.ts';
import { grouped } from '../../app/duration.ts';
import { useCall } from '../../app/hooks.ts';
import { useAddress, useGo } from '../../app/place.ts';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import { useTell } from '../../i18n/told.ts';
import type words from '../../i18n/en/import.json';
import type mappingWords from '../../i18n/en/mapping.json';
import { ErrorState, StatusMark, type Mark } from '../../ui/index.ts';
import { useBillWords } from '../bills/words.ts';
import { CountsBar } from './CountsBar.tsx';
import { listOf } from './list-of.ts';
import { Identities, Notices, RejectTable, SampleRows, TotalsLine } from './CardParts.tsx';
import { SourceBar } from './SourceBar.tsx';
import { chooseFormat, removeFile } from './queue.ts';
import { isGood, sizeText, type FileCard } from './state.ts';

/** One file: what it is and why, what would happen with its rows, and what is wrong with it. */
export function FileCardView({ card }: { card: FileCard }) {
  const t = useWords<typeof words>('import');
  const { preview, result } = card;
  const problem = card.error ?? (preview?.error ? asAppError(preview, t('remedyChoose')) : null);
  return (
    <article
      className="file-card"
      data-state={problem ? 'bad' : card.state}
      aria-label={card.name}
      aria-busy={card.state === 'reading' || card.state === 'importing'}
    >
      <div className="file-head">
        <h2 title={card.name}>{card.name}</h2>
        <span className="dim">{sizeText(card.size)}</span>
        <CardState card={card} />
        <span className="file-gap" />
        {card.state !== 'importing' && (
          <CloseButton size="sm" aria-label={t('takeOff', { file: card.name })} onClick={() => removeFile(card.token)} />
        )}
      </div>
      {result ? <Imported card={card} /> : preview ? <Understood card={card} preview={preview} /> : null}
      {problem && !result && (
        <ErrorState
          error={problem}
          action={
            preview?.error ? (
              <>
                <FormatPicker card={card} preview={preview} bare />
                <MapButton card={card} code={preview.error.code} />
              </>
            ) : undefined
          }
        />
      )}
    </article>
  );
}

/** Where the remedy is to name a format, it stands right below as a choice. */
const NAME_A_FORMAT = new Set(['import.unknown-format', 'import.ambiguous-format']);

const asAppError = (preview: FilePreview, choose: string) => {
  const {
    code,
    message,
    remedy: told,
    row,
    column,
    said,
  } = preview.error ?? { code: '', message: '', remedy: null, row: null, column: null };
  const chosen = NAME_A_FORMAT.has(code);
  const remedy = chosen ? choose : told;
  return {
    code,
    message,
    details: {
      ...(row === null ? {} : { row }),
      ...(column === null ? {} : { column }),
      ...(remedy === null ? {} : { remedy }),
      ...(said && { said: { message: said.message, ...(!chosen && { remedy: said.remedy }) } }),
    },
  };
};

function CardState({ card }: { card: FileCard }) {
  const t = useWords<typeof words>('import');
  const [mark, label]: [Mark, string] | [null, string] =
    card.state === 'reading'
      ? [null, t('stateReading')]
      : card.state === 'importing'
        ? [null, t('stateImporting')]
        : card.state === 'imported'
          ? [card.result?.batch === null ? 'explained' : 'pass', card.result?.batch === null ? t('stateKnown') : t('stateImported')]
          : card.preview?.alreadyImported
            ? ['explained', t('stateKnown')]
            : !isGood(card)
              ? ['fail', t('stateBad')]
              : (card.preview?.rejected ?? 0) > 0
                ? ['due', t('stateRejects', { count: card.preview?.rejected ?? 0, n: grouped(card.preview?.rejected ?? 0) })]
                : ['pass', t('stateGood')];
  return mark === null ? <span className="dim">{label}</span> : <StatusMark mark={mark} label={label} />;
}

function Understood({ card, preview }: { card: FileCard; preview: FilePreview }) {
  const t = useWords<typeof words>('import');
  const tell = useTell();
  const address = useAddress();
  if (preview.error) return null;
  return (
    <div className="file-body">
      <div className="file-what">
        <FormatPicker card={card} preview={preview} />
        <MapButton card={card} />
        {card.format === null && card.profile === null && (
          <span className="dim" title={t('scoreHelp')}>
            {t('score', { score: preview.score })}
          </span>
        )}
        <p className="evidence">{tell.sentence(preview.evidenceSaid ?? preview.evidence)}</p>
      </div>
      {preview.source && <SourceBar card={card} source={preview.source} />}
      {preview.alreadyImported !== null && (
        <p>
          <Link to={address('/import', { batch: String(preview.alreadyImported) })}>
            {t('already', { batch: preview.alreadyImported })}
          </Link>
        </p>
      )}
      <div className="file-two">
        <CountsBar counts={preview} />
        <TotalsLine totals={preview.totals} periods={preview.periods} />
        <Identities identities={preview.identities} />
        <Notices notices={preview.notices.filter((n) => n.message !== preview.source?.evidence)} />
      </div>
      {preview.rejects.length > 0 && <RejectTable preview={preview} />}
      {preview.sample.length > 0 && <SampleRows preview={preview} />}
    </div>
  );
}

/** Failures that a mapping of the columns can mend. */
const MAPPABLE = new Set([
  'import.unknown-format',
  'import.ambiguous-format',
  'import.missing-column',
  'import.doubled-column',
  'import.encoding',
  'import.wrong-shape',
]);

/** Leads to the mapping of the file's columns; for tables, read by a format or by none. */
function MapButton({ card, code }: { card: FileCard; code?: string }) {
  const t = useWords<typeof mappingWords>('mapping');
  const go = useGo();
  if (code !== undefined && !MAPPABLE.has(code) && !code.startsWith('profile.')) return null;
  if (code === undefined && !card.preview?.evidence.includes('header in row')) return null;
  return (
    <Button variant="default" disabled={card.state !== 'read'} onClick={() => go('/import', { view: 'map', file: card.token })}>
      {t('map')}…
    </Button>
  );
}

/** The detected format and the others that it could be; choosing reads the file again. */
function FormatPicker({ card, preview, bare = false }: { card: FileCard; preview: FilePreview; bare?: boolean }) {
  const t = useWords<typeof words>('import');
  const { titleOf } = useBillWords();
  const zh = useLanguage() === 'zh-CN';
  const common = useWordOf('common');
  const mapping = useWordOf('mapping');
  const formats = useCall('formats/list', {});
  const scores = new Map(preview.candidates.map((c) => [c.id, c.score]));
  const detected = card.format === null && preview.format ? titleOf(preview.format, preview.formatTitle ?? preview.format) : null;
  const all = [...(formats.data ?? [])].sort((a, b) => (scores.get(b.id) ?? -1) - (scores.get(a.id) ?? -1));
  const option = (f: (typeof all)[number]) => ({
    value: f.id,
    label: `${zh ? f.titleZh : f.title}${scores.has(f.id) ? ` · ${scores.get(f.id) ?? 0}` : ''}`,
  });
  const vendors = [...new Set(all.map((f) => f.vendor))];
  return (
    <Select
      aria-label={t('format')}
      w={bare ? 300 : 340}
      allowDeselect={false}
      disabled={card.state !== 'read'}
      value={card.profile ? 'mapped' : (card.format ?? '')}
      placeholder={t('chooseFormat')}
      onChange={(value) => {
        if (value !== 'mapped') chooseFormat(card.token, value === '' ? null : value);
      }}
      data={[
        ...(card.profile ? [{ value: 'mapped', label: mapping('mapped') }] : []),
        { value: '', label: detected === null || card.profile ? t('detect') : detected },
        ...vendors.map((v) => ({ group: common(`vendor.${v}`), items: all.filter((f) => f.vendor === v).map(option) })),
      ]}
    />
  );
}

function Imported({ card }: { card: FileCard }) {
  const t = useWords<typeof words>('import');
  const address = useAddress();
  const result = card.result;
  if (!result) return null;
  const period = result.periods.at(-1) ?? null;
  const list = listOf(result.format);
  return (
    <div className="file-done">
      <CountsBar counts={result} />
      <p className="file-next">
        {list && (
          <Link to={address('/subscriptions', { list, batch: result.batch === null ? null : String(result.batch) })}>{t('showRows')}</Link>
        )}
        {!list && period !== null && <Link to={address('/bills/details', { period })}>{t('openLines')}</Link>}
        {result.batch !== null && result.rejected > 0 && (
          <Link to={address('/import', { batch: String(result.batch), view: 'rejects' })}>
            {t('seeRejects', { count: result.rejected, n: grouped(result.rejected) })}
          </Link>
        )}
      </p>
    </div>
  );
}
