import { Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useId } from 'react';

import { useKeptFocus } from './use-kept-focus';

interface CardProps {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page with its heading. */
export function Card({ title, action, children }: CardProps) {
  const id = useId();
  const keptFocus = useKeptFocus();
  return (
    <Flex
      tag="section"
      aria-labelledby={id}
      {...keptFocus}
      direction="column"
      alignItems="stretch"
      gap={4}
      padding={6}
      width="100%"
      background="neutral0"
      shadow="tableShadow"
      hasRadius
    >
      <Flex justifyContent="space-between" gap={2} minHeight="3.2rem" wrap="wrap">
        <Typography tag="h2" variant="delta" id={id}>
          {title}
        </Typography>
        {action}
      </Flex>
      {children}
    </Flex>
  );
}
