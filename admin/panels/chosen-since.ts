/** An entry in a relation field of the Content Manager's form; of what was there before it keeps the id apart. */
interface ChosenEntry {
  documentId?: string;
  apiData?: { documentId?: string };
}

/**
 * What was chosen in a relation field of the Content Manager's form since it was opened, and what was taken out: what
 * was there before is not in the form, the server knows it.
 */
export function chosenSince(value: unknown): { connect: string[]; disconnect: string[] } {
  const { connect, disconnect } = (value ?? {}) as { connect?: unknown; disconnect?: unknown };
  return { connect: documentsOf(connect), disconnect: documentsOf(disconnect) };
}

function documentsOf(entries: unknown): string[] {
  if (!Array.isArray(entries)) return [];
  const ids = (entries as ChosenEntry[]).flatMap(
    ({ documentId, apiData }) => apiData?.documentId ?? documentId ?? []
  );
  return [...new Set(ids)].sort();
}
