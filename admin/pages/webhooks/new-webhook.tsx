import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';

import { useAddSiteWebhookMutation } from '../../api/webhooks';
import { Card } from '../../components/card';
import { useText } from '../../text/use-text';
import { EventChoice } from './event-choice';
import { useSaving } from './use-saving';

const NOTHING = { name: '', url: '', events: [] as string[] };

/** Another address that hears of the shop. Headers are added in the host's form. */
export function NewWebhook({ names }: { names: string[] }) {
  const text = useText();
  const save = useSaving();
  const [add, { isLoading }] = useAddSiteWebhookMutation();
  const [wish, setWish] = useState(NOTHING);
  const { name, url, events } = wish;

  const submit = async () => {
    if (await save(add({ name, url, headers: {}, events }))) setWish(NOTHING);
  };

  return (
    <Card
      title={text('webhooks.new')}
      action={
        <Button
          variant="secondary"
          startIcon={<Plus />}
          disabled={!name || !url || events.length === 0}
          loading={isLoading}
          onClick={() => void submit()}
        >
          {text('webhooks.add')}
        </Button>
      }
    >
      <Flex gap={4} alignItems="flex-start" wrap="wrap">
        <Field.Root name="name" width="28rem">
          <Field.Label>{text('webhooks.name')}</Field.Label>
          <TextInput
            value={name}
            onChange={({ target }) => {
              setWish({ ...wish, name: target.value });
            }}
          />
        </Field.Root>
        <Field.Root name="url" width="40rem">
          <Field.Label>{text('webhooks.url')}</Field.Label>
          <TextInput
            type="url"
            placeholder="https://"
            value={url}
            onChange={({ target }) => {
              setWish({ ...wish, url: target.value });
            }}
          />
        </Field.Root>
      </Flex>
      <EventChoice
        names={names}
        chosen={events}
        onChange={(chosen) => {
          setWish({ ...wish, events: chosen });
        }}
      />
    </Card>
  );
}
