import { Box, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useState } from 'react';

import type { ErasedDto } from '../../../server/contracts/customers';
import { useEraseCustomerMutation } from '../../api/customers';
import { DialogButton, type DialogStep } from '../../components/dialog-button';
import { DialogForm } from '../../components/dialog-form';
import { TextField } from '../../components/text-field';
import { useText } from '../../text/use-text';
import type { Kept } from './kept';

interface EraseCustomerProps {
  email: string;
  kept: Kept;
  onErased: (erased: ErasedDto) => void;
}

/** Takes a person out of all that is stored, after it was said what goes and what stays, and the e-mail was typed again. */
export function EraseCustomer(props: EraseCustomerProps) {
  const text = useText();
  return (
    <DialogButton variant="danger-light" label={text('erase.button')} startIcon={<Trash />}>
      {(step) => <EraseForm {...props} step={step} />}
    </DialogButton>
  );
}

function EraseForm({ email, kept, onErased, step }: EraseCustomerProps & { step: DialogStep }) {
  const text = useText();
  const [erase] = useEraseCustomerMutation();
  const [typed, setTyped] = useState('');
  const isRefused = kept.open.length > 0;
  const ask = async () => {
    const answer = await erase(email);
    if ('data' in answer) onErased(answer.data);
    return answer;
  };
  return (
    <DialogForm
      step={step}
      title={text('erase.title', { email })}
      submitLabel={text('erase.button')}
      isDangerous
      isComplete={!isRefused && typed.trim().toLowerCase() === email}
      submit={() => {
        step.take(ask, text('erase.done'));
      }}
    >
      {isRefused ? (
        <Typography textColor="danger600" role="alert">
          {text('erase.open-orders', { count: kept.open.length, numbers: kept.open.join(', ') })}
        </Typography>
      ) : (
        <>
          <WhatHappens
            title={text('erase.goes')}
            sentences={[
              text('erase.goes-addresses'),
              text('erase.goes-carts'),
              text('erase.goes-orders', { count: kept.orders }),
              text('erase.goes-mails'),
            ]}
          />
          <WhatHappens
            title={text('erase.stays')}
            sentences={[
              text('erase.stays-figures'),
              kept.documents.length > 0
                ? text('erase.stays-documents', { numbers: kept.documents.join(', ') })
                : text('erase.stays-no-documents'),
              text('erase.stays-counts'),
              text('erase.stays-account'),
            ]}
          />
          <TextField
            name="confirmation"
            label={text('erase.confirm', { email })}
            value={typed}
            onChange={setTyped}
          />
        </>
      )}
    </DialogForm>
  );
}

function WhatHappens({ title, sentences }: { title: string; sentences: string[] }) {
  return (
    <section>
      <Typography tag="h3" variant="omega" textColor="neutral800" fontWeight="semiBold">
        {title}
      </Typography>
      <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
        {sentences.map((sentence) => (
          <Typography key={sentence} tag="li" textColor="neutral800">
            {sentence}
          </Typography>
        ))}
      </Box>
    </section>
  );
}
