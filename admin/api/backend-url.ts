/** The host tells its admin where the server is; its own typings leave that out. */
export function backendUrl(): string {
  return (window.strapi as unknown as { backendURL: string }).backendURL;
}
