import type { OfferedOptionDto } from '../../../server/contracts/product-panel';

/** A relation as the Content Manager's form keeps it until it is saved. */
interface Related {
  id: number;
  apiData: { id: number; documentId: string; locale: string; isTemporary?: boolean };
}

/** What a form changes of a relation. A form that was never touched has none. */
export interface RelationChange {
  connect?: Related[];
  disconnect?: Related[];
}

type Option = Pick<OfferedOptionDto, 'id' | 'documentId' | 'locale'>;

const documentOf = ({ apiData }: Related) => apiData.documentId;
const without = (list: Related[] = [], documentId: string) =>
  list.filter((related) => documentOf(related) !== documentId);
const has = (list: Related[] = [], documentId: string) =>
  list.some((related) => documentOf(related) === documentId);

/** The documents that are ticked once the form is saved; sorted, since the order of ticking means nothing. */
export function tickedAfter(
  saved: readonly string[],
  change: RelationChange | undefined
): string[] {
  const kept = saved.filter((documentId) => !has(change?.disconnect, documentId));
  return [...new Set([...kept, ...(change?.connect ?? []).map(documentOf)])].sort();
}

/** Ticks or un-ticks an option; what is ticked and un-ticked again leaves no trace in the form. */
export function changeTick(
  saved: readonly string[],
  change: RelationChange | undefined,
  { id, documentId, locale }: Option,
  isTicked: boolean
): Required<RelationChange> {
  const connect = without(change?.connect, documentId);
  const disconnect = without(change?.disconnect, documentId);
  const apiData = { id, documentId, locale };
  const isSaved = saved.includes(documentId);
  if (isTicked && !isSaved) {
    return {
      connect: [...connect, { id, apiData: { ...apiData, isTemporary: true } }],
      disconnect,
    };
  }
  if (!isTicked && isSaved) return { connect, disconnect: [...disconnect, { id, apiData }] };
  return { connect, disconnect };
}

export function changesTicks(change: RelationChange | undefined): boolean {
  return (change?.connect?.length ?? 0) + (change?.disconnect?.length ?? 0) > 0;
}
