/** What the host tells a document middleware: which type, which action, with which parameters. */
export interface DocumentCall {
  uid: string;
  action: string;
  params: {
    documentId?: string;
    status?: string;
    data?: Record<string, unknown>;
  };
  contentType: { attributes: Record<string, { pluginOptions?: Record<string, unknown> }> };
}

export type Next = () => Promise<unknown>;

/** Goes around one action of the host. It calls `next` once, and answers with what `next` answered. */
export type Hook = (call: DocumentCall, next: Next) => Promise<unknown>;

/** A row as the host answers with it. */
export interface HostRow extends Record<string, unknown> {
  id?: number;
  documentId?: string;
}

/** The rows in an answer: `create` and `update` give one, the other actions a list of entries. */
export function rowsOf(result: unknown): HostRow[] {
  if (typeof result !== 'object' || result === null) return [];
  if ('entries' in result)
    return Array.isArray(result.entries) ? (result.entries as HostRow[]) : [];
  return [result as HostRow];
}
