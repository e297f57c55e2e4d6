import { Button, CloseButton } from '@mantine/core';
import { Link } from 'react-router';
import type { EInvoicePreview } from '../../../../services/contract/einvoice-import.ts';
import { useAddress } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/electronic.json';
import { ErrorState, StatusMark, type Mark } from '../../../ui/index.ts';
import { invoiceKey } from '../../documents/keys.ts';
import { CardChoices } from './CardChoices.tsx';
import { DocumentFigures, DocumentLines, SellerLine } from './DocumentFigures.tsx';
import { Differences, Findings } from './Findings.tsx';
import { importReady, removeFile, useElectronic } from './queue.ts';
import { isReady, type ElectronicCard } from './state.ts';

const MARKS: Readonly<Record<EInvoicePreview['state'], Mark>> = {
  new: 'pass',
  there: 'explained',
  differs: 'fail',
  taken: 'fail',
  waits: 'due',
  amounts: 'fail',
  refused: 'fail',
};

/** One file: what it is, its figures, what the rules and the register say, and the way in. */
export function ElectronicCardView({ card }: { card: ElectronicCard }) {
  const t = useWords<typeof words>('electronic');
  const { busy } = useElectronic();
  const { preview, state } = card;
  const document = preview?.document ?? null;
  return (
    <article
      className="electronic-card"
      data-state={card.error || preview?.state === 'refused' ? 'bad' : state}
      aria-label={card.name}
      aria-busy={state === 'reading' || state === 'importing'}
    >
      <div className="electronic-head">
        <h2 title={card.name}>{card.name}</h2>
        <CardState card={card} />
        {preview && <FileKindLine preview={preview} />}
        <span className="electronic-gap" />
        {isReady(card) && (
          <Button size="xs" disabled={busy} onClick={() => void importReady(card.token)} aria-label={`${t('import')} ${card.name}`}>
            {t('import')}
          </Button>
        )}
        {state !== 'importing' && (
          <CloseButton size="sm" aria-label={t('takeOff', { file: card.name })} onClick={() => removeFile(card.token)} />
        )}
      </div>
      {document && preview && (
        <>
          <DocumentFigures document={document} />
          <SellerLine preview={preview} document={document} />
          {preview.incomplete && <p className="electronic-note dim">{t('incomplete')}</p>}
        </>
      )}
      {state === 'imported' && preview && <OpenLink preview={preview} as={card.choice.as} />}
      {state !== 'imported' && <Refusal card={card} />}
      {preview && preview.differences.length > 0 && <Differences differences={preview.differences} />}
      {preview && state !== 'imported' && <CardChoices card={card} preview={preview} />}
      {preview && <Findings findings={preview.findings} />}
      {document && document.lines.length > 0 && <DocumentLines document={document} />}
    </article>
  );
}

function CardState({ card }: { card: ElectronicCard }) {
  const t = useWords<typeof words>('electronic');
  const word = useWordOf('electronic');
  if (card.state === 'reading') return <span className="dim">{t('reading')}</span>;
  if (card.state === 'importing') return <span className="dim">{t('importing')}</span>;
  if (card.state === 'imported') return <StatusMark mark="pass" label={t('state.imported')} />;
  const state = card.preview?.state ?? 'refused';
  return <StatusMark mark={MARKS[state]} label={word(`state.${state}`)} />;
}

/** `Cross Industry Invoice in PDF, factur-x.xml`. */
function FileKindLine({ preview }: { preview: EInvoicePreview }) {
  const t = useWords<typeof words>('electronic');
  const syntax = t(`syntax.${preview.syntax}`);
  return (
    <span className="dim electronic-kind" title={preview.specification ?? undefined}>
      {preview.inside === null ? syntax : t('inside', { syntax, carrier: preview.carrier.toUpperCase(), name: preview.inside })}
    </span>
  );
}

/** Why it cannot go in, in words with the remedy; what is there already is no error. */
function Refusal({ card: { error, preview } }: { card: ElectronicCard }) {
  if (error) return <ErrorState error={error} />;
  const refusal = preview?.refusal;
  if (!preview || !refusal) return null;
  if (preview.state === 'there') return <OpenLink preview={preview} as={null} />;
  const { code, message, remedy, said } = refusal;
  return <ErrorState error={{ code, message, details: { ...(remedy !== null && { remedy }), ...(said && { said }) } }} />;
}

function OpenLink({ preview, as }: { preview: EInvoicePreview; as: string | null }) {
  const t = useWords<typeof words>('electronic');
  const address = useAddress();
  const number = as ?? preview.document?.number;
  if (number === undefined) return null;
  return (
    <p className="electronic-note">
      <Link to={address('/invoices', { doc: invoiceKey({ vendor: preview.vendor, number }) })}>{t('open', { number })}</Link>
    </p>
  );
}
