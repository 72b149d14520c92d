import { Typography } from '@strapi/design-system';

export function PanelHint({ children }: { children: string }) {
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {children}
    </Typography>
  );
}
