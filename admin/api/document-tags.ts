/** The Content Manager's tags of some documents: what carries them is read again after a save there. */
export const documentTags = (uid: string, ids: readonly string[]) =>
  ids.map((id) => ({ type: 'Document' as const, id: `${uid}_${id}` }));
