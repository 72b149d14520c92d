import crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

import ts from 'typescript';

import * as providers from '../../server/providers';
import * as contract from '../../server/providers/contract';
import * as stripe from '../../server/providers/stripe';

const docs = join(__dirname, '../../docs');

/** What a site finds in node_modules, from source. */
const PACKAGES: Record<string, unknown> = {
  'strapi-plugin-cartwright/providers': providers,
  'strapi-plugin-cartwright/contract': contract,
  'strapi-plugin-cartwright/stripe': stripe,
  'node:crypto': crypto,
};

type Exports = Record<string, unknown>;

/**
 * The TypeScript files that a page of the documentation shows, each named in the first line of its block, and runs them
 * as a site would: a block may import the others, and the packages.
 */
export function filesOf(page: string): { names: string[]; run: (name: string) => Exports } {
  const text = readFileSync(join(docs, page), 'utf8');
  const blocks = [...text.matchAll(/```ts\n\/\/ (\S+)\.ts\n([\s\S]*?)```/g)];
  const sources = new Map(blocks.map(([, name = '', source = '']) => [name, source]));
  const loaded = new Map<string, Exports>();

  function run(name: string): Exports {
    const known = loaded.get(name);
    if (known) return known;
    const source = sources.get(name);
    if (source === undefined) throw new Error(`${page} shows no file ${name}.ts`);
    const exports: Exports = {};
    loaded.set(name, exports);
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    const load = (wanted: string) =>
      PACKAGES[wanted] ?? run(posix.join(posix.dirname(name), wanted));
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own docs, run as a reader would
    new Function('require', 'exports', outputText)(load, exports);
    return exports;
  }

  return { names: [...sources.keys()], run };
}
