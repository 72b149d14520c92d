/** The filters of a list under a name. */
export interface SavedView {
  id: string;
  /** Which list it is of: `orders`. */
  list: string;
  /** Whose it is: an editor of the admin, who alone changes it. */
  owner: string;
  ownerName: string;
  name: string;
  /** As they stand in the address of the list. */
  filters: Record<string, string>;
  /** All who see the list see it. */
  shared: boolean;
}

/** More than this is no list of views any more. */
export const MOST_VIEWS = 50;
