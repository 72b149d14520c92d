/** Whether it is in the clipboard now. The browser gives none to pages that do not come over https. */
export async function copyText(content: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return false;
  }
}
