import { hideComingSale, withSaleWindow } from '../domain/content/coming-sale';
import {
  type ContentRequest,
  MOST_RELATED,
  type Populated,
  type Selection,
} from '../domain/content/content-request';
import { CommerceError, invalidInput } from '../domain/errors';
import type { ContentRow, ContentStorage } from '../storage/content';

export type Content = ReturnType<typeof createContent>;

/** The content types as a front end may read them, in the host's own form. Reads only. */
export function createContent(shop: {
  content: ContentStorage;
  defaultLocale: () => Promise<string>;
  clock: () => Date;
}) {
  const { content } = shop;

  /** One page: two statements, and one for each relation that is populated. */
  async function list(
    uid: string,
    request: ContentRequest,
    withCount: boolean
  ): Promise<{ rows: ContentRow[]; total: number | null }> {
    const query = await queryOf(uid, request);
    const rows = await content.find(uid, query);
    const total = withCount ? await content.count(uid, query) : null;
    return { rows: present(rows, request, query.at), total };
  }

  /** @throws CommerceError not_found when it is unknown, or not to be seen */
  async function show(
    uid: string,
    documentId: string,
    request: ContentRequest
  ): Promise<ContentRow> {
    const query = await queryOf(uid, request);
    const row = await content.findOne(uid, documentId, query);
    if (!row) throw new CommerceError('not_found', 'There is no such document');
    return present([row], request, query.at)[0] as ContentRow;
  }

  async function queryOf(uid: string, request: ContentRequest) {
    const language = request.locale ?? (await shop.defaultLocale());
    return {
      ...request,
      ...widened(request),
      locale: content.hasLanguages(uid) ? language : null,
      at: shop.clock(),
    };
  }

  return { list, show };
}

/** With what decides whether a sale may be told of, and room for one row too many. */
function widened<Asked extends Selection>(asked: Asked): Asked {
  const populate = Object.entries(asked.populate).map(([name, wanted]): [string, Populated] => [
    name,
    { ...widened(wanted), limit: wanted.many ? (wanted.limit ?? MOST_RELATED + 1) : null },
  ]);
  return {
    ...asked,
    fields: asked.priced && asked.fields ? withSaleWindow(asked.fields) : asked.fields,
    populate: Object.fromEntries(populate),
  };
}

/** @throws CommerceError invalid_input when a relation brings along more than it may: half of it would be a lie */
function present(rows: readonly ContentRow[], asked: Selection, at: Date): ContentRow[] {
  const related = Object.entries(asked.populate).map(([name, wanted]) => {
    const found = relatedOf(rows, name);
    if (found.length > MOST_RELATED) {
      const path = `populate.${name}`;
      throw invalidInput(path, `${path} brings more than ${MOST_RELATED}: ask for a shorter page`);
    }
    const shown = present(found, wanted, at);
    return { name, shown: new Map(found.map((row, index) => [row, shown[index]])) };
  });
  return rows.map((row): ContentRow => {
    const replaced = related.map(({ name, shown }) => [name, replace(row[name], shown)]);
    const whole = { ...row, ...Object.fromEntries(replaced) } as ContentRow;
    return asked.priced ? hideComingSale(whole, asked.fields, at) : whole;
  });
}

function relatedOf(rows: readonly ContentRow[], name: string): ContentRow[] {
  return rows.flatMap((row) => (row[name] ?? []) as ContentRow[]);
}

function replace(value: unknown, shown: ReadonlyMap<ContentRow, unknown>): unknown {
  if (Array.isArray(value)) return value.map((row: ContentRow) => shown.get(row));
  return value ? shown.get(value as ContentRow) : value;
}
