import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';

const NAMES = /\.(?:exe|dll|com|scr|pif|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|jar|lnk|sh|app|command|reg|cpl)$/i;
/** Windows, Linux and macOS programs and scripts by their first bytes. */
const SIGNATURES = ['4d5a', '7f454c46', 'cffaedfe', 'cafebabe', '2321'];

/** Refuses a file that carries a program beside the invoice: no sender needs one. `head` may be empty. */
export function refuseProgram(file: string, name: string, head: Buffer): void {
  const hex = head.toString('hex', 0, 4);
  if (!NAMES.test(name.trim()) && !SIGNATURES.some((signature) => hex.startsWith(signature))) return;
  refuse('einvoice.program-inside', say`“${{ file }}” carries a program, “${{ name }}”, which no invoice does.`, {
    file,
    value: name,
    remedy: 'Do not open this file; ask the sender whether it is theirs.',
  });
}
