import { Typography } from '@strapi/design-system';

export function UnsavedHint({ children }: { children: string }) {
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {children}
    </Typography>
  );
}
