import { useEffect, useRef } from 'react';

/**
 * Keeps the focus near when the button that had it goes, as "Ship items" does once all has left: the part of the page
 * gets it. Without this, the keyboard would be back at the top.
 */
export function useKeptFocus<Part extends HTMLElement = HTMLElement>() {
  const ref = useRef<Part>(null);
  const last = useRef<Element | null>(null);

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      // From a dialog that was opened here, the focus comes back.
      if (target.closest('[role="dialog"], [role="alertdialog"]')) return;
      const isInside = target !== ref.current && ref.current?.contains(target);
      last.current = isInside ? target : null;
    };
    document.addEventListener('focusin', remember);
    return () => {
      document.removeEventListener('focusin', remember);
    };
  }, []);

  // After every change of the part.
  useEffect(() => {
    if (!last.current || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement === document.body) ref.current?.focus();
  });

  return { ref, tabIndex: -1 };
}
