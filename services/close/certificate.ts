import { canonicalJson } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { bookMark } from '../../db/queries/close-inputs.ts';
import type { CloseRecord, Signoff } from '../../db/queries/closes.ts';
import { adjustmentsOfPeriod, type Adjustment } from '../../db/queries/adjustments.ts';
import type { Item } from '../../domain/close/checklist.ts';
import type { SignRole } from '../../domain/close/roles.ts';
import { english } from '../../domain/words/said.ts';
import { tell } from '../../domain/words/tell.ts';
import { ITEM_TITLES } from '../../domain/close/checklist.ts';
import { settingsOf } from '../book/profile.ts';
import type { Figures } from './figures.ts';

/** An item of the checklist as it stood, in both languages. */
export interface ClosedItem {
  id: string;
  title: { en: string; zh: string };
  state: Item['state'];
  text: { en: string; zh: string };
  about: readonly string[];
  waived: Item['waived'];
}

/** What a close says, for ever: its canonical JSON is what is hashed. */
export interface Certificate extends Figures {
  format: 'tallybook.close/1';
  book: { mark: string; company: string; country: string; entity: string; currency: string };
  period: string;
  /** 1 for the first close of the period, 2 after it was reopened once. */
  number: number;
  closedAt: string;
  closedBy: string;
  checklist: ClosedItem[];
  signoffs: { role: SignRole; who: string; by: string; at: string; note: string }[];
  /** Late imports into an earlier close of the period, with who accepted them. */
  adjustments: Pick<Adjustment, 'id' | 'title' | 'batch' | 'document' | 'lines' | 'sums' | 'at' | 'who' | 'state' | 'accepted' | 'note'>[];
  /** The head of the audit trail when the period was closed. */
  audit: { seq: number; hash: string } | null;
}

export const closedItem = ({ id, state, text, about, waived }: Item): ClosedItem => ({
  id,
  title: ITEM_TITLES[id],
  state,
  text: { en: english(text), zh: tell(text, 'zh-CN') },
  about,
  waived,
});

export interface Closing {
  period: string;
  number: number;
  closedAt: string;
  closedBy: string;
  figures: Figures;
  items: readonly Item[];
  signoffs: readonly Signoff[];
}

/** The certificate of a period that is being closed. */
export function makeCertificate(read: ReadDb, { period, number, closedAt, closedBy, figures, items, signoffs }: Closing): Certificate {
  const { company, country, entity, currency } = settingsOf(read);
  const head = read.get<{ seq: number; hash: Buffer }>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  return {
    format: 'tallybook.close/1',
    book: { mark: bookMark(read), company, country, entity, currency },
    period,
    number,
    closedAt,
    closedBy,
    ...figures,
    checklist: items.map(closedItem),
    signoffs: signoffs.map(({ role, who, by, at, note }) => ({ role, who, by, at, note })),
    adjustments: adjustmentsOfPeriod(read, period).map(({ id, title, batch, document, lines, sums, at, who, state, accepted, note }) => ({
      id,
      title,
      batch,
      document,
      lines,
      sums,
      at,
      who,
      state,
      accepted,
      note,
    })),
    audit: head ? { seq: head.seq, hash: head.hash.toString('hex') } : null,
  };
}

/** The bytes that are hashed, stored and handed out. */
export const certificateText = (certificate: Certificate): string => canonicalJson(certificate);

export const readCertificate = ({ certificate }: Pick<CloseRecord, 'certificate'>): Certificate => JSON.parse(certificate) as Certificate;
