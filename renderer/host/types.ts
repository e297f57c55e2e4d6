import type { Input, Output, ProcedureName } from '../../services/contract/index.ts';
import type { Progress, Topic } from '../../services/contract/procedure.ts';
import type { GrantedFile, HostInput, HostName, HostOutput } from '../../services/contract/host.ts';
import type { Result } from '../../domain/result.ts';

export interface CallOptions {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** What kind of file a dialog offers. */
export type FileKind = HostInput<'host/openFilesDialog'>['kind'];
export type { GrantedFile, HostInput, HostName, HostOutput };

/** One wire to the services, whatever host runs them. */
export interface Bridge {
  readonly kind: 'electron' | 'loopback';
  call<N extends ProcedureName>(name: N, input: Input<N>, options?: CallOptions): Promise<Result<Output<N>>>;
  host<N extends HostName>(name: N, input: HostInput<N>): Promise<Result<HostOutput<N>>>;
  /** Tokens for dropped or chosen files. A book goes to the books folder. */
  upload(files: readonly File[], as?: 'book'): Promise<Result<GrantedFile[]>>;
  /** Gives the user the file behind a token that `host/newFile` made (browser only; a dialog chose the place in Electron). */
  download(token: string, name: string): Promise<Result<null>>;
  onChange(listener: (topics: readonly Topic[]) => void): () => void;
  /** Told false when the services went away, true when they are back. */
  onConnection(listener: (connected: boolean) => void): () => void;
}
