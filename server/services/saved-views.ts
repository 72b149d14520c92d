import { createId } from '@paralleldrive/cuid2';

import { CommerceError, invalidInput } from '../domain/errors';
import { MOST_VIEWS, type SavedView } from '../domain/views/saved-view';
import { type Database, isUniqueViolation } from '../storage/database';
import {
  countSavedViews,
  deleteSavedView,
  findSavedViews,
  insertSavedView,
  updateSavedView,
} from '../storage/saved-views';

export type ViewWish = Pick<SavedView, 'name' | 'filters' | 'shared'>;

/** The editor who asks. */
export interface Editor {
  id: string;
  name: string;
}

export type SavedViews = ReturnType<typeof createSavedViews>;

/** The views of lists that editors keep: on the server, so that they are there on another machine. */
export function createSavedViews(shop: { database: Database; clock: () => Date }) {
  const { database, clock } = shop;

  /** The editor's own and those that others share, by name. */
  function list(of: string, editor: Editor): Promise<SavedView[]> {
    return findSavedViews(database.read, { list: of, owner: editor.id });
  }

  /** @throws CommerceError invalid_input when the name is taken, or there are too many */
  async function keep(of: string, wish: ViewWish, editor: Editor): Promise<SavedView> {
    const owned = await countSavedViews(database.read, { list: of, owner: editor.id });
    if (owned >= MOST_VIEWS) {
      throw invalidInput('name', `may be one of at most ${MOST_VIEWS} views: delete one first`);
    }
    const view = { ...wish, id: createId(), list: of, owner: editor.id, ownerName: editor.name };
    const isNew = await database.transaction((trx) => insertSavedView(trx, view, clock()));
    if (!isNew) throw taken();
    return view;
  }

  /** Only one's own. @throws CommerceError not_found, invalid_input when the name is taken */
  async function change(id: string, wish: ViewWish, editor: Editor): Promise<void> {
    const known = await updateSavedView(database.read, { id, owner: editor.id }, wish).catch(
      (error: unknown) => {
        throw isUniqueViolation(error) ? taken() : error;
      }
    );
    if (!known) throw notOwn();
  }

  /** Only one's own. @throws CommerceError not_found */
  async function remove(id: string, editor: Editor): Promise<void> {
    if (!(await deleteSavedView(database.read, { id, owner: editor.id }))) throw notOwn();
  }

  return { list, keep, change, remove };
}

const taken = () => invalidInput('name', 'is the name of another view of yours');

const notOwn = () => new CommerceError('not_found', 'You have no such view');
