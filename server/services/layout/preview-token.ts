import { timingSafeEqual } from 'node:crypto';

import { CommerceError } from '../../domain/errors';
import type { Secrets } from '../secrets';

/** What somebody with the link may see: the drafts of one page in one language. */
export interface Preview {
  page: string;
  locale: string;
  /** The instant that it is fixed to; null leaves it to whoever looks. */
  at: Date | null;
  expiresAt: Date;
}

/** All of it stands in the token, which is signed: nothing is stored, and nobody can write one but the site. */
export function writePreviewToken(secrets: Secrets, preview: Preview): string {
  const { page, locale, at, expiresAt } = preview;
  const facts = [page, locale, at?.getTime() ?? null, expiresAt.getTime()];
  const payload = Buffer.from(JSON.stringify(facts)).toString('base64url');
  return `${payload}.${secrets.tokenOf('preview', payload)}`;
}

/** @throws CommerceError invalid_signature when it is forged, damaged, or over */
export function readPreviewToken(secrets: Secrets, token: string, now: Date): Preview {
  const [payload = '', signature = ''] = token.split('.');
  if (!sameText(signature, secrets.tokenOf('preview', payload))) {
    throw refusal('wrong', 'This is no preview link of this site: ask for a new one');
  }
  const facts = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Facts;
  const [page, locale, at, expires] = facts;
  const expiresAt = new Date(expires);
  if (expiresAt <= now)
    throw refusal('expired', 'This preview link has expired: ask for a new one');
  return { page, locale, at: at === null ? null : new Date(at), expiresAt };
}

export const refusal = (reason: 'wrong' | 'expired' | 'other_page', message: string) =>
  new CommerceError('invalid_signature', message, { reason });

type Facts = [page: string, locale: string, at: number | null, expires: number];

/** However much of it is right, it takes as long. */
function sameText(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
