import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';

import type { ErasedDto } from '../../../server/contracts/customers';
import { CUSTOMER_DATA } from '../../permissions';
import { useText } from '../../text/use-text';
import { ErasedReport } from './erased-report';
import { FoundData } from './found-data';
import { LookUp } from './look-up';

/** What the shop knows of a person: looked up, handed out, and erased. */
export function CustomerDataPage() {
  return (
    <Page.Protect permissions={CUSTOMER_DATA}>
      <CustomerData />
    </Page.Protect>
  );
}

function CustomerData() {
  const text = useText();
  // From the order's page; it is not in the address, which would end in logs and histories.
  const { state } = useLocation() as { state: { email?: string } | null };
  const [asked, setAsked] = useState(state?.email ?? '');
  const [erased, setErased] = useState<ErasedDto | null>(null);
  return (
    <Page.Main>
      <Page.Title>{text('customer-data.title')}</Page.Title>
      <Layouts.Header
        title={text('customer-data.title')}
        subtitle={text('customer-data.subtitle')}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <LookUp
            initial={asked}
            onAsk={(email) => {
              setErased(null);
              setAsked(email);
            }}
          />
          <div aria-live="polite">
            {erased && <ErasedReport email={asked} erased={erased} />}
            {asked !== '' && !erased && (
              <FoundData key={asked} email={asked} onErased={setErased} />
            )}
          </div>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
