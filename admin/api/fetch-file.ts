import { getFetchClient } from '@strapi/strapi/admin';

import type { ApiError } from './api-error';

/**
 * A file of the server, below `/cartwright`. A link to it would not do: the server wants the token of whoever is logged
 * in. It is not kept in the store, which holds nothing but plain data.
 */
export async function fetchFile(path: string): Promise<{ data: Blob } | { error: ApiError }> {
  try {
    const { data, status = 0 } = await getFetchClient().get(`/cartwright/${path}`, {
      responseType: 'blob',
      // The client says no more than "Server Error" of what it refuses itself. It renews the token after a 401.
      validateStatus: (code) => code !== 401,
    });
    if (status < 400) return { data };
    return { error: (JSON.parse(await data.text()) as { error: ApiError }).error };
  } catch (error) {
    const { name, message } = error as Error;
    return { error: { name, message } };
  }
}
