import { appendFileSync, existsSync, readFileSync } from 'node:fs';

import type { FakeEntry } from './fake-books';

/** Where the fake provider writes down what it was asked. */
export interface FakeLedger {
  entries(): FakeEntry[];
  append(entry: FakeEntry): void;
}

export function ledgerInMemory(): FakeLedger {
  const kept: FakeEntry[] = [];
  return { entries: () => kept, append: (entry) => kept.push(entry) };
}

/**
 * A file that several servers share and that outlives them, one line an entry. The system appends each write as a whole, so
 * the order of the lines is the same for whoever reads them, and no lock is needed: the first line of a key has won.
 */
export function ledgerInFile(path: string): FakeLedger {
  return {
    entries: () => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').flatMap(read) : []),
    append: (entry) => {
      appendFileSync(path, `\n${JSON.stringify(entry)}\n`);
    },
  };
}

/** A server that dies while it writes leaves half a line, which never happened. */
function read(line: string): FakeEntry[] {
  if (line === '') return [];
  try {
    return [JSON.parse(line) as FakeEntry];
  } catch {
    return [];
  }
}
