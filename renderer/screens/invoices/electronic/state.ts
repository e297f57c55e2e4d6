import type { EInvoicePreview } from '../../../../services/contract/einvoice-import.ts';
import type { Input } from '../../../../services/contract/index.ts';
import type { AppError } from '../../../../domain/result.ts';
import type { GrantedFile } from '../../../host/bridge.ts';

/** How the user wants a file recorded; null: as it tells. */
export type Choice = Required<Omit<Input<'einvoice/import'>, 'file' | 'note'>>;

/** One dropped file on its way into the register. */
export interface ElectronicCard extends GrantedFile {
  choice: Choice;
  preview: EInvoicePreview | null;
  /** Why it could not be read, or why its import was refused. */
  error: AppError | null;
  state: 'reading' | 'read' | 'importing' | 'imported';
}

const AS_TOLD: Choice = { vendor: null, period: null, as: null, credits: null, createParty: false, accept: false };

export const newCard = (file: GrantedFile): ElectronicCard => ({ ...file, choice: AS_TOLD, preview: null, error: null, state: 'reading' });

/** Nothing speaks against it, or only figures that the user accepts. */
export const isReady = ({ state, preview, choice }: ElectronicCard): boolean =>
  state === 'read' && (preview?.state === 'new' || (preview?.state === 'amounts' && choice.accept));

/** What can be taken now: invoices before the credit notes, which may reduce one of them. */
export const inOrder = (cards: readonly ElectronicCard[]): ElectronicCard[] => {
  const last = ({ preview }: ElectronicCard): number => Number(preview?.document?.kind === 'credit-note');
  return cards.toSorted((a, b) => last(a) - last(b));
};

/** Files that want something of the user: not ready, and not in the register already. */
export const wants = (cards: readonly ElectronicCard[]): number =>
  cards.filter((card) => card.state === 'read' && !isReady(card) && card.preview?.state !== 'there').length;
