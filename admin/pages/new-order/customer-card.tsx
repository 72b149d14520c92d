import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';

import { Card } from '../../components/card';
import { TextField } from '../../components/text-field';
import { useText } from '../../text/use-text';
import { issueAt } from '../order-form/refusal';
import { useRefusalWords } from '../order-form/use-refusal-words';
import { CustomerSearch } from './customer-search';
import { withCustomer } from './new-order-form';
import type { NewOrder } from './use-new-order';

/** For whom: somebody whom the shop knows, or a new e-mail. */
export function CustomerCard({ form, change, refusal }: NewOrder) {
  const text = useText();
  const { ofIssue } = useRefusalWords();
  return (
    <Card title={text('order.customer')}>
      <CustomerSearch
        onChoose={(found) => {
          change((current) => withCustomer(current, found));
        }}
      />
      <TextField
        name="email"
        type="email"
        label={text('order.email')}
        required
        hint={text('new-order.email-hint')}
        error={ofIssue(issueAt(refusal, 'email'))}
        value={form.email}
        onChange={(email) => {
          change((current) => ({ ...current, email }));
        }}
      />
      {form.account !== null && (
        <Flex gap={2} justifyContent="space-between" background="neutral100" padding={3} hasRadius>
          <Box>
            <Typography tag="p" textColor="neutral800">
              {text('new-order.for-account')}
            </Typography>
            {issueAt(refusal, 'account') !== null && (
              <Typography tag="p" variant="pi" textColor="danger600">
                {text('new-order.account-gone')}
              </Typography>
            )}
          </Box>
          <Button
            size="S"
            variant="tertiary"
            startIcon={<Cross />}
            onClick={() => {
              change((current) => ({ ...current, account: null }));
            }}
          >
            {text('new-order.without-account')}
          </Button>
        </Flex>
      )}
    </Card>
  );
}
