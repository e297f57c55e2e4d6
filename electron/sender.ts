import { isOwnAddress } from './origin.ts';

/** What is known of who sent a message; Electron's IpcMainEvent has it. */
export interface Sent {
  senderFrame: { url: string; parent: unknown; detached?: boolean } | null;
}

/**
 * Whether the message comes from the main frame of the application's own page. Ask at once: after an await the frame may
 * show another page, or be gone.
 */
export function isOwnPage(event: Sent): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    frame !== undefined &&
    frame.parent === null &&
    frame.detached !== true &&
    typeof frame.url === 'string' &&
    isOwnAddress(frame.url)
  );
}
