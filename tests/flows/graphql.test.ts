import { UIDS } from '../../content-types/uids';
import { startStrapi } from '../support/strapi';

it('the host’s GraphQL plugin makes no queries of its own for our types', async () => {
  // Off for the rest, so that the host's own plugins leave the stand-in alone.
  const shop = await startStrapi({
    plugins: { graphql: { enabled: true, resolve: './graphql', config: { shadowCRUD: false } } },
  });
  try {
    const graphql = shop.strapi.plugin('graphql');
    const { closed } = graphql.service<{ closed: Set<string> }>('extension');
    expect([...closed]).toEqual(expect.arrayContaining(Object.values(UIDS)));
  } finally {
    await shop.stop();
  }
});
