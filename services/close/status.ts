import { canonicalJson } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { adjustmentsOfPeriod, openAdjustmentsUntil } from '../../db/queries/adjustments.ts';
import { liveWaivers, lockOf, openSignoffs, type Signoff } from '../../db/queries/closes.ts';
import { checklistOf, type Item } from '../../domain/close/checklist.ts';
import { lackingSignatures } from '../../domain/close/roles.ts';
import { english, type Said } from '../../domain/words/said.ts';
import { tell } from '../../domain/words/tell.ts';
import type { CloseStatus } from '../contract/close.ts';
import { checksOf } from '../reconcile/index.ts';
import { readCertificate } from './certificate.ts';
import { closeFacts, type Outside } from './facts.ts';
import { figuresHash, figuresOf, type Figures } from './figures.ts';
import { sha256 } from './hash.ts';
import { closeSettings } from './settings.ts';
import { keptItem, shownAdjustment, shownClose, shownItem } from './view.ts';

/** An open period as it could be closed now. */
export interface Standing {
  items: Item[];
  figures: Figures;
  /** SHA-256 of the figures: what a signature signs. */
  hash: string;
  signoffs: (Signoff & { current: boolean })[];
  lacking: Said[];
  canLock: boolean;
}

export const findingHash = (about: readonly string[]): string => sha256(canonicalJson(about));

export function standingOf(read: ReadDb, period: string, today: string, outside: Outside): Standing {
  const checks = checksOf(read, period, today);
  const figures = figuresOf(read, period, today, checks);
  const hash = figuresHash(figures);
  const items = checklistOf(closeFacts(read, period, today, checks, outside), liveWaivers(read, period), findingHash);
  const signoffs = openSignoffs(read, period).map((s) => ({ ...s, current: s.figures === hash }));
  const lacking = lackingSignatures(closeSettings(read), signoffs);
  return { items, figures, hash, signoffs, lacking, canLock: lacking.length === 0 && items.every((i) => i.state !== 'blocking') };
}

/** The period as the Close view shows it; of a locked one what its certificate says. */
export function closeStatus(read: ReadDb, period: string, today: string, outside: () => Outside): CloseStatus {
  const lock = lockOf(read, period);
  const common = {
    period,
    adjustments: adjustmentsOfPeriod(read, period).map(shownAdjustment),
    earlier: openAdjustmentsUntil(read, period)
      .filter((a) => a.period !== period)
      .map(shownAdjustment),
    settings: closeSettings(read),
  };
  const settings = { ...common.settings, required: [...common.settings.required], names: namesOf(common.settings.names) };
  if (lock) {
    const kept = readCertificate(lock);
    return {
      ...common,
      settings,
      state: 'locked',
      close: shownClose(lock),
      checklist: kept.checklist.map(keptItem),
      signoffs: kept.signoffs.map((s, i) => ({ id: i + 1, ...s, current: true })),
      lacking: [],
      canLock: false,
    };
  }
  const now = standingOf(read, period, today, outside());
  return {
    ...common,
    settings,
    state: 'open',
    close: null,
    checklist: now.items.map(shownItem),
    signoffs: now.signoffs.map(({ id, role, who, by, at, note, current }) => ({ id, role, who, by, at, note, current })),
    lacking: now.lacking.map((said) => ({ en: english(said), zh: tell(said, 'zh-CN') })),
    canLock: now.canLock,
  };
}

const namesOf = (
  names: CloseStatus['settings']['names'] | Readonly<Record<string, readonly string[]>>,
): CloseStatus['settings']['names'] => ({
  prepared: [...(names['prepared'] ?? [])],
  reviewed: [...(names['reviewed'] ?? [])],
  approved: [...(names['approved'] ?? [])],
});
