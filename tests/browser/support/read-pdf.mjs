import { readFileSync } from 'node:fs';

import ts from 'typescript';

const source = readFileSync(new URL('../../support/pdf-text.ts', import.meta.url), 'utf8');
const { outputText } = ts.transpileModule(source, {
  compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
});

/** What a reader finds in a PDF of ours, page by page: the same reading as in the other tests. */
export const { pagesOf } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
