import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import ts from 'typescript';

import * as providers from '../../server/providers';

/**
 * The config of cartwright that a page of docs/ shows: its first block of TypeScript, run as a site would run it. What
 * is promised there is tested to the letter.
 */
export function configInDocs(page: string): object {
  const text = readFileSync(join(__dirname, '../../docs', page), 'utf8');
  const [, code] = /```ts\n([\s\S]*?)```/.exec(text) ?? [];
  if (!code) throw new Error(`docs/${page} shows no TypeScript`);
  const compiled = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports: { default?: () => { cartwright: { config: object } } } = {};
  const require = (name: string) => {
    if (name === 'strapi-plugin-cartwright/providers') return providers;
    throw new Error(`docs/${page} imports ${name}`);
  };
  runInNewContext(compiled.outputText, { exports, require, process });
  return exports.default!().cartwright.config;
}
