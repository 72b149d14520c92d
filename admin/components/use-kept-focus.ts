import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * Keeps the focus near when the button that had it goes, as "Ship items" does once all has left: the part of the page
 * gets it. Without this, the keyboard would be back at the top.
 */
export function useKeptFocus<Part extends HTMLElement = HTMLElement>() {
  const ref = useRef<Part>(null);
  const last = useRef<Element | null>(null);

  // After every change of the part.
  useEffect(() => {
    if (!last.current || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement === document.body) ref.current?.focus();
  });

  return {
    ref,
    tabIndex: -1,
    onFocus: ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
      // React also tells of the focus in a dialog that was opened here, which is elsewhere in the page.
      if (target !== currentTarget && currentTarget.contains(target)) last.current = target;
    },
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
      const isElsewhere = relatedTarget?.closest('[role="dialog"], [role="alertdialog"]') === null;
      if (isElsewhere && !currentTarget.contains(relatedTarget)) last.current = null;
    },
  };
}
