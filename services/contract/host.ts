import { z } from 'zod';
import type { Result } from '../../domain/result.ts';
import type { Progress, Topic } from './procedure.ts';
import { fileToken, nothing } from './schema.ts';

export { BOOTSTRAP_PREFIX, PORT_MESSAGE, TOKEN_HEADER } from './host-names.ts';

/**
 * What a host offers beside the contract: files and books, always as tokens. The Electron host answers all of it;
 * the loopback host answers `host.unsupported` where it says so, and the page uses `<input type=file>` and
 * downloads instead.
 *
 * How a page reaches its host
 * - Electron: `window.tallybookHost` exists. `tallybookHost.connect()` makes the preload post `{type: PORT_MESSAGE}` to the
 *   window with one MessagePort; the page sends `pageMessage` over it and receives HostMessage. A port that closes
 *   (`close` event) means that the services process was restarted: connect again, and open the book again.
 * - Loopback: everything is HTTP on the page's own origin. The page is opened at `/#bootstrap=TOKEN`; it posts
 *   `{bootstrap}` to /session once, gets `{secret}`, keeps it in sessionStorage, replaces the address by `/`, and sends
 *   it as header x-tallybook-token with every request:
 *     POST /call {id, name, input} → Result · POST /host {name, input} → Result · POST /cancel {id} → Result
 *     POST /upload?name=NAME[&as=book] (application/octet-stream) → Result<GrantedFile>
 *     POST /download {token} → the bytes of a file from host/newFile, once · GET /events → lines of JSON (HostEvent)
 *   A 401 means that the secret is not (or no longer) known: tell the user to open the address that the terminal shows.
 */
export const grantedFile = z.object({ token: fileToken, name: z.string(), size: z.number().int() });
export type GrantedFile = z.infer<typeof grantedFile>;

const fileName = z.string().trim().min(1).max(200);
const namedToken = z.object({ token: fileToken, name: z.string() });

interface HostProcedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  input: I;
  output: O;
}
const procedure = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): HostProcedure<I, O> => ({ input, output });

export const hostContract = {
  /** `folder`: name of the folder to watch that was named at the start of the host; null where none was. */
  'host/info': procedure(
    nothing,
    z.object({
      kind: z.enum(['loopback', 'electron']),
      version: z.string(),
      canReveal: z.boolean(),
      dialogs: z.boolean(),
      folder: z.string().nullable(),
    }),
  ),
  /** A target for book/create in the books folder; the name without folder, `.tallybook` is added. Refuses an existing one. */
  'host/newBook': procedure(z.object({ name: fileName }), namedToken),
  /** Newest first: books opened before, and those lying in the books folder. The token is for book/open. */
  'host/recentBooks': procedure(nothing, z.array(namedToken.extend({ openedAt: z.string().nullable() }))),
  /** A target for an export. Loopback: a private temporary file, fetched once through /download. Electron: `host.unsupported`, use host/saveDialog. */
  'host/newFile': procedure(z.object({ name: fileName }), namedToken),
  /** Electron only; null when the user cancelled. The token is for book/open. */
  'host/openBookDialog': procedure(nothing, namedToken.nullable()),
  /** Electron only; empty when the user cancelled. */
  'host/openFilesDialog': procedure(
    z.object({ kind: z.enum(['bills', 'pdf', 'attachments', 'calendar', 'einvoice', 'bank']) }),
    z.array(grantedFile),
  ),
  /** Electron only: where to write; null when the user cancelled. A `.tallybook` name is a target for book/create. */
  'host/saveDialog': procedure(z.object({ name: fileName }), namedToken.nullable()),
  /**
   * A folder for watch/choose. Electron asks with a dialog, null when the user cancelled; the loopback host gives the one named at its
   * start (`--watch`), and answers `host.unsupported` where none was.
   */
  'host/folder': procedure(nothing, namedToken.nullable()),
  /** Electron only: shows a written file in the system's file manager. */
  'host/reveal': procedure(z.object({ token: fileToken }), nothing),
};
export type HostContract = typeof hostContract;
export type HostName = keyof HostContract;
export type HostInput<N extends HostName> = z.output<HostContract[N]['input']>;
export type HostOutput<N extends HostName> = z.output<HostContract[N]['output']>;

/** The host procedure of that name, or undefined; own keys only. */
export const hostProcedureOf = (name: string): HostProcedure | undefined =>
  Object.hasOwn(hostContract, name) ? (hostContract as Record<string, HostProcedure>)[name] : undefined;

/** Events of a host: of a call (`progress`) or of the book (`changed`). */
export type HostEvent = { type: 'progress'; id: string; progress: Progress } | { type: 'changed'; topics: readonly Topic[] };

/** Electron: what the page sends over its port. `id` is the page's own and unique while the call runs. */
export const pageMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.string().min(1).max(64), name: z.string().max(100), input: z.unknown() }),
  z.object({ type: z.literal('host'), id: z.string().min(1).max(64), name: z.string().max(100), input: z.unknown() }),
  z.object({ type: z.literal('cancel'), id: z.string().min(1).max(64) }),
]);
/** Electron: what the page receives over its port. */
export type HostMessage = HostEvent | { type: 'result'; id: string; result: Result<unknown> };

/** What Electron's preload puts on the window, and nothing else. */
export interface TallybookHost {
  /** Asks for a port; it arrives as a window message `{type: PORT_MESSAGE}`. */
  connect(): void;
  /** Tokens for files dropped on the page. */
  dropFiles(files: File[]): Promise<Result<GrantedFile[]>>;
}
