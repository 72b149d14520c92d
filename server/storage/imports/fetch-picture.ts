import { lookup as resolve } from 'node:dns';
import { type ClientRequest, get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

import { isForbiddenAddress } from './forbidden-addresses';

export interface FetchedPicture {
  bytes: Buffer;
  mime: string;
  /** Of the last part of the address, for the media library. */
  name: string;
}

/** A reason in words, for the report. */
export type Fetched =
  | FetchedPicture
  | {
      refused: string;
      /** Its server is to blame, so the next picture of the same one will not come either. */
      isSilent?: true;
    };

export type FetchPicture = (url: string) => Promise<Fetched>;

export interface FetchLimits {
  bytes: number;
  milliseconds: number;
  redirects: number;
  /** Tests fetch from a server of their own. */
  isForbidden: (address: string) => boolean;
}

const LIMITS: FetchLimits = {
  bytes: 10 * 1024 * 1024,
  milliseconds: 15_000,
  redirects: 3,
  isForbidden: isForbiddenAddress,
};

/** SVG is left out: it can hold scripts, which the media library would serve under the site's own name. */
const ENDINGS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
};

/**
 * Fetches pictures of the public internet. The address that was checked is the one that is connected to, and each
 * redirect is checked anew, so neither a name that points inwards nor a second answer of the name server gets by.
 */
export function createFetchPicture(limits: Partial<FetchLimits> = {}): FetchPicture {
  const rules = { ...LIMITS, ...limits };
  return async (url) => {
    const deadline = Date.now() + rules.milliseconds;
    let address = url;
    for (let step = 0; step <= rules.redirects; step += 1) {
      const answer = await ask(address, deadline, rules);
      if (!('redirect' in answer)) return answer;
      const next = parseUrl(answer.redirect, address);
      if (!next) return { refused: 'it redirects to an address that is none' };
      address = next.href;
    }
    return { refused: `it redirects more than ${rules.redirects} times` };
  };
}

function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

async function ask(
  address: string,
  deadline: number,
  limits: FetchLimits
): Promise<Fetched | { redirect: string }> {
  const url = parseUrl(address);
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return { refused: 'it is not an address of the web' };
  }
  // A literal address is never looked up, so it is checked here.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && limits.isForbidden(host)) return { refused: FORBIDDEN };

  return new Promise((answer) => {
    const finish = (result: Fetched | { redirect: string }) => {
      clearTimeout(timer);
      request.destroy();
      answer(result);
    };
    const request: ClientRequest = (url.protocol === 'https:' ? getSecure : getPlain)(
      url,
      {
        agent: false,
        lookup: publicLookup(limits.isForbidden),
        headers: { 'accept': 'image/*', 'user-agent': 'cartwright-import' },
      },
      (response) => {
        receive(response, url, limits, finish);
      }
    );
    const timer = setTimeout(
      () => {
        finish({ refused: 'it took too long', isSilent: true });
      },
      Math.max(deadline - Date.now(), 0)
    );
    request.on('error', (error: Error & { code?: string }) => {
      finish({ refused: reasonOf(error), isSilent: true });
    });
  });
}

const FORBIDDEN = 'it is not on the public internet';

/** Resolves a name and refuses it when any of its addresses is forbidden. */
function publicLookup(isForbidden: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '', 0);
      } else if (addresses.length === 0 || addresses.some(({ address }) => isForbidden(address))) {
        callback(Object.assign(new Error(FORBIDDEN), { code: 'FORBIDDEN' }), '', 0);
      } else if (options.all) {
        callback(null, addresses);
      } else {
        callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
      }
    });
  };
}

function reasonOf(error: Error & { code?: string }): string {
  if (error.code === 'FORBIDDEN') return FORBIDDEN;
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') return 'its server is not known';
  return `its server does not answer (${error.code ?? error.message})`;
}

function receive(
  response: IncomingMessage,
  url: URL,
  limits: FetchLimits,
  finish: (result: Fetched | { redirect: string }) => void
): void {
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location) {
    finish({ redirect: headers.location });
    return;
  }
  if (statusCode !== 200) {
    finish({ refused: `its server answered with ${statusCode}` });
    return;
  }
  const mime = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = ENDINGS[mime];
  if (!ending) {
    finish({ refused: `it is not a picture (${mime || 'of unknown type'})` });
    return;
  }
  const tooLarge = { refused: `it is larger than ${Math.round(limits.bytes / 1024)} kB` };
  if (Number(headers['content-length'] ?? 0) > limits.bytes) {
    finish(tooLarge);
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limits.bytes) finish(tooLarge);
  });
  response.on('error', (error) => {
    finish({ refused: reasonOf(error) });
  });
  response.on('end', () => {
    finish({ bytes: Buffer.concat(chunks), mime, name: nameOf(url, ending) });
  });
}

function nameOf(url: URL, ending: string): string {
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
  const stem = last.replace(/\.[a-z0-9]{2,5}$/i, '').replace(/[^\w.-]+/g, '-');
  return `${stem.slice(0, 100) || 'picture'}.${ending}`;
}
