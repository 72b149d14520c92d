import { useAuth } from '@strapi/strapi/admin';
import { useMemo } from 'react';

import { UIDS } from '../../../content-types/uids';

export interface BlockRights {
  mayCreate: boolean;
  mayUpdate: boolean;
  mayDelete: boolean;
  mayPublish: boolean;
  /** Whether a field may be written, of a new block or of one that is there. */
  mayEdit: (field: string, isNew: boolean) => boolean;
}

interface Narrowed {
  fields?: string[] | null;
  locales?: string[] | null;
}

/** What the Content Manager lets the editor's roles do to blocks in a language. The server asks again, whatever this says. */
export function useBlockRights(locale: string): BlockRights {
  const granted = useAuth('useBlockRights', ({ permissions }) => permissions);
  return useMemo(() => {
    const may = (name: string, field?: string) =>
      granted.some(({ action, subject, properties }) => {
        const { fields, locales } = (properties ?? {}) as Narrowed;
        return (
          action === `plugin::content-manager.explorer.${name}` &&
          subject === UIDS.layoutBlock &&
          (!locales || locales.includes(locale)) &&
          (field === undefined || !fields || fields.includes(field))
        );
      });
    return {
      mayCreate: may('create'),
      mayUpdate: may('update'),
      mayDelete: may('delete'),
      mayPublish: may('publish'),
      mayEdit: (field, isNew) => may(isNew ? 'create' : 'update', field),
    };
  }, [granted, locale]);
}
