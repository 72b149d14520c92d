import type { Core } from '@strapi/strapi';

import { type OpenedForm, readOpenedForm, writeOpenedForm } from '../validation/opened-form';
import type { HostRow } from './document-call';

type Fields = Record<string, unknown>;

/**
 * The Content Manager sends an entry's whole form back and not a word about when it was opened: neither a version nor
 * `updatedAt`. So an editor who opens a form is given its values a second time, in the attribute `asOpened`, and the
 * form brings them back beside what was made of them.
 */
export interface OpenedForms {
  /** Whether it is an editor's request that the hook is called in, not a script or a shopper. */
  isEditor: () => boolean;
  /** What the editor may see of an entry. */
  visible: (uid: string, row: HostRow) => Promise<Fields>;
  give: (row: HostRow, opened: OpenedForm) => void;
  /** What the form of this entry was opened with; undefined when no form is being saved. */
  take: (documentId: string) => OpenedForm | undefined;
}

interface PermissionChecker {
  sanitizeOutput: (row: Fields) => Promise<Fields>;
}

export function openedFormsOf(strapi: Core.Strapi): OpenedForms {
  const editor = () => strapi.requestContext.get()?.state['userAbility'] as unknown;
  return {
    isEditor: () => editor() !== undefined,
    visible: (uid, row) => {
      const checker = strapi
        .plugin('content-manager')
        .service('permission-checker')
        .create({ userAbility: editor(), model: uid }) as PermissionChecker;
      return checker.sanitizeOutput(row);
    },
    give: (row, opened) => {
      row['asOpened'] = writeOpenedForm(opened);
    },
    take: (documentId) => {
      if (editor() === undefined) return undefined;
      // Out of the body itself: the host lets only those fields through that the role may edit.
      const body = strapi.requestContext.get()?.request.body as Fields | null | undefined;
      const opened = readOpenedForm(body?.['asOpened']);
      return opened?.documentId === documentId ? opened : undefined;
    },
  };
}
