/**
 * Makes copying give exact digits: wherever a selection holds elements with `data-exact` (amounts, shortened
 * identifiers), the clipboard gets that text instead of what is painted; cells are parted by tabs, rows by new lines.
 */
export function installExactCopy(target: Document): () => void {
  const onCopy = (event: ClipboardEvent): void => {
    const selection = target.getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    const range = selection.getRangeAt(0);
    const ancestor = range.commonAncestorContainer;
    const around = ancestor instanceof Element ? ancestor : ancestor.parentElement;
    if (around?.closest('input, textarea')) return;
    const whole = around?.closest<HTMLElement>('[data-exact]');
    const exact = whole ? whole.dataset['exact'] : exactText(range.cloneContents());
    if (exact === undefined) return;
    event.clipboardData.setData('text/plain', exact);
    event.preventDefault();
  };
  target.addEventListener('copy', onCopy);
  return () => target.removeEventListener('copy', onCopy);
}

/** Text of a fragment with exact values put in; undefined when it holds none, so that the browser copies as usual. */
export function exactText(fragment: DocumentFragment): string | undefined {
  const marked = fragment.querySelectorAll<HTMLElement>('[data-exact]');
  if (marked.length === 0) return undefined;
  for (const element of marked) element.textContent = element.dataset['exact'] ?? '';
  for (const cell of fragment.querySelectorAll('[role=gridcell], [role=columnheader], td, th'))
    if (cell.nextElementSibling) cell.append('\t');
  for (const row of fragment.querySelectorAll('[role=row], tr, p, li')) row.append('\n');
  return (fragment.textContent ?? '').replace(/\n$/, '');
}
