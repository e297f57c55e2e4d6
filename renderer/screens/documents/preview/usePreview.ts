import { useEffect, useState } from 'react';
import type { AppError } from '../../../../domain/result.ts';
import type { FilePreview } from '../../../../services/contract/attachments.ts';
import { bridge } from '../../../host/bridge.ts';
import { PreviewTrouble, type Paper, type TroubleKind } from './paper.ts';

/** A file that hangs on a document, or one that was just chosen. */
export type PreviewSource = { attachment: number } | { file: string };

export interface PreviewState {
  facts: Omit<FilePreview, 'data'> | null;
  paper: Paper | null;
  trouble: TroubleKind | null;
  error: AppError | null;
}
const NOTHING: PreviewState = { facts: null, paper: null, trouble: null, error: null };

/** The file of a source, opened for painting; closed again when the source changes or the pane goes. Nothing of it is kept. */
export function usePreview(source: PreviewSource): PreviewState {
  const [state, setState] = useState(NOTHING);
  const key = 'file' in source ? `f${source.file}` : `a${source.attachment}`;
  useEffect(() => {
    const ended = new AbortController();
    let paper: Paper | null = null;
    const load = async (): Promise<void> => {
      setState(NOTHING);
      const asked = key.startsWith('f') ? { file: key.slice(1) } : { attachment: Number(key.slice(1)) };
      const answer = await bridge().call('attachments/preview', asked, { signal: ended.signal });
      if (ended.signal.aborted) return;
      if (!answer.ok) return setState({ ...NOTHING, error: answer.error });
      const { data, ...facts } = answer.value;
      if (data === null) return setState({ ...NOTHING, facts });
      setState({ ...NOTHING, facts });
      try {
        paper = await openPaper(facts.kind, bytesOf(data));
        if (ended.signal.aborted) paper.close();
        else setState({ ...NOTHING, facts, paper });
      } catch (error) {
        if (!ended.signal.aborted) setState({ ...NOTHING, facts, trouble: error instanceof PreviewTrouble ? error.kind : 'broken' });
      }
    };
    void load();
    return () => {
      ended.abort();
      paper?.close();
    };
  }, [key]);
  return state;
}

/** The reader of PDFs is a large part of the program: it is fetched when the first one is opened. */
async function openPaper(kind: FilePreview['kind'], bytes: Uint8Array<ArrayBuffer>): Promise<Paper> {
  if (kind === 'pdf') return (await import('./open-pdf.ts')).openPdf(bytes);
  return (await import('./open-picture.ts')).openPicture(kind, bytes);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
