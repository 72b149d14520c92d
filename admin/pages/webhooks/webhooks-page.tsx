import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import { useFindShopQuery } from '../../api/shop';
import { useFindSiteWebhooksQuery } from '../../api/webhooks';
import { LoadError } from '../../components/load-error';
import { CHANGE_WEBHOOKS } from '../../permissions';
import { useText } from '../../text/use-text';
import { NewWebhook } from './new-webhook';
import { WebhookEvents } from './webhook-events';

/**
 * Settings → Shop → Webhooks: which of the host's webhooks hear of the shop. The host's own form has a fixed table of
 * events of content, and keeps the shop's when it is saved.
 */
export function WebhooksPage() {
  return (
    <Page.Protect permissions={CHANGE_WEBHOOKS}>
      <Webhooks />
    </Page.Protect>
  );
}

function Webhooks() {
  const text = useText();
  const webhooks = useFindSiteWebhooksQuery(undefined);
  const shop = useFindShopQuery(undefined);
  const names = shop.data?.eventNames ?? [];
  const failed = [webhooks, shop].find(({ isError }) => isError);

  return (
    <Page.Main aria-busy={webhooks.isFetching}>
      <Page.Title>{text('webhooks.title')}</Page.Title>
      <Layouts.Header
        title={text('webhooks.title')}
        subtitle={
          <Typography tag="p" variant="epsilon" textColor="neutral600">
            {text('webhooks.subtitle')}
          </Typography>
        }
      />
      <Layouts.Content>
        {failed && (
          <LoadError error={failed.error} retry={failed.refetch} isRetrying={failed.isFetching} />
        )}
        {!failed && webhooks.data && shop.data && (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {webhooks.data.map((webhook) => (
              <WebhookEvents
                // What somebody else saved meanwhile is shown, not what was ticked before.
                key={`${webhook.id} ${webhook.events.join()}`}
                webhook={webhook}
                names={names}
              />
            ))}
            <NewWebhook names={names} />
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
