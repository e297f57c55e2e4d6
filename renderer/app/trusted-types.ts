import { ownWorkerOnly } from './own-worker.ts';

interface Policies {
  createPolicy: (
    name: string,
    rules: { createHTML: (text: string) => string; createScript: (text: string) => string; createScriptURL: (text: string) => string },
  ) => unknown;
}

/** Text that is set through innerHTML may be style rules (the component library writes them so), never markup. */
export function plainTextOnly(text: string): string {
  if (text.includes('<')) throw new TypeError('Markup from text is refused.');
  return text;
}

const refuse = (): never => {
  throw new TypeError('Script from text is refused.');
};

/** Installs the page's only Trusted Types policy. Called before anything renders. */
export function installTrustedTypes(): void {
  const types = (window as { trustedTypes?: Policies }).trustedTypes;
  types?.createPolicy('default', {
    createHTML: plainTextOnly,
    createScript: refuse,
    createScriptURL: (text) => ownWorkerOnly(text, document.baseURI),
  });
}

/** This load's style nonce, from the page's head; undefined where no policy asks for one. */
export function styleNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content || undefined;
}
