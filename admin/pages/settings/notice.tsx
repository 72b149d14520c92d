import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

const TONES = {
  neutral: { background: 'primary100', textColor: 'primary700' },
  warning: { background: 'warning100', textColor: 'warning700' },
} as const;

interface NoticeProps {
  tone?: keyof typeof TONES;
  children: ReactNode;
}

/** A few words above or between the settings. */
export function Notice({ tone = 'neutral', children }: NoticeProps) {
  const { background, textColor } = TONES[tone];
  return (
    <Box background={background} padding={4} hasRadius>
      <Typography tag="div" textColor={textColor}>
        {children}
      </Typography>
    </Box>
  );
}
