export interface SavedViewDto {
  id: string;
  name: string;
  /** As they stand in the address of the list. */
  filters: Record<string, string>;
  shared: boolean;
  /** Whether whoever asks may rename and delete it. */
  own: boolean;
  /** Who keeps it. */
  owner: string;
}

export interface SavedViewWishDto {
  name: string;
  filters: Record<string, string>;
  shared: boolean;
}
