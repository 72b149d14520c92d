import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Core } from '@strapi/strapi';

import { shopOf } from '../../../server/compose';
import type { DialectName } from '../../../server/domain/imports/dialect';
import { hostUtils } from '../../../server/host-utils';
import { createImports } from '../../../server/services/imports';
import { createAddedOptionTypes } from '../../../server/storage/added-option-types';
import { createDefaultLocale } from '../../../server/storage/default-locale';
import type { FetchPicture } from '../../../server/storage/imports/fetch-picture';
import { createImportStorage } from '../../../server/storage/imports/import-storage';

export const fixture = (name: string) => join(__dirname, '../../fixtures/imports', name);

/** The world as it is in most tests: there is none. */
export const noInternet: FetchPicture = () => Promise.resolve({ refused: 'there is no internet' });

/** The service as the shop puts it together, with another internet. */
export function importsWith(strapi: Core.Strapi, fetchPicture: FetchPicture = noInternet) {
  const { settings, database, catalogue } = shopOf(strapi);
  return createImports({
    settings,
    database,
    slugify: (text) => hostUtils(strapi).strings.nameToSlug(text),
    defaultLocale: createDefaultLocale(strapi),
    lockCatalogue: catalogue.lock,
    postponeRefresh: catalogue.postponeRefresh,
    optionTypes: createAddedOptionTypes(strapi),
    ...createImportStorage(strapi),
    fetchPicture,
  });
}

/** Files that a test writes itself, in a folder that goes with them. */
export function filesOf() {
  const folder = mkdtempSync(join(tmpdir(), 'cartwright-import-test-'));
  let written = 0;
  return {
    path: (name: string) => join(folder, name),
    write: (text: string | Buffer) => {
      const path = join(folder, `file-${(written += 1)}.csv`);
      writeFileSync(path, text);
      return path;
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One line of CSV. */
export const csv = (...lines: string[][]) =>
  lines
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n') + '\n';

/** An import that answers with its report, the notes aside. */
export async function counts(
  strapi: Core.Strapi,
  path: string,
  dialect: DialectName,
  dryRun = false
) {
  const { notes: _notes, ...report } = await importsWith(strapi).importProducts({
    path,
    dialect,
    dryRun,
  });
  return report;
}
