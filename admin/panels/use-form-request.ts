import { useForm } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';

import { useSettled } from '../components/use-settled';

/**
 * What is asked of the server about the Content Manager's form, once nobody types for a moment. It stays the same object
 * while it says the same.
 */
export function useFormRequest<Request>(
  of: (values: object, documentId: string | undefined, isCopy: boolean) => Request,
  documentId: string | undefined
): { request: Request; isSettled: boolean } {
  const values = useForm('useFormRequest', (form) => form.values);
  const isCopy = useLocation().pathname.includes('/clone/');
  const text = JSON.stringify(of(values, documentId, isCopy));
  const settled = useSettled(text, 400);
  const request = useMemo(() => JSON.parse(settled) as Request, [settled]);
  return { request, isSettled: text === settled };
}
