/** What an import did, counted in products. */
export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  /** One for each product that was left out, with its broken line. */
  failed: { line: number; message: string }[];
  notes: string[];
}

const MOST_NOTES = 1000;
const MOST_NAMES = 50;

/** Keeps notes in bounds: a file of a hundred thousand lines could have as many. */
export function createNotes() {
  const notes = new Set<string>();
  const added = new Map<string, Set<string>>();
  let left = 0;
  return {
    note: (text: string) => {
      if (notes.has(text)) return;
      if (notes.size < MOST_NOTES) notes.add(text);
      else left += 1;
    },
    /** Told together at the end: `Added the options: Size M, Size L`. */
    added: (what: string, name: string) => {
      added.set(what, (added.get(what) ?? new Set()).add(name));
    },
    all: (): string[] => [
      ...[...added].map(([what, names]) => {
        const listed = [...names].slice(0, MOST_NAMES).join(', ');
        const more = names.size > MOST_NAMES ? ` and ${names.size - MOST_NAMES} more` : '';
        return `Added the ${what}: ${listed}${more}.`;
      }),
      ...notes,
      ...(left > 0 ? [`There are ${left} more notes of this kind.`] : []),
    ],
  };
}

export type Notes = ReturnType<typeof createNotes>;
