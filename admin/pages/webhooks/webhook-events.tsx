import { Button, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useState } from 'react';

import { useChangeSiteWebhookMutation, type Webhook } from '../../api/webhooks';
import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { EventChoice } from './event-choice';
import { useSaving } from './use-saving';

/** One webhook, and which of the shop's events it hears. Its events of content stay as they are. */
export function WebhookEvents({ webhook, names }: { webhook: Webhook; names: string[] }) {
  const text = useText();
  const save = useSaving();
  const [change, { isLoading }] = useChangeSiteWebhookMutation();
  const [events, setEvents] = useState(webhook.events);
  const isChanged = [...events].sort().join() !== [...webhook.events].sort().join();

  return (
    <Card
      title={webhook.name}
      action={
        <Button
          startIcon={<Check />}
          disabled={!isChanged}
          loading={isLoading}
          onClick={() => void save(change({ ...webhook, events }))}
        >
          {text('webhooks.save')}
        </Button>
      }
    >
      <Typography tag="p" textColor="neutral600">
        {webhook.isEnabled ? webhook.url : text('webhooks.off', { url: webhook.url })}
      </Typography>
      <EventChoice names={names} chosen={events} onChange={setEvents} />
    </Card>
  );
}
