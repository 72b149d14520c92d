import type { LayoutBlockDto } from '../../../server/contracts/layout';
import { backendUrl } from '../../api/backend-url';

/** The address of a picture, in a smaller format where there is one. */
export function fileUrl(
  { url, formats }: NonNullable<LayoutBlockDto['image']>,
  format?: 'thumbnail' | 'small' | 'medium'
): string {
  const smaller = format && (formats?.[format] as { url?: string } | undefined);
  const path = smaller?.url ?? url;
  return path.startsWith('/') ? `${backendUrl()}${path}` : path;
}
