import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { PatternPreviewDto } from '../../../server/contracts/discount-codes';
import { Notice } from '../../components/notice';
import { TextField } from '../../components/text-field';
import type { TextKey } from '../../text/get-translation';
import { useText } from '../../text/use-text';
import { MOST_CODES } from './codes-form';
import type { FormPart } from './form-part';

type Fault = NonNullable<PatternPreviewDto['fault']>;

const FAULTS: Record<Fault, TextKey> = {
  empty: 'codes.fault.empty',
  too_long: 'codes.fault.too-long',
  characters: 'codes.fault.characters',
  no_placeholder: 'codes.fault.no-placeholder',
};

const LEGEND: { sign: string; meaning: TextKey }[] = [
  { sign: '?', meaning: 'codes.legend.letter' },
  { sign: '#', meaning: 'codes.legend.digit' },
  { sign: '*', meaning: 'codes.legend.either' },
];

type PatternFieldsProps = FormPart & { preview: PatternPreviewDto | undefined };

/** What the batch is called, how its codes look, and how many of them there will be. */
export function PatternFields({ form, change, missing, preview }: PatternFieldsProps) {
  const text = useText();
  const patternFault = preview?.fault ? text(FAULTS[preview.fault]) : undefined;
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <TextField
          name="batch"
          required
          label={text('codes.batch')}
          hint={text('codes.batch-hint')}
          error={
            missing.includes('batch')
              ? text('codes.batch-missing')
              : preview?.isTaken
                ? text('codes.batch-taken')
                : undefined
          }
          value={form.batch}
          onChange={(batch) => {
            change({ batch });
          }}
        />
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
        <TextField
          name="count"
          required
          label={text('codes.number')}
          hint={text('codes.number-hint', { most: MOST_CODES })}
          error={missing.includes('count') ? text('codes.number-wrong') : undefined}
          value={form.count}
          onChange={(count) => {
            change({ count });
          }}
        />
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch" gap={2}>
        <TextField
          name="pattern"
          required
          label={text('codes.pattern')}
          error={missing.includes('pattern') ? text('codes.fault.empty') : patternFault}
          value={form.pattern}
          onChange={(pattern) => {
            change({ pattern });
          }}
        />
        <Flex tag="ul" gap={4} wrap="wrap">
          {LEGEND.map(({ sign, meaning }) => (
            <li key={sign}>
              <Typography variant="pi" textColor="neutral600">
                <strong>{sign}</strong> {text(meaning)}
              </Typography>
            </li>
          ))}
        </Flex>
      </Grid.Item>
      <Grid.Item col={6} xs={12} direction="column" alignItems="stretch" gap={2}>
        <Examples preview={preview} />
      </Grid.Item>
    </Grid.Root>
  );
}

/** Three codes as they will be, and whether there are enough of them. */
function Examples({ preview }: { preview: PatternPreviewDto | undefined }) {
  const text = useText();
  const intl = useIntl();
  const possible = preview ? readable(preview.possible, intl.locale) : '';
  return (
    <Box aria-live="polite" minHeight="8rem">
      <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800" paddingBottom={1}>
        {text('codes.examples')}
      </Typography>
      {preview?.examples.map((example) => (
        <Typography
          key={example}
          tag="p"
          textColor="neutral800"
          style={{ overflowWrap: 'anywhere' }}
        >
          {example}
        </Typography>
      ))}
      {preview && preview.fault === null && (
        <Flex direction="column" alignItems="stretch" gap={2} paddingTop={1}>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {text('codes.possible', { possible })}
          </Typography>
          {preview.room === 'none' && <Notice tone="danger">{text('codes.room-none')}</Notice>}
          {preview.room === 'guessable' && (
            <Notice tone="warning">{text('codes.room-guessable')}</Notice>
          )}
        </Flex>
      )}
    </Box>
  );
}

/** More than nobody counts is told roughly: 2.3E19. */
function readable(possible: string, locale: string): string {
  const count = BigInt(possible);
  const notation = possible.length > 15 ? 'compact' : 'standard';
  return new Intl.NumberFormat(locale, { notation }).format(count);
}
