import { createHash, createHmac } from 'node:crypto';

/**
 * The secret tokens of carts and orders (rule 6.1). A token is a keyed hash of the document's id: nothing that
 * is stored can be turned into one, and a repeated request can still be answered with it.
 */
export interface Secrets {
  tokenOf(kind: 'cart' | 'order', documentId: string): string;
}

export function createSecrets(siteSecret: string): Secrets {
  return {
    tokenOf: (kind, documentId) =>
      createHmac('sha256', siteSecret)
        .update(`cartwright:${kind}:${documentId}`)
        .digest('base64url'),
  };
}

/** What is stored of a token, and what it is found by. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
