import { Box, Button, DateTimePicker, Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import type { DraftBlock } from '../composition';
import { useViews } from '../use-views';
import { ShownBlock } from './shown-block';
import { useWidth } from './use-width';

/** In pixels: a telephone, and a window on a desk. */
const WIDTHS = { phone: 375, desktop: 1080 };
type Device = keyof typeof WIDTHS;

const Screen = styled.div`
  overflow: auto;
  max-height: 80vh;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

interface PagePreviewProps {
  blocks: DraftBlock[];
  locale: string;
}

/** The page as shoppers will see it, in plain clothes: drafts, saved or not, now or at another instant. */
export function PagePreview({ blocks, locale }: PagePreviewProps) {
  const text = useText();
  const intl = useIntl();
  const { time } = useFormats();
  const id = useId();
  const [device, setDevice] = useState<Device>('desktop');
  const [at, setAt] = useState<string | null>(null);
  const kept = blocks.filter(({ removed }) => !removed);
  const views = useViews(kept, { locale, at });
  const shown = kept.flatMap(({ key }) => {
    const view = views.get(key);
    return view?.state === 'shown' ? [{ key, block: view.block }] : [];
  });
  const { ref, width } = useWidth();
  const zoom = width === null ? 1 : Math.min(1, width / WIDTHS[device]);

  return (
    <Flex
      tag="section"
      aria-labelledby={id}
      direction="column"
      alignItems="stretch"
      gap={3}
      minWidth={0}
    >
      <Flex justifyContent="space-between" gap={2} minHeight="3.2rem" wrap="wrap">
        <Typography tag="h2" variant="delta" id={id}>
          {text('layout.preview')}
        </Typography>
        <Flex role="group" aria-label={text('layout.preview.width')} gap={1}>
          {(['phone', 'desktop'] as const).map((one) => (
            <Button
              key={one}
              size="S"
              variant={device === one ? 'secondary' : 'tertiary'}
              aria-pressed={device === one}
              onClick={() => {
                setDevice(one);
              }}
            >
              {text(one === 'phone' ? 'layout.preview.phone' : 'layout.preview.desktop')}
            </Button>
          ))}
        </Flex>
      </Flex>
      <Flex gap={2} wrap="wrap" alignItems="center">
        <DateTimePicker
          size="S"
          locale={intl.locale}
          aria-label={text('layout.preview.at')}
          clearLabel={text('layout.preview.now')}
          dateLabel={text('layout.preview.date')}
          timeLabel={text('layout.preview.time')}
          value={at === null ? null : new Date(at)}
          onChange={(date?: Date) => {
            setAt(date ? date.toISOString() : null);
          }}
          onClear={() => {
            setAt(null);
          }}
        />
        <Button
          size="S"
          variant="tertiary"
          disabled={at === null}
          onClick={() => {
            setAt(null);
          }}
        >
          {text('layout.preview.now')}
        </Button>
        <Typography variant="pi" textColor="neutral600" aria-live="polite">
          {at === null
            ? text('layout.preview.shows-now', { count: shown.length })
            : text('layout.preview.shows-at', { count: shown.length, time: time(at) })}
        </Typography>
      </Flex>
      <div ref={ref}>
        <Screen tabIndex={0} role="region" aria-labelledby={id}>
          <div
            style={{
              width: WIDTHS[device],
              maxWidth: device === 'phone' ? '100%' : undefined,
              zoom,
              marginInline: 'auto',
            }}
          >
            {shown.map(({ key, block }) => (
              <ShownBlock key={key} block={block} isNarrow={device === 'phone'} />
            ))}
            {shown.length === 0 && (
              <Flex direction="column" gap={3} padding={10}>
                <Eye aria-hidden width="3.2rem" height="3.2rem" fill="neutral500" />
                <Typography textColor="neutral600">{text('layout.preview.empty')}</Typography>
              </Flex>
            )}
          </div>
        </Screen>
      </div>
      <Box>
        <Typography variant="pi" textColor="neutral600">
          {text('layout.preview.plain')}
        </Typography>
      </Box>
    </Flex>
  );
}
