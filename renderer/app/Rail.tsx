import { Tooltip } from '@mantine/core';
import { IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { useState } from 'react';
import { NavLink } from 'react-router';
import { useWordOf, useWords } from '../i18n/index.ts';
import type words from '../i18n/en/frame.json';
import { Logo } from './Logo.tsx';
import { useAddress } from './place.ts';
import { pathOf, screens, type ScreenRoute } from './screens.ts';

const KEY = 'tallybook-rail';

/** The sections of the book. Folds to icons; counts stand only where something wants action. */
export function Rail() {
  const t = useWords<typeof words>('frame');
  const [folded, setFolded] = useState(() => window.localStorage.getItem(KEY) === 'folded');
  const toggle = (): void => {
    window.localStorage.setItem(KEY, folded ? 'open' : 'folded');
    setFolded(!folded);
  };
  const Fold = folded ? IconChevronsRight : IconChevronsLeft;
  return (
    <nav className="rail" data-folded={folded} aria-label={t('sections')}>
      <div className="brand">
        <Logo size={20} />
        <span>Tallybook</span>
      </div>
      <ul className="rail-items">
        {screens
          .filter((screen) => !screen.bookless)
          .map((screen) => (
            <RailItem key={screen.path} screen={screen} folded={folded} />
          ))}
      </ul>
      <button type="button" className="rail-fold" onClick={toggle} aria-expanded={!folded} aria-label={folded ? t('unfold') : t('fold')}>
        <Fold size={16} stroke={1.5} aria-hidden="true" />
        {folded ? null : <span>{t('fold')}</span>}
      </button>
    </nav>
  );
}

const none = (): number => 0;

function RailItem({ screen, folded }: { screen: ScreenRoute; folded: boolean }) {
  const word = useWordOf('nav');
  const t = useWords<typeof words>('frame');
  const address = useAddress();
  const useBadge = screen.badge ?? none;
  const count = useBadge();
  const name = word(screen.navKey);
  return (
    <li>
      <Tooltip label={name} position="right" disabled={!folded}>
        <NavLink to={address(pathOf(screen))}>
          <screen.icon size={18} stroke={1.5} aria-hidden="true" />
          <span className={folded ? 'visually-hidden' : 'rail-word'}>{name}</span>
          {count > 0 && (
            <span className="rail-count" aria-hidden="true">
              {count > 99 ? '99+' : count}
            </span>
          )}
          {count > 0 && <span className="visually-hidden">{t('wantAction', { count })}</span>}
        </NavLink>
      </Tooltip>
    </li>
  );
}
