import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconChevronDown,
  IconChevronUp,
  IconMinus,
  IconPlus,
  IconRotateClockwise,
  type Icon,
} from '@tabler/icons-react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useActions } from '../../../actions/registry.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/preview.json';
import { Page } from './Page.tsx';
import type { PageSize, Paper, Turn } from './paper.ts';
import { mostSeen, scaleOf, stepped, turned, type Zoom } from './zoom.ts';

/** The pages of a paper below each other, with zoom and rotation. */
export function Pages({ paper }: { paper: Paper }) {
  const t = useWords<typeof words>('preview');
  const scroller = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState<PageSize | null>(null);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [turn, setTurn] = useState<Turn>(0);
  const [page, setPage] = useState(1);
  const room = useWidth(scroller);
  useEffect(() => {
    let gone = false;
    void paper.size(1).then(
      (size) => gone || setFirst(size),
      // The page itself says that it cannot be shown.
      () => gone || setFirst({ width: 794, height: 1123 }),
    );
    return () => void (gone = true);
  }, [paper]);
  const scale = first ? scaleOf(zoom, turned(first, turn), room) : 1;
  const go = useCallback(
    (to: number) => {
      const wanted = Math.min(Math.max(1, to), paper.pages);
      const element = scroller.current?.querySelector<HTMLElement>(`[data-page="${wanted}"]`);
      if (element && scroller.current) scroller.current.scrollTop = element.offsetTop - 12;
    },
    [paper],
  );
  const follow = (): void => {
    const pane = scroller.current;
    if (!pane) return;
    const pages = [...pane.querySelectorAll<HTMLElement>('[data-page]')];
    setPage(mostSeen(pages, pane.scrollTop, pane.clientHeight) + 1);
  };
  const zoomBy = (by: 1 | -1): void => setZoom(stepped(scale, by));
  const rotate = (): void => setTurn(((turn + 90) % 360) as Turn);
  useActions([
    { id: 'preview.next', title: t('next'), group: 'view', shortcut: 'pagedown', inFields: true, quiet: true, perform: () => go(page + 1) },
    {
      id: 'preview.previous',
      title: t('previous'),
      group: 'view',
      shortcut: 'pageup',
      inFields: true,
      quiet: true,
      perform: () => go(page - 1),
    },
    { id: 'preview.in', title: t('in'), group: 'view', shortcut: '+', quiet: true, perform: () => zoomBy(1) },
    { id: 'preview.out', title: t('out'), group: 'view', shortcut: '-', quiet: true, perform: () => zoomBy(-1) },
    { id: 'preview.fit', title: t('fit'), group: 'view', shortcut: '0', quiet: true, perform: () => setZoom('fit') },
    { id: 'preview.rotate', title: t('rotate'), group: 'view', shortcut: 'r', quiet: true, perform: rotate },
  ]);
  return (
    <>
      <div className="preview-tools" role="toolbar" aria-label={t('tools')}>
        {paper.pages > 1 && (
          <>
            <Tool icon={IconChevronUp} label={t('previous')} disabled={page <= 1} onClick={() => go(page - 1)} />
            <Tool icon={IconChevronDown} label={t('next')} disabled={page >= paper.pages} onClick={() => go(page + 1)} />
          </>
        )}
        <span className="preview-count" role="status">
          {t('page', { page, pages: paper.pages })}
        </span>
        <span className="preview-gap" />
        <Tool icon={IconMinus} label={t('out')} onClick={() => zoomBy(-1)} />
        <span className="preview-zoom">{Math.round(scale * 100)} %</span>
        <Tool icon={IconPlus} label={t('in')} onClick={() => zoomBy(1)} />
        <Tool icon={IconArrowAutofitWidth} label={t('fit')} pressed={zoom === 'fit'} onClick={() => setZoom('fit')} />
        <Tool icon={IconRotateClockwise} label={t('rotate')} onClick={rotate} />
      </div>
      <div className="preview-scroll" ref={scroller} onScroll={follow} tabIndex={0} role="group" aria-label={t('pages')}>
        {first && room > 0
          ? Array.from({ length: paper.pages }, (_, i) => (
              <Page key={i} paper={paper} number={i + 1} guess={first} zoom={zoom} turn={turn} room={room} scroller={scroller} />
            ))
          : null}
      </div>
    </>
  );
}

function Tool({
  icon: Glyph,
  label,
  onClick,
  disabled = false,
  pressed,
}: {
  icon: Icon;
  label: string;
  onClick: () => void;
  disabled?: boolean;
  pressed?: boolean;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed ? 'light' : 'subtle'}
        color="gray"
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        <Glyph size={16} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Width inside the scroller, its bar not counted; 0 until it is known. */
function useWidth(scroller: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return width;
}
