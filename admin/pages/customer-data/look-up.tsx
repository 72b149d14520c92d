import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useState } from 'react';

import { Card } from '../../components/card';
import { useText } from '../../text/use-text';

interface LookUpProps {
  initial: string;
  onAsk: (email: string) => void;
}

/** By e-mail: an account is found by the one that it has confirmed. */
export function LookUp({ initial, onAsk }: LookUpProps) {
  const text = useText();
  const [typed, setTyped] = useState(initial);
  const email = typed.trim().toLowerCase();
  return (
    <Card title={text('customer-data.look-up-title')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (email !== '') onAsk(email);
        }}
      >
        <Field.Root name="email" hint={text('customer-data.look-up-hint')}>
          <Field.Label>{text('order.email')}</Field.Label>
          <Flex gap={2} wrap="wrap" alignItems="flex-start">
            <Box style={{ flex: '0 1 40rem' }}>
              <TextInput
                type="email"
                autoComplete="off"
                value={typed}
                onChange={({ target }) => {
                  setTyped(target.value);
                }}
              />
            </Box>
            <Button size="L" type="submit" startIcon={<Search />} disabled={email === ''}>
              {text('customer-data.look-up')}
            </Button>
          </Flex>
          <Field.Hint />
        </Field.Root>
      </form>
    </Card>
  );
}
