import { Link } from 'react-router';
import { useAddress } from '../app/place.ts';

export interface SubNavItem {
  /** Whole address below the hash, such as `/invoices/due`. */
  to: string;
  label: string;
  current: boolean;
}

/** The way between the views of one screen, beside its title. `label` names the group. */
export function SubNav({ label, items }: { label: string; items: readonly SubNavItem[] }) {
  const address = useAddress();
  return (
    <nav className="subnav" aria-label={label}>
      {items.map(({ to, label: text, current }) => (
        <Link key={to} to={address(to)} aria-current={current ? 'page' : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
