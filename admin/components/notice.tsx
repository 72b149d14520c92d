import { Flex, Typography } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

export type NoticeTone = 'warning' | 'danger' | 'info';

const COLOURS = {
  warning: { background: 'warning100', text: 'warning700', icon: 'warning600' },
  danger: { background: 'danger100', text: 'danger700', icon: 'danger600' },
  info: { background: 'primary100', text: 'primary700', icon: 'primary600' },
} as const;

interface NoticeProps {
  tone: NoticeTone;
  children: ReactNode;
}

/** Something that an editor should know, in the flow of a panel or a form. */
export function Notice({ tone, children }: NoticeProps) {
  const { background, text, icon } = COLOURS[tone];
  const Icon = tone === 'info' ? Information : WarningCircle;
  return (
    <Flex
      background={background}
      padding={3}
      gap={2}
      alignItems="flex-start"
      hasRadius
      width="100%"
    >
      <Icon
        aria-hidden
        width="1.6rem"
        height="1.6rem"
        fill={icon}
        style={{ flexShrink: 0, marginTop: '0.1rem' }}
      />
      <Typography variant="pi" textColor={text} style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
        {children}
      </Typography>
    </Flex>
  );
}
