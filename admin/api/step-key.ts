/**
 * The key under which a step is asked for: whoever does not know whether the first request arrived asks again under the
 * same one, and nothing happens twice. `crypto.randomUUID` is missing where the admin is not served over https.
 */
export function newStepKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
