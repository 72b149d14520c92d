import { Button, DateTimePicker, Field, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useFormats } from '../../../text/use-formats';
import { useText } from '../../../text/use-text';
import { timeZone } from './time-zone';

interface ChooseInstantProps {
  /** null is now. */
  at: string | null;
  /** The instant whose prices are shown. */
  shown: string;
  nextStart: string | null;
  nextEnd: string | null;
  onChoose: (at: string | null) => void;
}

/** An instant in the editor's own time zone, or one of those at which something happens. */
export function ChooseInstant({ at, shown, nextStart, nextEnd, onChoose }: ChooseInstantProps) {
  const text = useText();
  const intl = useIntl();
  const formats = useFormats();
  const next = [
    { key: 'start', at: nextStart, label: text('prices-at.next-start') },
    { key: 'end', at: nextEnd, label: text('prices-at.next-end') },
  ];
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      padding={6}
      background="neutral0"
      shadow="tableShadow"
      hasRadius
    >
      <Flex gap={4} wrap="wrap" alignItems="flex-end">
        <Field.Root name="at">
          <Field.Label>{text('prices-at.when')}</Field.Label>
          <DateTimePicker
            locale={intl.locale}
            clearLabel={text('prices-at.now')}
            dateLabel={text('prices-at.date')}
            timeLabel={text('prices-at.time')}
            value={new Date(at ?? shown)}
            onChange={(date?: Date) => {
              onChoose(date ? date.toISOString() : null);
            }}
            onClear={() => {
              onChoose(null);
            }}
          />
        </Field.Root>
        <Flex role="group" aria-label={text('prices-at.quick')} gap={2} wrap="wrap">
          <Button
            variant={at === null ? 'secondary' : 'tertiary'}
            aria-pressed={at === null}
            onClick={() => {
              onChoose(null);
            }}
          >
            {text('prices-at.now')}
          </Button>
          {next.map(
            ({ key, at: instant, label }) =>
              instant !== null && (
                <Button
                  key={key}
                  variant={at === instant ? 'secondary' : 'tertiary'}
                  aria-pressed={at === instant}
                  onClick={() => {
                    onChoose(instant);
                  }}
                >
                  {`${label}: ${formats.time(instant)}`}
                </Button>
              )
          )}
        </Flex>
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {text('prices-at.time-zone', { zone: timeZone(intl.locale, new Date(at ?? shown)) })}
      </Typography>
    </Flex>
  );
}
