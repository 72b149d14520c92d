interface ExportWish {
  publishedOnly: boolean;
  category: string | null;
}

/** Where the file with these products is. */
export function exportPath({ publishedOnly, category }: ExportWish): string {
  const query = new URLSearchParams({
    ...(publishedOnly ? { published: 'true' } : {}),
    ...(category ? { category } : {}),
  }).toString();
  return `exports/products.csv${query ? `?${query}` : ''}`;
}
