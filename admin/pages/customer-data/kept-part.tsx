import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface KeptPartProps {
  title: string;
  children?: ReactNode;
}

/** One kind of what is kept. */
export function KeptPart({ title, children }: KeptPartProps) {
  return (
    <section>
      <Typography tag="h3" variant="omega" textColor="neutral800" fontWeight="semiBold">
        {title}
      </Typography>
      <ul>{children}</ul>
    </section>
  );
}
