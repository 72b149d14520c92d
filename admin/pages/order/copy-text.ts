/** Whether it is in the clipboard now. The browser gives none to pages that do not come over https. */
export async function copyText(content: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return copyByHand(content);
  }
}

/** As if it were selected and copied by hand. */
function copyByHand(content: string): boolean {
  const field = document.createElement('textarea');
  field.value = content;
  field.setAttribute('readonly', '');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  // The only way there is left; browsers have kept it.
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
