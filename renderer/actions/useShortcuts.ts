import { useEffect } from 'react';
import { actionFor, canDo, currentActions } from './registry.ts';
import { createSequencer } from './keys.ts';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
/** Things that use Enter and Space themselves. */
const takesEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('button, a, summary, [role=tab], [role=menuitem], [role=option], [role=checkbox], [role=switch]') !== null;
const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox]') !== null;

/** Listens for the keys of the registry; mounted once, by the frame. */
export function useShortcuts(): void {
  useEffect(() => {
    const sequencer = createSequencer();
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || /^(Shift|Control|Alt|Meta)$/.test(event.key)) return;
      if (inDialog(event.target) || (document.querySelector('[aria-modal=true]') && event.key !== 'Escape')) return;
      if ((event.key === 'Enter' || event.key === ' ') && takesEnter(event.target)) return;
      const field = isField(event.target);
      const usable = currentActions().filter((a) => a.shortcut && canDo(a) && (!field || a.inFields));
      const found = sequencer.feed(
        { key: event.key, mod: event.ctrlKey || event.metaKey, alt: event.altKey, shift: event.shiftKey },
        new Set(usable.map((a) => a.shortcut ?? '')),
      );
      if (found === null) return;
      event.preventDefault();
      if (found !== 'pending') actionFor(found)?.perform();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
