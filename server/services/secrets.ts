import { createHash, createHmac } from 'node:crypto';

/**
 * The secret tokens of carts and orders (rule 6.1), of customers who are remembered, by the cart at which they asked
 * for it, and the signatures of page previews. A token is a keyed hash of the document's id: nothing that is stored can
 * be turned into one, and a repeated request can still be answered with it.
 */
export interface Secrets {
  tokenOf(kind: 'cart' | 'order' | 'customer' | 'erased' | 'preview', id: string): string;
}

export function createSecrets(siteSecret: string): Secrets {
  return {
    tokenOf: (kind, id) =>
      createHmac('sha256', siteSecret).update(`cartwright:${kind}:${id}`).digest('base64url'),
  };
}

/**
 * What stays of an account or an e-mail after its data were erased: a name that cannot be turned back, and is the same
 * when the same person comes again. Uses of discount codes are counted by it.
 */
export function erasedName(secrets: Secrets, name: string): string {
  return `erased:${secrets.tokenOf('erased', name)}`;
}

/** Those of somebody whose account or e-mail may be unknown. */
export function erasedNames(
  secrets: Secrets,
  { account, email }: { account: string | null; email: string | null }
): string[] {
  return [account, email].flatMap((name) => (name ? [erasedName(secrets, name)] : []));
}

/** What is stored of a token, and what it is found by. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
