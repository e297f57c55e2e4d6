import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const fresh = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Compares digests, so that neither content nor length shows in the time taken. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/**
 * One-time tokens that open the page, and the secrets they were exchanged for. A token is good for one exchange;
 * a secret lives as long as the host.
 */
export class Secrets {
  #bootstraps: string[] = [];
  #secrets: string[] = [];

  newBootstrap(): string {
    const token = fresh();
    this.#bootstraps.push(token);
    return token;
  }

  /** The session secret for an unused token, or null. */
  exchange(bootstrap: string): string | null {
    const left = this.#bootstraps.filter((token) => !same(token, bootstrap));
    if (left.length === this.#bootstraps.length) return null;
    this.#bootstraps = left;
    const secret = fresh();
    this.#secrets.push(secret);
    return secret;
  }

  knows(secret: string): boolean {
    return this.#secrets.filter((known) => same(known, secret)).length > 0;
  }
}
