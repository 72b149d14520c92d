import { useAuth } from '@strapi/strapi/admin';

interface Wish {
  uid: string;
  field: string;
  isNew: boolean;
  /** undefined for a type without languages, or while it is not known. */
  locale: string | undefined;
}

interface Narrowed {
  fields?: string[] | null;
  locales?: string[] | null;
}

/** Whether the Content Manager lets the editor's roles write a field. The server asks again, whatever this says. */
export function useMayEditField({ uid, field, isNew, locale }: Wish): boolean {
  const granted = useAuth('useMayEditField', ({ permissions }) => permissions);
  const action = `plugin::content-manager.explorer.${isNew ? 'create' : 'update'}`;
  return granted.some((permission) => {
    const { fields, locales } = (permission.properties ?? {}) as Narrowed;
    return (
      permission.action === action &&
      permission.subject === uid &&
      (!fields || fields.includes(field)) &&
      (!locales || locale === undefined || locales.includes(locale))
    );
  });
}
