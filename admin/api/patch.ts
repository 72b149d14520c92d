import { getFetchClient } from '@strapi/strapi/admin';

import type { ApiError } from './api-error';
import { backendUrl } from './backend-url';

/**
 * `PATCH`, which the host's client does not know. A look at `before` with that client comes first: it renews a token
 * that has run out, as it does before each of its own requests.
 */
export async function patch(
  path: string,
  body: unknown,
  { before, token }: { before: string; token: () => string | null }
): Promise<{ data: unknown } | { error: ApiError }> {
  try {
    await getFetchClient().get(before);
    const response = await fetch(`${backendUrl()}${path}`, {
      method: 'PATCH',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${token() ?? ''}` },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { data: unknown; error?: ApiError };
    return answer.error ? { error: answer.error } : { data: answer };
  } catch (error) {
    const { name, message } = error as Error;
    return { error: { name, message } };
  }
}
