import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { StatusMark, type Mark } from '../../ui/index.ts';

/** One thing to see to: mark, what, when or why, how much; the whole line is the way there. */
export function TodoRow({
  to,
  mark,
  state,
  what,
  note,
  figure,
}: {
  to: string;
  mark: Mark;
  state: string;
  what: ReactNode;
  note?: ReactNode;
  figure?: ReactNode;
}) {
  return (
    <li>
      <Link to={to} className="todo">
        <StatusMark mark={mark} label={state} compact />
        <span className="todo-what">{what}</span>
        {note ? <span className={`todo-note mark-${mark}`}>{note}</span> : null}
        {figure ? <span className="todo-figure">{figure}</span> : null}
      </Link>
    </li>
  );
}

/** Nothing to do here, said plainly. */
export const Nothing = ({ text }: { text: string }) => (
  <p className="todo-none">
    <StatusMark mark="pass" label={text} />
  </p>
);
