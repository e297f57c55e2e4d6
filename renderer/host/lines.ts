/**
 * Yields the complete lines of a byte stream as text; a last line without newline is dropped, because it was cut off.
 */
export async function* lines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        const line = rest.slice(0, end).trim();
        rest = rest.slice(end + 1);
        if (line) yield line;
      }
    }
  } finally {
    // A stream that nobody reads on would keep one of the browser's few connections to this host.
    await reader.cancel().catch(() => undefined);
  }
}
